"""Schedules that property tests draw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.schedule import VestingSchedule, even_schedule

if TYPE_CHECKING:
    from collections.abc import Sequence


@st.composite
def even_schedules(
    draw: st.DrawFn, most: int, allocations: Sequence[Allocation] = tuple(Allocation)
) -> VestingSchedule:
    """Up to `most` equal parts, with or without a cliff."""
    every = draw(st.sampled_from([1, 3, 6, 12]))
    count = draw(st.integers(1, most))
    cliff = draw(st.integers(0, count))
    schedule = even_schedule(every * count, every, every * cliff)
    return replace(schedule, allocation=draw(st.sampled_from(allocations)))
