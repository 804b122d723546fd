from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.ask import Ask, SignOnAsk
from offerlab.core.posting import PostedRange
from offerlab.errors import AskError, MissingFactsError, TemplateError
from offerlab.ingest.offers import read_offers
from offerlab.letters.context import Occasion, Words, letter_facts
from offerlab.letters.known import known_facts
from offerlab.letters.letter import Letter, write_letter
from offerlab.letters.lint import lint_text
from offerlab.letters.template import read_template, template_names
from offerlab.resources import Library
from tests.conftest import DATA, assume

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer

OFFERS = DATA / "letters" / "offers"
TODAY = date(2026, 11, 25)
WORDS = Words(
    signature="Sam Rivera",
    reason="the retrieval work is what I want to build",
    case=("My thesis made retrieval 3x faster.",),
    milestones=("the first evaluation pipeline",),
    slots={},
)


def read(name: str) -> Offer:
    offers, _ = read_offers([next(OFFERS.glob(f"{name}*"))])
    return offers[0]


def write(
    benchmark: Benchmark,
    template: str,
    offer: Offer,
    templates: Path | None = None,
    others: tuple[Offer, ...] = (),
    today: date = TODAY,
    **given: Any,
) -> Letter:
    chosen = read_template(template, Library(templates=templates))
    given = {"hire_signal": True, "words": WORDS, **given}
    occasion = Occasion(offer, today, others=others, **given)
    facts, notes = letter_facts(chosen, occasion, benchmark, assume())
    words = occasion.words
    known = known_facts([offer, *others], occasion.ask, words.facts, today=today)
    if occasion.sign_by:
        known.days.add(occasion.sign_by)
    letter = write_letter(chosen, facts, known, words, today, occasion.allow)
    return letter.with_findings(notes)


def test_a_start_ups_counter_asks_for_base_and_percent(benchmark: Benchmark) -> None:
    ask = Ask(base=150_000, equity_percent=Decimal("0.15"))
    letter = write(benchmark, "counter", read("3"), ask=ask)
    assert "$150,000 base and 0.15% of the company over four years" in letter.body
    # 0.15% of $60 million
    assert "At the $60 million valuation the grant comes to $90,000." in letter.body
    assert letter.body.startswith("Hi Dana,\n\nThank you for the offer")
    assert "The retrieval work is what I want to build." in letter.body
    for never in ("benchmark", "0.04%", "BLS", "median", "dilution"):
        assert never not in letter.body


@pytest.mark.parametrize(
    ("offer", "ask", "words"),
    [
        ("1", Ask(equity_value=160_000), "$160,000 in RSUs over the vesting schedule"),
        (
            "2",
            Ask(sign_on=(SignOnAsk(1, 50_000), SignOnAsk(2, 36_000))),
            "a sign-on of $50,000 in year one and $36,000 in year two",
        ),
        ("5", Ask(base=165_000, equity_value=220_000), "$165,000 base and $220,000 in"),
        ("6", Ask(sign_on=(SignOnAsk(1, 90_000),)), "a sign-on of $90,000?"),
        ("7", Ask(base=78_000), "Could you get to £78,000 base?"),
        ("1", Ask(level="L4"), "Could you get to level L4?"),
    ],
)
def test_a_counter_asks_in_what_the_employer_can_move(
    benchmark: Benchmark, offer: str, ask: Ask, words: str
) -> None:
    body = write(benchmark, "counter", read(offer), ask=ask).body
    assert words in body
    assert len(body.split()) <= 150


def test_a_percent_of_a_giant_is_stopped_with_the_question(
    benchmark: Benchmark,
) -> None:
    with pytest.raises(AskError, match=r"\$840,000,000.*which range does a grant"):
        write(benchmark, "counter", read("1"), ask=Ask(equity_percent=Decimal("0.04")))


def test_an_ask_of_three_numbers_is_too_many(benchmark: Benchmark) -> None:
    ask = Ask(base=165_000, equity_value=220_000, relocation=10_000)
    with pytest.raises(AskError, match="at most 2 numbers"):
        write(benchmark, "counter", read("5"), ask=ask)


