"""Percents of a text that are of pay or of the company; those of work are free."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = re.compile(r"[^.!?\n]+(?:\.\d+[^.!?\n]*)*")
THINGS = (
    r"(?<!user )(?<!code )(?<!customer )(?<!knowledge )(?<!data )\bbase\b"
    r"(?! (?:model|rate|class|case|line|station|image|estimat))"
)
_PERCENT = re.compile(r"(?<![\w./])(\d+(?:[.,]\d+)?)\s?(?:%|percent\b|per cent\b)")
_OWNED = re.compile(
    rf"{THINGS}|\b(?:salary|pay|bonus|equity|compensation|offer(?:ed)?|stake|"
    r"shares?(?! of (?!the company|stock|your))|ownership|options?|rsus?|grant|"
    r"fully diluted|of the company|raise|last hire)\b",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"\b(?:accuracy|recall|precision|error|loss|latency|throughput|cost|lift|f1|bleu|"
    r"auc|uptime|coverage|retention|revenue|fraud|queries|users|memory|speed|faster|"
    r"slower|class|students|test)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|mentioned|promised|confirmed|assured|agreed|hinted|indicated|"
    r"suggested|implied|guaranteed|quoted|would like|would rather|rather (?:see|have)|"
    r"'d like|want|wanted|hope|hoping|"
    r"asking|ask for|request|prefer|instead|looking for|make it|get to|how about|"
    r"no problem|on the table|market|peers?|colleagues|others get|settled|discussed|"
    r"talked about|last call|had in mind)\b",
    re.IGNORECASE,
)
"""What makes a small percent one of the company: it is promised, or asked for."""
_SMALL = 5
_OF_WORK = re.compile(
    r"\s+(?:of (?!the (?:company|firm|shares|equity|stock|options)\b|stock\b|equity\b|"
    r"shares\b|base\b|salary\b|pay\b|it\b)|(?:more|less|fewer) (?!equity|stock|base))",
    re.IGNORECASE,
)
"""What a percent measures that is of no pay: "the 3% of cases"."""
_MARKET = re.compile(
    r"\b(?:market|going|usual) rates?\b|\bthe market\b|"
    r"\b(?:engineers|people|others|graduates|peers|scientists|they|everyone)\b[^.]{0,25}"
    r"\b(?:makes?|earns?|gets?|paid)\b|\bcame back with\b",
    re.IGNORECASE,
)


def percents_of_pay(text: str, plain: str) -> Iterator[tuple[Decimal, str, int]]:
    """Percents of pay or of the company: value, words, and where they begin."""
    for sentence in SENTENCE.finditer(plain):
        words = sentence.group()
        owned = _OWNED.search(words) and not _measured_only(words)
        said = _SAID.search(words) and not MEASURED.search(words)
        market = _MARKET.search(words) and not MEASURED.search(words)
        for found in _PERCENT.finditer(words):
            start = sentence.start() + found.start()
            value = Decimal(found[1].replace(",", "."))
            of_work = _OF_WORK.match(words, found.end())
            if not (owned or market or (said and value < _SMALL and not of_work)):
                continue
            shown = text[start : start + len(found.group())]
            yield value, shown, start


def _measured_only(sentence: str) -> bool:
    """Whether the percents of a sentence measure work, and nothing speaks of pay."""
    owned = _OWNED.search(sentence)
    return bool(MEASURED.search(sentence)) and (
        owned is None or owned.group().lower() in ("base", "offer", "offered", "shares")
    )
