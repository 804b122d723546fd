"""Cash: base, bonus, sign-on, relocation, each a dated amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle.dates import (
    FAR,
    add_months,
    last_of_month,
    month_of,
    worked_whole,
)

PER_YEAR = {"year": 1, "month": 12, "half-month": 24, "two-weeks": 26, "week": 52}


@dataclass(frozen=True)
class Flow:
    """An amount in the month in which it is paid."""

    month: int
    amount: float
    part: str
    recurring: bool = True
    guaranteed: bool = True


def start_of(offer: dict[str, Any]) -> date:
    """Day 0."""
    return date.fromisoformat(offer["start_date"])


def end_of(offer: dict[str, Any]) -> date:
    """Last day of a fixed term; a far day where there is none."""
    return date.fromisoformat(offer["end_date"]) if "end_date" in offer else FAR


def yearly_base(offer: dict[str, Any]) -> float:
    """Base a year in year one."""
    base = offer["base_salary"]
    if not isinstance(base, dict):
        return float(base)
    if base["per"] == "hour":
        return float(base["amount"] * offer.get("hours_per_week", 40) * 52)
    return float(base["amount"] * PER_YEAR[base["per"]])


def base_in(offer: dict[str, Any], told: dict[str, Any], year: int) -> float:
    """Base a year in employment year `year`, after raises."""
    return float(yearly_base(offer) * (1 + told["raise_rate"]) ** (year - 1))


def base_flows(offer: dict[str, Any], told: dict[str, Any], months: int) -> list[Flow]:
    """A twelfth of the year's base in each month worked."""
    start, end, flows = start_of(offer), end_of(offer), []
    for month in range(1, months + 1):
        first = add_months(start, month - 1)
        pay = base_in(offer, told, (month - 1) // 12 + 1) / 12
        if worked_whole(start, month, end):
            part = 1.0
        else:
            days = (add_months(start, month) - first).days
            part = max(0, (end - first).days) / days
        if part:
            flows.append(Flow(month, pay * part, "base_salary"))
    return flows


def _bonus_of_years(
    offer: dict[str, Any], told: dict[str, Any], months: int
) -> list[tuple[date | None, int, float, bool]]:
    """Day (or none), employment month, amount and guarantee of each bonus."""
    bonus = offer.get("target_bonus")
    if bonus in (None, "unknown", "none", 0):
        return []
    start, years = start_of(offer), months // 12 + 2
    if not isinstance(bonus, list):
        plan = bonus if isinstance(bonus, dict) else {"target": bonus}
        first = {"guaranteed": plan.get("guaranteed_first_year", False)}
        rest = {"target": plan["target"], "guaranteed": False}
        bonus = [
            {"year": year, **rest, **(first if year == 1 else {})}
            for year in range(1, years + 1)
        ]
        clock = plan.get("paid_in_month")
    else:
        clock = next(
            (one["paid_in_month"] for one in bonus if "paid_in_month" in one), None
        )
    paid: list[tuple[date | None, int, float, bool]] = []
    for one in bonus:
        year, whole = one["year"], one.get("guaranteed", False)
        target = one.get("target", one.get("amount"))
        amount = (
            base_in(offer, told, year) * float(target[:-1]) / 100
            if isinstance(target, str)
            else float(target)
        )
        amount *= 1 if whole else told["bonus_payout"]
        if clock is None:
            paid.append((None, 12 * year, amount, whole))
            continue
        calendar_year = start.year + year - 1
        days = (date(calendar_year + 1, 1, 1) - date(calendar_year, 1, 1)).days
        worked = (
            date(calendar_year + 1, 1, 1) - max(start, date(calendar_year, 1, 1))
        ).days
        amount *= 1 if whole else worked / days
        day = last_of_month(calendar_year + 1, clock)
        paid.append((day, month_of(day, start), amount, whole))
    return paid


def bonus_flows(offer: dict[str, Any], told: dict[str, Any], months: int) -> list[Flow]:
    """Bonuses paid within the term; one of year k needs its last day worked."""
    start, end = start_of(offer), end_of(offer)
    flows = []
    for day, month, amount, whole in _bonus_of_years(offer, told, months):
        due = worked_whole(start, month, end) if day is None else day <= end
        if month <= months and due:
            flows.append(Flow(month, amount, "target_bonus", not whole, whole))
    return flows


def payments(offer: dict[str, Any], part: str) -> list[dict[str, Any]]:
    """Payments of one kind; a reimbursement is none."""
    told = offer.get(part, [])
    told = told if isinstance(told, list) else [told]
    return [
        one
        for one in told
        if isinstance(one, dict) and one.get("kind") != "reimbursement"
    ]


def once_flows(offer: dict[str, Any], months: int) -> list[Flow]:
    """Sign-on and relocation."""
    start, end, flows = start_of(offer), end_of(offer), []
    for part in ("sign_on", "relocation"):
        for one in payments(offer, part):
            month = one.get("paid_month", 1)
            if month <= months and worked_whole(start, month, end):
                flows.append(Flow(month, float(one["amount"]), part, recurring=False))
    return flows


def cash(offer: dict[str, Any], told: dict[str, Any], months: int) -> list[Flow]:
    """All of it, up to employment month `months`."""
    return [
        *base_flows(offer, told, months),
        *bonus_flows(offer, told, months),
        *once_flows(offer, months),
    ]
