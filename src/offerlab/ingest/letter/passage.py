"""A letter as one line of text with its sentences, and the way back to its words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDED = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-",
    "\u2014": "-", "\u2212": "-", "\u2011": "-", "\u2010": "-", "\u2022": "-",
}  # fmt: skip
_COMPOUND = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|non|half|full|trading|calendar|business))-\w|\bsign-on|\bpro-rat",
    re.IGNORECASE,
)
"""Words that keep a hyphen at the end of a line; others are broken by syllables."""
_DROPPED = {"\x02", "\ufffe", "\u00ad", "\u200b", "\ufeff", "\u200d"}
BULLET = re.compile(
    r"\s*(?:[^\w\s$\u00a3\u20ac\u20b9(\"'\[]{1,3}\s|\([a-z0-9]\)\s|[a-z0-9]\)\s|1?\d\.\s|[ivx]+\.\s)"
)
LABEL = re.compile(
    r"\s*(?:role|title|position|comp|compensation|salary|base|bonus|equity|stock|options?|rsus?|grant|vesting|sign[- ]?on|signing|relo|relocation|start|starts|location|office|pto|vacation|benefits|deadline|level|team)(?: (?:bonus|date|salary|pay))?: |"
    r"\s*[a-z][a-z /]{1,16} - |\s*[A-Z][A-Za-z0-9 '/&()-]{1,34}(?::|\.{3,}|\s{2,}|\t)"
)
_LEADER = re.compile(r"\.{3,}\s?")
_ROW_LABEL = re.compile(
    r"^[ \t]*[A-Z][\w '/&()-]{0,34}[\w)](?=(?: {3,}|\t+)\S+(?: \S+)*[ \t]*$)",
    re.MULTILINE,
)
_GAP = re.compile(r"[ \t]+")
_HYPHEN = re.compile(r"(?:[-\u2010\u00ad\x02]\n[ \t]*|[\x02\ufffe]\n?)(?=[a-z])")
"""At the end of a line; a PDF's text may hide the end and mark the hyphen."""
_COLUMN = re.compile(r" {4,}(?=[A-Z][A-Za-z/-]*(?: [A-Za-z/-]+){0,3}:\s)")
_ROW = re.compile(r"\S\s{3,}\S")
_PAGE = re.compile(
    r"\s*(?:page \d+(?: of \d+)?|-\s*\d+\s*-|\d+\s*/\s*\d+|\d{1,3})\s*", re.IGNORECASE
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|No|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Rs|Pvt|Dept|Ref|"
    r"Sub|U\.S|U\.K|e\.g|i\.e|a\.m|p\.m|L\.P|L\.L\.C|B\.S|Ph\.D|\b[A-Z])|\d)\.$"
)
_LONGEST_SHORT = 12
"""Characters from which on a word is no abbreviation."""
CELLS = "    "
"""Between the cells of a row, in the text of a PDF or Word file."""
CLOSING = 30
"""A shorter line that ends with a comma is a greeting or a closing."""
LONGEST = 2_000
"""Characters of a sentence; what goes on longer is none, and would take for ever."""
MOST_LISTED = 12
"""Lines of a paragraph that may be a list; a PDF's text is one long paragraph."""
SHORT, HEADING = 0.6, 25
"""Share of the longest line; characters of a heading, which is short anyway."""
LONG_LINE = 52
"""A line of that many characters may go on in the next one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter: its folded words, and where they begin in `flat`."""

    text: str
    start: int
    paragraph: int

    @property
    def end(self) -> int:
        """Where it ends in `flat`."""
        return self.start + len(self.text)

    def part(self, begin: int, end: int | None = None) -> Sentence:
        """Its characters from one place to another."""
        return Sentence(self.text[begin:end], self.start + begin, self.paragraph)

    def longer(self, text: str) -> Sentence:
        """The same with more words after it."""
        return Sentence(text, self.start, self.paragraph)