@pytest.mark.parametrize(
    ("template", "given", "words"),
    [
        ("counter", {"hire_signal": False}, "--hire-signal"),
        ("accept", {}, "the offer is verbal"),
        (
            "counter",
            {"words": replace(WORDS, signature="Sam. P.S. I take less")},
            "name",
        ),
        ("final-ask", {"sign_by": date(2026, 11, 20)}, "is over"),
    ],
)
def test_the_gate(
    benchmark: Benchmark, template: str, given: dict[str, Any], words: str
) -> None:
    with pytest.raises(AskError, match=words):
        write(benchmark, template, read("4"), ask=Ask(base=160_000), **given)


def test_the_sentence_of_the_user_is_required(benchmark: Benchmark) -> None:
    words = replace(WORDS, reason=None, signature=None)
    with pytest.raises(MissingFactsError, match=r"--reason.*--signature"):
        write(benchmark, "counter", read("3"), ask=Ask(base=150_000), words=words)
    with pytest.raises(MissingFactsError, match="--ask-base"):
        write(benchmark, "counter", read("3"))


def test_a_past_deadline_is_asked_about_first(benchmark: Benchmark) -> None:
    offer = read("1")
    assert offer.deadline is not None
    late = replace(offer, deadline=offer.deadline._replace(date=date(2026, 11, 20)))
    with pytest.raises(AskError, match="the deadline was Friday 20 November 2026"):
        write(benchmark, "accept", late)
    letter = write(benchmark, "accept", late, allow=("past-deadline",))
    assert "accept the offer" in letter.body


def test_unknown_equity_is_not_accepted(benchmark: Benchmark) -> None:
    with pytest.raises(AskError, match="the equity is not stated yet"):
        write(benchmark, "accept", replace(read("3"), equity=None))


def test_an_acceptance_lists_every_term_and_invents_none(benchmark: Benchmark) -> None:
    body = write(benchmark, "accept", read("6")).body
    assert "- bonus of $100,000, guaranteed for the first year" in body
    assert "to be repaid in full if I leave within 24 months" in body
    assert "I will start on Tuesday, July 6, 2027." in body
    moved = write(benchmark, "accept", read("1")).body
    assert "- relocation payment of $7,500; to be repaid pro rata" in moved
    assert "- level L3\n" in moved
    assert "ISO" not in write(benchmark, "accept", read("7")).body


def test_a_rival_is_disclosed_as_far_as_the_user_says(benchmark: Benchmark) -> None:
    offer, rival = read("3"), read("1")  # 138,000 against 141,000
    given: dict[str, Any] = {"others": (rival,), "attested": True}
    hidden = write(benchmark, "competing-offer", offer, **given).body
    assert "I hold another offer." in hidden
    assert rival.company.name not in hidden
    named = write(benchmark, "competing-offer", offer, disclose="name", **given).body
    assert "a written offer from Meridian Search." in named
    told = write(benchmark, "competing-offer", offer, disclose="numbers", **given).body
    assert "from Meridian Search at $141,000 base." in told
    turned = write(
        benchmark, "competing-offer", rival, others=(offer,), attested=True,
        disclose="numbers",
    )  # fmt: skip
    assert "I hold another offer." in turned.body
    assert any("not higher in anything" in each.message for each in turned.findings)


def test_a_rival_with_the_lower_base_and_more_stock_is_named_without_figures(
    benchmark: Benchmark,
) -> None:
    # 152,000 against 158,000 base; 92,000 of stock and 73,000 of sign-on besides
    said = write(
        benchmark, "competing-offer", read("5"), others=(read("2"),), attested=True,
        disclose="numbers",
    )  # fmt: skip
    assert "from Rainforest Retail" in said.body
    assert "$152,000" not in said.body
    assert any("no higher base" in each.message for each in said.findings)


def test_after_a_fixed_base_no_base_is_asked(benchmark: Benchmark) -> None:
    given: dict[str, Any] = {"ask": Ask(base=150_000)}
    with pytest.raises(AskError, match="something else"):
        write(benchmark, "base-fixed", read("3"), **given)
    given["allow"] = ("base-is-fixed",)
    assert "$150,000 base" in write(benchmark, "base-fixed", read("3"), **given).body


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"attested": False}, "--attest"),
        ({"others": ()}, "give its file"),
    ],
)
def test_a_rival_is_attested_and_on_file(
    benchmark: Benchmark, change: dict[str, Any], words: str
) -> None:
    given = {"others": (read("1"),), "attested": True, **change}
    with pytest.raises(AskError, match=words):
        write(benchmark, "competing-offer", read("3"), **given)


