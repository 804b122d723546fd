"""Who signed the letter: name, title and address."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import exact, rx

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_EMAIL = exact(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?(?:(?:[A-Z]\. ?)+[A-ZÀ-Ž][\w'À-ž-]+|[A-ZÀ-Ž][\w'À-ž-]+(?: (?:[A-Z]\.|[A-ZÀ-Ž][\w'À-ž-]+|de|van|von|der|al|bin|la)){1,3})"
_TITLE_WORD = (
    r"(?:Recruit\w*|People|HR|Human Resources|Talent|Chief|Officer|Manager|Director|Head|Leader|Principal|Partner|Staffing|CEO|CTO|COO|CFO|President|"
    r"Founder|Co-founder|Counsel|Lead|Consultant|VP|Vice President|Operations|Administrator|Coordinator|Associate|University|Campus|recruiter|ceo|founder|"
    r"Early Careers|Sourcer|Partner|Compensation|Offers|Resourcing|Programs)"
)
_TITLE = rf"(?:[A-Za-z][\w&.,/' -]{{0,50}}?)?\b{_TITLE_WORD}\b[\w&.,/' -]{{0,45}}"
_FORMS = (
    exact(
        rf"(?:^|\n)(?:- ?|For [\w ]+:? ?)?(?P<name>{_NAME}) ?(?:\([a-z/]+\))?(?:, (?:SHRM-\w+|PHR|SPHR|MBA|CPA|JD|Ph\.?D\.?))?(?:,? ?\n| ?\| ?| - |, )(?P<role>{_TITLE})(?=\n|$|,? \(|,? [\w.]+@|\||,? \d| [A-Z]\w+, [A-Z]{{2}}\b)"
    ),
    exact(
        rf"\b(?:recruiter|contact)(?: is)?:? (?P<name>{_NAME}),? [\w.]+@[\w.-]+,? (?P<role>{_TITLE})(?=\n|$|\.)"
    ),
    exact(
        rf"\b[Bb]y: (?:/s/ )?(?P<name>{_NAME})(?:, (?:Ph\.?D\.?|M\.?D\.?|MBA|Esq\.?))?, (?P<role>{_TITLE})(?=\n|$)"
    ),
    exact(
        rf"\b(?:Name|By|Signed): (?:/s/ )?(?P<name>{_NAME})\n(?:(?i:name): [^\n]{{0,40}}\n)?(?i:title|its): (?P<role>{_TITLE})(?=\n|$)"
    ),
    exact(
        rf"\b(?i:contact|recruiter|signed(?: by)?|reach out[^:]{{0,25}}): (?P<name>{_NAME}), (?P<role>{_TITLE})(?=,|\n|$|\.)"
    ),
    exact(
        rf"(?:\b[Yy]our |(?:^|\n))(?P<role>[Rr]ecruiter)(?: is)?:? (?P<name>{_NAME})(?=,|\n|$|\.| \(| \w+@)"
    ),
    exact(r"(?:^|\n)- ?(?P<name>[a-z]+) \((?P<role>[a-z]+)(?:, [\w ]+)?\)"),
    exact(rf"(?:^|\n)(?P<name>{_NAME}), (?P<role>{_TITLE})(?=\n|$|,| \()"),
)
_FROM = exact(rf"(?:^|\n)From: \"?(?P<name>{_NAME})\"?(?: ?<(?P<email>[^>]+)>)?")
_TO = exact(rf"(?:^|\n)To: (?P<name>{_NAME})(?: ?<(?P<email>[^>]+)>)?")
_CLOSING = rx(
    r"(?:^|\n)(?:yours|sincerely|very truly|best|kind|warm|regards|thanks|cheers|talk soon|all the best|respectfully|congratulations)[^\n]{0,30}\n(?P<rest>.*)"
)


def read_contacts(letter: Letter) -> None:
    """The signer, else the sender."""
    flat = letter.flat
    end = _CLOSING.search(flat)
    tail = end.start("rest") if end else max(0, len(flat) - 700)
    if rx(r"\byou (?:said|confirmed)\b").search(flat):
        _from_header(letter)
        return
    if _side_by_side(letter):
        return
    for place in (tail, 0):
        for form in _FORMS:
            found = form.search(flat, max(0, place - 1))
            if found and not _candidate(flat, found):
                _write(letter, found)
                _read_second(letter, found)
                return
    _from_header(letter)
    if not letter.has("contacts.1.name") and end:
        name = re.match(rf"(?P<name>{_NAME})(?=\n|$)", flat[tail:])
        if name and not re.search(
            rf"\b{_TITLE_WORD}\b|\b(?:LLC|Inc|Ltd|Team|Corporation|Limited|CORPORATION|INC)\b",
            name["name"],
        ):
            letter.add("contacts.1.name", name["name"], tail, tail + name.end())
    if not letter.has("contacts.1.name"):
        team = re.search(
            r"(?:^|\n)(?:[^\n]{0,25}: )?(?P<mail>[\w.%+-]+@[\w.-]+\w)(?=\n|$|\.)", flat
        )
        if team:
            letter.add(
                "contacts.1.email", team["mail"], team.start("mail"), team.end("mail")
            )


def _read_second(letter: Letter, first: re.Match[str]) -> None:
    """A second signer right below the first."""
    found = _FORMS[0].match(letter.flat, first.end())
    if found and "\n" in found.group()[1:] and not _candidate(letter.flat, found):
        for key in ("name", "role"):
            value = found[key].strip(" ,-|")
            start = found.start(key) + found[key].index(value)
            letter.add(f"contacts.2.{key}", value, start, start + len(value))


_FOR = r"(?:Name: |ppa\. |i\. ?[AV]\. )?"
_COLUMNS = re.compile(
    rf"^ {{0,60}}{_FOR}(?P<n1>{_NAME}) {{4,60}}{_FOR}(?P<n2>{_NAME}) {{0,60}}"
    r"\n{1,3} {0,60}(?:Title: )?(?P<r1>\S[^\n]{0,60}?) {3,60}"
    r"(?:Title: )?(?P<r2>\S[^\n]{0,60}?) {0,60}$",
    re.MULTILINE,
)


def _side_by_side(letter: Letter) -> bool:
    """Two signers in two columns: names in one line, titles in the next."""
    found = _COLUMNS.search(letter.passage.text)
    if found is None or not (
        re.search(_TITLE_WORD, found["r1"]) and re.search(_TITLE_WORD, found["r2"])
    ):
        return False
    for number in (1, 2):
        for key, group in (("name", f"n{number}"), ("role", f"r{number}")):
            start = bisect_left(letter.passage.places, found.start(group))
            end = bisect_left(letter.passage.places, found.end(group))
            letter.add(f"contacts.{number}.{key}", found[group], start, end)
        mail = _own(letter.flat, found[f"n{number}"])
        if mail:
            letter.add(
                f"contacts.{number}.email", mail.group(), mail.start(), mail.end()
            )
    return True


def _candidate(flat: str, found: re.Match[str]) -> bool:
    """Whether a name is that of the person the letter goes to, or a heading."""
    first = found["name"].split()[-1]
    before = flat[max(0, found.start("name") - 22) : found.start("name")]
    if re.search(
        r"(?:Dear|Candidate|To:|Hi|Hello|Prepared for|Employee)[^\n]{0,12}$", before
    ):
        return True
    if re.search(rf"\b(?:Dear|Hi|Hello)[^\n]{{0,14}}\b{re.escape(first)}\b", flat):
        return True
    return bool(
        rx(
            r"\b(?:engineer|developer|scientist|offer|letter|inc|llc|corp|corporation|limited|company|position|salary|stock)\b"
        ).search(found["name"])
    )


def _write(letter: Letter, found: re.Match[str]) -> None:
    flat = letter.flat
    name = re.sub(r"^(?:For [\w ]+:? )", "", found["name"])
    letter.add("contacts.1.name", name, found.start("name"), found.end("name"))
    role = found["role"].strip(" ,-|")
    role = re.sub(r"\s*(?:\([^)]*|_{3,}.*)$", "", role)
    role = _without_company(role, str(letter.value("company.name") or ""))
    letter.add(
        "contacts.1.role", role, found.start("role"), found.start("role") + len(role)
    )
    near = _EMAIL.search(flat, found.start(), min(len(flat), found.end() + 90)) or _own(
        flat, name
    )
    if near:
        letter.add("contacts.1.email", near.group(), near.start(), near.end())


def _without_company(role: str, company: str) -> str:
    """A title without the company after it, with or without its "Inc."."""
    short = company.split(",")[0]
    place = role.find(f", {short}") if short else -1
    return role[:place] if place > 0 else role


def _own(flat: str, name: str) -> re.Match[str] | None:
    """An address that has a part of a name in it."""
    parts = [p.lower() for p in re.findall(r"[A-Za-z]{3,}", name)]
    for found in _EMAIL.finditer(flat):
        if any(part in found.group().lower() for part in parts):
            return found
    return None


def _from_header(letter: Letter) -> None:
    found = _FROM.search(letter.flat)
    if rx(r"\byou (?:said|confirmed)\b").search(letter.flat):
        # The candidate wrote down what was said: the other one made the offer.
        found = _TO.search(letter.flat)
    if found is None or letter.has("contacts.1.name"):
        return
    letter.add("contacts.1.name", found["name"], found.start("name"), found.end("name"))
    if found["email"]:
        letter.add(
            "contacts.1.email", found["email"], found.start("email"), found.end("email")
        )
    sign = re.search(
        rf"\n(?:{re.escape(found['name'].split()[0])})[^\n]*\n(?P<role>[^\n,]{{3,45}})(?=,|\n|$)",
        letter.flat,
    )
    if sign and re.search(rf"\b{_TITLE_WORD}\b", sign["role"]):
        letter.add(
            "contacts.1.role",
            sign["role"].strip(),
            sign.start("role"),
            sign.end("role"),
        )