@dataclass(slots=True)
class Passage:
    """A letter's text, folded into `flat` for reading.

    Attributes
    ----------
    text : str
        As it was written; quotes are cut out of it.
    flat : str
        Blanks, quotes, dashes and ligatures made alike; lines that go on joined.
    places : list of int
        For each character of `flat` its place in `text`.
    sentences : list of Sentence
    """

    text: str
    flat: str = ""
    places: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Passage:
        """Fold a text and cut it into sentences."""
        passage = cls(text)
        passage._fold()
        passage.sentences = [*passage._cut()]
        return passage

    def quote(self, start: int, end: int) -> str:
        """The letter's own words of a part of `flat`."""
        if start >= end or start >= len(self.places):
            return ""
        last = min(end, len(self.places)) - 1
        return self.text[self.places[start] : self.places[last] + 1].strip()

    def around(self, place: int) -> Sentence:
        """Sentence in which a place of `flat` is."""
        number = self.number(place)
        sentence = self.sentences[number] if self.sentences else Sentence("", place, 0)
        inside = sentence.start <= place < sentence.end
        return sentence if inside else Sentence("", place, 0)

    def number(self, place: int) -> int:
        """Number of the last sentence that begins at or before a place of `flat`."""
        found = bisect_right(self.sentences, place, key=lambda each: each.start)
        return max(0, found - 1)

    def _fold(self) -> None:
        out: list[str] = []
        joins = _joined_lines(self.text)
        labels = {found.end() for found in _ROW_LABEL.finditer(self.text)}
        index = 0
        while index < len(self.text):
            char = self.text[index]
            hyphen = _HYPHEN.match(self.text, index)
            if hyphen and self._in_word(index, hyphen.end()):
                if self._compound(index, hyphen.end()):
                    self._put(out, "-", index, joined=False)
                index = hyphen.end()
                continue
            if char in _DROPPED:
                index += 1
                continue
            begins = char == " " and index and not self.text[index - 1].isspace()
            column = _COLUMN.match(self.text, index) if begins else None
            if column:  # a second label and its value in one line
                self._put(out, "\n", index, joined=False)
                index = column.end()
                continue
            leader = _LEADER.match(self.text, index) or (
                _GAP.match(self.text, index) if index in labels else None
            )
            if leader:  # dots or a gap that lead from a label to its value
                self._put(out, ":", index, joined=False)
                self._put(out, " ", index, joined=False)
                index = leader.end()
                continue
            for folded in unicodedata.normalize("NFKC", _FOLDED.get(char, char)):
                self._put(out, folded, index, joined=index in joins)
            index += 1
        self.flat = "".join(out)

    def _in_word(self, index: int, end: int) -> bool:
        """Whether a hyphen breaks a word at the end of a line."""
        before = self.text[index - 1] if index else " "
        return before.isalpha() or self._compound(index, end)

    def _compound(self, index: int, end: int) -> bool:
        """Whether such a hyphen belongs to the word."""
        before, after = self.text[max(0, index - 9) : index], self.text[end : end + 3]
        return bool(_COMPOUND.search(f"{before}-{after}"))

    def _put(self, out: list[str], char: str, index: int, *, joined: bool) -> None:
        if char == "\n" and not joined:
            while out and out[-1] == " ":
                out.pop()
                self.places.pop()
            if out and out[-1] != "\n":
                out.append("\n")
                self.places.append(index)
            return
        if char.isspace():
            if not out or out[-1] in " \n":
                return
            char = " "
        out.append(char)
        self.places.append(index)

    def _cut(self) -> Iterator[Sentence]:
        start, paragraph = 0, 0
        for found in re.finditer(r"[.!?](?=[\s\"')])|\n|$", self.flat):
            end = found.end()
            piece = self.flat[start:end]
            if found.group() == "." and not self._ends(start, end):
                continue
            stripped = piece.strip()
            if stripped:
                offset = start + piece.index(stripped[0])
                for begin in range(0, len(stripped), LONGEST):
                    part = stripped[begin : begin + LONGEST]
                    yield Sentence(part, offset + begin, paragraph)
            if found.group() == "\n":
                paragraph += 1
            start = end

    def _ends(self, start: int, end: int) -> bool:
        """Whether a full stop ends a sentence."""
        piece, rest = self.flat[start:end], self.flat[end : end + 3]
        if not rest.strip() or rest.startswith("\n"):
            return True
        if _ABBREVIATION.search(self.flat, max(start, end - _LONGEST_SHORT), end):
            return bool(re.match(r"\s[A-Z]", rest)) and piece[-2:-1].isdigit()
        return not rest.strip()[0].islower()


def _joined_lines(text: str) -> set[int]:
    """Places of line ends after which the sentence goes on."""
    joins, place = set(), 0
    lines = text.split("\n")
    listed = _listed_lines(lines)
    for number, (line, following) in enumerate(
        zip(lines, [*lines[1:], ""], strict=True)
    ):
        place += len(line)
        goes_on = len(line.strip()) >= LONG_LINE or _open(line)
        if (
            goes_on
            and following.strip()
            and line.strip()
            and not BULLET.match(following)
            and not LABEL.match(following)
            and not _PAGE.fullmatch(following)
            and not (
                number in listed and not _open(line) and following.strip()[0].isupper()
            )
            and not (_ROW.search(line) and _ROW.search(following))
        ):
            joins.add(place)
        place += 1
    return joins


def _listed_lines(lines: list[str]) -> set[int]:
    """Numbers of the lines of short paragraphs whose lines break at will.

    A line that is not the last of its paragraph and far shorter than the longest was
    broken on purpose; then the others were too.
    """
    listed: set[int] = set()
    block: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            block.append(number)
            continue
        widths = [len(lines[each].strip()) for each in block]
        prose = any(BULLET.match(lines[each]) for each in block)
        if (
            not prose
            and 3 <= len(block) <= MOST_LISTED
            and min(widths[:-1]) < SHORT * max(widths)
            and (widths[0] >= HEADING or min(widths[1:-1]) < SHORT * max(widths))
        ):
            listed.update(block)
        block = []
    return listed


def _open(line: str) -> bool:
    """Whether a short line cannot be the end of a sentence."""
    last = line.rstrip()[-1:]
    return (last == "," and len(line.strip()) > CLOSING) or bool(
        re.search(
            r"\b(?:the|a|an|of|to|and|or|in|for|with|by|at|is|will)$", line.rstrip()
        )
    )