def test_a_rival_that_is_over_or_ones_own_is_refused(benchmark: Benchmark) -> None:
    offer, rival = read("3"), read("1")
    with pytest.raises(AskError, match="of Lumen Robotics itself"):
        write(benchmark, "competing-offer", offer, others=(offer,), attested=True)
    assert rival.deadline is not None
    over = rival.deadline._replace(date=date(2026, 10, 1))
    with pytest.raises(AskError, match="expired on 2026-10-01"):
        write(
            benchmark, "competing-offer", offer,
            others=(replace(rival, deadline=over),), attested=True,
        )  # fmt: skip


def test_a_posted_range_is_evidence_where_it_supports_the_ask(
    benchmark: Benchmark,
) -> None:
    from offerlab.core.posting import PostedRange

    offer = replace(
        read("3"), posted_range=PostedRange(140_000, 175_000, "the posting")
    )
    body = write(benchmark, "counter", offer, ask=Ask(base=160_000)).body
    assert "The posting for this job gives a range of $140,000 to $175,000." in body
    high = write(benchmark, "counter", offer, ask=Ask(base=180_000))
    assert "posting" not in high.body
    assert any("does not support the ask" in each.message for each in high.findings)


def test_the_configured_band_is_named_only_as_the_users_own(
    benchmark: Benchmark,
) -> None:
    given: dict[str, Any] = {"ask": Ask(base=150_000)}
    assert "$160,000" not in write(benchmark, "counter", read("3"), **given).body
    own = write(benchmark, "counter", read("3"), use_benchmark=True, **given).body
    assert "The range I set myself for this role is $140,000 to $160,000 base." in own


def test_the_users_words_are_checked(benchmark: Benchmark) -> None:
    def said(reason: str, **more: Any) -> Letter:
        words = replace(WORDS, reason=reason, **more)
        return write(
            benchmark, "counter", read("3"), ask=Ask(base=150_000), words=words
        )

    with pytest.raises(TemplateError, match=r"\$165,000"):
        said("Really I need $165,000 base.")
    with pytest.raises(TemplateError, match="pay"):
        said("I currently make more than that.")
    with pytest.raises(TemplateError, match=r"\$2M"):
        said("I saved $2M a year.")
    assert "$2M" in said("I saved $2M a year.", facts=("$2M saved a year",)).body
    third = said("The tooling Dana's team showed me is great.")
    assert any(each.rule == "addressee" for each in third.findings)


def test_a_template_of_ones_own_comes_first_and_is_checked(
    benchmark: Benchmark, tmp_path: Path
) -> None:
    folder = tmp_path / "email"
    folder.mkdir()
    text = (
        "---\npurpose: p\nwhen: w\nslots:\n"
        "  company: {from: offer, about: c}\n---\n"
        "Subject: Hi\n\nTo {{ company }}. {X}\n"
    )
    (folder / "mine.j2").write_text(text.replace("{X}", ""), encoding="utf-8")
    assert "mine" in template_names(Library(templates=tmp_path))
    letter = write(benchmark, "mine", read("3"), templates=tmp_path)
    assert letter.text == "Subject: Hi\n\nTo Lumen Robotics.\n"
    slips = (
        "I want $5,000 more.", "[Your Name]", "TODO: write", "I accept your offer.",
        "Orion Labs offered me more.", "I waive any claims.",
    )  # fmt: skip
    for slip in slips:
        (folder / "mine.j2").write_text(text.replace("{X}", slip), encoding="utf-8")
        with pytest.raises(TemplateError, match="was not written"):
            write(benchmark, "mine", read("3"), templates=tmp_path)
    threat = text.replace("{X}", "If not, I walk.")
    (folder / "mine.j2").write_text(threat, encoding="utf-8")
    warned = write(benchmark, "mine", read("3"), templates=tmp_path)
    assert "threat" in {each.rule for each in warned.findings}


