from __future__ import annotations

from offerlab.core.problem import Problem, Severity, has_errors


def test_a_problem_reads_as_one_sentence_with_its_place() -> None:
    problem = Problem("a.yaml", 3, 7, "role", Severity.ERROR, "is missing", "add it")
    assert str(problem) == "a.yaml:3:7: role: is missing; add it"


def test_a_warning_is_not_an_error() -> None:
    warning = Problem("a.yaml", None, None, "", Severity.WARNING, "odd")
    assert str(warning) == "a.yaml: odd"
    assert not has_errors([warning])
