"""The documents keep up with the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offerlab.cli import COMMANDS
from offerlab.cli.email import email
from offerlab.cli.plot import KINDS, plot
from offerlab.core.company import STAGES
from offerlab.core.grant import GrantKind
from offerlab.core.problem import Problem
from offerlab.ingest.fields import Fields
from offerlab.ingest.offers import read_offers
from offerlab.model.ledger import Certainty, Component
from tests.conftest import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.problem import Problem
    from offerlab.ingest.node import Node

TOP = Path(__file__).resolve().parents[1]
OF_THE_CATALOGUE = {
    "applies_to", "award_type", "calendar_rule", "confidence", "conflicts", "dated",
    "installments", "sources", "superseded_by", "wording",
}  # fmt: skip
"""Keys of the shipped schedules, which no offer has."""


def text(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme_and_the_reference(command: str) -> None:
    assert f"`{command}`" in text("README.md")
    assert f"## offerlab {command}" in text("docs/commands.md")


@pytest.mark.parametrize("kind", KINDS)
def test_every_plot_stands_in_the_readme_and_the_help(kind: str) -> None:
    assert f"`{kind}`" in text("README.md")
    assert re.search(rf"\b{kind}\s+\(", plot.help or "")
    assert f"import plot_{kind} as plot_{kind}" in text("src/offerlab/__init__.pyi")


@pytest.mark.parametrize(
    "letter", sorted(p.stem for p in (TOP / "templates" / "email").glob("*.j2"))
)
def test_every_letter_stands_in_the_help(letter: str) -> None:
    assert re.search(rf"\b{letter},", email.help or "")


@pytest.mark.parametrize(
    "path", sorted(p.name for p in (TOP / "market_data").iterdir() if p.suffix != ".md")
)
def test_every_market_file_has_its_row(path: str) -> None:
    assert f"| `{path}`" in text("market_data/README.md")


@pytest.mark.parametrize("word", [*GrantKind, *Component, *Certainty, *STAGES])
def test_the_words_of_the_format_stand_in_the_glossary(word: str) -> None:
    assert f"`{word}`" in text("docs/glossary.md")


def test_every_key_that_is_read_stands_in_the_guide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: set[str] = set()
    ask = Fields.node

    def noted(block: Fields, key: str, *, required: bool = False) -> Node | None:
        asked.add(key)
        return ask(block, key, required=required)

    monkeypatch.setattr(Fields, "node", noted)
    read_offers(sorted((TOP / "tests" / "data" / "cases").glob("*.yaml")))
    read_offers(sorted((TOP / "templates" / "offers").glob("*.yaml")))
    guide = text("docs/offer_file.md")
    assert {"clawback_from", "option_value", "purchase_months"} <= asked
    assert not [key for key in sorted(asked - OF_THE_CATALOGUE) if key not in guide]


def guide_terms() -> list[str]:
    """Each top key of the examples in the guide, with what stands under it."""
    blocks = re.findall(r"```yaml\n(.*?)```", text("docs/offer_file.md"), re.DOTALL)
    terms = [term for block in blocks for term in re.split(r"(?m)^(?=\w)", block)]
    return [term for term in terms if re.match(r"\w", term)]


@pytest.mark.parametrize("term", guide_terms(), ids=lambda term: term.split("\n")[0])
def test_every_term_of_the_guide_is_read(
    faults: Callable[[str], list[Problem]], term: str
) -> None:
    key = term.partition(":")[0]
    rest = re.split(r"(?m)^(?=\w)", PUBLIC)
    kept = [each for each in rest if each.partition(":")[0] != key]
    if "lakh" in term:
        kept.append("currency: INR\n")
    found = faults("".join([*kept, term]))
    missing = "vesting_terms.json"  # an example names it, and it is not there
    assert not [
        each
        for each in found
        if each.severity == "error" and missing not in each.message
    ]


def test_every_convention_names_a_test_that_exists() -> None:
    named = re.findall(r"`(test_\w+)`", text("docs/arithmetic.md"))
    tests = "\n".join(
        path.read_text(encoding="utf-8") for path in (TOP / "tests").rglob("test_*.py")
    )
    assert len(named) > 15
    assert [name for name in named if f"def {name}(" not in tests] == []


def test_links_inside_the_documents_lead_somewhere() -> None:
    names = ["README.md", "CONTRIBUTING.md", *map(str, (TOP / "docs").glob("*.md"))]
    for name in names:
        page = TOP / name
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(name)):
            assert (page.parent / target).exists(), f"{name}: {target}"


def test_every_path_of_contributing_is_there() -> None:
    tables = text("CONTRIBUTING.md").partition("## How")[0]
    for row in tables.splitlines():
        # A name alone is in the folder of the one before it.
        folders = [TOP, TOP / "src" / "offerlab", TOP / "market_data"]
        for name in re.findall(r"`([\w/*]+(?:\.\w+|/))`", row):
            pattern = name.replace("NAME", "*")
            found = [path for each in folders for path in each.glob(pattern)]
            assert found, f"{name}: {row}"
            folders.append(found[0].parent)


def test_the_changelog_begins_with_what_is_unreleased() -> None:
    headings = re.findall(r"^## (.+)$", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"


def body_lines(node: ast.FunctionDef) -> int:
    """Lines of a function without its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_files_and_functions_stay_small() -> None:
    long_files, sizes = [], {}
    for path in (TOP / "src").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        if len(code.splitlines()) > 300:
            long_files.append(str(path))
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.FunctionDef):
                sizes[f"{path}:{node.lineno} {node.name}"] = body_lines(node)
    assert long_files == []
    # One in twenty may be longer than 30 lines, none than 60.
    long_functions = sorted(name for name, size in sizes.items() if size > 30)
    assert len(long_functions) * 20 <= len(sizes), long_functions
    assert max(sizes.values()) <= 60


def test_the_search_of_the_site_is_loaded_from_the_site() -> None:
    # The theme's plugin loads this file from the network unless the site names its own.
    assert "polyfills: [assets/iframe-worker.js]" in text("mkdocs.yml")
    assert "http" not in text("docs/assets/iframe-worker.js")