@pytest.mark.parametrize("slot", ["company", "valuation", "ask"])
def test_what_the_offer_says_cannot_be_said_by_hand(
    benchmark: Benchmark, slot: str
) -> None:
    words = replace(WORDS, slots={slot: "mine"})
    with pytest.raises(TemplateError, match="cannot be set by hand"):
        write(benchmark, "counter", read("3"), ask=Ask(base=150_000), words=words)


@pytest.mark.parametrize("reason", ["two\nlines", "a\x00b"])
def test_a_line_break_in_a_fact_is_refused(benchmark: Benchmark, reason: str) -> None:
    words = replace(WORDS, reason=reason)
    with pytest.raises(TemplateError, match="line break or a control character"):
        write(benchmark, "counter", read("3"), ask=Ask(base=150_000), words=words)


ASKS = {
    "1": Ask(equity_value=160_000),
    "2": Ask(sign_on=(SignOnAsk(1, 50_000),)),
    "3": Ask(base=150_000, equity_percent=Decimal("0.15")),
    "4": Ask(base=150_000),
    "5": Ask(equity_value=220_000),
    "6": Ask(base=210_000),
    "7": Ask(base=78_000),
    "8": Ask(base=145_000),
}
BESIDE_BASE = Ask(sign_on=(SignOnAsk(1, 90_000),))


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("template", template_names())
@pytest.mark.parametrize("offer", sorted(ASKS))
def test_every_letter_keeps_its_own_rules(
    benchmark: Benchmark, template: str, offer: str, plain: bool
) -> None:
    answered = read(offer)
    rival = read("1" if offer != "1" else "6")
    days = {"until": "2027-01-08", "points": "The letter has no start date"}
    slots = read_template(template).slots
    words = replace(WORDS, slots={k: v for k, v in days.items() if k in slots})
    ask = BESIDE_BASE if template == "base-fixed" else ASKS[offer]
    given: dict[str, Any] = {
        "words": words,
        "ask": ask,
        "sign_by": date(2026, 12, 4),
        "plain": plain,
        "allow": ("verbal", "unknown-equity"),
        "others": (rival,),
        "attested": True,
    }
    if template == "extension" and answered.deadline is None:
        with pytest.raises(MissingFactsError, match="deadline"):
            write(benchmark, template, answered, **given)
        return
    letter = write(benchmark, template, answered, **given)
    known = known_facts([answered, rival], ask, today=TODAY)
    known.days |= {date(2026, 12, 4), date(2027, 1, 8)}
    known.add_text([str(letter.slots.get("ask_value") or "")], TODAY)
    again = [
        each
        for each in lint_text(letter.text, known, TODAY)
        if each.severity == "error" and each.rule != "acceptance"
    ]
    assert again == []
    for never in ("$140,000 to $160,000", "OEWS", "BLS", "median"):
        assert never not in letter.body
    assert "  " not in letter.body
    assert "\n\n\n" not in letter.body


def test_days_of_a_rival_are_written_for_the_reader(benchmark: Benchmark) -> None:
    # Cited to London: the day first, and no clock time of another firm's zone.
    london, american = read("7"), read("1")
    given: dict[str, Any] = {"others": (american,), "attested": True}
    body = write(benchmark, "competing-offer", london, **given).body
    assert "by Wednesday 9 December." in body
    back = write(benchmark, "competing-offer", american, others=(london,),
                 attested=True).body  # fmt: skip
    assert "I owe them an answer by Friday, December 11." in back


def test_rupees_are_said_in_lakh(benchmark: Benchmark) -> None:
    offer = replace(read("7"), currency="INR", base_salary=2_850_000.0)
    letter = write(benchmark, "counter", offer, ask=Ask(base=3_200_000))
    assert "Could you get to ₹32 lakh base?" in letter.body
    accepted = write(benchmark, "accept", offer).body
    assert "base salary of ₹28.5 lakh a year" in accepted


