from __future__ import annotations

from collections.abc import Callable

from offerlab.core.offer import Offer
from offerlab.negotiate.employer import employer_of
from offerlab.negotiate.inquiry import inquiries
from offerlab.negotiate.lever import lever_questions
from tests.conftest import LINE, PRIVATE

Read = Callable[[str], Offer]
STEM = PRIVATE.partition("equity:")[0]
CASH = """\
offerlab: 1
company: {name: Halcyon}
role: Quantitative Researcher
location: Chicago, IL
base_salary: 200_000
equity: []
"""


def asked(offer: Offer) -> list[str]:
    return inquiries(offer, employer_of(offer, LINE).kind)


def test_an_internship_is_asked_of_what_comes_after_it(read: Read) -> None:
    offer = read(STEM + "end_date: 2027-04-09\nequity: []\n")
    found = asked(offer)
    assert "offer to return" in found[0]
    assert not any(word in " ".join(found) for word in ("refresher", "bonus", "equity"))
    employer = employer_of(offer, LINE)
    assert "fixed-term" in employer.marks
    names = [each.lever for each in employer.levers]
    assert names == ["base", "sign_on", "relocation", "start"]
    # 300 days and more are a job of years
    assert (
        "fixed-term"
        not in employer_of(read(STEM + "end_date: 2028-01-10\n"), LINE).marks
    )


def test_cash_is_asked_of_its_terms(read: Read) -> None:
    plain = asked(read(CASH + "target_bonus: 30%\n"))
    assert plain[0] == "Is any part of the bonus guaranteed in the first year?"
    assert not any("payback" in each for each in plain)
    sure = read(
        CASH + "target_bonus: {target: 100_000, guaranteed_first_year: true}\n"
        "sign_on: {amount: 9_000, clawback_months: 24, clawback: prorated}\n"
    )
    first, second, third, *_ = asked(sure)
    assert first.startswith("Is the first-year bonus guaranteed in writing")
    assert second == "Could the payback period be twelve months, and pro rata?"
    assert "non-compete" in third
    assert not any("equity" in each or "refresher" in each for each in asked(sure))


def test_payback_of_several_payments_is_one_question(read: Read) -> None:
    text = STEM + "sign_on:\n- {amount: 9_000}\n- {amount: 8_000, paid_month: 13}\n"
    found = [each for each in asked(read(text)) if "pay back" in each]
    assert found == [
        "If I leave early, do I have to pay back the sign-on payments? If so, until"
        " when, and all of it or pro rata?"
    ]


def test_no_word_of_american_law_abroad(read: Read) -> None:
    text = PRIVATE.replace("  fmv_409a: 1.40\n", "") + "currency: GBP\n"
    assert "409A" in " ".join(asked(read(text.replace("currency: GBP\n", ""))))
    assert "409A" not in " ".join(asked(read(text)))


def test_a_lever_without_a_figure_is_a_question(read: Read) -> None:
    offer = read(PRIVATE + "relocation: {amount: 5_000}\n")
    levers = employer_of(offer, LINE).levers
    found = {each.lever: each.question for each in lever_questions(offer, levers)}
    assert list(found) == ["exercise_window", "review", "relocation", "start"]
    assert found["relocation"] == "Is there room in the relocation payment?"
    bare = {e.lever: e.question for e in lever_questions(read(STEM), levers)}
    assert "exercise_window" not in bare  # no options, no window
    assert bare["relocation"] == "Does the company help with moving costs?"


def test_an_untold_grant_is_asked_of_in_five_questions(read: Read) -> None:
    # Total, what it costs, vesting, what is left on leaving, and the day: the price of
    # the last round is its valuation over the shares, and not asked beside both.
    text = (
        STEM.replace("  valuation: 150_000_000\n", "")
        .replace("  fully_diluted_shares: 50_000_000\n", "")
        .replace("  preferred_price: 3.00\n", "")
        .replace("  fmv_409a: 1.40\n", "")
    )
    found = asked(read(text + "equity: [{kind: iso, shares: 18_000}]\n"))
    assert [each.partition("?")[0] for each in found[:5]] == [
        "How many fully diluted shares does the company have (options pool and"
        " convertibles included)",
        "What are the exercise price and the current 409A fair market value per share",
        "On what schedule does the grant vest, and is there a cliff",
        "How long after leaving can vested options be exercised",
        "By when do you need my answer",
    ]
    assert not any("price per share in the last round" in each for each in found)
    assert sum("409A" in each for each in found) == 1
