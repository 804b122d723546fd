from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from offerlab.core.offer import Offer
from offerlab.core.window import ExerciseWindow
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


@pytest.mark.parametrize(
    ("line", "window"),
    [
        ("exercise_window: 90 days", ExerciseWindow(days=90)),
        ("exercise_window: 10 years", ExerciseWindow(months=120)),
        ("exercise_window_months: 3", ExerciseWindow(months=3)),
    ],
)
def test_one_window_holds_for_everybody(
    read: Read, line: str, window: ExerciseWindow
) -> None:
    assert read(f"{PUBLIC}{line}\n").exercise_window(0) == window


def test_a_window_may_grow_with_tenure(read: Read) -> None:
    offer = read(
        PUBLIC + "exercise_window: [{after_months: 12, window: 90 days},"
        " {after_months: 24, window: 5 years}]\n"
    )
    assert offer.exercise_window(11) is None  # before the first: unknown
    assert offer.exercise_window(12) == ExerciseWindow(days=90, after_months=12)
    assert offer.exercise_window(24) == ExerciseWindow(months=60, after_months=24)


def test_days_are_days_and_months_are_months() -> None:
    # 1 December 2027 + 90 days is 29 February 2028; + 3 months is 1 March.
    left = date(2027, 12, 1)
    assert ExerciseWindow(days=90).closes(left) == date(2028, 2, 29)
    assert ExerciseWindow(months=3).closes(left) == date(2028, 3, 1)


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ("3", "exercise_window", "write '3 months' or '3 days'"),
        ("[3 months]", "exercise_window.1", "'after_months' and 'window'"),
        ("{window: 3 months}", "exercise_window.1.after_months", "is missing"),
        ("{after_months: 3}", "exercise_window.1.window", "is missing"),
        (
            "[{after_months: 24, window: 1 year}, {after_months: 12, window: 1 year}]",
            "exercise_window.2.after_months",
            "in the order of the months served",
        ),
        (
            "3 months\nexercise_window_months: 3",
            "exercise_window_months",
            "keep one of the two",
        ),
    ],
)
def test_a_window_that_cannot_be_is_refused(
    faults: Faults, value: str, field: str, words: str
) -> None:
    assert_refused(faults, f"exercise_window: {value}", field, words)
