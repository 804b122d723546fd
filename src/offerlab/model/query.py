"""A query over the ledger: which lines, and which measure of them.

A figure that a command prints and that ``explain`` takes apart is one and the same
query, so that the two cannot disagree.
"""

from __future__ import annotations

from math import fsum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.model.input import Input
    from offerlab.model.ledger import Ledger, Line
    from offerlab.model.valuation import Valuation


class Query(NamedTuple):
    """Lines and a measure, both also in words.

    Attributes
    ----------
    lines : sequence of Line
    measure : str
        amount, present value, shares, notional, intrinsic, scenario, exercise_cost,
        expected amount, chance.
    words : str
        What is summed.
    part : callable
        A line's part of the figure; None where it is unknown.
    more : float
        What the figure has besides its lines: a clawback, which is negative.
    inputs : tuple of Input
        What that rests on.
    known : bool
        False where something that is not in the ledger belongs to the figure.
    valuation : Valuation or None
        What gives each claim its part.
    """

    lines: Sequence[Line]
    measure: str
    words: str
    part: Callable[[Line], Any]
    more: float = 0.0
    inputs: tuple[Input, ...] = ()
    known: bool = True
    valuation: Valuation | None = None

    @property
    def value(self) -> Any:
        """The figure; None if a part is unknown. Shares stay exact."""
        parts = [self.part(line) for line in self.lines]
        if not self.known or None in parts:
            return None
        if self.measure == "shares":
            return sum(parts)
        return fsum([*parts, self.more])


def amounts(ledger: Ledger, lines: Sequence[Line], words: str, **more: Any) -> Query:
    """Sum of the money of some lines, public stock at the ledger's own valuation."""
    return Query(
        lines,
        "amount",
        words,
        attrgetter("amount"),
        valuation=ledger.valuations.get("market"),
        **more,
    )


def shares(lines: Sequence[Line], words: str, *, known: bool) -> Query:
    """Sum of the shares of some lines, exactly."""
    return Query(lines, "shares", words, attrgetter("shares"), known=known)


def valued(
    ledger: Ledger, lines: Sequence[Line], path: str, words: str, *, known: bool
) -> Query:
    """Sum of what the claims of some lines are worth by one of the valuations."""
    valuation = ledger.valuations.get(path)
    return Query(
        lines,
        path.partition(".")[0],
        words,
        lambda line: ledger.worth(line, path),
        known=known,
        valuation=valuation,
    )


def private_stock(
    ledger: Ledger, lines: Sequence[Line], path: str, words: str
) -> Query:
    """The same of private stock: in no total, and not cash."""
    private = [line for line in lines if line.is_illiquid]
    return valued(ledger, private, path, words, known=ledger.equity_told)
