"""Each field in the many ways in which letters say it: the files in `phrases`."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from offerlab.ingest.letter.reading import read_letter
from tests.conftest import DATA

PHRASES = DATA / "offer_letters" / "phrases"
HEAD = """Northwind Robotics, Inc.
March 3, 2027

Dear Sam,

On behalf of Northwind Robotics, Inc. I am pleased to offer you employment as a Machine
Learning Engineer.

"""
BASE = "Your base salary will be $150,000 per year.\n\n"
TAIL = """

We look forward to working with you.

Sincerely,

Maria Lopez
Head of People
"""
KEYS = {
    "pay": ("base_salary", "currency"),
    "bonus": ("target_bonus",),
    "sign_on": ("sign_on",),
    "relocation": ("relocation",),
    "equity": ("equity",),
    "dates": ("start_date", "deadline"),
    "benefits": ("benefits",),
    "terms": ("equity", "exercise_window", "exercise_window_months"),
    "vesting": ("equity",),
    "clawback": ("sign_on",),
    "deadline": ("deadline",),
}


def cases() -> list[Any]:
    return [
        pytest.param(path.stem, each["says"], each["reads"], id=f"{path.stem}-{place}")
        for path in sorted(PHRASES.glob("*.yaml"))
        for place, each in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1)
    ]


@pytest.mark.parametrize(("field", "says", "reads"), cases())
def test_a_phrase_is_read(field: str, says: str, reads: dict[str, Any]) -> None:
    base = "" if field == "pay" else BASE
    letter = read_letter(HEAD + base + says + TAIL, "letter.txt")
    found = {
        key: each.value
        for key, each in letter.fields.items()
        if any(key == name or key.startswith(f"{name}.") for name in KEYS[field])
    }
    assert found == reads
    for each in letter.fields.values():
        assert each.quote in HEAD + base + says + TAIL
