from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.grant import GrantKind
from offerlab.core.offer import Offer
from offerlab.errors import AssumptionError
from offerlab.model.counted import refresher_reason
from offerlab.model.ledger import Certainty, Component, Line
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import refresher_awards, refresher_grant
from offerlab.model.refresher_case import refresher_cases
from offerlab.model.totals import summarize
from tests.conftest import PRIVATE, PUBLIC, assume

Read = Callable[[str], Offer]
PROMISED = "refreshers: {annual_value: 12k, vesting: {months: 48, every_months: 12}}\n"


def refreshers(offer: Offer, *settings: str) -> list[Line]:
    ledger = build_ledger(offer, assume(settings=settings))
    return [line for line in ledger if line.component is Component.REFRESHER]


def test_refreshers_are_granted_at_each_anniversary_and_stack(read: Read) -> None:
    # $12,000 / $100 = 120 shares each year from month 12 on, 30 a year after: years
    # 2, 3 and 4 have 30, 60 and 90 shares; year 5 (horizon 5) has 120.
    offer = read(PUBLIC + PROMISED)
    ledger = build_ledger(offer, assume(settings=["horizon_years=5"]))
    paid = [y.components[Component.REFRESHER] for y in summarize(ledger).years]
    assert paid == pytest.approx([0, 3_000, 6_000, 9_000, 12_000])
    assert {line.certainty for line in refreshers(offer)} == {Certainty.MARKET}
    assert min(line.month for line in refreshers(offer)) == 24


def test_each_refresher_is_converted_at_the_price_of_its_day(read: Read) -> None:
    # 21% growth: the first is converted at $121 (99 shares), the second at $146.41
    # (81), the third at $177.16 (67).
    found = refreshers(read(PUBLIC + PROMISED), "share_growth_rate=21%")
    by_grant: dict[int, int] = {}
    for line in found:
        shares = int(line.shares or 0)
        month = line.claim.granted_month if line.claim else 0
        by_grant[month] = by_grant.get(month, 0) + shares
    assert by_grant == {12: 99, 24: 81, 36: 67}


def test_the_case_none_counts_none(read: Read) -> None:
    assert refreshers(read(PUBLIC + PROMISED), "refreshers=none") == []


def test_what_is_only_expected_is_an_assumption_and_discretionary(read: Read) -> None:
    spoken = PUBLIC + PROMISED.replace("{annual", "{promised: false, annual")
    assert refreshers(read(spoken)) == []
    found = refreshers(read(spoken), "refreshers=expected")
    assert {line.certainty for line in found} == {Certainty.DISCRETIONARY}
    assert {line.basis for line in found} == {"assumption"}


def test_an_expected_size_may_be_assumed_and_is_never_guessed(read: Read) -> None:
    with pytest.raises(AssumptionError, match="expected_refresher=50000"):
        refreshers(read(PUBLIC), "refreshers=expected")
    # 50,000 / 100 = 500 shares at months 12, 24, 36 on the first grant's schedule.
    found = refreshers(read(PUBLIC), "refreshers=expected", "expected_refresher=50000")
    assert sum(int(line.shares or 0) for line in found) == 1_500


@pytest.mark.parametrize("size", ["shares: 4_000", "percent: 0.008"])
def test_private_refreshers_are_illiquid(read: Read, size: str) -> None:
    # 0.008% of 50M is 4,000 shares: a quarter of them a year after each anniversary.
    # Years 2, 3, 4: 1,000, 2,000, 3,000 × $3.00.
    text = f"refreshers: {{{size}, vesting: {{months: 48, every_months: 12}}}}\n"
    stock = PRIVATE.replace("kind: iso", "kind: double-trigger-rsu")
    offer = read(stock.replace(", strike: 0.90", "") + text)
    ledger = build_ledger(offer, assume())
    alone = [line for line in ledger if line.component is Component.REFRESHER]
    in_horizon = [line for line in alone if line.year <= 4]
    worths = [ledger.worth(line, "notional") for line in in_horizon]
    assert sum(worths) == pytest.approx(18_000)
    assert {line.amount for line in alone} == {0.0}


def test_later_options_have_a_strike_of_their_own_day(read: Read) -> None:
    text = "refreshers: {shares: 4_000, vesting: {months: 48, every_months: 12}}\n"
    ledger = build_ledger(read(PRIVATE + text), assume())
    found = [line for line in ledger if line.component is Component.REFRESHER]
    assert {ledger.worth(line, "intrinsic") for line in found} == {None}
    assert {ledger.worth(line, "exercise_cost") for line in found} == {None}


def test_three_cases_side_by_side(read: Read) -> None:
    found = refresher_cases(read(PUBLIC + PROMISED), assume())
    years = {case: t and [y.total for y in t.years] for case, t in found.items()}
    # Base 145,000 and the first grant: 5,000, 15,000, 40,000, 40,000.
    none = [150_000, 160_000, 185_000, 185_000]
    assert years["none"] == pytest.approx(none)
    more = [a + b for a, b in zip(none, (0, 3_000, 6_000, 9_000), strict=True)]
    assert years["promised"] == pytest.approx(more)
    assert years["expected"] == pytest.approx(more)
    assert refresher_cases(read(PUBLIC), assume()) == {}


