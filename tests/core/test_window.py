from __future__ import annotations

from datetime import date

import pytest

from offerlab.core.window import ExerciseWindow


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (ExerciseWindow(days=1), "1 day"),
        (ExerciseWindow(days=90), "90 days"),
        (ExerciseWindow(months=1), "1 month"),
        (ExerciseWindow(months=12), "12 months"),
        (ExerciseWindow(months=24), "2 years"),
        (ExerciseWindow(months=25), "25 months"),
        (ExerciseWindow(months=120), "10 years"),
        (ExerciseWindow(months=0), "0 months"),
    ],
)
def test_a_window_is_said_as_a_letter_says_it(
    window: ExerciseWindow, words: str
) -> None:
    assert window.wording == words


def test_a_window_closes_after_its_days_or_its_months() -> None:
    left = date(2028, 1, 31)
    assert ExerciseWindow(days=90).closes(left) == date(2028, 4, 30)  # 29 + 31 + 30
    assert ExerciseWindow(months=3).closes(left) == date(2028, 4, 30)  # April has 30
    assert ExerciseWindow(months=0).closes(left) == left
