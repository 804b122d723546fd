"""What a dated amount or a tranche is worth, and the sums that are shown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.oracle.awards import (
    Award,
    Vest,
    awards,
    currency,
    fully_diluted,
    is_public,
    price_at,
    rate,
    stock_currency,
)
from tests.oracle.dates import FAR, add_months, month_of
from tests.oracle.flows import Flow, cash, end_of, start_of


def grant_of(offer: dict[str, Any], award: Award) -> dict[str, Any]:
    """The block of the offer that an award comes from."""
    grant: dict[str, Any] = (
        offer["refreshers"] if award.grant < 0 else offer["equity"][award.grant]
    )
    return grant


def to_offer(offer: dict[str, Any], told: dict[str, Any]) -> float:
    """Units of the offer's currency for one of the stock's."""
    return float(rate(told, stock_currency(offer), currency(offer)))


def paid(
    offer: dict[str, Any], told: dict[str, Any], award: Award, vest: Vest
) -> float:
    """What a tranche adds to the total on its day."""
    if award.kind == "cash-award":
        source = grant_of(offer, award).get("currency", currency(offer))
        assert award.value is not None
        return (
            award.value
            * float(vest.weight)
            * float(rate(told, source, currency(offer)))
        )
    if not is_public(offer):
        return 0.0
    if vest.shares is None:
        assert award.value is not None
        return award.value * float(vest.weight)
    price = price_at(offer, told, grant_of(offer, award), vest.month)
    if price is None or award.hurdle is None:
        return 0.0
    gain = max(price - award.hurdle, 0)
    return vest.shares * gain * to_offer(offer, told)


def notional(
    offer: dict[str, Any], told: dict[str, Any], award: Award, vest: Vest
) -> float | None:
    """Private: shares at the preferred price, gross."""
    if is_public(offer) or award.kind == "cash-award":
        return 0.0
    company, rated = offer["company"], to_offer(offer, told)
    if vest.shares is None:
        if award.value is not None:
            return award.value * float(vest.weight)
        if award.percent is None or "valuation" not in company:
            return None
        worth = float(award.percent) / 100 * float(company["valuation"])
        return worth * float(vest.weight) * rated
    total = fully_diluted(offer)
    if "preferred_price" in company:
        price = float(company["preferred_price"])
    elif "valuation" in company and total is not None:
        price = float(company["valuation"]) / float(total)
    else:
        return None
    return vest.shares * price * rated


def intrinsic(
    offer: dict[str, Any], told: dict[str, Any], award: Award, vest: Vest
) -> float | None:
    """Private: shares at what the 409A leaves above the strike."""
    if is_public(offer) or award.kind == "cash-award":
        return 0.0
    fmv = offer["company"].get("fmv_409a")
    if vest.shares is None or fmv is None or award.hurdle is None:
        return None
    gain = max(float(fmv) - award.hurdle, 0)
    return vest.shares * gain * to_offer(offer, told)


def total_of(values: list[float | None]) -> float | None:
    """A sum; null where one of its parts is."""
    return None if None in values else sum(v for v in values if v is not None)


def flows(offer: dict[str, Any], told: dict[str, Any], years: int) -> list[Flow]:
    """Everything that is in a total, dated."""
    months = 12 * years
    stock = [
        Flow(
            vest.month,
            paid(offer, told, award, vest),
            award.part,
            guaranteed=award.kind == "cash-award",
        )
        for award in awards(offer, told, years)
        for vest in award.vests
        if vest.month <= months
    ]
    return [*cash(offer, told, months), *stock]


def year_of(month: int) -> int:
    """Employment year of a month, day 0 in the first."""
    return max(1, -(-month // 12))


def present_value(offer: dict[str, Any], told: dict[str, Any], years: int) -> float:
    """Cash discounted by its month, stock at today's price."""
    rate_a_year = 1 + float(told["discount_rate"])
    flat = {**told, "share_growth_rate": 0}
    months = 12 * years
    value: float = sum(
        flow.amount / rate_a_year ** (flow.month / 12)
        for flow in cash(offer, told, months)
    )
    for award in awards(offer, flat, years):
        for vest in award.vests:
            if vest.month > months:
                continue
            amount = paid(offer, flat, award, vest)
            if award.kind == "cash-award":
                amount /= rate_a_year ** (vest.month / 12)
            elif award.later is not None and is_public(offer):
                price = price_at(offer, flat, grant_of(offer, award), 0)
                free = 1 - (award.hurdle or 0) / price if price else 1
                amount = award.later * float(vest.weight) * free
                amount /= rate_a_year ** (award.month / 12)
            value += amount
    return value


def show(offer: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Years, total, headlines, illiquid stock, and what vests beyond."""
    years = told["horizon_years"]
    lines = flows(offer, told, years)
    by_year = [
        {
            part: sum(
                x.amount for x in lines if x.part == part and year_of(x.month) == year
            )
            for part in (
                "base_salary",
                "target_bonus",
                "sign_on",
                "relocation",
                "equity",
                "cash_award",
                "refresher",
            )
        }
        for year in range(1, years + 1)
    ]
    four = flows(offer, told, 4)
    tranches = [(a, v) for a in awards(offer, told, years) for v in a.vests]
    within = [(a, v) for a, v in tranches if v.month <= 12 * years]
    return {
        "years": by_year,
        "total": sum(x.amount for x in lines),
        "year_one": sum(by_year[0].values()),
        "four_year": sum(x.amount for x in four),
        "annual_average": _average(offer, four),
        "guaranteed_recurring_cash": sum(
            x.amount for x in lines if year_of(x.month) == 1 and x.part == "base_salary"
        ),
        "notional": total_of([notional(offer, told, a, v) for a, v in within]),
        "intrinsic": total_of([intrinsic(offer, told, a, v) for a, v in within]),
    }


def _average(offer: dict[str, Any], four: list[Flow]) -> float | None:
    """A quarter of four years, one-off pay left out; of a shorter term, its years."""
    whole = sum(x.amount for x in four if x.part not in ("sign_on", "relocation"))
    end = end_of(offer)
    if end == FAR:
        return whole / 4
    start, after = start_of(offer), end + timedelta(days=1)
    months = month_of(after, start)
    ends, begins = add_months(start, months), add_months(start, months - 1)
    years = (months - (ends - after).days / (ends - begins).days) / 12
    return whole / min(4.0, years)
