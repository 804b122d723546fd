"""In what terms a question about pay is asked, and pay brought into those terms."""

from __future__ import annotations

import math
import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.errors import MarketDataError
from offerlab.ingest.comps.comp import Comp, Comps, Tally
from offerlab.ingest.comps.currency import AMBIGUOUS, DOLLARS, named_dollar
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.percent_text import PERCENT
from offerlab.ingest.comps.period import PER_YEAR
from offerlab.ingest.comps.rows import alike, counted, rows_of
from offerlab.market.settled import Settled, each_pay
from offerlab.market.target import PLACES, USUAL, named_dollars, target_currency
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEAST = 1_000.0
_GRANT = re.compile(r"\b(?:grants?|awards?|total|initial|package|new hire)\b")
_LARGE_UNITS = DOLLARS | {"EUR", "GBP", "CHF"}


@dataclass(frozen=True, slots=True)
class Terms:
    """What is taken where a file does not say, and what the answer is in.

    Attributes
    ----------
    currency, period : str
        As the user gives them; empty if not.
    default_currency : str
        Of pay that states none, if nothing contradicts it: USD, or the offer's.
    range_end : str
        ``low``, ``mid`` or ``high``; empty for the rule of the kind of file.
    rate : callable
        Rate from one currency into another, or None if the user gave none.
    takes_default : bool
        Whether the default currency answers where a file holds several.
    """

    currency: str = ""
    period: str = ""
    default_currency: str = "USD"
    range_end: str = ""
    rate: Callable[[str, str], float | None] = lambda _from, _to: None
    takes_default: bool = False
    library: Library = SHIPPED


def settle(comps: Comps, rows: Sequence[Comp], terms: Terms) -> Settled:
    """Bring rows of one file into one currency a year.

    Raises
    ------
    MarketDataError
        If a currency or a period that the file does not state would have to be
        guessed against what its places or amounts say.
    """
    settling = _Settling(comps, rows, terms)
    return (
        settling.percents() if comps.measure == "equity_percent" else settling.settle()
    )


def _small(count: int) -> str:
    if count == 1:
        return "1 amount under 1,000 is"
    return f"{count:,} amounts under 1,000 are"


