"""A query over the ledger: which lines, and which measure of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.model.ledger import Line


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
    more : float
        What the figure has beside its lines: a clawback, which is negative.
    inputs : tuple of Input
        What that rests on.
    scenario : int
        Which exit scenario.
    kept : float
        Chance to stay through a month, where the measure is an expected amount.
    known : bool
        False where something that is not in the ledger belongs to the figure.
    """

    lines: Sequence[Line]
    measure: str
    words: str
    more: float = 0.0
    inputs: tuple[Input, ...] = ()
    scenario: int = 0
    kept: float = 1.0
    known: bool = True
