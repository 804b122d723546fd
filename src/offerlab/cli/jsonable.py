"""Figures as JSON: plain numbers, dates as YYYY-MM-DD, unknown as null."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from offerlab.core.price import PricePath

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumption
    from offerlab.core.offer import Offer
    from offerlab.core.problem import Problem
    from offerlab.model.not_counted import NotCounted
    from offerlab.model.totals import Headlines, Illiquid
    from offerlab.model.verdict import Flag

_NOISE_DIGITS = 6
"""Decimals kept; what lies below is the noise of binary fractions."""


def to_json(value: object) -> str:
    """JSON text of nested dicts and lists, in ASCII: any terminal can take it."""
    return json.dumps(plain(value), indent=2)


def plain(value: Any) -> Any:
    """Turn dates, decimals and fractions into what JSON knows."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PricePath):
        return str(value)
    if isinstance(value, Decimal | Fraction):
        number = float(value)
        return int(number) if number.is_integer() else number
    if isinstance(value, float):
        return round(value, _NOISE_DIGITS) + 0.0
    return value


def offer_json(offer: Offer) -> dict[str, str]:
    """Which offer it is: the head of every object of one."""
    return {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
    }


def exact_json(shares: Shares | None) -> dict[str, str]:
    """Shares that are no whole number, exactly: ``5/2`` beside 2.5."""
    if not isinstance(shares, Fraction) or shares.denominator == 1:
        return {}
    return {"shares_exact": str(shares)}


def problem_json(problem: Problem) -> dict[str, Any]:
    """Object of one problem."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "severity": str(problem.severity),
        "message": problem.message,
        "remedy": problem.remedy,
    }


def assumption_json(name: str, assumption: Assumption) -> dict[str, Any]:
    """Object of one assumption; `name` carries the offer's id if it is its own."""
    return {
        "key": name,
        "value": assumption.value,
        "unit": assumption.unit,
        "source": assumption.source,
        "default": assumption.default,
    }


def headlines_json(headlines: Headlines) -> dict[str, float]:
    """Object of the four headlines."""
    return asdict(headlines)


def illiquid_json(illiquid: Illiquid) -> dict[str, Any]:
    """Object of private stock: zeros where an offer has none, null if unknown.

    `scenario` is there where an exit is assumed: its value by the exit's name.
    """
    found = asdict(illiquid)
    if illiquid.scenario is None:
        del found["scenario"]
    return found


def not_counted_json(items: Iterable[NotCounted]) -> list[dict[str, str]]:
    """List of what no figure counts."""
    return [asdict(item) for item in items]


def flags_json(flags: Iterable[Flag]) -> list[dict[str, str]]:
    """List of flags."""
    return [asdict(flag) for flag in flags]
