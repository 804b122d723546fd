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

    from offerlab.model.ledger import Ledger, Line


class Input(NamedTuple):
    """A number that a figure rests on.

    Attributes
    ----------
    name : str
        Dotted key of the offer file, or key of the assumption.
    value : str
        As a person reads it.
    basis : str
        contract, letter, verbal, assumption, or catalogue.
    source : str
        Of assumptions and catalogue entries, and dates of prices.
    """

    name: str
    value: str
    basis: str
    source: str = ""


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
        What the figure has beside its lines: a clawback, which is negative.
    inputs : tuple of Input
        What that rests on.
    known : bool
        False where something that is not in the ledger belongs to the figure.
    """

    lines: Sequence[Line]
    measure: str
    words: str
    part: Callable[[Line], Any]
    more: float = 0.0
    inputs: tuple[Input, ...] = ()
    known: bool = True

    @property
    def value(self) -> Any:
        """The figure; None if a part is unknown. Shares stay exact."""
        parts = [self.part(line) for line in self.lines]
        if not self.known or None in parts:
            return None
        if self.measure == "shares":
            return sum(parts)
        return fsum([*parts, self.more])


def private_stock(
    ledger: Ledger, lines: Sequence[Line], measure: str, words: str
) -> Query:
    """Sum of what each line of private stock carries: in no total, and not cash."""
    private = [line for line in lines if line.is_illiquid]
    return measured(private, measure, words, known=ledger.equity_told)


def at_exit(ledger: Ledger, lines: Sequence[Line], name: str, words: str) -> Query:
    """Sum of private stock in one exit scenario of the ledger."""
    place = ledger.scenarios.index(name)
    query = private_stock(ledger, lines, "scenario", words)
    return query._replace(part=lambda line: line.scenario[place])


def measured(lines: Sequence[Line], measure: str, words: str, **more: Any) -> Query:
    """Sum of what each line carries under the name of the measure."""
    return Query(lines, measure, words, attrgetter(measure), **more)
