"""Amounts in words: "two hundred grand", "half a percent", "one sixty five"."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

_UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * place
    for place, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        start=2,
    )
}
_SCALES = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "million": 1_000_000}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "tenth": Decimal("0.1")}
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_NUMBER = "|".join([*_UNITS, *_TENS, *_SCALES, *_PARTS])
_RUN = re.compile(
    rf"\b(?:an?\s+)?(?:{_NUMBER})(?:(?:\s+|-|\s+and\s+|\s+an?\s+|\s+of\s+an?\s+)"
    rf"(?:{_NUMBER}|percent|k))*\b",
    re.IGNORECASE,
)


class Spoken(NamedTuple):
    """A number in words: its value, its place, and what it looks like.

    `scaled` says that it names thousands, grand or millions; `percent` that it is one.
    """

    value: Decimal
    start: int
    end: int
    words: int
    scaled: bool
    percent: bool


def plain_digits(text: str) -> str:
    """Text of the same length whose digits of any script are ASCII ones.

    Examples
    --------
    >>> plain_digits("１２０ and 一六〇")
    '120 and 160'
    """
    return "".join(_digit(char) for char in text)


def _digit(char: str) -> str:
    if char.isascii():
        return char
    value = unicodedata.numeric(char, -1.0)
    if value in range(10):
        return str(int(value))
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 and folded.isascii() else char


def spoken_numbers(text: str) -> list[Spoken]:
    """Numbers that a text spells out.

    Examples
    --------
    >>> said = "two hundred grand, half a percent"
    >>> [str(each.value) for each in spoken_numbers(said)]
    ['200000', '0.5']
    """
    return [_spoken(found) for found in _RUN.finditer(text)]


def _spoken(found: re.Match[str]) -> Spoken:
    words = [word.lower() for word in _WORD.findall(found.group())]
    numbers = [word for word in words if word not in ("a", "an", "and", "of")]
    return Spoken(
        value=_value(numbers),
        start=found.start(),
        end=found.end(),
        words=len(numbers),
        scaled=not {"thousand", "grand", "million", "k"}.isdisjoint(numbers),
        percent="percent" in numbers,
    )


def _value(words: list[str]) -> Decimal:
    """Value of number words in order: "one sixty five" is 165."""
    total, current = Decimal(0), Decimal(0)
    for word in words:
        if word in _UNITS or word in _TENS:
            number = _UNITS.get(word, _TENS.get(word, 0))
            # "one sixty" is said for a hundred and sixty
            said_short = word in _TENS and 0 < current < 10
            current = current * 100 + number if said_short else current + number
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in _PARTS:
            current = (current or Decimal(1)) * _PARTS[word]
        elif word in _SCALES or word == "k":
            total += (current or Decimal(1)) * _SCALES.get(word, 1_000)
            current = Decimal(0)
    return total + current
