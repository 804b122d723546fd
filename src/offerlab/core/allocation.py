"""Whole shares out of exact amounts: the seven allocation types of Open Cap Format.

The names say where leftover shares go, not whether a schedule pays early or late.
Source: Open Cap Table Coalition, schema of the enum AllocationType (2026-06).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


@overload
def sum_shares(parts: Iterable[int | None]) -> int | None: ...
@overload
def sum_shares(parts: Iterable[Shares | None]) -> Shares | None: ...
def sum_shares(parts: Iterable[Shares | None]) -> Shares | None:
    """Sum, or None if one part is unknown."""
    total: Shares = 0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


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
    divisor = lcm(*(amount.denominator for amount in exact))
    numerators = [
        amount.numerator * (divisor // amount.denominator) for amount in exact
    ]
    return [*allocate_whole(numerators, divisor, allocation)]


def allocate_whole(
    numerators: Sequence[int], divisor: int, allocation: Allocation
) -> list[int]:
    """Do the same for amounts given as numerators over one divisor, in whole shares.

    Integer arithmetic throughout: exact, and many times quicker than fractions.
    """
    if allocation is Allocation.CUMULATIVE_ROUND_DOWN:
        totals = [total // divisor for total in accumulate(numerators)]
        return _steps(totals)
    if allocation is Allocation.CUMULATIVE_ROUNDING:
        # Halves up: floor(x + 1/2), with x = total / divisor.
        twice = 2 * divisor
        return _steps([(2 * t + divisor) // twice for t in accumulate(numerators)])
    return _loaded(numerators, divisor, allocation)


def _steps(totals: list[int]) -> list[int]:
    return [after - before for before, after in zip([0, *totals], totals, strict=False)]


def _loaded(
    numerators: Sequence[int], divisor: int, allocation: Allocation
) -> list[int]:
    shares = [numerator // divisor for numerator in numerators]
    if not shares:
        return shares
    leftover = sum(numerators) // divisor - sum(shares)
    if allocation is Allocation.FRONT_LOADED_TO_SINGLE_TRANCHE:
        shares[0] += leftover
    elif allocation is Allocation.BACK_LOADED_TO_SINGLE_TRANCHE:
        shares[-1] += leftover
    else:
        front = allocation is Allocation.FRONT_LOADED
        for place in range(leftover):
            shares[place if front else -1 - place] += 1
    return shares