@pytest.mark.parametrize(
    ("until", "today", "words"),
    [
        ("2026-12-30", date(2026, 11, 25), "23 more days is a lot"),
        ("2026-12-12", date(2026, 11, 25), "on a weekend"),
        ("2026-12-10", date(2026, 12, 5), "call first"),
        ("2026-12-10", date(2026, 12, 4), ""),  # three days off, three more: nothing
    ],
)
def test_more_time_is_asked_with_sense(
    benchmark: Benchmark, until: str, today: date, words: str
) -> None:
    given = replace(WORDS, slots={"until": until})
    letter = write(benchmark, "extension", read("3"), words=given, today=today)
    notes = [each.message for each in letter.findings if each.rule == "note"]
    assert any(words in each for each in notes) if words else notes == []


def test_what_is_in_writing_is_not_asked_for_in_writing(benchmark: Benchmark) -> None:
    assert "Once I have it" not in write(benchmark, "acknowledge", read("3")).body
    assert "Once I have it" in write(benchmark, "acknowledge", read("4")).body


def test_one_thing_is_no_list(benchmark: Benchmark) -> None:
    one = replace(WORDS, case=("I ran the ranking service for a year",))
    body = write(benchmark, "counter", read("3"), ask=Ask(base=150_000), words=one).body
    assert "\nI ran the ranking service for a year.\n" in body
    assert "What I bring" not in body


def test_where_a_letter_is_over_the_valuation_goes_first(benchmark: Benchmark) -> None:
    # Base, percent, two of the range, valuation and what it comes to: six, then four.
    offer = replace(read("3"), posted_range=PostedRange(135_000, 170_000))
    ask = Ask(base=150_000, equity_percent=Decimal("0.15"))
    letter = write(benchmark, "counter", offer, ask=ask)
    assert "$135,000 to $170,000" in letter.body
    assert "At the $60 million valuation" not in letter.body
    assert any("valuation is left out" in each.message for each in letter.findings)


def test_a_counter_of_more_than_its_words_is_not_written(benchmark: Benchmark) -> None:
    long = replace(WORDS, case=("I built a robot that sorts parcels. " * 12,))
    ask = Ask(base=150_000)
    with pytest.raises(TemplateError, match=r"1\d\d words; letters of up to 150"):
        write(benchmark, "counter", read("3"), ask=ask, words=long)
    sent = write(benchmark, "counter", read("3"), ask=ask, words=long,
                 allow=("too-long",), because="they asked for it")  # fmt: skip
    assert len(sent.body.split()) > 150


def test_what_comes_before_a_counter_is_said(benchmark: Benchmark) -> None:
    ask = Ask(base=150_000)
    over = write(benchmark, "counter", read("3"), ask=ask, today=date(2026, 12, 10))
    assert any("still open" in each.message for each in over.findings)
    untold = replace(read("3"), equity=None)
    open_ = write(benchmark, "counter", untold, ask=ask)
    assert any("send 'clarify' first" in each.message for each in open_.findings)
    sure = write(benchmark, "counter", read("3"), ask=ask)
    assert not any("first" in each.message for each in sure.findings)


def test_days_are_written_as_in_canada(benchmark: Benchmark) -> None:
    offer = replace(read("3"), currency="CAD", location="Toronto, Canada")
    letter = write(benchmark, "counter", offer, ask=Ask(base=150_000),
                   sign_by=date(2026, 12, 4))  # fmt: skip
    assert "I would sign by Friday, December 4." in letter.body


def test_a_sign_on_of_several_years_names_its_year(benchmark: Benchmark) -> None:
    # The paper pays in years one and two: which of them is asked for must be plain.
    ask = Ask(sign_on=(SignOnAsk(1, 60_000),))
    letter = write(benchmark, "base-fixed", read("2"), ask=ask)
    assert "a sign-on of $60,000 in year one" in letter.body
    once = write(benchmark, "base-fixed", read("1"), ask=ask)
    assert "a sign-on of $60,000 be possible" in once.body


@pytest.mark.parametrize("tone", [False, True])
def test_no_line_of_a_letter_touches_its_closing(
    benchmark: Benchmark, tone: bool
) -> None:
    for name in ("acknowledge", "clarify", "decline"):
        body = write(benchmark, name, read("4"), plain=tone).body
        assert "\n\nBest regards,\n" in body
