"""The place of the work: a city and its state or country, or remote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import exact, rx

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_STATES = {
    "alabama": "AL", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "florida": "FL", "georgia": "GA", "hawaii": "HI",
    "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY",
    "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI",
    "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE",
    "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY",
    "north carolina": "NC", "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR",
    "pennsylvania": "PA", "rhode island": "RI", "south carolina": "SC", "south dakota": "SD",
    "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT", "virginia": "VA",
    "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
    "district of columbia": "DC",
}  # fmt: skip
_CODES = "|".join(sorted({*_STATES.values(), "ON", "BC", "QC", "AB"}))
_NAMES = "|".join(name.title() for name in sorted(_STATES, key=len, reverse=True))
_COUNTRIES = "Québec|Quebec|British Columbia|Alberta|Manitoba|Nova Scotia|Germany|France|Ireland|United Kingdom|UK|England|Scotland|Canada|India|Netherlands|Spain|Switzerland|Sweden|Singapore|Poland|Ontario|Australia"
_CITY = (
    r"(?P<city>(?:(?:St|Ft|Mt|Ste)\. )?[A-ZÀ-Ž][\w'À-ž-]+"
    r"(?: (?:(?:St|Ft|Mt)\. )?(?:[A-ZÀ-Ž][\w'À-ž-]+|of\b|on\b)){0,3})"
)
_PLACE = rf"{_CITY}(?:, (?P<state>{_CODES}|{_NAMES}|{_COUNTRIES})\b)?"
_FULL = rf"{_CITY}, (?P<state>{_CODES}|{_NAMES}|{_COUNTRIES})\b"
_WHERE = (
    (
        exact(
            rf"(?:^|\n)\W{{0,3}}(?:\d{{1,2}}\. ?)?(?i:(?:Primary )?(?:work )?location|Reporting location|Primary work site|Work location|Where you(?:'ll|'d| will) (?:work|be)|Where|Office|Place of work|Work site|Work ?place|Based(?: (?:in|at|out of))?|City|Site|Office location|Place|Reporting office|Duty station|Home office|Base location)\s?[:.-]?\s*(?:(?i:our|the|fully) )?(?:(?P<remote>(?i:remote)\b)|{_PLACE})"
        ),
        True,
    ),
    (exact(rf"\b(?i:location (?:will be|is)(?: in)?|location:) {_PLACE}"), True),
    (
        exact(
            rf"\b(?i:in|into|at|from|out of|between|to|within) (?:(?:the )?[A-Z][\w-]+'s|(?i:our|the|its)) {_PLACE}(?:-based)? (?:(?i:research) )?(?i:office|workspace|lab|laboratory|facility|site|headquarters|campus|development centre|hub|studio|location)\b"
        ),
        True,
    ),
    (
        exact(
            rf"\b(?i:will be|is|would be) (?i:our|the|its) {_PLACE} (?i:office|lab|laboratory|facility|site|headquarters|campus|hub|studio)\b"
        ),
        True,
    ),
    (
        exact(
            rf"\b(?i:office|site|headquarters|lab|facility|hub|campus) (?:(?i:in|is in|is|at) |\()(?!which){_PLACE}"
        ),
        True,
    ),
    (
        exact(rf"\b(?i:based|located) (?i:in|at|out of)(?: (?i:our))? {_PLACE}"),
        True,
    ),
    (
        exact(rf"\b(?i:work(?:ing)? (?:from|out of|in)) (?:(?i:our|the) )?{_FULL}"),
        True,
    ),
    (exact(rf"(?:^|\n)[^\w\n]{{1,4}}{_FULL}(?=\n| \()"), True),
    (
        exact(
            rf"\b(?i:as|of) (?i:an?) [^.\n]{{3,60}} (?i:in) {_PLACE}(?=[,.\n]| (?:beginning|starting|effective|commencing|reporting)\b)"
        ),
        True,
    ),
    (exact(rf", {_PLACE} (?i:office|site|campus|lab|hub)\b"), True),
    (
        exact(
            rf"\b(?i:starting|beginning|start|begin)\b[^.\n]{{0,20}}\d{{1,2}}[^\n]{{0,12}}\d{{4}},? (?i:in|at) (?:(?i:our) )?{_PLACE}(?=[.,\n]| office)"
        ),
        True,
    ),
    (exact(rf"\b(?i:in|into|be in|from) (?:(?i:the|our) )?{_FULL}"), True),
    (
        exact(
            rf"\b(?i:I'd be|you'd be|be|work(?:ing)? with us|join us) (?i:in) (?:(?i:the|our) )?{_PLACE}"
        ),
        True,
    ),
)
_REMOTE = rx(
    r"\bwork from anywhere in the (?:United States|U\.?S\.?A?\b)|\b(?:work(?:ing)? )?(?:fully |100% )?remote(?:ly)?\b(?! (?:after|for|up to|\d|days))(?![^.]{0,12}\bdays?\b)"
)
_ON_A_DAY = exact(
    r" on (?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri)\w*.*$"
)
_NOT_CITY = frozenset(
    [
        "And",
        "You",
        "When",
        "We",
        "This",
        "Your",
        "Will",
        "Date",
        "Start",
        "As",
        "The",
        "Our",
        "Your",
        "Company",
        "Board",
        "Team",
        "Inc",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Manager",
        "Director",
        "Administrator",
        "Assistant",
        "Coordinator",
        "Hours",
    ]
)


def read_place(letter: Letter) -> None:
    """Where the work is done."""
    remote = next(
        (m for m in _REMOTE.finditer(letter.flat) if not _half_remote(letter.flat, m)),
        None,
    )
    places = []
    for pattern, _ in _WHERE:
        for found in pattern.finditer(letter.flat):
            if "remote" in pattern.groupindex and found["remote"]:
                letter.add("location", "Remote", found.start(), found.end())
                return
            city = found["city"] and _ON_A_DAY.sub("", found["city"])
            if (
                city is None
                or _is_state_of_another(letter.flat, found)
                or city.split()[0].removesuffix("'s").capitalize() in _NOT_CITY
                or rx(r"^\w+'(?:re|ve|ll|d|m)\b").match(city)
                or rx(r"\b(?:divide your time|resident)\b").search(city)
            ):
                continue
            places.append((found, _written(city, found["state"])))
            break
        if places:
            break
    if remote and (
        not places
        or rx(r"\bremotely from your home\b|\bwork remotely\b|^remote|\nremote").search(
            letter.flat[max(0, remote.start() - 8) : remote.end() + 16]
        )
    ):
        letter.add("location", "Remote", remote.start(), remote.end())
        return
    if places:
        found, place = places[0]
        letter.add("location", place, found.start(), found.end())
        return
    letter.ask("location", "Where is the work done?")


def _is_state_of_another(flat: str, found: re.Match[str]) -> bool:
    """Whether a state stands where a city should, after the city it belongs to."""
    before = flat[max(0, found.start("city") - 2) : found.start("city")]
    return before == ", " and found["city"].lower() in _STATES


def _half_remote(flat: str, found: re.Match[str]) -> bool:
    before = re.split(r"[.\n]", flat[max(0, found.start() - 20) : found.start()])[-1]
    near = before + flat[found.start() : found.end() + 30]
    return bool(rx(r"\bor remote\b|\bdays\b|\bhybrid\b|\bup to\b|\bif\b").search(near))


def _written(city: str, state: str | None) -> str:
    city = re.sub(r" (?:HQ|Headquarters|Office|Campus)$", "", city.strip(" ."))
    if state is None:
        return city
    code = _STATES.get(state.lower())
    return f"{city}, {code or state}"
