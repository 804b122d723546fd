"""The break-up of a pay in a table: components with their month and their year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

_HEADER = rx(r"\b(?:annual(?:ly)?|per annum|yearly|per year|p\.a\.)")
_MONTHLY = rx(r"\b(?:monthly|per month|p\.m\.)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{2,3})+(?:\.\d{1,2})?(?![\w.,]*\d)")
_FIXED = rx(
    r"\bfixed (?:pay|compensation|salary|component|ctc|cost)\b|\btotal fixed\b|\bannual fixed\b|"
    r"\bgross (?:fixed )?(?:salary|pay)\b|\bbase (?:pay|salary)\b"
)
_VARIABLE = rx(
    r"\bvariable\b|\bperformance[- ](?:linked |based )?(?:pay|bonus|incentive|variable)\b|\btarget bonus\b"
)
_TOTAL = rx(r"\btotal\b|\bctc\b|\bcost to company\b")
LONGEST_ROW = 110


class Row(NamedTuple):
    """A component of the pay, its amount a year, and its line."""

    label: str
    annual: float
    sentence: Sentence


def fixed_pay(letter: Letter) -> Row | None:
    """The row of the fixed pay, if a table of the letter has one."""
    rows = [row for row in _rows(letter) if _FIXED.search(row.label)]
    return rows[0] if len({row.annual for row in rows}) == 1 else None


def variable_pay(letter: Letter) -> Row | None:
    """The row of the variable pay at target."""
    rows = [
        row
        for row in _rows(letter)
        if _VARIABLE.search(row.label) and not _FIXED.search(row.label)
    ]
    return rows[0] if len(rows) == 1 else None


def _rows(letter: Letter) -> Iterator[Row]:
    lines = letter.passage.sentences
    for place, line in enumerate(lines):
        is_header = _HEADER.search(line.text) and _MONTHLY.search(line.text)
        if is_header and not _NUMBER.search(line.text):
            yield from _under(lines[place + 1 :])
            return


def _under(lines: list[Sentence]) -> Iterator[Row]:
    """Rows with the amount of the year: twelve times that of the month, or alone.

    An amount that is alone is the year's only where the total is alone too.
    """
    found: list[tuple[Sentence, list[float]]] = []
    for line in lines:
        numbers = [plain_number(m.group()) for m in _NUMBER.finditer(line.text)]
        if len(line.text) > LONGEST_ROW or not numbers:
            break
        found.append((line, numbers))
    lone_total = any(len(n) == 1 and _TOTAL.search(s.text) for s, n in found)
    for line, numbers in found:
        label = _NUMBER.split(line.text)[0]
        if len(numbers) == 2 and abs(12 * numbers[0] - numbers[1]) <= 12:
            yield Row(label, numbers[1], line)
        elif len(numbers) == 1 and lone_total:
            yield Row(label, numbers[0], line)
