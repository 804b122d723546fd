"""One row of a file: the pay that it gives, or why it is left out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.ingest.comps.comp import Comp, Drop
from offerlab.ingest.comps.currency import DOLLARS, currency_of
from offerlab.ingest.comps.label_reader import cell_of, label_of
from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR, Pay, read_pay
from offerlab.ingest.comps.percent_text import read_percent
from offerlab.ingest.comps.period import PER_YEAR, period_of
from offerlab.ingest.comps.rule import YES

if TYPE_CHECKING:
    from offerlab.ingest.comps.label_reader import LabelReader
    from offerlab.ingest.comps.plan import Plan, Source

SLIP = "the pay does not fit its period: a slip"
WRONG_ORDER = "the ends of the range are the wrong way round"
TWO_CURRENCIES = "the cell and its row name two currencies"

_MOST_KEPT = 500_000
_LEAST_YEARLY, _MOST_HOURLY, _MOST = 1_000.0, 500.0, 1e9
_MOST_FILED = 10_000_000.0
"""A year in a filing: more is a pay of which a point was lost."""
_WON_SCALE, _WHOLE_WON = 1e4, 1e6
"""Yen and won are told in ten thousands; nobody has a million of those."""
_LARGE_UNITS = DOLLARS | {"EUR", "GBP", "CHF", "$"}
"""Currencies of which nobody is paid 500 an hour by a salary."""


class RowReader:
    """Reads the rows of one file; what cells like these gave before is not read again.

    Parameters
    ----------
    plan : Plan
    labels : LabelReader
    """

    def __init__(self, plan: Plan, labels: LabelReader) -> None:
        self._plan = plan
        places = [rule.column for rule in plan.rules]
        places += [at for source in plan.sources for at in source.places]
        self._places = sorted(set(places))
        self._pays: dict[tuple[str, ...], Pay | Drop] = {}
        self._labels = labels

    def read(self, line: int, cells: list[str]) -> Comp | Drop:
        """Read one row."""
        width = len(cells)
        key = tuple([cells[at] if at < width else "" for at in self._places])
        pay = self._pays.get(key)
        if pay is None:
            if len(self._pays) > _MOST_KEPT:
                self._pays.clear()
            pay = self._pays[key] = pay_of(self._plan, cells)
        if isinstance(pay, Drop):
            return pay
        labels = self._labels.read(cells)
        if isinstance(labels, Drop):
            return labels
        case = self._plan.case_at
        return Comp(
            line, labels, pay.low, pay.high, pay.currency, pay.period, pay.indian,
            case="" if case is None else cell_of(cells, case),
        )  # fmt: skip


def pay_of(plan: Plan, cells: list[str]) -> Pay | Drop:
    """Pay of a row, or why it is left out."""
    for rule in plan.rules:
        text = cell_of(cells, rule.column)
        if rule.leaves_out(text):
            return Drop(rule.reason, text)
    drop = Drop(NO_PAY)
    for source in plan.sources:
        found = _told(plan, source, cells)
        if isinstance(found, Pay):
            return found
        if found.reason != NO_PAY or not drop.text:
            drop = found
        if found.reason != NO_PAY:
            break  # what is not understood is not looked for elsewhere
    return drop


def _told(plan: Plan, source: Source, cells: list[str]) -> Pay | Drop:
    """Pay of one place of the row, with the currency and period that the row states."""
    text = cell_of(cells, source.low)
    high = "" if source.high is None else cell_of(cells, source.high)
    if source.percent:
        return _percent(*_with_points(source, text, high))
    pay = _range(text, high, plan.kind.range_end == "low")
    if isinstance(pay, str):
        return Drop(pay, text or high)
    told = told_of(pay, source, cells)
    if isinstance(told, Drop):
        return told
    if told.period.endswith("-years") and plan.measure in ("base", "total"):
        return Drop(UNCLEAR, text)
    is_filing = plan.kind.sampled == "filings"
    if _is_slip(told) or (is_filing and not _is_filed(told)):
        return Drop(SLIP, f"{text} {told.period}".strip())
    return told


def told_of(pay: Pay, source: Source, cells: list[str]) -> Pay | Drop:
    """A pay with the currency, period and unit that its row and header name."""
    if source.percent:
        return pay
    currency = _currency(pay, source, cells)
    if isinstance(currency, Drop):
        return currency
    period = _period(pay, source, cells)
    if period is None:
        return Drop("the period is not known", cell_of(cells, source.period_at or 0))
    told = Pay(pay.low, pay.high, currency, period, pay.indian)
    return _scaled(told, source.scale)


def _with_points(source: Source, *texts: str) -> tuple[str, ...]:
    """Cells with the unit of a header in basis points, where they have none."""
    if not source.points:
        return texts
    return tuple(
        f"{text} bps" if text and text[-1].isdigit() else text for text in texts
    )


def _percent(text: str, high: str) -> Pay | Drop:
    """Part of a company in a cell, or in the two cells of a range."""
    pay = read_percent(text)
    if isinstance(pay, str):
        return Drop(pay, text or high)
    upper = read_percent(high) if high else pay
    if isinstance(upper, str):
        return pay if upper == NO_PAY else Drop(upper, high)
    top = upper.high if upper.high is not None else upper.low
    if pay.low is not None and top is not None and top < pay.low:
        return Drop(WRONG_ORDER, f"{text} to {high}")
    return pay._replace(high=top)


def _range(text: str, high: str, takes_low: bool) -> Pay | str:
    """Pay of a cell, or of the two cells of a range."""
    pay = read_pay(text)
    if not high or (takes_low and not isinstance(pay, str)):
        return pay
    upper = read_pay(high)
    if isinstance(upper, str):
        return pay if upper == NO_PAY or takes_low else upper
    top = upper.high if upper.high is not None else upper.low
    if isinstance(pay, str):
        return upper._replace(low=None, high=top) if pay == NO_PAY else pay
    low = pay.low if pay.low is not None else pay.high
    if low is None or top is None or low > top:
        return WRONG_ORDER
    if pay.currency and upper.currency and pay.currency != upper.currency:
        return UNCLEAR
    return pay._replace(low=low, high=top, currency=pay.currency or upper.currency)


def _currency(pay: Pay, source: Source, cells: list[str]) -> str | Drop:
    """Currency of a pay: of the column or the header, else of the cell."""
    told = source.currency
    if source.currency_at is not None:
        text = cell_of(cells, source.currency_at)
        named = _named_currency(text)
        if named is None:
            return Drop("the currency is not known", text)
        told = named or told
    if not pay.currency or pay.currency == told:
        return told
    if not told:
        return pay.currency
    if pay.currency == "$" and told in DOLLARS:
        return told
    if told == "$" and pay.currency in DOLLARS:
        return pay.currency
    if pay.currency in ("¥", "kr"):
        return told
    return Drop(TWO_CURRENCIES, f"{pay.currency} and {told}")


@lru_cache(maxsize=4096)
def _named_currency(text: str) -> str | None:
    return currency_of(label_of(text))


def _period(pay: Pay, source: Source, cells: list[str]) -> str | None:
    """Period of a pay: cell, header, column; empty if untold, None if unknown."""
    if pay.period or source.period:
        return pay.period or source.period
    if source.hourly_at is not None:
        text = cell_of(cells, source.hourly_at).lower()
        return "hour" if text in YES else ""
    if source.period_at is None:
        return ""
    text = label_of(cell_of(cells, source.period_at))
    return _named_period(text) if text else ""


@lru_cache(maxsize=4096)
def _named_period(text: str) -> str | None:
    return period_of(text)


def _scaled(pay: Pay, scale: float) -> Pay:
    """Pay times what the header says, unless the cell is in whole units already."""
    if pay.period == "hour":
        return pay  # no hour is paid in thousands
    whole = _WHOLE_WON if scale == _WON_SCALE else 10_000_000 / scale
    if scale == 1 or max(pay.low or 0, pay.high or 0) >= whole:
        return pay
    low, high = (end and end * scale for end in (pay.low, pay.high))
    return pay._replace(low=low, high=high)


def _is_filed(pay: Pay) -> bool:
    """Whether an employer may have filed it: with a period, of a size that is paid."""
    most = pay.high if pay.high is not None else pay.low or 0.0
    return bool(pay.period) and most * PER_YEAR[pay.period] <= _MOST_FILED


def _is_slip(pay: Pay) -> bool:
    """Over 500 an hour, under 1,000 a year, or absurd: a slip of the unit."""
    period = pay.period
    least = pay.low if pay.low is not None else pay.high or 0.0
    most = pay.high if pay.high is not None else least
    if not period:
        return most > _MOST
    if period == "hour" and most > _MOST_HOURLY and pay.currency in _LARGE_UNITS:
        return True
    return least * PER_YEAR[period] < _LEAST_YEARLY or most > _MOST
