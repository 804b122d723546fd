"""The company: its name, its stage, and the prices and counts of its shares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_SUFFIX = (
    r"(?:Inc\.?|Incorporated|Corp\.?|Corporation|Co\.|LLC|L\.L\.C\.|Ltd\.?|Limited|plc|PLC|GmbH|AG|ULC|LP|L\.P\.|LLP|B\.V\.|"
    r"PBC|Pvt\.? Ltd\.?|Private Limited|S\.A\.|SE|University)"
)
_WORD = r"[A-Z][\w'&.-]*"
_NAME = rf"(?P<name>{_WORD}(?:(?: | & )(?:{_WORD}|of|and|for|the))*?(?:,? (?i:{_SUFFIX}))(?: Ltd\.?)?)"
_PLAIN = r"[A-Z](?:[\w'&-]|\.(?=\w))*"
_BARE = rf"(?P<name>{_PLAIN}(?: (?:{_PLAIN}|of|and|&))*)"
_VERB = r"(?i:is|are|would|wants?|offers?|confirms?|wishes|has|will)"
_PATTERNS = (
    re.compile(rf"(?i:employer|company|for and on behalf of)\s?:?\s+{_NAME}"),
    re.compile(
        rf"(?i:on behalf of|join|joining|joined|with|at|by|employment with|offer from) {_NAME}"
    ),
    re.compile(
        rf"{_NAME}(?:,? an? [A-Z]\w+ [a-z ]{{4,40}}?)?,? (?:\([^)]{{1,80}}\),? ?)?{_VERB}"
    ),
    re.compile(rf"{_NAME} \([\"']?(?i:the )?[\"']?(?:(?i:the ))?[\"']?\w+"),
    re.compile(rf"\({_NAME}\)"),
    re.compile(
        r"(?i:on behalf of|at|by|with|join|from) (?:the )?(?P<name>University of [A-Z]\w+(?:,? [A-Z]\w+)*|[A-Z]\w+(?: [A-Z]\w+)* University)"
    ),
    re.compile(rf"(?:^|\n){_NAME}(?=\s|\n|$)"),
    re.compile(rf"(?i:company|employer): {_BARE}"),
    re.compile(
        rf"(?:^|[.\n] ?){_BARE} (?i:raised|closed|trades|completed) (?i:its|our|a|on)"
    ),
    re.compile(rf"\n?Subject: [^\n]*@ {_BARE}(?=\n|$)"),
    re.compile(
        rf"\n?Subject: (?:(?i:re|fwd?): )?(?i:your )?{_BARE} (?i:job )?(?i:offer)\b"
    ),
    re.compile(rf"(?i:on behalf of) {_BARE}(?=[,.\n])"),
    re.compile(
        rf"(?:^|[.!\n] ?){_BARE} (?:\([^)]{{1,60}}\) ?)?(?i:is) (?i:delighted|pleased|excited|happy|thrilled|offering|glad|proud)"
    ),
    re.compile(
        rf"(?i:your|about|excited about|offer from|all of us at|total rewards at|rewards at|engineer #?\d? ?at|numbers at|join|welcome to|(?:interviews?|interviewing|conversations|employment|role|career) with|interest in|(?:team|everyone|everybody|folks|us) at) {_BARE}(?=[,.!\n(:;]| \(| offer| team| -|$| (?:as|wants?|has|have|is|are|and|in|with|would|was)\b)"
    ),
    re.compile(
        r"(?P<name>The (?:[A-Z][\w'&-]+ (?:for |of |and )?){1,5}(?:Institute|Foundation|Company|Group|Laboratory|Labs?|Initiative|Fund|Trust|Center)(?: (?:for|of) [A-Z]\w+(?: [A-Z]\w+)?)?)"
    ),
    re.compile(rf"(?i:\bat) {_BARE}(?=[,.!\n(]| (?:as|in|on)\b)"),
    re.compile(
        rf"(?i:team|recruiting|recruiter|staffing|people|engineering|talent|acquisition|resources|hr|operations|officer|manager|director|president|partner|co-founder(?: (?:&|and|/) ceo)?|ceo|cto|coo|founder), {_BARE}(?=\n|$|\))"
    ),
)
_NOT = frozenset(
    [
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
_PUBLIC = rx(
    r"\b(?:NYSE|NASDAQ|LSE|TSX|Euronext)\b ?:?|\bpublicly (?:traded|listed)\b|\b(?:Nasdaq|NYSE|exchange)-listed\b|\blisted company\b|\b(?:New York|London|Toronto|Nasdaq) Stock (?:Exchange|Market)\b|\btrades on the\b"
)
_STAGES = (
    ("pre-seed", rx(r"\bpre-seed\b")),
    (
        "seed",
        rx(
            r"\bseed (?:round|stage|financing|funding)\b|\bclosed our seed\b|\(seed\)"
            r"|\b(?:our|a) (?:\$[\d.]+ ?(?:M|million) )?seed\b"
        ),
    ),
)
_SERIES = re.compile(
    r"\b(?:closed|raised|announced|completed)?[^.]{0,30}\bSeries (?P<letter>[A-H])\b(?P<rest>[^.]{0,40})"
)
_LATE = frozenset("EFGH")
_SHARES = r"(?P<n>\d{1,3}(?:,\d{3}){2,})"
_DILUTED = (
    re.compile(rf"\bfully[- ]diluted\b[^.]{{0,60}}?{_SHARES}", re.IGNORECASE),
    re.compile(
        rf"{_SHARES} (?:\w+ ){{0,4}}?(?:shares )?(?:\w+ ){{0,4}}?(?:on a )?fully[- ]diluted",
        re.IGNORECASE,
    ),
)


_INSTITUTE = re.compile(
    r"The (?:[A-Z][\w'&-]+ (?:for |of |and )?){1,5}(?:Institute|Foundation|Company|Group|Laboratory|Lab|Labs|Initiative|Fund|Trust|Center)\b"
)


def read_company(letter: Letter) -> None:
    """Name, stage, and what a share costs."""
    _read_name(letter)
    _read_stage(letter)
    _read_counts(letter)
    _read_prices(letter)


def _read_name(letter: Letter) -> None:
    flat = letter.flat
    for pattern in _PATTERNS:
        for found in pattern.finditer(flat):
            name = found["name"].strip(" ,")
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
                found.start("name"),
                found.start("name") + len(name),
            )
            return
    letter.ask("company.name", "Which company makes the offer?")


def _place_or_title(name: str, after: str) -> bool:
    return bool(re.match(r", [A-Z]{2}\b", after)) or bool(
        rx(
            r"\b(?:engineer|developer|scientist|manager|recruit|bonus|vest|office|university of)\b"
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


def _read_stage(letter: Letter) -> None:
    public = _PUBLIC.search(letter.flat)
    if public:
        ticker = re.match(r" ?:? ?\w*", letter.flat[public.end() :])
        end = public.end() + (ticker.end() if ticker else 0)
        letter.add("company.stage", "public", public.start(), end)
        return
    for name, pattern in _STAGES:
        found = pattern.search(letter.flat)
        if found:
            letter.add("company.stage", name, found.start(), found.end())
            return
    for found in _SERIES.finditer(letter.flat):
        if _is_to_come(letter.flat, found):
            continue
        series = found["letter"]
        stage = "late" if series in _LATE else f"series-{series.lower()}"
        at = found.start("letter")
        letter.add("company.stage", stage, at - len("Series "), at + 1)
        return


def _is_to_come(flat: str, found: re.Match[str]) -> bool:
    """Whether a round is only expected."""
    before = flat[max(0, found.start() - 20) : found.start("letter")]
    return bool(
        rx(r"\b(?:expected|plan\w*|next|upcoming|will)\b").search(found["rest"])
        or rx(r"\b(?:expected|after|upcoming|next|closing of the)\b[^.]{0,25}$").search(
            before
        )
    )


def _read_counts(letter: Letter) -> None:
    scaled = re.search(
        r"\b(?P<m>\d+(?:\.\d+)?) ?(?:M|million) (?:shares )?(?:on a )?fully[- ]diluted",
        letter.flat,
    )
    if scaled:
        count = round(float(scaled["m"]) * 1e6)
        letter.add("company.fully_diluted_shares", count, scaled.start(), scaled.end())
    for pattern in _DILUTED:
        found = pattern.search(letter.flat)
        if found:
            letter.add(
                "company.fully_diluted_shares",
                int(found["n"].replace(",", "")),
                found.start(),
                found.end(),
            )
            return


_FMV = rx(r"\b409A\b|\bfair market value (?:of|was|is)\b[^.]{0,25}(?=\$)")
_PREFERRED = rx(
    r"\bSeries [A-H]\b(?! (?:financing that|closing))[^.]{0,60}|\bpreferred (?:stock|share|price|shares)\b[^.]{0,40}|\binvestors (?:paid|bought)\b"
)
_VALUATION = rx(
    r"\bpost-money\b|\bpost\b(?!ing|ed)|\bvaluation\b|\bvalued (?:us|the company) at\b|\btripled to\b"
)


def _read_prices(letter: Letter) -> None:
    for sentence in letter.passage.sentences:
        text = sentence.text
        for money in money_in(text):
            before, after = (
                text[max(0, money.start - 75) : money.start],
                text[money.end : money.end + 30],
            )
            start, end = sentence.start, sentence.start + money.end
            near = (
                re.split(r",| and |;", before)[-1]
                if "," in before or ";" in before
                else before
            )
            if money.value < 1_000:
                if _FMV.search(near) or (
                    _FMV.search(before[-45:]) and not _PREFERRED.search(near)
                ):
                    letter.add("company.fmv_409a", money.value, start, end)
                elif _PREFERRED.search(before) and (
                    rx(r"\bper share\b|\ba share\b|\bprice\b").search(
                        before[-40:] + after
                    )
                    or rx(r"\bpaid\b").search(near)
                ):
                    letter.add("company.preferred_price", money.value, start, end)
            elif money.value >= 1e6 and (
                _VALUATION.search(before) or _VALUATION.search(after)
            ):
                value = int(money.value)
                letter.add("company.valuation", value, start, end)
