from __future__ import annotations

from dataclasses import replace

import pytest

from offerlab.letters.lint import lint_letter, numbers
from offerlab.letters.template import Template

TEMPLATE = Template("t", "p", "w", 5, {}, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$150,000, 0.04% and 4 years.", ["$150,000", "0.04%", "4"]),
        ("€1.5 million (2026-11)", ["€1.5", "2026", "11"]),
        ("no figure", []),
    ],
)
def test_figures_are_found_as_they_stand(text: str, found: list[str]) -> None:
    assert numbers(text) == found


def test_a_figure_must_equal_one_in_a_slot() -> None:
    facts = {"ask_base": "$150,000"}
    assert lint_letter(TEMPLATE, facts, "I ask for $150,000.") == []
    (finding,) = lint_letter(TEMPLATE, facts, "I ask for $150,001.")
    assert (finding.rule, finding.severity) == ("untraced-number", "error")
    # The bare number is another figure than the amount.
    assert len(lint_letter(TEMPLATE, facts, "I ask for 150,000.")) == 1


def test_a_long_letter_draws_a_warning() -> None:
    (finding,) = lint_letter(replace(TEMPLATE, max_words=2), {}, "one two three")
    assert (finding.rule, finding.severity) == ("too-long", "warning")