class _Settling:
    """One file on its way into one currency a year."""

    def __init__(self, comps: Comps, rows: Sequence[Comp], terms: Terms) -> None:
        self.comps, self.terms = comps, terms
        self.all, self.by, self.rows = rows, list[int](), alike(rows)
        if any(row.currency in ("", "$") for row in self.rows):
            # Places tell the currency that not every pay does.
            places = (comps.place(name) for name in PLACES)
            self.by = [place for place in places if place is not None]
            self.rows = alike(rows, self.by)
        self.notes: list[str] = []
        self.tally = Tally()
        self.end = terms.range_end or comps.kind.range_end

    def _settled(
        self, pays: list[tuple[float, Comp]], currency: str, repaired: int = 0
    ) -> Settled:
        rows = rows_of(self.all, [row for _, row in pays], self.by)
        return Settled(pays, rows, currency, self.notes, self.tally.dropped, repaired)

    def settle(self) -> Settled:
        self.rows = self._in_known_dollars()
        told = [self._code(row) for row in self.rows]
        yearly = [
            (self._amount(row) or 0.0) * PER_YEAR[self._period(row)]
            for row in self.rows
        ]
        self._check_unit()
        target, notes = target_currency(self.comps, self.rows, told, yearly, self.terms)
        self.notes += notes
        pays = [
            (amount * rate * PER_YEAR[self._period(row)], row)
            for row in self.rows
            if (rate := self._rate(row, target))
            and (amount := self._amount(row)) is not None
        ]
        self._note_period([row for _, row in pays])
        self._note_ends([row for _, row in pays])
        pays, repaired = self._thousands(pays)
        self._check_period(pays)
        pays = [pair for pair in pays if self._is_plausible(*pair, target)]
        return self._settled(pays, target, repaired)

    def _in_known_dollars(self) -> Sequence[Comp]:
        """Rows without those whose bare ``$`` may be another country's."""
        if self.terms.currency in DOLLARS:
            return self.rows
        own, library = self.terms.default_currency, self.terms.library
        kept, others = named_dollars(self.comps, self.rows, own, library)
        counts = {row.line: row.times for row in self.rows}
        for line, (code, words) in others.items():
            reason = f"a bare $ that may be {code}: give --currency"
            self.tally.add(reason, line, words, counts[line])
        return kept

    def percents(self) -> Settled:
        """Parts of a company: they have no currency and no period."""
        pays = [
            (amount, row)
            for row in self.rows
            if (amount := self._amount(row)) is not None
        ]
        self._note_ends([row for _, row in pays])
        return self._settled(pays, PERCENT)

    def _amount(self, row: Comp) -> float | None:
        """The end of a range that counts; the known one where one is open."""
        low, high = row.low, row.high
        if low is None or high is None:
            return high if low is None else low
        return {"low": low, "high": high}.get(self.end, (low + high) / 2)

    def _code(self, row: Comp) -> str:
        """Currency that a row states."""
        code = named_dollar(row.currency, self.terms.currency)
        if self.terms.currency in AMBIGUOUS.get(code, ()):
            return self.terms.currency
        return code

    def _period(self, row: Comp) -> str:
        return row.period or self.terms.period or "year"

    def _rate(self, row: Comp, target: str) -> float | None:
        """Rate of a row's currency into the target; counts the row if there is none."""
        code = self._code(row) or target
        if code == target:
            return 1.0
        rate = self.terms.rate(code, target)
        if rate is None:
            self.tally.add(
                f"pay in {code}: another currency, no rate (--set fx.{code}=RATE)",
                row.line,
                rows=row.times,
            )
        return rate

    def _note_period(self, rows: Sequence[Comp]) -> None:
        untold = counted([row for row in rows if not row.period])
        if untold and self.terms.period:
            self.notes.append(
                f"the period is not stated: taken as a {self.terms.period}"
            )
        elif untold:
            self.notes.append("the period is not stated: taken as a year")

    def _note_ends(self, rows: Sequence[Comp]) -> None:
        open_ = [row for row in rows if None in (row.low, row.high)]
        one = counted(open_)
        both = counted([row for row in rows if row.low != row.high]) - one
        words = {"low": "lower end", "mid": "middle", "high": "upper end"}[self.end]
        if both:
            told = "row is a range" if both == 1 else "rows are ranges"
            self.notes.append(f"{both:,} {told}: the {words} counts (--range)")
        if one and self.comps.kind.range_end != "low":
            told = "row names" if one == 1 else "rows name"
            self.notes.append(f"{one:,} {told} one end of a range only: it counts")

    def _thousands(
        self, pays: list[tuple[float, Comp]]
    ) -> tuple[list[tuple[float, Comp]], int]:
        """Read small amounts as thousands where the others show that they are.

        Both are medians of a mixed column: thousands must fit the large amounts, and
        fit them much better than hours would.
        """
        untold = [pair for pair in pays if not pair[1].period]
        small = each_pay(pair for pair in untold if pair[0] < _LEAST)
        large = each_pay(pair for pair in untold if pair[0] >= USUAL[0])
        if not small or not large or self.terms.period:
            return pays, 0
        middle, whole = statistics.median(small), statistics.median(large)
        if not 0.5 < middle * 1000 / whole < 2 or middle * 2080 / whole < 1.6:
            return pays, 0
        self.notes.append(
            f"{_small(len(small))} read as thousands: they fit the others"
        )
        return [
            (pay * 1000 if pay < _LEAST and not row.period else pay, row)
            for pay, row in pays
        ], len(small)

    def _check_period(self, pays: list[tuple[float, Comp]]) -> None:
        """Refuse to take a year where the amounts are too small for one."""
        untold = each_pay(pair for pair in pays if not pair[1].period)
        if untold and not self.terms.period and self._may_be_a_grant():
            raise MarketDataError(
                "give --period year, or 4-years for the whole of a grant: "
                f"'{self.comps.columns['equity_value']}' in {self.comps.file} does not"
                " say which"
            )
        count = counted([row for _, row in pays])
        if self.terms.period or len(untold) * 2 <= count:
            return
        median = statistics.median(untold)
        if median < USUAL[0]:
            raise MarketDataError(
                f"give --period hour|day|week|month|year (or --unit thousand|lakh):"
                f" {self.comps.file} states no period, and half of its pays are under"
                f" {median:,.0f}"
            )

    def _check_unit(self) -> None:
        """Refuse to take parts of a company, written without a sign, for money."""
        if self.comps.measure != "equity_value":
            return
        amounts = each_pay(
            (amount, row) for row in self.rows if (amount := self._amount(row))
        )
        median = statistics.median(amounts) if amounts else math.inf
        if median <= 100:
            header = self.comps.columns.get("equity_value", "HEADER")
            raise MarketDataError(
                f"give --map equity_percent='{header}' if it is percent of the company:"
                f" half of its amounts in {self.comps.file} are at most {median:g}"
            )

    def _may_be_a_grant(self) -> bool:
        """Whether the header names grants, of which a year counts a part."""
        header = words_of(self.comps.columns.get("equity_value", ""))
        return (
            self.comps.measure == "equity_value"
            and "equity_value" not in self.comps.kind.columns
            and bool(_GRANT.search(header))
        )

    def _is_plausible(self, pay: float, row: Comp, target: str) -> bool:
        """Whether a yearly pay can be one; counts the row if not."""
        bounds = self.comps.kind.plausible
        if pay < _LEAST:
            self.tally.add(
                "under 1,000 a year: a slip", row.line, f"{pay:,.0f}", row.times
            )
            return False
        if bounds and target in _LARGE_UNITS and not bounds[0] <= pay <= bounds[1]:
            self.tally.add(
                f"under {bounds[0]:,.0f} or over {bounds[1]:,.0f} a year: a slip",
                row.line, f"{pay:,.0f}", row.times,
            )  # fmt: skip
            return False
        return True
