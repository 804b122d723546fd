"""The company: its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import exact, rx

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_SUFFIX = (
    r"(?:Inc\.?|Incorporated|Corp\.?|Corporation|Co\.|LLC|L\.L\.C\.|Ltd\.?|Limited|plc|PLC|GmbH|ULC|L\.P\.|LLP|B\.V\.|"
    r"N\.?V\.?|S\.?A\.?S\.?|Srl|S\.p\.A\.|K\.K\.|Pty\.? Ltd\.?|Pte\.? Ltd\.?|PBC|Pvt\.? Ltd\.?|Private Limited|S\.A\.|University)"
)
_SHORT = r"(?:AS|A/S|AB|Oy|SE|AG|LP)\b"
_WORD = r"[A-Z][\w'&.-]*"
_NAME = rf"(?P<name>{_WORD}(?:(?: | & )(?:{_WORD}|of|and|for|the|\([A-Z]\w+\)))*?(?:,? (?:(?i:{_SUFFIX})|{_SHORT}))(?: Ltd\.?)?)"
_PLAIN = r"[A-Z](?:[\w'&-]|\.(?=\w))*"
_BARE = rf"(?P<name>{_PLAIN}(?: (?:{_PLAIN}|of|and|&))*)"
_VERB = r"(?i:is|are|would|wants?|offers?|confirms?|wishes|has|will)"
_PATTERNS = (
    exact(
        rf"(?i:employer|company|for and on behalf of|on behalf of the partners of|between|from:)\s?:?\s+{_NAME}"
    ),
    exact(
        rf"(?i:on behalf of|join|joining|joined|with|at|by|employment with|offer from) {_NAME}"
    ),
    exact(
        rf"{_NAME}(?:,? an? [A-Z]\w+ [a-z ]{{4,40}}?)?,? (?:\([^)]{{1,80}}\),? ?)?{_VERB}"
    ),
    exact(rf"{_NAME} \([\"']?(?i:the )?[\"']?(?:(?i:the ))?[\"']?\w+"),
    exact(rf"\({_NAME}\)"),
    exact(rf"\| {_NAME}(?= ?\||\n|$)"),
    exact(
        r"(?i:on behalf of|at|by|with|join|from) (?:the )?(?P<name>University of [A-Z]\w+(?:,? [A-Z]\w+)*|[A-Z]\w+(?: [A-Z]\w+)* University)"
    ),
    exact(rf"(?:^|\n){_NAME}(?=\s|,|\n|$)"),
    exact(rf"(?i:letter|offer|paperwork|documents?) [^.\n]{{0,20}}(?i:from) {_NAME}"),
    exact(rf"(?i:company|employer): {_BARE}"),
    exact(
        rf"(?:^|[.\n] ?){_BARE} (?i:raised|closed|trades|completed) (?i:its|our|a|on)"
    ),
    exact(rf"\n?Subject: [^\n]*@ {_BARE}(?=\n|$)"),
    exact(rf"\n?Subject: (?:(?i:re|fwd?): )?(?i:your )?{_BARE} (?i:job )?(?i:offer)\b"),
    exact(rf"(?i:on behalf of) {_BARE}(?=[,.\n])"),
    exact(
        rf"(?:^|[.!\n] ?){_BARE} (?:\([^)]{{1,60}}\) ?)?(?i:is) (?i:delighted|pleased|excited|happy|thrilled|offering|glad|proud)"
    ),
    exact(
        rf"(?i:role|position|job|opportunity|offer) (?i:at|with|from) {_BARE}(?=[,.!\n(:;]| \(| [a-z])"
    ),
    exact(
        rf"(?i:your(?! [A-Z]-?\d)|about|excited about|offer from|all of us at|total rewards at|rewards at|engineer #?\d? ?at|numbers at|join|welcome to|(?:interviews?|interviewing|conversations|employment|role|career|first day|journey) with|interest in|(?:team|everyone|everybody|folks|us) at) {_BARE}(?=[,.!\n(:;]| \(| offer| team| -|$| (?:as|wants?|has|have|is|are|and|in|with|would|was)\b)"
    ),
    exact(
        r"(?P<name>The (?:[A-Z][\w'&-]+ (?:for |of |and )?){1,5}(?:Institute|Foundation|Company|Group|Laboratory|Labs?|Initiative|Fund|Trust|Center)(?: (?:for|of) [A-Z]\w+(?: [A-Z]\w+)?)?)"
    ),
    exact(rf"\b{_BARE} \((?:NYSE|NASDAQ|Nasdaq|LSE|TSX)\s?:"),
    exact(
        rf"(?:^|[.!\n] ?){_BARE} (?i:engages|hires|employs|invites|offers|wants) (?i:you)\b"
    ),
    exact(rf"(?i:\bat) {_BARE}(?=[,.!\n(]| (?:as|in|on)\b)"),
    exact(
        rf"(?i:team|recruiting|recruiter|staffing|people|engineering|talent|acquisition|resources|hr|operations|officer|manager|director|president|partner|co-founder(?: (?:&|and|/) ceo)?|ceo|cto|coo|founder), {_BARE}(?=\n|$|\))"
    ),
)
_NOT = frozenset(
    [
        "Verbal",
        "Written",
        "Formal",
        "Updated",
        "Revised",
        "Final",
        "Job",
        "New",
        "RSUs",
        "Options",
        "Shares",
        "Stock",
        "Units",
        "H-1B",
        "Workday",
        "DocuSign",
        "I",
        "We",
        "You",
        "The",
        "This",
        "Your",
        "Our",
        "Dear",
        "Hi",
        "Hello",
        "Subject",
        "From",
        "To",
        "Date",
        "Re",
        "Offer",
        "Letter",
        "Confidential",
        "Private",
        "Base",
        "Salary",
        "Equity",
        "Start",
        "Role",
        "Title",
        "Location",
        "Congratulations",
        "Thank",
        "Please",
        "Compensation",
        "Benefits",
        "Position",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Company",
        "Board",
        "Class",
        "Series",
        "Personal",
        "Strictly",
        "Employment",
        "Human",
        "Talent",
        "Chief",
        "Head",
        "University",
    ]
)


LONGEST = 40
"""Letters of a company's name that stands alone on the first line."""
_HEADING = rx(
    r"\b(?:offer|letter|employment|summary|agreement|confidential|private|dear|hi|hello|hey|subject|date|re|terms|welcome|"
    r"congratulations|january|february|march|april|may|june|july|august|september|october|november|december|program)\b"
)
_INSTITUTE = exact(
    r"The (?:[A-Z][\w'&-]+ (?:for |of |and )?){1,5}(?:Institute|Foundation|Company|Group|Laboratory|Lab|Labs|Initiative|Fund|Trust|Center)\b"
)


