"""Figures as JSON, one rule a type: plain numbers, ISO dates, unknown as null.

A record (dataclass or named tuple) is the object of its fields, in their order. A new
type is one more rule: ``@plain.register``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import singledispatch
from pathlib import Path
from typing import Any

from offerlab.core.price import PricePath
from offerlab.model.totals import Illiquid

_NOISE_DIGITS = 6
"""Decimals kept; what is below is the noise of binary fractions."""


def to_json(value: object) -> str:
    """JSON text of nested values, in ASCII: any terminal can take it."""
    return json.dumps(plain(value), indent=2)


@singledispatch
def plain(value: Any) -> Any:
    """Turn a value into what JSON knows.

    Examples
    --------
    >>> from datetime import date
    >>> from fractions import Fraction
    >>> plain({"on": date(2027, 1, 4), "parts": (Fraction(1, 2), Fraction(2))})
    {'on': '2027-01-04', 'parts': [0.5, 2]}
    """
    if is_dataclass(value):
        names = (field.name for field in fields(value))
        return {name: plain(getattr(value, name)) for name in names}
    return value


@plain.register
def _(value: Mapping) -> dict[str, Any]:  # type: ignore[type-arg]  # a type to dispatch on
    return {str(key): plain(item) for key, item in value.items()}


@plain.register(list)
@plain.register(tuple)
def _(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    return [plain(item) for item in value]


@plain.register
def _(value: float) -> float:
    return round(value, _NOISE_DIGITS) + 0.0  # no minus zero


@plain.register
def _(value: date) -> str:
    return value.isoformat()


@plain.register
def _(value: time) -> str:
    return f"{value:%H:%M}"


@plain.register(Decimal)
@plain.register(Fraction)
def _(value: Decimal | Fraction) -> int | float:
    number = float(value)
    return int(number) if number.is_integer() else number


@plain.register(Enum)
def _(value: Enum) -> Any:
    return value.value


@plain.register(PricePath)
@plain.register(Path)
def _(value: object) -> str:
    return str(value)


@plain.register
def _(value: Illiquid) -> dict[str, Any]:
    """`scenario` is there only where an exit is assumed."""
    found: dict[str, Any] = plain(asdict(value))
    if value.scenario is None:
        del found["scenario"]
    return found
