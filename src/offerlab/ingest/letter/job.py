"""The job: its title and its level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import exact, rx

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_NOUN = (
    r"(?:Engineer|Developer|Scientist|Researcher|Analyst|Manager|Director|Architect|Designer|Consultant|Lead|Programmer|"
    r"Specialist|Quant|Strategist|Fellow|Technologist|Statistician|Associate|Intern|Resident|Trader|Administrator|Technician|engineer|Member (?:of )?(?:the )?Technical Staff|"
    r"(?:SDE|SWE|MTS|MLE|SRE|AMTS|SMTS)(?:[- ]?(?:\d|I{1,3}))?)\b"
)
_WORD = r"(?:[A-Z][\w/+&.'-]*|of|and|in|for|the|I{1,3}|IV|\d|/|&|engineer|-)"
_TITLE = rf"(?P<title>(?:(?:(?:Sr|Jr)\. )?(?:[A-Z][\w/+&'-]*|founding)(?:,? (?:-\s)?{_WORD})*?\s)?{_NOUN}(?: of [A-Z]\w+)?(?:(?:,| -|,? -) (?:[A-Z][\w&/+'-]*)(?: (?:[A-Z][\w&/+'-]*|\d{{4}}|and|of))*| (?:I{{1,3}}|IV|V|\d)\b(?!\d))*)"
_ONE = rf"(?P<title>{_NOUN}(?: (?:I{{1,3}}|IV|\d))?)"
_BEFORE = r"(?:(?:regular |full-time |part-time |permanent |exempt |non-exempt )*(?:position|role|post|job|title|function|appointment)s?(?: (?:of|is|as|will be|title|to you of the position of))?(?: a| an| the| our)?[: ]+)"
_LABEL = exact(
    rf"(?:^|\n)\W{{0,3}}(?:\d{{1,2}}\. ?|\([a-z]\)\s*)?(?i:(?:Job |Business |Offered )?Title(?: / Grade)?|Position|Role(?: & level)?|Function|Designation|Post|Job)\s?[:.-]?\s*(?:is )?(?:an? )?{_TITLE}"
)
_PROSE = (
    exact(
        rf"\b(?i:position|role|post|job|title) (?i:of|as|is|will be|would be):? (?:(?i:an?|our|the) )?[\"']?{_TITLE}"
    ),
    exact(
        rf"\b(?i:conversion|promotion|move|transfer) (?:(?i:from) [\w ]{{3,40}}? )?(?i:to) (?:(?i:an?) )?{_TITLE}"
    ),
    exact(
        rf"\b(?i:full-time|part-time|permanent|regular)(?:,? (?i:full-time|regular))? (?i:position|role) (?i:of|as) (?:(?i:an?) )?{_TITLE}"
    ),
    exact(
        rf"\b(?i:as)(?: (?i:an?|our|the))?(?: (?i:first|second|next|newest|new))? {_TITLE}"
    ),
    exact(rf"\b(?i:offer you (?:the|our|an?)) {_TITLE} (?i:position|role|job)"),
    exact(rf"\b(?i:title):? (?i:would be |is )?\(?{_TITLE}"),
    exact(
        rf"\b(?i:offer (?:you )?(?:the|a|an) )(?:(?i:regular|full-time|position of) )*{_TITLE}"
    ),
    exact(
        rf"\b(?i:title|role|position) (?i:is|will be|would be) (?:(?i:an?|our|the) )?{_TITLE}"
    ),
    exact(rf"\b(?:Level|Grade):? [A-Z]{{1,3}}\d{{1,2}},? (?:-\s)?{_TITLE}"),
    exact(rf"\b(?i:subject):? [^\n]{{0,40}} - {_TITLE}"),
    exact(
        rf"(?:^|\n)[^\n]{{0,12}}\b(?i:role|position|title|job)\n(?:(?i:an?|the) )?{_TITLE}"
    ),
    exact(
        rf"\b(?i:you would be|you will be|you'll be|you'd be) (?i:an?|our|the) {_TITLE}"
    ),
    exact(rf"\b(?i:to be|become|join as) (?:(?i:an?|our|the) )?{_TITLE}"),
    exact(rf"\b(?i:join (?:us|the team|\w+) as|are an?|engage you as) {_TITLE}"),
    exact(rf"(?i:offer(?: of employment)?|re|subject)\s?[:-] {_TITLE}(?=\n|$| \()"),
    exact(
        rf"\b(?i:the|our|an?) {_TITLE}(?: \([A-Z][\w /&-]{{0,30}}\))? (?i:role|position|job|opening)\b"
    ),
    exact(
        r"(?i:offer(?: of employment)?|re|subject)\s?[:-] (?P<title>[A-Z][A-Z /&-]*(?:ENGINEER|DEVELOPER|SCIENTIST|RESEARCHER|ANALYST|MANAGER|ARCHITECT))(?=\n|$| \()"
    ),
    exact(rf"\b(?i:position|role) {_TITLE}"),
    exact(
        r"(?:^|\n)\W{0,3}(?:role|title|position)\s?[-:]\s*(?P<title>[a-z][a-z /&-]{0,40}?(?:engineer|scientist|developer|researcher|analyst|designer|manager)(?: [iv\d]+)?)\b"
    ),
    exact(rf"(?:^|\n)[^\w\n]{{0,4}}{_TITLE}(?=\n)"),
)
_TRIM = exact(
    r"(?:,\s*(?:L|IC|E|P)\d+$|,? (?:level|Level|Grade|grade|band)\b.*|,? (?:at|in|with|based|reporting|on|to|who|for)\b.*|\s?\(.*|,\s?(?:Early Career|reporting).*(?<!Career))$"
)
_LEVEL = (
    exact(
        r"\b(?i:job level|level|grade|band|pay grade|salary grade|job grade|labor grade)(?: is| ?:| ?\.| of)?\s+(?P<level>[A-Z]{0,3}-?\d{1,3}[A-Z]?|[IVX]{1,4})\b"
    ),
    exact(
        r"\((?:(?i:level|grade) )?(?P<level>(?:L|E|IC|P|T|M|SWE|ICT|G)-?\d{1,2})\b[^)]{0,30}\)"
    ),
    exact(
        r"\b(?i:the|our|an?|this) (?P<level>(?:L|E|IC|ICT)\d{1,2})\b(?= [A-Z]| (?i:role|position))"
    ),
    exact(r"\((?i:grade|band|level) (?P<level>[A-Z]{1,2}\d{0,2})\)"),
    exact(
        r"(?:,|\b(?:leveled you )?at) (?:(?i:level) )?(?P<level>(?:L|E|IC|P|T|ICT)\d{1,2})\b"
    ),
)
_GRADE = exact(r"\b(?i:grade) (?P<level>\d{1,2}|[A-Z]{1,2}-?\d{1,2})\b")


def read_job(letter: Letter) -> None:
    """Title and level."""
    _read_title(letter)
    _read_level(letter)


def _read_title(letter: Letter) -> None:
    for pattern in (_LABEL, *_PROSE):
        for found in pattern.finditer(letter.flat):
            before = letter.flat[max(0, found.start() - 40) : found.start()]
            if rx(
                r"\breport(?:s|ing)? to\b[^.]*$|\bformer\b|\bsincerely\b|\bour co-founder\b"
            ).search(before):
                continue
            if pattern is _PROSE[-1] and found.start() > len(letter.flat) / 2:
                continue  # the title of who signs
            title = found["title"]
            title = _TRIM.sub("", title).strip(" ,-")
            title = re.sub(
                r"^(?:Engineering|Graduate|Technology Graduate) Program - ", "", title
            )
            title = re.sub(r"^(?:L|E|IC|ICT)\d{1,2} ", "", title)
            start = found.start("title") + found["title"].find(title)
            end = start + len(title)
            title = title.title() if title.isupper() and " " in title else title
            if not title or title.split()[0] in ("Chief", "VP", "Vice"):
                continue
            letter.add("role", title, start, end)
            return
    letter.ask("role", "What is the title of the job?")


def _read_level(letter: Letter) -> None:
    role = next((each for each in letter.found if each.key == "role"), None)
    for pattern in (*_LEVEL, _GRADE):
        for found in pattern.finditer(letter.flat):
            around = letter.flat[max(0, found.start() - 60) : found.end() + 40]
            if rx(
                r"\bnot applicable\b|\bwas mentioned\b|\bat the start\b|\bcan(?:not)? be\b"
            ).search(around) and not rx(r"\bconfirmed\b").search(
                letter.flat[found.start() - 25 : found.start()]
            ):
                continue
            if pattern is _LEVEL[3] and role and abs(found.start() - role.end) > 60:
                continue
            letter.add("level", found["level"], found.start(), found.end())
            return
    confirmed = re.search(r"\bconfirmed (?P<level>[A-Z]{1,3}\d{1,2})\b", letter.flat)
    if confirmed:
        letter.add("level", confirmed["level"], confirmed.start(), confirmed.end())
