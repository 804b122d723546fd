"""The `base_salary` key of an offer: a year's pay, or that of an hour to a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.offer import ASSUMED_HOURS, BASES, BasePay
from offerlab.ingest.node import Mapping

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields

WEEKS = 52
PERIODS = {"month": 12, "half-month": 24, "two-weeks": 26, "week": WEEKS}
"""How many of a period make a year."""
_OTHER_WORDS = {"hourly": "hour", "weekly": "week", "monthly": "month",
                "annual": "year", "annually": "year", "yearly": "year",
                "biweekly": "two-weeks", "bi-weekly": "two-weeks",
                "fortnight": "two-weeks", "semi-monthly": "half-month",
                "semimonthly": "half-month"}  # fmt: skip
MIN_YEARLY = 1000


class Base(NamedTuple):
    """Base pay of a year, its basis, how it is written, and the hours of a week."""

    yearly: float
    basis: str
    written: BasePay | None
    hours: float | None


def read_base(fields: Fields, basis: str) -> Base:
    """Base pay of an offer; 0 where it cannot be read, which is then noted."""
    hours = fields.money("hours_per_week", low=1, high=112)
    node = fields.node("base_salary", required=True)
    if not isinstance(node, Mapping):
        paid = _amount(fields, "base_salary", "year", 1) if node is not None else None
        return Base(paid or 0.0, basis, None, hours)
    block = fields.inner(node, "base_salary")
    per = _period(block)
    if per is None:  # what it comes to in a year is not known
        block.money("amount", required=True)
        block.choice("basis", BASES)
        block.close()
        return Base(0.0, basis, None, hours)
    times = PERIODS.get(per, 1) if per != "hour" else WEEKS * (hours or ASSUMED_HOURS)
    block.node("amount", required=True)
    paid = _amount(block, "amount", per, times)
    told = block.choice("basis", BASES) or basis
    block.close()
    written = None if per == "year" else BasePay(paid or 0.0, per)
    return Base((paid or 0.0) * times, told, written, hours)


def _period(block: Fields) -> str | None:
    """Period of the pay, a year where none is told; None if it is not known here."""
    node_text = block.value("per", str.lower) if block.has("per") else None
    other = _OTHER_WORDS.get(node_text or "")
    if other is not None:
        block.fault("per", f"'{node_text}' is not known here; write '{other}'")
        return other
    if not block.has("per"):
        block.node("per")
        return "year"
    return block.choice("per", ("year", *PERIODS, "hour"))


def _amount(fields: Fields, key: str, per: str, times: float) -> float | None:
    """Amount of one period, within what a year can be."""
    usual = fields.currency in ("USD", "EUR", "GBP", "CHF", "CAD", "AUD")
    high = (1e7 if usual else 1e10) / times
    paid = fields.money(key, high=high)
    if paid is not None and paid * times < MIN_YEARLY:
        remedy = "write the whole amount: 150000 or 150k"
        if per == "year":
            remedy += f"; for an hour's pay {{amount: {paid:g}, per: hour}}"
        fields.fault(key, f"{paid:g} a {per} is too little for a base salary", remedy)
    return paid
