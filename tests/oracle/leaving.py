"""What is vested, lost and owed by leaving at the end of a month."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.oracle.awards import OPTIONS, awards, is_public, price_at
from tests.oracle.dates import add_months, worked_whole
from tests.oracle.figures import grant_of, paid, to_offer
from tests.oracle.flows import cash, end_of, payments, start_of


def owed(one: dict[str, Any], month: int) -> float:
    """What of one payment is owed back after leaving in a month."""
    paid_month = one.get("paid_month", 1)
    steps = one.get("clawback")
    if month < paid_month or (steps is None and "clawback_months" not in one):
        return 0.0
    start = one.get("clawback_from", "start" if paid_month <= 1 else "payment")
    begin = {"start": 0, "payment": paid_month}.get(start, start)
    served, amount = max(0, month - begin), float(one["amount"])
    if not isinstance(steps, list):
        steps = [
            {
                "until_month": one["clawback_months"],
                "owed": "all" if steps == "all-or-nothing" else "prorated",
            }
        ]
    before = 0
    for step in steps:
        until, part = step["until_month"], step["owed"]
        if served < until:
            if part == "all":
                return amount
            if part == "prorated":
                return amount * float(Fraction(until - served, until - before))
            return amount * float(part[:-1]) / 100
        before = until
    return 0.0


def leaving(offer: dict[str, Any], told: dict[str, Any]) -> list[dict[str, Any]]:
    """One entry a month, from day 0 to the horizon."""
    months = 12 * told["horizon_years"]
    start, end = start_of(offer), end_of(offer)
    lines = cash(offer, told, months)
    made = list(awards(offer, told, told["horizon_years"]))
    every = [
        one
        for part in ("sign_on", "relocation")
        for one in payments(offer, part)
        if worked_whole(start, one.get("paid_month", 1), end)
    ]
    return [
        {
            "month": month,
            "paid": sum(x.amount for x in lines if x.month <= month)
            + stock["vested_amount"],
            "clawback": sum(owed(one, month) for one in every),
            **stock,
        }
        for month in range(months + 1)
        for stock in [_stock(offer, told, made, month)]
    ]


def _stock(
    offer: dict[str, Any], told: dict[str, Any], made: list[Any], month: int
) -> dict[str, Any]:
    done: dict[str, Any] = {
        "vested_shares": 0.0,
        "vested_amount": 0.0,
        "lost_shares": 0.0,
        "lost_amount": 0.0,
    }
    for award in made:
        if award.month > month:
            continue
        for vest in award.vests:
            held = vest.month <= month
            if not held and award.day == add_months(start_of(offer), month) and month:
                continue  # made on the day of leaving: it was never held
            side = "vested" if held else "lost"
            if vest.shares is None and award.kind != "cash-award":
                done[f"{side}_shares"] = None
            elif vest.shares is not None and done[f"{side}_shares"] is not None:
                done[f"{side}_shares"] += vest.shares
            amount = paid(offer, told, award, vest)
            if (
                held
                and award.kind in OPTIONS
                and is_public(offer)
                and award.hurdle is not None
            ):
                price = price_at(offer, told, grant_of(offer, award), month) or 0.0
                amount = (
                    vest.shares * max(price - award.hurdle, 0) * to_offer(offer, told)
                )
            done[f"{side}_amount"] += amount
    return done


def expected(
    rows: list[dict[str, Any]], leaving_rate: float, years: int
) -> dict[str, float]:
    """Of what is lost and owed back, under a rate of leaving."""
    stay = 1 - leaving_rate
    chance = [0.0] + [
        stay ** ((m - 1) / 12) - stay ** (m / 12) for m in range(1, 12 * years + 1)
    ]
    return {
        "forfeited": sum(
            p * row["lost_amount"] for p, row in zip(chance, rows, strict=True)
        ),
        "owed_back": sum(
            p * row["clawback"] for p, row in zip(chance, rows, strict=True)
        ),
        "stay_chance": float(stay**years),
    }
