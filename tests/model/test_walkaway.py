from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.offer import Offer
from offerlab.model.expectation import leaving_chances
from offerlab.model.leaving_query import leaving_queries
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from offerlab.model.walkaway import Leaving, walkaway
from tests.conftest import PRIVATE, PUBLIC, assume
from tests.model.lines import with_grant

Read = Callable[[str], Offer]
SIGN_ON = "sign_on: {amount: 24k, clawback_months: 24, clawback: prorated}\n"


def rows(offer: Offer, *settings: str) -> tuple[Leaving, ...]:
    return walkaway(offer, assume(settings=settings)).rows


def test_leaving_after_six_months(read: Read) -> None:
    # Paid: 6 × 145,000 / 12 = 72,500 + 24,000 = 96,500; owed 24,000 × 18 / 24 =
    # 18,000; net 78,500. All 1,000 shares at $100 are lost.
    six = rows(read(PUBLIC + SIGN_ON))[6]
    assert (six.paid, six.clawback, six.net) == pytest.approx((96_500, 18_000, 78_500))
    assert (six.vested.shares, six.forfeited.shares) == (0, 1_000)
    assert six.forfeited.amount == pytest.approx(100_000)
    assert str(six.when) == "2027-08-01"


def test_options_cost_cash_within_the_window(read: Read) -> None:
    # After 12 months a quarter of 20,000 options at $0.90: 5,000 × 0.90 = $4,500
    # within 3 months of 2028-01-11.
    offer = read(PRIVATE + "exercise_window_months: 3\n")
    year = rows(offer)[12]
    assert year.vested.shares == 5_000
    assert year.exercise_cost == pytest.approx(4_500)
    assert str(year.exercise_by) == "2028-04-11"
    assert year.net == pytest.approx(150_000)
    assert year.net_after_exercise == pytest.approx(145_500)
    assert (year.vested.notional, year.forfeited.notional) == (15_000, 45_000)
    assert rows(offer)[11].exercise_cost == 0


def test_an_unknown_strike_or_size_leaves_the_cost_unknown(read: Read) -> None:
    unknown = rows(read(PRIVATE.replace(", strike: 0.90", "")))[12]
    assert unknown.exercise_cost is None
    assert unknown.net_after_exercise is None
    assert unknown.net == pytest.approx(150_000)


def test_public_options_are_already_net_of_strike(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0]
    text += "equity: {kind: nso, shares: 1000, strike: 60, vesting: snap-1yr}\n"
    year = rows(read(text))[12]
    assert year.exercise_cost == pytest.approx(60_000)
    assert year.net_after_exercise == year.net == pytest.approx(145_000 + 40_000)


def test_later_grants_are_lost_only_once_they_are_made(read: Read) -> None:
    # A refresher of 120 shares on each anniversary; who leaves on that day has none.
    text = "refreshers: {annual_value: 12k, vesting: {months: 48, every_months: 12}}\n"
    found = rows(read(PUBLIC + text))
    assert found[11].forfeited.shares == 1_000
    assert found[12].forfeited.shares == 950
    assert found[12].vested.shares == 50
    assert found[13].forfeited.shares == 950 + 120


def test_a_grant_that_is_not_counted_leaves_the_figures_unknown(read: Read) -> None:
    text = PUBLIC.replace(", share_price: 100", "")
    year = rows(read(text))[24]
    assert (year.vested.shares, year.forfeited.amount) == (None, None)
    assert year.exercise_cost is None
    assert year.net == pytest.approx(290_000)  # cash alone, and the grant is listed


