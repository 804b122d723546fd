"""Whole shares out of exact amounts: the seven allocation types of Open Cap Format.

The names say where leftover shares go, not whether a schedule pays early or late.
Source: Open Cap Table Coalition, schema of the enum AllocationType (2026-06).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Shares = int | Fraction
"""Whole shares; a fraction only where the allocation is FRACTIONAL."""


class Allocation(StrEnum):
    """Where the leftover shares of a division go."""

    CUMULATIVE_ROUNDING = "CUMULATIVE_ROUNDING"
    CUMULATIVE_ROUND_DOWN = "CUMULATIVE_ROUND_DOWN"
    FRONT_LOADED = "FRONT_LOADED"
    BACK_LOADED = "BACK_LOADED"
    FRONT_LOADED_TO_SINGLE_TRANCHE = "FRONT_LOADED_TO_SINGLE_TRANCHE"
    BACK_LOADED_TO_SINGLE_TRANCHE = "BACK_LOADED_TO_SINGLE_TRANCHE"
    FRACTIONAL = "FRACTIONAL"


def allocate(exact: Sequence[Fraction], allocation: Allocation) -> list[Shares]:
    """Turn exact amounts, in date order, into the shares that vest on each date.

    Parameters
    ----------
    exact : sequence of Fraction
        Exact share amounts of the whole grant, each 0 or more.
    allocation : Allocation

    Returns
    -------
    list of int or Fraction
        One per amount, 0 or more. The sum is the sum of `exact`, rounded down
        (CUMULATIVE_ROUNDING: to the nearest, halves up) if that is not whole.

    Examples
    --------
    >>> allocate([Fraction(18, 4)] * 4, Allocation.CUMULATIVE_ROUND_DOWN)
    [4, 5, 4, 5]
    """
    if allocation is Allocation.FRACTIONAL:
        return list(exact)
    if allocation is Allocation.CUMULATIVE_ROUND_DOWN:
        return _cumulative(exact, floor)
    if allocation is Allocation.CUMULATIVE_ROUNDING:
        return _cumulative(exact, _round_half_up)
    return _loaded(exact, allocation)


def _round_half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


def _cumulative(
    exact: Sequence[Fraction], whole: Callable[[Fraction], int]
) -> list[Shares]:
    running, before = Fraction(0), 0
    shares: list[Shares] = []
    for amount in exact:
        running += amount
        shares.append(whole(running) - before)
        before += int(shares[-1])
    return shares


def _loaded(exact: Sequence[Fraction], allocation: Allocation) -> list[Shares]:
    shares: list[Shares] = [floor(amount) for amount in exact]
    if not shares:
        return shares
    leftover = floor(sum(exact)) - int(sum(shares))
    if allocation is Allocation.FRONT_LOADED_TO_SINGLE_TRANCHE:
        shares[0] += leftover
    elif allocation is Allocation.BACK_LOADED_TO_SINGLE_TRANCHE:
        shares[-1] += leftover
    elif allocation is Allocation.FRONT_LOADED:
        for place in range(leftover):
            shares[place] += 1
    else:
        for place in range(leftover):
            shares[-1 - place] += 1
    return shares
