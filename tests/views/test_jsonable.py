from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from offerlab.model.totals import Illiquid
from offerlab.views.jsonable import plain, to_json


class Color(StrEnum):
    RED = "red"


class Size(Enum):
    BIG = 3


@dataclass(frozen=True, slots=True)
class Record:
    on: date
    color: Color


class Pair(NamedTuple):
    left: Fraction
    right: Record | None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (0.1 + 0.2, 0.3),  # the noise of binary fractions goes
        (-0.0000001, 0.0),
        (Decimal("0.040"), 0.04),
        (Decimal("150000"), 150_000),
        (Fraction(7, 2), 3.5),
        (date(2027, 1, 4), "2027-01-04"),
        (time(17, 5), "17:05"),
        (Path("a/b"), "a/b"),
        (Color.RED, "red"),
        (Size.BIG, 3),
        ((1, Fraction(2)), [1, 2]),
        ({Color.RED: [date(2027, 1, 4)]}, {"red": ["2027-01-04"]}),
        (Record(date(2027, 1, 4), Color.RED), {"on": "2027-01-04", "color": "red"}),
        (Pair(Fraction(1, 2), None), {"left": 0.5, "right": None}),
        (Illiquid(1.0, None), {"notional": 1.0, "intrinsic": None}),
        (
            Illiquid(1.0, None, {"ipo": None}),
            {"notional": 1.0, "intrinsic": None, "scenario": {"ipo": None}},
        ),
    ],
)
def test_one_rule_a_type(value: object, expected: object) -> None:
    assert plain(value) == expected
    assert json.loads(to_json(value)) == expected


def test_json_is_ascii() -> None:
    assert to_json({"name": "Zoë"}).isascii()
