"""Grants: made on their own day, turned into shares once, vesting in tranches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.dates import add_months, month_of
from tests.oracle.flows import end_of, start_of

OPTIONS = {"iso", "nso", "option"}


@dataclass(frozen=True)
class Vest:
    """One tranche: its month, its whole shares (or none) and its weight."""

    month: int
    day: date
    shares: int | None
    weight: Fraction


@dataclass(frozen=True)
class Award:
    """A grant that has been made."""

    grant: int
    kind: str
    part: str
    day: date
    month: int
    shares: int | None
    value: float | None
    hurdle: float | None
    later: float | None
    struck_at_grant: bool
    percent: Fraction | None
    exact: Fraction | None
    vests: list[Vest]


def frac(number: Any) -> Fraction:
    """A number as it is written."""
    return Fraction(str(number))


def is_public(offer: dict[str, Any]) -> bool:
    """Is there a market for the stock?"""
    return bool(offer["company"].get("stage") == "public")


def rate(told: dict[str, Any], source: str, target: str) -> Fraction:
    """Target units for one source unit."""
    dollars: dict[str, Fraction] = {"USD": Fraction(1)} | {
        k: frac(v) for k, v in told["fx"].items()
    }
    return dollars[source] / dollars[target]


def currency(offer: dict[str, Any]) -> str:
    """The offer's currency."""
    return str(offer.get("currency", "USD"))


def stock_currency(offer: dict[str, Any]) -> str:
    """The currency of prices and strikes."""
    return str(offer["company"].get("currency", currency(offer)))


def price_at(
    offer: dict[str, Any], told: dict[str, Any], grant: dict[str, Any], month: int
) -> float | None:
    """Price of a public share in a month of employment, in its own currency."""
    price = offer["company"].get("share_price", grant.get("conversion_price"))
    if price is None:
        return None
    return float(price) * float((1 + told["share_growth_rate"]) ** (month / 12))


def weights(block: dict[str, Any]) -> list[tuple[int, Fraction]]:
    """Month after the vesting start and cumulative part of each tranche."""
    if "yearly" in block:
        steps, done = [], Fraction(0)
        for year, weight in enumerate(block["yearly"], 1):
            cadence = block.get("every_months", 12)
            if isinstance(cadence, dict):
                cadence = cadence.get(str(year), 12)
            for month in range(cadence, 13, cadence):
                done += frac(weight) / 100 * Fraction(cadence, 12)
                steps.append((12 * (year - 1) + month, done))
        return steps
    months, every = block["months"], block["every_months"]
    cliff = block.get("cliff_months", 0)
    return [
        (month, Fraction(month, months))
        for month in range(every, months + 1, every)
        if month >= cliff
    ]


def tranches(
    block: dict[str, Any],
    shares: int | None,
    begin: tuple[date, int],
    made: date,
    offer: dict[str, Any],
) -> list[Vest]:
    """Whole shares of each vest, the running total rounded once a vest.

    Nothing vests before it is granted: earlier tranches come on that day.
    """
    nearest = block.get("allocation") == "CUMULATIVE_ROUNDING"
    done, part, vests = 0, Fraction(0), []
    for after, cumulative in weights(block):
        day = max(add_months(begin[0], after, begin[1]), made)
        if shares is None:
            count = None
        else:
            exact = shares * cumulative
            total = math.floor(exact + Fraction(1, 2)) if nearest else math.floor(exact)
            count, done = total - done, total
        if day <= end_of(offer):
            vests.append(
                Vest(month_of(day, start_of(offer)), day, count, cumulative - part)
            )
        part = cumulative
    return vests


def whole(exact: Fraction, how: str) -> int:
    """Shares, rounded once."""
    if how == "up":
        return math.ceil(exact)
    return math.floor(exact + Fraction(1, 2)) if how == "nearest" else math.floor(exact)


def fully_diluted(offer: dict[str, Any]) -> Fraction | None:
    """Of the paper, else post-money over the price of the round."""
    company = offer["company"]
    if "fully_diluted_shares" in company:
        return frac(company["fully_diluted_shares"])
    if "valuation" in company and "preferred_price" in company:
        return frac(company["valuation"]) / frac(company["preferred_price"])
    return None


def strike_of(
    offer: dict[str, Any], told: dict[str, Any], grant: dict[str, Any], month: int
) -> float | None:
    """Strike or purchase price; 0 for stock that costs nothing."""
    if grant["kind"] in OPTIONS:
        strike = grant.get("strike")
        if strike != "at-grant":
            return None if strike is None else float(strike)
        if is_public(offer):
            return price_at(offer, told, grant, month)
        return float(offer["company"]["fmv_409a"]) if month == 0 else None
    return float(grant.get("purchase_price", 0))


