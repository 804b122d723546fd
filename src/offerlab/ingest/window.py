"""The keys `exercise_window` and `exercise_window_months` of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.window import ExerciseWindow
from offerlab.ingest.duration import parse_duration
from offerlab.ingest.node import Mapping, Scalar

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields

SHORT, LONG = "exercise_window_months", "exercise_window"


def read_windows(fields: Fields) -> tuple[ExerciseWindow, ...]:
    """Windows by months served; empty where the paper has none."""
    months = fields.whole(SHORT, high=240)
    node = fields.node(LONG)
    if fields.has(SHORT) and node is not None:
        fields.fault(SHORT, f"is here together with '{LONG}'", "keep one of the two")
    if node is None:
        return () if months is None else (ExerciseWindow(months=months),)
    if isinstance(node, Scalar):
        span = fields.value(LONG, parse_duration)
        return () if span is None else (ExerciseWindow(*span),)
    windows: list[ExerciseWindow] = []
    for name, item in fields.several(LONG):
        if isinstance(item, Mapping):
            window = _by_tenure(fields.inner(item, name), windows)
            windows += [] if window is None else [window]
        else:
            fields.log.add(item, name, "a block with 'after_months' and 'window'")
    return tuple(windows)


def _by_tenure(block: Fields, before: list[ExerciseWindow]) -> ExerciseWindow | None:
    after = block.whole("after_months", high=240)
    span = block.value("window", parse_duration)
    for key in ("after_months", "window"):
        block.node(key, required=True)
    block.close()
    if after is None or span is None:
        return None
    if before and after <= before[-1].after_months:
        block.fault(
            "after_months",
            f"{after} is not after {before[-1].after_months}, the step before it",
            "put the windows in the order of the months served",
        )
    return ExerciseWindow(*span, after_months=after)
