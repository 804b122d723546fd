"""Many grants on one schedule at once: the same whole shares as the engine, in a table.

The schedule goes through the engine once, which gives its dates and exact numerators;
the shares of all grants then come from a few array operations. Integers of 64 bits
where they are large enough, and Python's own where not: exact in both cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from offerlab.core.allocation import Allocation
from offerlab.core.timetable import timetable_of
from offerlab.errors import OverGrantError, VestingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import numpy.typing as npt
    import pandas as pd

    from offerlab.core.schedule import VestingSchedule
    from offerlab.core.terms import VestingTerms
    from offerlab.core.timetable import Timetable

_MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class VestingTable:
    """Shares of many grants.

    Attributes
    ----------
    dates : tuple of date or None
        One a column; None without a vesting start.
    months : tuple of int or None
        From the vesting start.
    shares : array of int, shape (n_grants, n_dates)
        What vests on each date, 0 where nothing does.
    """

    dates: tuple[date | None, ...]
    months: tuple[int | None, ...]
    shares: npt.NDArray[Any]

    def to_frame(self) -> pd.DataFrame:
        """Shares as a DataFrame: one row a grant, one column a date.

        Columns are datetime64, or months from the vesting start where there is none.
        """
        from offerlab.model.frame import vesting_frame  # pandas, only if asked for

        return vesting_frame(self)


def vesting_table(
    vesting: VestingSchedule | VestingTerms,
    quantities: Sequence[int] | npt.NDArray[Any],
    start: date | None = None,
    *,
    grant_date: date | None = None,
) -> VestingTable:
    """Whole shares of many grants that vest alike.

    Parameters
    ----------
    vesting : VestingSchedule or VestingTerms
        In portions, whole shares, and no more than the grant.
    quantities : sequence of int, shape (n_grants,)
        Shares of each grant, 0 or more.
    start, grant_date : date, optional
        As in `offerlab.tranches`.

    Raises
    ------
    VestingError
        For terms that are not plain in this sense, and quantities that are negative
        or not whole.

    Examples
    --------
    >>> from offerlab.core.schedule import even_schedule
    >>> vesting_table(even_schedule(12, 3), [18, 27]).shares.tolist()
    [[4, 5, 4, 5], [6, 7, 7, 7]]
    """
    plan = timetable_of(vesting, start, grant_date)
    _check(plan)
    grants = _numbers(quantities, plan.divisor)
    over = (sum(plan.numerators) - plan.divisor) * grants
    if (over >= plan.divisor).any():
        most = int(grants.max())
        raise OverGrantError(most * sum(plan.numerators) / plan.divisor, most)
    shares = _by_date(plan, grants)
    return VestingTable(plan.dates, plan.months, shares)


def _check(plan: Timetable) -> None:
    if not plan.in_portions or plan.allocation is Allocation.FRACTIONAL:
        raise VestingError(
            "many grants at once need vesting terms in portions and whole shares"
        )


def _numbers(quantities: Any, divisor: int) -> npt.NDArray[Any]:
    """Quantities as a column, in a type that no product overflows."""
    listed = quantities if isinstance(quantities, np.ndarray) else list(quantities)
    try:
        given = np.asarray(listed, dtype=None if len(listed) else np.int64)
    except ValueError as error:
        raise VestingError("the quantities are not one list of numbers") from error
    whole = given.dtype.kind in "iu" or all(isinstance(x, int) for x in given.flat)
    if given.ndim != 1 or not whole:
        raise VestingError("the quantities are not a list of whole numbers")
    largest = int(given.max()) if given.size else 0
    if given.size and given.min() < 0:
        raise VestingError(f"a quantity is negative: {given.min()}")
    # Twice, because CUMULATIVE_ROUNDING doubles before it divides.
    wide = 2 * (largest + 1) * divisor > _MOST
    return given.astype(object if wide else np.int64)[:, np.newaxis]


def _by_date(plan: Timetable, grants: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Shares by date: the steps of each date added up."""
    if not plan.ends:
        return np.zeros((len(grants), 0), dtype=grants.dtype)
    ends = np.asarray(plan.ends, dtype=np.intp) - 1
    running = np.cumsum(np.asarray(plan.numerators, dtype=grants.dtype))
    if plan.allocation is Allocation.CUMULATIVE_ROUND_DOWN:
        totals = grants * running[ends] // plan.divisor
    elif plan.allocation is Allocation.CUMULATIVE_ROUNDING:
        # Halves up: floor(x + 1/2).
        twice = 2 * plan.divisor
        totals = (2 * grants * running[ends] + plan.divisor) // twice
    else:
        totals = np.cumsum(_loaded(plan, grants), axis=1)[:, ends]
    # Less than a share too much is the rounding of decimals in the terms.
    totals = np.minimum(totals, grants)
    shares: npt.NDArray[Any] = np.diff(totals, axis=1, prepend=0)
    return shares


def _loaded(plan: Timetable, grants: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Shares by step: floors, and the leftover where the allocation puts it."""
    numerators = np.asarray(plan.numerators, dtype=grants.dtype)
    shares: npt.NDArray[Any] = grants * numerators // plan.divisor
    whole = grants[:, 0] * sum(plan.numerators) // plan.divisor
    leftover = whole - shares.sum(axis=1)
    places = np.arange(shares.shape[1])
    match plan.allocation:
        case Allocation.FRONT_LOADED_TO_SINGLE_TRANCHE:
            shares[:, 0] += leftover
        case Allocation.BACK_LOADED_TO_SINGLE_TRANCHE:
            shares[:, -1] += leftover
        case Allocation.FRONT_LOADED:
            shares += places < leftover[:, np.newaxis]
        case _:
            shares += places[::-1] < leftover[:, np.newaxis]
    return shares
