"""The two verdicts of `check`, and that of `compare`."""

from __future__ import annotations

from typing import Any

from tests.oracle.awards import (
    Award,
    awards,
    currency,
    frac,
    fully_diluted,
    rate,
    stock_currency,
)
from tests.oracle.figures import grant_of
from tests.oracle.flows import yearly_base

LOW, MIDPOINT, HIGH, PERCENT = 140_000, 150_000, 160_000, 0.04


def base_verdict(offer: dict[str, Any], told: dict[str, Any]) -> str:
    """Base in dollars against the band of 150,000 plus or minus 10,000."""
    base = yearly_base(offer)
    if currency(offer) != "USD":
        base *= told["fx"][currency(offer)]
    if base < LOW:
        return "below"
    return "within" if base <= HIGH else "above"


def money_of(offer: dict[str, Any], told: dict[str, Any], award: Award) -> float | None:
    """Value that the paper gives, in the currency of the valuation."""
    grant = grant_of(offer, award)
    money = grant.get("value", grant.get("annual_value"))
    if money is None:
        return None
    source = grant.get("currency", currency(offer))
    return float(frac(money) * rate(told, source, stock_currency(offer)))


def equity_percent(
    offer: dict[str, Any], told: dict[str, Any]
) -> tuple[str, float | None]:
    """Verdict and percent of the company, cash awards and refreshers left out."""
    known, missing = 0.0, False
    total, value = fully_diluted(offer), offer["company"].get("valuation")
    for award in awards(offer, told, 0):
        if award.kind == "cash-award":
            continue
        if award.percent is not None:
            known += float(award.percent)
        elif award.exact is not None and total is not None:
            known += 100 * float(award.exact / total)
        elif value is not None and (money := money_of(offer, told, award)) is not None:
            known += 100 * money / value
        else:
            missing = True
    if known >= PERCENT:
        return "meets", known
    return ("not_assessable", None) if missing else ("below", known)
