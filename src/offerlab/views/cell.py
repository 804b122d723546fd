"""Cells of a table: a value that knows how a person reads it.

Besides the types below a cell may be text, a whole number that needs no commas (a
month, a rank), a date, or None for an empty cell.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.money import (
    format_money,
    format_percent,
    format_shares,
    format_whole,
)
from offerlab.core.visible import visible

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

UNKNOWN = "unknown"


class Amount(NamedTuple):
    """Money; None is unknown.

    Attributes
    ----------
    value : float or None
        In whole units of the currency, whatever the table's unit is.
    currency : str or None
        Printed with the figure; None where the title of the table says it.
    cents : bool
        Whether to print cents where there are some.
    """

    value: float | None
    currency: str | None = None
    cents: bool = False


class Count(NamedTuple):
    """A number of shares or of people, with commas; None is printed as `unknown`."""

    value: int | Fraction | None
    unknown: str = ""


class Percent(NamedTuple):
    """A percent of the company, with all its digits; None is unknown."""

    value: Decimal | None


class Ratio(NamedTuple):
    """A part of one, printed in percent with `digits` decimals; None is unknown."""

    value: float | Fraction | None
    digits: int = 2


Cell = str | int | date | Amount | Count | Percent | Ratio | None


def cell_words(cell: Cell, unit: int = 1) -> str:
    """A cell as a person reads it; amounts without a currency in `unit`.

    Examples
    --------
    >>> cell_words(Amount(151_250.4, "USD")), cell_words(Amount(151_250.4), 1000)
    ('$151,250', '151.3')
    """
    match cell:
        case None:
            return ""
        case Amount():
            return _amount(cell, unit)
        case Count():
            return cell.unknown if cell.value is None else format_shares(cell.value)
        case Percent():
            return UNKNOWN if cell.value is None else format_percent(cell.value)
        case Ratio():
            value, digits = cell
            return UNKNOWN if value is None else f"{float(value):.{digits}%}"
        case date():
            return cell.isoformat()
    return visible(str(cell))


def cell_value(cell: Cell) -> Any:
    """A cell as a program reads it: the bare number, a date, text, or None."""
    if isinstance(cell, Amount | Count | Percent | Ratio):
        return cell.value
    return visible(cell) if isinstance(cell, str) else cell


def _amount(cell: Amount, unit: int) -> str:
    value, currency, cents = cell
    if value is None:
        return UNKNOWN
    if currency is None:
        digits = 0 if unit == 1 else 1
        return f"{round(value / unit, digits) + 0.0:,.{digits}f}"  # no minus zero
    return format_money(value, currency) if cents else format_whole(value, currency)