def test_an_expected_case_without_a_size_is_unknown(read: Read) -> None:
    text = PUBLIC + "refreshers: {promised: false}\n"
    assert refresher_cases(read(text), assume())["expected"] is None


def test_a_refresher_without_a_schedule_takes_that_of_the_first_grant(
    read: Read,
) -> None:
    found = refreshers(read(PUBLIC + "refreshers: {shares: 100}\n"))
    first = [line for line in found if line.claim and line.claim.granted_month == 12]
    assert [(line.month, line.shares) for line in first] == [
        (24, 5), (36, 15), (42, 20), (48, 20), (54, 20), (60, 20),
    ]  # fmt: skip


def test_a_promise_without_a_size_counts_as_none(read: Read) -> None:
    offer = read(PUBLIC + "refreshers: {promised: true}\n")
    assert refreshers(offer) == []
    reason = "the size of a refresher is not given, so none is counted"
    assert refresher_reason(offer, assume()) == reason


def test_what_is_spoken_of_without_a_size_takes_the_assumed_one(read: Read) -> None:
    # 50,000 / 100 = 500 shares, thrice; the vesting that was spoken of stays.
    spoken = "refreshers: {promised: false, vesting: {months: 12, every_months: 12}}\n"
    offer = read(PUBLIC + spoken)
    assert refreshers(offer) == []
    found = refreshers(offer, "refreshers=expected", "expected_refresher=50000")
    assert [(line.month, line.shares) for line in found] == [
        (24, 500), (36, 500), (48, 500),
    ]  # fmt: skip
    assert {line.basis for line in found} == {"assumption"}


@pytest.mark.parametrize("years", [1, 2, 3, 4, 5])
def test_only_refreshers_of_the_horizon_vest_beyond_it(read: Read, years: int) -> None:
    # 1,000 shares at each anniversary, whole after a year: of those made within the
    # horizon, all but the last vest within it too.
    text = PUBLIC.partition("equity:")[0] + (
        "equity: {kind: cash-award, value: 4000, vesting: lyft-1yr}\n"
        "refreshers: {shares: 1_000, vesting: {months: 12, every_months: 12}}\n"
    )
    ledger = build_ledger(read(text), assume(settings=[f"horizon_years={years}"]))
    assert summarize(ledger).beyond_horizon.shares == 0


def test_a_case_that_cannot_be_dated_is_unknown(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0]
    found = refresher_cases(read(text), assume(settings=["expected_refresher=20000"]))
    assert found["expected"] is None
    assert found["none"] is not None


def test_a_refresher_keeps_what_the_paper_says_of_it(read: Read) -> None:
    text = PUBLIC + (
        "refreshers: {annual_value: 12k, basis: verbal, vesting: amazon-new-hire}\n"
    )
    offer = read(text)
    assert offer.refreshers is not None
    grant = refresher_grant(offer, offer.refreshers)
    assert (grant.number, grant.basis) == (0, "verbal")
    assert grant.vesting_name == "amazon-new-hire"
    assert grant.vesting_source == offer.refreshers.vesting_source != ""
    numbers = [award.number for award in refresher_awards(offer, assume(), 4)]
    assert numbers == [1, 2, 3]


def test_a_private_refresher_without_a_first_grant_is_a_plain_unit(read: Read) -> None:
    cash = PRIVATE.partition("equity:")[0]
    offer = read(f"{cash}refreshers: {{shares: 10}}\n")
    assert offer.refreshers is not None
    assert refresher_grant(offer, offer.refreshers).kind is GrantKind.RSU
    # At a public company it is one whatever the first grant is.
    option = "equity: {kind: nso, shares: 9, strike: 60, vesting: lyft-4yr}\n"
    offer = read(PUBLIC.partition("equity:")[0] + option + PROMISED)
    assert offer.refreshers is not None
    assert refresher_grant(offer, offer.refreshers).kind is GrantKind.RSU


@pytest.mark.parametrize(("last", "count"), [("2029-01-31", 1), ("2029-02-01", 2)])
def test_a_refresher_of_the_last_day_is_still_made(
    read: Read, last: str, count: int
) -> None:
    paper = PUBLIC.replace("base_salary", f"end_date: {last}\nbase_salary")
    offer = read(paper + PROMISED)
    assert len(list(refresher_awards(offer, assume(), 4))) == count


def test_the_size_that_is_asked_for_is_asked_for_in_words(read: Read) -> None:
    words = (
        "refreshers=expected: say how much is expected a year, as --set"
        " expected_refresher=50000 (in USD), or write it into the offer as"
        " 'refreshers: {promised: false, annual_value: 50000}'"
    )
    own = assume(settings=["refreshers=expected"])
    with pytest.raises(AssumptionError) as caught:
        list(refresher_awards(read(PUBLIC), own, 4))
    assert str(caught.value) == words


def test_an_assumed_refresher_is_expected_and_not_promised(read: Read) -> None:
    own = assume(settings=["refreshers=expected", "expected_refresher=50_000"])
    found = list(refresher_awards(read(PUBLIC), own, 2))
    assert {(award.expected, award.basis) for award in found} == {(True, "assumption")}
    assert {award.grant.basis for award in found} == {"assumption"}