def read_company(letter: Letter) -> None:
    """Name of the employer."""
    flat = letter.flat
    for pattern in _PATTERNS:
        for found in pattern.finditer(flat):
            name = _own_part(found["name"].removeprefix("For ").strip(" ,"), flat)
            before = flat[max(0, found.start("name") - 24) : found.start("name")]
            after = flat[found.end("name") : found.end("name") + 40]
            if (
                (
                    name.split()[0] in _NOT
                    and not _INSTITUTE.match(name)
                    and not name.startswith("University of ")
                )
                or len(name) < 3
                or len(name) > 70
            ):
                continue
            if re.fullmatch(
                r"[A-Z]\w+(?: [A-Z]\w+)? (?:public benefit )?(?:corporation|company|limited|co)",
                name,
            ):
                continue  # "a Delaware corporation"
            if rx(
                r"\b(?:our parent|parent|units of|stock of|shares of|subsidiary of|acquired by|RSUs of|awards of)(?: company)?,? ?$"
            ).search(before):
                continue
            if pattern in _PATTERNS[8:] and _place_or_title(name, after):
                continue
            letter.add(
                "company.name",
                _clean(name),
                found.end("name") - len(found["name"].removeprefix("For ")),
                found.end("name"),
            )
            return
    first = re.match(rf"{_BARE}(?=\n)", flat)
    if first and len(first["name"]) < LONGEST and not _HEADING.search(first["name"]):
        letter.add("company.name", _clean(first["name"]), 0, first.end())
        return
    letter.ask("company.name", "Which company makes the offer?")


def _own_part(name: str, flat: str) -> str:
    """A name without the title before it: "Quality Affairs of Acme Labs, Inc."."""
    for found in re.finditer(r" of ", name):
        rest = name[found.end() :]
        own_line = rf"(?:^|\n){re.escape(rest)}(?=\s|,|\n|$)"
        if len(rest) > 3 and re.search(own_line, flat, re.IGNORECASE):
            return rest
    return name


def _place_or_title(name: str, after: str) -> bool:
    return bool(re.match(r", [A-Z]{2}\b", after)) or bool(
        rx(
            r"\b(?:engineer|developer|scientist|manager|recruit|bonus|vest|office|university of|staffing|campus|talent|acquisition|resources)\b"
        ).search(name)
    )


def _clean(name: str) -> str:
    words = name.split()
    if name.isupper() and len(name) > 4:
        return " ".join(w if re.search(r"\.\w", w) else _cased(w) for w in words)
    return name


def _cased(word: str) -> str:
    """A word of a name in capitals; short suffixes such as LLC stay as they are."""
    short = re.fullmatch(r"LLC|LLP|LP|AG|SE|PBC|ULC|GMBH|PLC", word.strip(",."))
    return word if short else word.capitalize()