@given(
    sign_on=st.integers(100, 100_000),
    months=st.integers(0, 48),
    kind=st.sampled_from(["prorated", "all-or-nothing"]),
    growth=st.integers(-50, 100),
)
def test_walking_away_is_consistent_with_the_ledger(
    sign_on: int, months: int, kind: str, growth: int
) -> None:
    import tempfile
    from pathlib import Path

    from offerlab.ingest.offers import read_offers

    text = PUBLIC + (
        f"sign_on: {{amount: {sign_on}, clawback_months: {months}, clawback: {kind}}}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_text(text, encoding="utf-8")
        (offer,), _ = read_offers([path])
    assumptions = assume(settings=[f"share_growth_rate={growth}%"])
    totals = summarize(build_ledger(offer, assumptions))
    found = walkaway(offer, assumptions)
    assert len(found.rows) == 49
    for year in range(1, 5):
        paid = sum(each.total for each in totals.years[:year])
        assert found.rows[12 * year].paid == pytest.approx(paid)
    assert found.rows[48].net == pytest.approx(totals.total)  # nothing is owed by then
    for before, after in zip(found.rows, found.rows[1:], strict=False):
        assert after.paid >= before.paid
        assert after.clawback <= before.clawback + sign_on
        shares = (after.vested.shares or 0) + (after.forfeited.shares or 0)
        assert shares == 1_000
    assert found.expected == (0, 0, 1)  # nobody leaves


def test_the_expectation_weighs_each_month_with_its_chance(read: Read) -> None:
    # One year, 19% to leave in it: with k = 0.81^(1/12) the chance of month m is
    # k^(m-1) - k^m. All 1,000 shares × 100 are lost in months 1 to 11; in month 12 a
    # twentieth has vested, so 95,000: 100,000 × (1 - k^11) + 95,000 × (k^11 - 0.81).
    text = PUBLIC + "sign_on: {amount: 12_000, clawback_months: 12}\n"
    settings = ["leaving_rate=19%", "horizon_years=1"]
    found = walkaway(read(text), assume(settings=settings)).expected
    kept = 0.81 ** (1 / 12)
    by_hand = 100_000 * (1 - kept**11) + 95_000 * (kept**11 - 0.81)
    assert found.forfeited == pytest.approx(by_hand)
    assert found.owed_back == pytest.approx(12_000 * (1 - kept**11))
    assert found.stay_chance == pytest.approx(0.81)


def test_the_expectation_is_the_sum_over_the_months(read: Read) -> None:
    # The same by the rows: chance of month m × what leaving in it forfeits.
    later = PUBLIC + (
        "refreshers: {annual_value: 50_000, vesting: {months: 48, every_months: 3}}\n"
    )
    settings = ["leaving_rate=15%", "share_growth_rate=7%"]
    found = walkaway(read(later), assume(settings=settings))
    chances = leaving_chances(0.15, 48)
    rows = zip(chances, found.rows[1:], strict=True)
    lost = sum(chance * (row.forfeited.amount or 0) for chance, row in rows)
    assert found.expected.forfeited == pytest.approx(lost)


def test_a_leaver_with_nothing_at_risk_loses_nothing(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0]
    found = walkaway(read(text), assume(settings=["leaving_rate=30%"])).expected
    assert (found.forfeited, found.owed_back) == (0, 0)
    assert found.stay_chance == pytest.approx(0.7**4)


def test_shares_that_wait_for_an_event_are_neither_kept_nor_lost(
    write: Callable[[str, str], object],
) -> None:
    import json

    from offerlab.ingest.offers import read_offers
    from offerlab.model.not_counted import not_counted
    from tests.ocf_terms import monthly

    terms = monthly(portion={"numerator": "1", "denominator": "8"})
    write("terms.json", json.dumps(terms))
    text = PUBLIC.replace("amazon-new-hire", "{ocf: terms.json}")
    (offer,), _ = read_offers([str(write("a.yaml", text))])
    assert rows(offer)[2].forfeited.shares is None
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "date 500 of 1,000 shares" in reasons["equity.1.vesting"]


@pytest.mark.parametrize(
    "more",
    [
        "equity: {kind: cash-award, value: 100_000}\n",
        "refreshers: {shares: 10, vesting: {ocf: nowhere.json}}\n",
    ],
)
def test_whatever_is_not_counted_makes_what_is_lost_unknown(
    read: Read, more: str
) -> None:
    text = PUBLIC.partition("equity:")[0] if more.startswith("equity") else PUBLIC
    assert rows(read(text + more))[6].forfeited.amount is None


def test_leaving_is_a_frame_with_a_row_a_month(read: Read) -> None:
    frame = walkaway(read(PRIVATE + "exercise_window_months: 3\n"), assume()).to_frame()
    assert list(frame["month"]) == list(range(49))
    year = frame.iloc[12]
    # A quarter of 20,000 options at $0.90, 3 months from 2028-01-11.
    assert (year["vested_shares"], year["forfeited_shares"]) == (5_000, 15_000)
    assert year["exercise_cost"] == pytest.approx(4_500)
    assert str(year["exercise_by"].date()) == "2028-04-11"
    assert frame["when"].dtype.kind == frame["exercise_by"].dtype.kind == "M"
    assert frame["net"].dtype == "float64"


def test_benefits_of_the_month_of_leaving_are_paid(read: Read) -> None:
    # $1,200 a year, a twelfth at the end of each month: 12 × 100 after a year.
    found = rows(read(PUBLIC + "benefits: {hsa: 1_200}\n"))
    assert [found[m].benefits for m in (0, 1, 12)] == pytest.approx([0, 100, 1_200])


def test_the_words_of_a_month_say_at_which_price_options_count(read: Read) -> None:
    spread = "options at their spread at the price of that month"
    for grant, said in (
        ("{kind: nso, shares: 1000, strike: 60, vesting: lyft-4yr}", True),
        ("{kind: rsu, shares: 1000, vesting: lyft-4yr}", False),
    ):
        offer = read(with_grant(PUBLIC, grant))
        ledger = build_ledger(offer, assume())
        assert (spread in leaving_queries(offer, ledger, 12)["paid"].words) is said
    # Private options have no market's spread.
    private = read(PRIVATE)
    ledger = build_ledger(private, assume())
    assert spread not in leaving_queries(private, ledger, 12)["paid"].words


def test_the_leaving_rate_is_that_of_the_offer(read: Read) -> None:
    own = assume(settings=["leaving_rate=10%", "Contoso:leaving_rate=19%"])
    found = walkaway(read(PUBLIC), own)
    assert found.leaving_rate == pytest.approx(0.19)
    assert found.expected.stay_chance == pytest.approx(0.81**4)
