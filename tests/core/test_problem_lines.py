from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from offerlab.core.problem import Problem, Severity, problem_lines
from tests.conftest import PRIVATE, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def warning(file: str, line: int, field: str, message: str = "odd") -> Problem:
    return Problem(file, line, 3, field, Severity.WARNING, message, "ask")


def test_a_warning_of_many_places_is_one_line() -> None:
    problems = [
        warning("a.yaml", 8, "equity.1.kind"),
        warning("a.yaml", 9, "equity.2.kind"),
        warning("a.yaml", 9, "base_salary", "high"),
        *(warning(f"{name}.yaml", 8, "equity.1.kind") for name in "bcd"),
    ]
    assert list(problem_lines(problems)) == [
        "Warning: a.yaml:8:3, a.yaml:9:3, b.yaml:8:3 and 2 more: equity.1.kind,"
        " equity.2.kind: odd; ask",
        "Warning: a.yaml:9:3: base_salary: high; ask",
    ]


def test_a_lone_warning_reads_as_its_problem() -> None:
    alone = warning("a.yaml", 8, "equity.1.kind")
    assert list(problem_lines([alone])) == [f"Warning: {alone}"]


def test_every_error_is_told_at_its_place() -> None:
    errors = [
        Problem("a.yaml", line, None, "", Severity.ERROR, "is wrong") for line in (1, 2)
    ]
    assert list(problem_lines(errors)) == [
        "Error: a.yaml:1: is wrong",
        "Error: a.yaml:2: is wrong",
    ]


def test_the_warning_of_private_units_is_said_once_a_run(
    offerlab: Run, write: Write
) -> None:
    grant = "  - {kind: rsu, shares: 1000, vesting: standard-startup-option}\n"
    one = PRIVATE.partition("  - {kind: iso")[0] + 2 * grant
    two = one.replace("  stage: series-b\n", "").replace("Northwind", "Southwind")
    paths = [write("a.yaml", one), write("b.yaml", two)]
    for command in ("check", "show", "vest", "walkaway", "compare"):
        said = offerlab(command, *paths)
        assert said.err.count("double-trigger-rsu") == 1, said.err
        assert "a.yaml:" in said.err
        assert "b.yaml:" in said.err
    assert len(offerlab("check", *paths, "--json").json["problems"]) >= 4
