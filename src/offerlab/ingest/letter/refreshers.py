"""Grants that are promised for each later year; what may be considered is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import as_written, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_CUE = rx(
    r"\brefresh(?:er|ers)?\b|\b(?:yearly|annual) (?:equity |RSU |stock )?(?:grants?|awards?)\b"
)
_PROMISED = rx(
    r"\bguarante\w+|\b(?:we|company) (?:will|shall) (?:also )?(?:grant|give|award|pay)\b|\byou (?:will|shall) (?:also )?(?:receive|be granted|get)\b"
)
_HOPED = rx(
    r"\b(?:may|might|could|can|eligible|consider\w*|discretion\w*|typical\w*|target\w*|up to|range|between|depend\w*|perform\w*|"
    r"past|usual\w*|average|expect\w*|not|none|no|subject to review)\b"
)
_YEARLY = rx(
    r"\b(?:each|every|per|a) year\b|\bannual(?:ly)?\b|\byearly\b|\beach anniversary\b"
)


def read_refreshers(letter: Letter) -> None:
    """Value a year of grants that the letter promises."""
    for sentence in letter.sentences(_CUE):
        text = sentence.text
        amounts = [m for m in money_in(text) if m.value >= 1_000]
        promised = _PROMISED.search(text) and not _HOPED.search(text)
        if promised and len(amounts) == 1 and _YEARLY.search(text):
            value = as_written(amounts[0].value)
            letter.add_at("refreshers.annual_value", value, sentence)
