from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from offerlab.core.grant import Acceleration, Conversion, Grant, GrantKind
from offerlab.core.offer import Offer
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]
VESTING = "vesting: {months: 48, every_months: 12}"
NO_EQUITY = PUBLIC.partition("equity:")[0]


def grant_of(read: Read, words: str) -> Grant:
    (grant,) = read(f"{NO_EQUITY}equity: {{{words}, {VESTING}}}\n").equity or ()
    return grant


def test_a_grant_may_be_made_on_its_own_day(read: Read) -> None:
    by_date = grant_of(read, "kind: rsu, value: 9k, grant_date: 2027-08-01")
    assert by_date.grant_date == date(2027, 8, 1)
    by_month = grant_of(read, "kind: rsu, value: 9k, granted_month: 6")
    assert by_month.granted_month == 6
    yearly = grant_of(
        read, "kind: rsu, annual_value: 9k, grant_dates: [2027-03-01, 2028-03-01]"
    )
    assert yearly.grant_dates == (date(2027, 3, 1), date(2028, 3, 1))
    # as a cell of a table has them
    cell = grant_of(
        read, "kind: rsu, annual_value: 9k, grant_dates: 2027-03-01/2028-03-01"
    )
    assert cell.grant_dates == yearly.grant_dates


def test_an_average_may_be_of_trading_days_or_of_the_month_before(read: Read) -> None:
    trading = "{rule: average, days: 30, calendar: trading, before: grant}"
    grant = grant_of(read, f"kind: rsu, value: 9k, conversion: {trading}")
    assert grant.conversion == Conversion("average", 30, "trading", "grant")
    month = "{rule: average, over: prior-month}"
    grant = grant_of(read, f"kind: rsu, value: 9k, conversion: {month}, rounding: up")
    assert grant.conversion == Conversion("average", over="prior-month")
    assert grant.rounding == "up"


def test_options_of_an_untold_kind_and_by_value(read: Read) -> None:
    by_value = "kind: option, value: 9k, value_basis: fair-value, option_value: 16"
    grant = grant_of(read, f"{by_value}, strike: at-grant")
    assert (grant.kind, grant.kind.is_option) == (GrantKind.OPTION, True)
    assert (grant.strike, grant.strike_at_grant) == (None, True)
    assert (grant.value_basis, grant.option_value) == ("fair-value", 16)
    assert grant_of(read, "kind: nso, value: 9k, strike: 1").value_is_untold


def test_bought_stock_and_the_next_months_vests(read: Read) -> None:
    grant = grant_of(
        read,
        "kind: restricted-stock, shares: 9, purchase_price: 0.2,"
        " acceleration: {trigger: double, months: 12}",
    )
    assert grant.hurdle == grant.purchase_price == 0.2
    assert grant.acceleration == Acceleration("double", Fraction(1), 12)


def test_a_large_percent_takes_its_sign(read: Read) -> None:
    assert grant_of(read, "kind: rsu, percent: 16%").percent == Decimal(16)


@pytest.mark.parametrize(
    ("words", "key", "said"),
    [
        ("kind: rsu, percent: 16", "percent", "takes its sign: 16%"),
        ("kind: rsu, percent: 16%%", "percent", "two percent signs; write 16%"),
        ("kind: rsu, percent: 160%", "percent", "more than the whole company"),
        ("kind: stock-options, shares: 9", "kind", "did you mean 'option'"),
        ("kind: rsu, value: 9k, grant_date: 2027-01-01", "grant_date",
         "before the start date"),
        ("kind: rsu, value: 9k, grant_date: soon", "grant_date", "write it as 2027"),
        ("kind: rsu, value: 9k, granted_month: -1", "granted_month", "negative"),
        ("kind: rsu, value: 9k, grant_date: 2027-08-01, granted_month: 6",
         "granted_month", "dated 2 times"),
        ("kind: rsu, value: 9k, grant_dates: [2027-08-01]", "grant_dates",
         "goes with 'annual_value'"),
        ("kind: rsu, annual_value: 9k, grant_dates: [2028-03-01, 2027-03-01]",
         "grant_dates.2", "put the dates in order"),
        ("kind: rsu, annual_value: 9k, grant_dates: [March]", "grant_dates.1",
         "is not a date"),
        ("kind: rsu, value: 9k, rounding: rounded up", "rounding", "one of: down, up"),
        ("kind: rsu, value: 9k, conversion: {rule: mean}", "conversion.rule",
         "close, average"),
        ("kind: rsu, value: 9k, conversion: {rule: close, days: 9}",
         "conversion.days", "goes with an average"),
        ("kind: rsu, value: 9k, conversion: {rule: average, days: 9, over:"
         " prior-month}", "conversion.days", "keep one of 'days' and 'over'"),
        ("kind: rsu, value: 9k, conversion: {rule: average, days: 30, calendar:"
         " bank}", "conversion.calendar", "calendar, trading"),
        ("kind: nso, shares: 9, strike: FMV", "strike", "write 'at-grant'"),
        ("kind: nso, shares: 9", "strike", "'at-grant'"),
        ("kind: nso, value: 9k, strike: 1, value_basis: fair-value", "value_basis",
         "add 'option_value'"),
        ("kind: nso, value: 9k, strike: 1, value_basis: face, option_value: 2",
         "option_value", "goes with a fair value"),
        ("kind: nso, value: 9k, strike: 1, value_basis: Black-Scholes", "value_basis",
         "fair-value, face"),
        ("kind: rsu, shares: 9, acceleration: {trigger: double, months: 6,"
         " share: 50%}", "acceleration.months", "keep the letter's"),
    ],
)  # fmt: skip
def test_a_grant_that_cannot_be_is_refused(
    faults: Faults, words: str, key: str, said: str
) -> None:
    line = f"equity: {{{words}, {VESTING}}}"
    text = NO_EQUITY + line + "\n"
    found = [p for p in faults(text) if p.severity == "error"]
    told = [p.field for p in found if said in f"{p.message}; {p.remedy}"]
    assert told == [f"equity.1.{key}"], found


def test_nothing_is_granted_after_the_end(faults: Faults) -> None:
    text = NO_EQUITY + "end_date: 2028-01-31\n"
    for key in ("grant_date: 2028-02-01", "granted_month: 13"):
        line = f"equity: {{kind: rsu, value: 9k, {key}, {VESTING}}}\n"
        (found,) = [p for p in faults(text + line) if p.severity == "error"]
        assert found.field == f"equity.1.{key.partition(':')[0]}"
        assert "lies after the end of the job, 2028-01-31" in found.message


def test_a_job_does_not_end_before_it_starts(faults: Faults) -> None:
    assert_refused(
        faults, "end_date: 2027-01-31", "end_date", "before the start date, 2027-02-01"
    )
    assert_refused(faults, "end_date: two years", "end_date", "is not a date")


def test_only_an_iso_of_the_day_is_asked_to_meet_its_value(faults: Faults) -> None:
    options = f"equity: {{kind: iso, shares: 9, strike: 40, {VESTING}"
    assert any(
        "is not an ISO" in p.message for p in faults(f"{NO_EQUITY}{options}}}\n")
    )
    later = f"{NO_EQUITY}{options}, grant_date: 2027-08-01}}\n"
    assert faults(later) == []
