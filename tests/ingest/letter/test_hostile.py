"""Letters damaged, cut, shuffled or far too long: read, or refused in words."""

from __future__ import annotations

import random
import re

import pytest

from offerlab.errors import OfferlabError
from offerlab.ingest.letter.file import letter_file
from offerlab.ingest.letter.passage import LONGEST, Passage
from offerlab.ingest.letter.reading import read_letter
from tests.conftest import DATA

TEXTS = [
    path.read_text(encoding="utf-8")
    for path in sorted((DATA / "offer_letters").glob("o*/*.txt"))
]
ODD = "$€£₹%(),.;:-/0123456789 \n\t\u00a0\u2013\u202e\x02é人🎉"


def damaged(text: str, pick: random.Random) -> str:
    lines = text.split("\n")
    kind = pick.randrange(7)
    if kind == 0:
        pick.shuffle(lines)
        return "\n".join(lines)
    if kind == 1:
        return text[: pick.randrange(200, len(text))]
    if kind == 2:
        chars = list(text)
        for _ in range(30):
            chars[pick.randrange(len(chars))] = pick.choice(ODD)
        return "".join(chars)
    if kind == 3:
        other = pick.choice(TEXTS)
        return text[: len(text) // 2] + other[len(other) // 2 :]
    if kind == 4:
        return text.replace("\n", " ")
    if kind == 5:
        return text.upper()
    numbers = [0, 1, 7, 13, 31, 99, 2027, 10**9, 10**18]
    return re.sub(r"\d+", lambda _: str(pick.choice(numbers)), text)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_letter_is_read_or_refused(seed: int) -> None:
    pick = random.Random(seed)
    for _ in range(12):
        text = damaged(pick.choice(TEXTS), pick)
        try:
            reading = read_letter(text, "letter.txt")
        except OfferlabError:
            continue
        assert letter_file(reading)
        for each in reading.fields.values():
            assert each.quote in text


@pytest.mark.parametrize("piece", ["bonus of 10% ", " " * 40, "-", "sign-on $5,000 "])
def test_no_sentence_is_without_end(piece: str) -> None:
    # Rules look at a sentence from each of its figures: its length bounds their work.
    passage = Passage.of("The offer. " + piece * 2_000)
    assert max(len(each.text) for each in passage.sentences) <= LONGEST
    for number, sentence in enumerate(passage.sentences):
        assert passage.number(sentence.start) == number
