from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import Ask
from offerlab.core.offer import Offer
from offerlab.errors import AskError, MissingFactsError, TemplateError
from offerlab.letters.context import Occasion, Words, letter_facts
from offerlab.letters.letter import Letter, write_letter
from offerlab.letters.template import read_template
from offerlab.resources import Library
from tests.conftest import PRIVATE, PUBLIC, assume

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.core.benchmark import Benchmark

Read = Callable[[str], Offer]
TODAY = date(2026, 11, 23)
ASK = Ask(152_000, Decimal("0.05"))
WORDS = Words(
    signature="Sam Rivera",
    reason="The evaluation work is what I want to do.",
    milestones=("a first pipeline in 90 days", "an on-call model"),
)
OFFER = PRIVATE.replace("base_salary: 150_000", "base_salary: 138_000")


def counter(
    offer: Offer,
    benchmark: Benchmark,
    ask: Ask = ASK,
    words: Words = WORDS,
    templates: Path | None = None,
) -> Letter:
    template = read_template("counter", Library(templates=templates))
    occasion = Occasion(offer, TODAY, ask, words)
    facts = letter_facts(template, occasion, benchmark, assume())
    return write_letter(template, facts)


def test_the_counter_names_a_base_and_a_percentage(
    read: Read, benchmark: Benchmark
) -> None:
    letter = counter(read(OFFER), benchmark)
    assert letter.subject == "Machine Learning Engineer offer: base and equity"
    assert letter.body.startswith("Hi Dana,\n\nThank you for the offer")
    for words in (
        "The offer is $138,000 base and 0.04% of the company.",
        "$140,000 to $160,000 base with 0.04% of the company",
        "I am looking for $152,000 base plus 0.05% equity, fully diluted, over four"
        " years with a one-year cliff, vesting monthly.",
        # 0.05% of $150,000,000
        "At the $150 million valuation, 0.05% comes to $75,000 on paper",
        "- a first pipeline in 90 days\n- an on-call model\n",
        "The evaluation work is what I want to do.",
    ):
        assert words in letter.body
    assert letter.body.endswith("Best regards,\nSam Rivera\n")
    assert letter.findings == ()
    assert "\n\n\n" not in letter.text


def test_what_is_optional_is_left_out_cleanly_and_noted(
    read: Read, benchmark: Benchmark
) -> None:
    text = OFFER.partition("contacts:")[0]
    letter = counter(read(text), benchmark, words=Words(signature="Sam"))
    assert letter.body.startswith("Hi Northwind Robotics team,\n")
    assert "deliver:" not in letter.body
    assert "\n\n\n" not in letter.text
    assert [each.rule for each in letter.findings] == [
        "no-recruiter",
        "no-reason",
        "no-milestones",
    ]


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        ("  valuation: 150_000_000\n", "add company.valuation"),
        (", vesting: standard-startup-option", "add vesting: to the grant"),
    ],
)
def test_a_missing_fact_is_named(
    read: Read, benchmark: Benchmark, gone: str, words: str
) -> None:
    with pytest.raises(MissingFactsError, match=words):
        counter(read(OFFER.replace(gone, "")), benchmark)


def test_all_missing_facts_are_named_at_once(read: Read, benchmark: Benchmark) -> None:
    with pytest.raises(MissingFactsError) as error:
        counter(read(OFFER), benchmark, Ask(), Words())
    assert len(error.value.facts) == 4
    assert "--ask-base" in str(error.value)
    assert "--ask-equity-percent" in str(error.value)
    assert "--signature" in str(error.value)


@pytest.mark.parametrize(
    "ask", [Ask(137_000, Decimal("0.05")), Ask(152_000, Decimal("0.03"))]
)
def test_an_ask_below_the_offer_is_refused(
    read: Read, benchmark: Benchmark, ask: Ask
) -> None:
    with pytest.raises(AskError, match="less than"):
        counter(read(OFFER), benchmark, ask)


def test_no_equity_is_asked_for_on_the_benchmarks_schedule(
    read: Read, benchmark: Benchmark
) -> None:
    text = OFFER.partition("equity:")[0]
    letter = counter(read(text), benchmark)
    assert "The offer is $138,000 base. The benchmark" in letter.body
    assert "over four years with a one-year cliff, vesting monthly" in letter.body


def test_a_slot_by_hand_is_a_word_and_never_a_figure(
    read: Read, benchmark: Benchmark
) -> None:
    letter = counter(
        read(OFFER), benchmark, words=Words("Sam", slots={"recruiter": "Priya"})
    )
    assert letter.body.startswith("Hi Priya,")
    for name, words in (("ask_base", "cannot be set by hand"), ("recruter", "did you")):
        with pytest.raises(TemplateError, match=words):
            counter(read(OFFER), benchmark, words=Words("Sam", slots={name: "$1"}))


