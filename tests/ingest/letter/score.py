"""Precision and recall of what was read from letters, against their truth."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.reading import Reading, read_letter
from offerlab.ingest.letter.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

SECOND_ROUND = re.compile(
    r"basis$|end_date$|exercise_window$|relocation\.kind$|contacts\.\d+\.email$|"
    r"equity\.\d+\.(?:expires_months|conversion\.(?:calendar|before|over))$"
)
"""Keys that the truth of these letters, older than they are, does not have."""
WORDS = ("at-grant", "option", "none", "psu")
STATES = {"california": "ca", "texas": "tx", "tennessee": "tn", "ontario": "on"}


class Score(NamedTuple):
    """Counts over some letters, and each value that is wrong."""

    right: int
    wrong: list[tuple[str, str, Any, Any]]
    missed: int
    invented: int
    quotes: list[str]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def expand(block: dict[str, Any]) -> dict[int, Fraction]:
    """Part of a grant by month, the cliff applied."""
    every, cliff = block.get("every_months", 12), block.get("cliff_months", 0)
    parts: dict[int, Fraction] = {}
    if "yearly" in block:
        for year, weight in enumerate(block["yearly"], 1):
            step = every.get(str(year), 12) if isinstance(every, dict) else every
            for k in range(1, 12 // step + 1):
                part = Fraction(str(weight)) / 100 * step / 12
                parts[12 * (year - 1) + step * k] = part
    else:
        count = block["months"] // every
        parts = {every * k: Fraction(1, count) for k in range(1, count + 1)}
    found: dict[int, Fraction] = {}
    for month, part in parts.items():
        due = max(month, cliff)
        found[due] = found.get(due, Fraction(0)) + part
    return found


def same(key: str, got: Any, want: Any) -> bool:
    """Whether two values are one, as the letters' own page judges it."""
    if key.endswith("vesting") and isinstance(got, dict) and isinstance(want, dict):
        one, other = expand(got), expand(want)
        near = set(one) == set(other)
        return near and all(abs(one[m] - other[m]) < Fraction(1, 500) for m in one)
    if key == "deadline":
        return str(got)[:10] == str(want)[:10]
    if isinstance(got, bool) or isinstance(want, bool):
        return got is want
    if isinstance(got, int | float) and isinstance(want, int | float):
        return abs(got - want) <= max(0.005, 1e-5 * abs(want))
    return _folded(key, got) == _folded(key, want)


def _folded(key: str, value: Any) -> str:
    text = str(value).lower()
    if key == "company.name":
        text = re.sub(
            r"[,\s]+(?:inc|corp|corporation|llc|ltd|limited|plc|gmbh|ulc|lp|private"
            r"|company)\b\.?",
            "",
            re.sub(r"^the ", "", text),
        )
    if key == "level":
        text = re.sub(r"^(?:level|grade|band|l)\s*(?=[\divx])", "", text)
    if key == "location":
        text = ", ".join(STATES.get(p.strip(), p.strip()) for p in text.split(","))
    return re.sub(r"\W+", " ", text).strip()


def read_file(path: Path) -> Reading:
    source = read_source(str(path))
    return read_letter(source.text, path.name, source.pages)


def score(folder: Path, files: list[Path]) -> Score:
    """Score what is read from files, each with its truth in `folder`."""
    right = missed = invented = 0
    wrong, quotes = [], []
    for path in files:
        truth = json.loads((folder / f"{path.name.split('.')[0]}.json").read_text())
        reading = read_file(path)
        text = read_source(str(path)).text
        quotes += [
            f"{path.name} {key}"
            for key, each in reading.fields.items()
            if not each.quote or each.quote not in text
        ]
        expected = _expected(truth)
        for key, each in reading.fields.items():
            if key in truth.get("maybe", []):
                continue
            if key not in truth["fields"] and (
                SECOND_ROUND.search(key)
                or each.value in WORDS
                or isinstance(each.value, list)
                or (key, each.value) == ("currency", "USD")
            ):
                continue
            accept = expected.get(key, [])
            if any(same(key, each.value, one) for one in accept):
                right += key in truth["fields"]
            else:
                wrong.append((path.name, key, each.value, accept or "absent"))
                invented += key in truth.get("absent", [])
        missed += sum(
            key not in reading.fields and key not in _unsure(truth)
            for key in truth["fields"]
        )
    return Score(right, wrong, missed, invented, quotes)


def _unsure(truth: dict[str, Any]) -> dict[str, list[Any]]:
    if "maybe" in truth:
        return {key: [] for key in truth["maybe"]}
    return {each["key"]: each["accept"] for each in truth.get("ambiguous", [])}


def _expected(truth: dict[str, Any]) -> dict[str, list[Any]]:
    """Values that are right, by key."""
    found = dict(_unsure(truth))
    for key, entry in truth["fields"].items():
        if isinstance(entry, dict) and "quote" in entry:
            values = [entry["value"], *entry.get("accept", [])]
        else:
            values = [entry]
        found[key] = [*values, *found.get(key, [])]
    return found
