from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.benefit import MatchTier, RetirementMatch, StockPurchasePlan
from offerlab.core.offer import Offer
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def match_of(read: Read, words: str) -> RetirementMatch:
    benefits = read(f"{PUBLIC}benefits: {{retirement_match: {words}}}\n").benefits
    assert benefits is not None
    assert benefits.retirement_match is not None
    return benefits.retirement_match


def test_a_match_may_have_tiers_and_a_limit(read: Read) -> None:
    match = match_of(
        read,
        "{tiers: [{rate: 100%, up_to: 3%}, {rate: 50%, up_to: 5%}], max: 6_000}",
    )
    assert match.tiers == (MatchTier(1.0, 0.03), MatchTier(0.5, 0.05))
    assert match.yearly_limit == 6_000
    assert match.wording == "100% of the first 3%, then 50% of the next 2% of base"
    # 3% whole and half of the next 2%; of a contribution of 4% half of the next 1%.
    assert match.of_base(0.05) == pytest.approx(0.04)
    assert match.of_base(0.20) == pytest.approx(0.04)
    assert match.of_base(0.04) == pytest.approx(0.035)


def test_an_employer_may_pay_without_the_employee(read: Read) -> None:
    match = match_of(read, "{employer: 10%}")
    assert (match.of_base(0), match.of_base(0.5)) == (0.10, 0.10)
    assert match.wording == "10% of base"


def test_no_match_is_told(read: Read) -> None:
    offer = read(PUBLIC + "benefits: {retirement_match: none}\n")
    assert offer.says_none("benefits.retirement_match")


def test_a_purchase_plan_is_read_as_written(read: Read) -> None:
    plan = "{discount: 15%, lookback: true, offering_months: 24, purchase_months: 6"
    benefits = read(
        f"{PUBLIC}benefits: {{espp: {plan}, max_contribution: 10%}}}}\n"
    ).benefits
    assert benefits is not None
    assert benefits.espp == StockPurchasePlan(0.15, True, 24, 6, 0.10)


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ("{retirement_match: {}}", "retirement_match", "the match has no size"),
        ("{retirement_match: {rate: 50%}}", "retirement_match.up_to", "is missing"),
        ("{retirement_match: {tiers: [50%]}}", "retirement_match.tiers.1", "a tier is"),
        (
            "{retirement_match: {tiers: [{rate: 50%, up_to: 6%}], rate: 50%}}",
            "retirement_match.rate",
            "put it in 'tiers'",
        ),
        (
            "{retirement_match: {tiers: [{rate: 1%, up_to: 5%}, {rate: 1%,"
            " up_to: 3%}]}}",
            "retirement_match.tiers.2.up_to",
            "counts from zero",
        ),
        ("{retirement_match: {employer: 10}}", "retirement_match.employer", "its sign"),
        (
            "{espp: {discount: 15%, offering_months: 24, purchase_months: 7}}",
            "espp.purchase_months",
            "do not divide",
        ),
        (
            "{espp: {discount: 15%, max_contribution: 10}}",
            "espp.max_contribution",
            "with its sign",
        ),
    ],
)
def test_benefits_that_cannot_be_are_refused(
    faults: Faults, value: str, field: str, words: str
) -> None:
    assert_refused(faults, f"benefits: {value}", f"benefits.{field}", words)