@pytest.mark.parametrize("text", ["two\nlines", "a\x00b"])
def test_a_line_break_in_a_slot_is_refused(
    read: Read, benchmark: Benchmark, text: str
) -> None:
    with pytest.raises(TemplateError, match="line break"):
        counter(read(OFFER), benchmark, words=Words("Sam", reason=text))


@pytest.mark.parametrize("text", ["{{ ask_base }}", "[Your Name]", "TODO"])
def test_what_looks_unfilled_is_refused(
    read: Read, benchmark: Benchmark, text: str
) -> None:
    with pytest.raises(TemplateError, match="left unfilled"):
        counter(read(OFFER), benchmark, words=Words("Sam", reason=text))


def test_a_percent_of_a_public_company_is_never_asked(
    read: Read, benchmark: Benchmark
) -> None:
    text = PUBLIC.replace("share_price: 100", "share_price: 100, valuation: 2e9")
    with pytest.raises(AskError, match=r"comes to \$1,000,000 at its \$2 billion"):
        counter(read(text), benchmark)


OWN = """\
---
purpose: mine
when: always
slots:
  company: {from: offer, about: company}
---
Subject: Hello

BODY
"""


def own(tmp_path: Path, body: str) -> Path:
    (tmp_path / "email").mkdir()
    path = tmp_path / "email" / "counter.j2"
    path.write_text(OWN.replace("BODY", body), encoding="utf-8")
    return tmp_path


def test_own_templates_come_first(
    private_offer: Offer, benchmark: Benchmark, tmp_path: Path
) -> None:
    letter = counter(
        private_offer, benchmark, templates=own(tmp_path, "To {{ company }}.")
    )
    assert letter.body == "To Northwind Robotics.\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{ salary }}", "'salary' is undefined"),
        ("{% include '/etc/passwd' %}", "counter.j2:9: .*including a file"),
        ("{% import 'x' as y %}", "importing a file is not for letters"),
        ("{{ ''.__class__.__mro__ }}", "an attribute .* is not for letters"),
        ("{% for i in range(10 ** 9) %}x{% endfor %}", "a call or a macro"),
        ("{{ 'x' * 999999999 }}", r"'\*' is not for letters"),
        ("{{ 'x'|center(999999999) }}", "No filter named 'center'"),
        ("{{ '%999999999d' % 1 }}", "'%' is not for letters"),
        (
            "{% for a in company %}{% for b in company %}x{% endfor %}{% endfor %}",
            "a loop in a loop",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "a call or a macro"),
        ("{{ company.center(999999999) }}", "a call or a macro"),
        (
            "{% for a in company recursive %}{{ loop(company) }}{% endfor %}",
            "a loop in",
        ),
        ("x\n{% if %}", "counter.j2:10: .*Expected an expression"),
        ("I want $5,000 more.", r"\$5,000 comes from no slot"),
    ],
)
def test_a_template_that_cannot_be_trusted_is_refused(
    private_offer: Offer, benchmark: Benchmark, tmp_path: Path, body: str, words: str
) -> None:
    with pytest.raises(TemplateError, match=words):
        counter(private_offer, benchmark, templates=own(tmp_path, body))


def test_an_ask_for_what_is_offered_is_refused(
    read: Read, benchmark: Benchmark
) -> None:
    with pytest.raises(AskError, match="just what is offered"):
        counter(read(OFFER), benchmark, Ask(138_000, Decimal("0.04")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("base_salary: 138_000", "base_salary: 170_000"),
        ("base_salary: 138_000", "base_salary: 138_000\ncurrency: EUR"),
    ],
)
def test_a_benchmark_that_speaks_against_the_ask_is_left_out(
    read: Read, benchmark: Benchmark, old: str, new: str
) -> None:
    offer = read(OFFER.replace(old, new))
    letter = counter(offer, benchmark, Ask(190_000, Decimal("0.05")))
    assert "benchmark" not in letter.body
    assert "$140,000" not in letter.body


def test_the_vesting_of_a_cash_award_is_not_asked_for_in_equity(
    read: Read, benchmark: Benchmark
) -> None:
    text = OFFER.replace(
        "equity:\n", "equity:\n  - {kind: cash-award, value: 1e5, vesting: lyft-1yr}\n"
    )
    assert "fully diluted, over four years" in counter(read(text), benchmark).body


@pytest.mark.parametrize("slot", ["vesting", "company", "valuation"])
def test_what_the_offer_says_cannot_be_said_by_hand(
    read: Read, benchmark: Benchmark, slot: str
) -> None:
    with pytest.raises(TemplateError, match="cannot be set by hand"):
        counter(read(OFFER), benchmark, words=Words("Sam", slots={slot: "99 years"}))