def _size(
    offer: dict[str, Any], told: dict[str, Any], grant: dict[str, Any], month: int
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Unrounded shares, money and percent of one award, what it is not being none."""
    if "shares" in grant:
        return frac(grant["shares"]), None, None
    if "percent" in grant:
        told_percent = grant["percent"]
        percent = frac(str(told_percent).rstrip("%"))
        total = fully_diluted(offer)
        if total is None:
            return None, None, percent
        return total * percent / 100, None, percent
    value = frac(grant.get("value", grant.get("annual_value")))
    if grant["kind"] == "cash-award":
        return None, value, None
    source = grant.get("currency", currency(offer))
    money = value * rate(told, source, stock_currency(offer))
    if grant["kind"] in OPTIONS:
        if "annual_value" in grant:
            return None, value * rate(told, source, currency(offer)), None
        basis = grant.get("value_basis")
        if basis == "fair-value":
            return money / frac(grant["option_value"]), None, None
        strike = strike_of(offer, told, grant, month)
        assert strike is not None
        return money / frac(strike), None, None
    price: Any = grant.get("conversion_price")
    if price is None or "annual_value" in grant:
        at = (
            price_at(offer, told, grant, month)
            if is_public(offer)
            else offer["company"].get("preferred_price")
        )
        price = price if at is None else at
    if price is None:
        return None, value * rate(told, source, currency(offer)), None
    return money / frac(price), None, None


def _later_money(
    offer: dict[str, Any], told: dict[str, Any], grant: dict[str, Any], month: int
) -> float | None:
    """Money in the offer's currency that becomes shares on a day to come."""
    money = grant.get("value", grant.get("annual_value"))
    settled = month == 0 or ("conversion_price" in grant and "value" in grant)
    if money is None or settled or grant["kind"] in OPTIONS:
        return None
    pays = told["psu_payout"] if grant["kind"] == "psu" else 1
    source = grant.get("currency", currency(offer))
    return float(frac(money) * frac(pays) * rate(told, source, currency(offer)))


def days_of(offer: dict[str, Any], grant: dict[str, Any]) -> list[date]:
    """The days on which a grant is made."""
    start = start_of(offer)
    if "grant_dates" in grant:
        return [date.fromisoformat(day) for day in grant["grant_dates"]]
    first = start
    if "grant_date" in grant:
        first = date.fromisoformat(grant["grant_date"])
    if "granted_month" in grant:
        first = add_months(start, grant["granted_month"])
    years = grant.get("years", 1) if "annual_value" in grant else 1
    return [add_months(first, 12 * year) for year in range(years)]


def awards(offer: dict[str, Any], told: dict[str, Any], years: int) -> list[Award]:
    """Every award that is made by the end of the term, refreshers included."""
    made = []
    for index, grant in enumerate(offer.get("equity", [])):
        part = "cash_award" if grant["kind"] == "cash-award" else "equity"
        for day in days_of(offer, grant):
            made += _make(offer, told, index, part, grant, day)
    plan = offer.get("refreshers")
    if isinstance(plan, dict) and told["refreshers"] != "none":
        # Private refreshers come as the first stock does; an option's strike and
        # price are those of a day to come, so it is money by weight.
        stock = [g["kind"] for g in offer["equity"] if g["kind"] != "cash-award"]
        kind = "rsu" if is_public(offer) or not stock else stock[0]
        grant = {"kind": kind, **plan}
        for year in range(1, years + 1):
            day = add_months(start_of(offer), 12 * year)
            made += _make(offer, told, -1, "refresher", grant, day)
    return made


def _make(
    offer: dict[str, Any],
    told: dict[str, Any],
    index: int,
    part: str,
    grant: dict[str, Any],
    day: date,
) -> list[Award]:
    if day > end_of(offer):
        return []
    month = month_of(day, start_of(offer))
    exact, value, percent = _size(offer, told, grant, month)
    shares = None if exact is None else whole(exact, grant.get("rounding", "down"))
    if grant["kind"] == "psu":
        pays = frac(told["psu_payout"])
        shares = None if shares is None else math.floor(shares * pays)
        value = None if value is None else value * pays
    own_day = part == "refresher" or "annual_value" in grant
    begin = day if own_day else start_of(offer)
    # Months are always counted from the start: a grant of February 28 of somebody who
    # began on a 31st vests on the 31st of March.
    dated = "grant_date" in grant or "grant_dates" in grant
    kept = begin.day if dated or not own_day else start_of(offer).day
    if "vesting_start" in grant:
        begin = date.fromisoformat(grant["vesting_start"])
        kept = begin.day
    return [
        Award(
            index,
            grant["kind"],
            part,
            day,
            month,
            shares,
            None if value is None else float(value),
            strike_of(offer, told, grant, month),
            _later_money(offer, told, grant, month),
            grant.get("strike") == "at-grant",
            percent,
            exact,
            tranches(grant["vesting"], shares, (begin, kept), day, offer),
        )
    ]
