"""What a company adds to the savings for old age: a rate up to a share of pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import percents_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence
    from offerlab.ingest.letter.spans import Number

_MATCH = rx(
    r"\bmatch\w*\b|\b401\(?k\)?\b|\bRRSP\b|\bpension\b|\bfor each (?:dollar|\$1)\b|\bdollar for (?:each )?dollar\b|\bcents (?:on|for)\b"
)
_NO = rx(r"\bno (?:\w+ )?match\b|\bno 401k\b|\bnot match\b|\bno match\b")
_HOW = rx(
    r"\bmatch\w*\b|\bfor each\b|\bdollar[- ]for[- ]dollar\b|\bof (?:the )?first\b|\badds\b|\bputs in\b|"
    r"\bcents (?:on|for) (?:the|each|every) dollar|\bcontributes fifty cents|\bpounds? for\b"
)
_TIERS = rx(r"\bof the next\b|\bnext \d+%")
_CAP = rx(
    r"\b(?:up to|of (?:the )?first|first|to a maximum of|on the first|(?<!equal )to)\b[^%\d]{0,30}$"
)
_CAP_ON_MATCH = rx(
    r"\b(?:(?:maximum|max\.?) (?:(?:company|employer|matching) )?(?:match|contribution|matching contribution)|match (?:is )?capped(?: at)?|capped at a match)"
    r"(?: (?:of|is|at|equal to))? (?P<n>\d{1,2}(?:\.\d+)?) ?%"
)
_OF_WHAT = rx(
    r"^\s?(?:of (?:the first|your|what|pay|employee|contributions)|on|match|up to)|^ "
)
_YOURS = rx(r"\bmatch(?:es)? (?:your|RRSP|all|employee) (?:own )?contributions?\b")
MOST = 25
"""Percent of pay; no match is paid on more."""
_OF_A_DOLLAR = rx(r"\$0?\.(?P<n>\d\d) (?:for|on) (?:each|every|the) (?:dollar|\$1)")
_VESTED = rx(
    r"\bvest(?:s|ed)? (?:right away|immediately|at once)|\bimmediate(?:ly)? vest|\bfully vested in the match\w* (?:from|on|at|immediately)\b|\bmatch\w* (?:is|are) (?:always |immediately )?(?:100% |fully )?vested\b"
)
_GIVEN = rx(
    r"\b\d+(?:\.\d+)?% employer contribution,|\bcontribut(?:es?|ion of) \d+(?:\.\d+)?% [^,;.]{0,30}\band\b"
)


def read_match(letter: Letter, sentence: Sentence) -> None:
    """Rate and cap of a match, or its tiers."""
    text = sentence.text
    told = _MATCH.search(text) and _HOW.search(text)
    if not told or _NO.search(text):
        return
    if _TIERS.search(text):
        tiers = _tiers(text)
        if tiers and not letter.has("benefits.retirement_match.rate"):
            letter.add_at("benefits.retirement_match.tiers", tiers, sentence)
        return
    if letter.has("benefits.retirement_match.tiers"):
        return
    rate, cap = _match_terms(text)
    if rate is None or cap is None or rate < 5 or cap > MOST:
        return
    letter.add_at("benefits.retirement_match.rate", f"{rate:g}%", sentence)
    letter.add_at("benefits.retirement_match.up_to", f"{cap:g}%", sentence)
    if _VESTED.search(text):
        letter.add_at("benefits.retirement_match.vesting", "immediate", sentence)


def _match_terms(text: str) -> tuple[float | None, float | None]:
    """Rate of a match, and the share of pay up to which it is paid."""
    percents = _percents_of_match(text)
    rate, cap = _rate_in_words(text), None
    for percent in percents:
        if _CAP.search(text[: percent.start]):
            cap = cap or percent.value
        elif rate is None and _OF_WHAT.match(text[percent.end :]):
            rate = percent.value
    paid = _CAP_ON_MATCH.search(text)
    if paid and rate and rate < 100:  # 50%, and no more than 3% of pay: of the first 6%
        cap = round(float(paid["n"]) * 100 / rate, 4)
    if rate == 100 and cap is None and len(percents) == 1:
        cap = percents[0].value
    if rate is None and len(percents) == 1 and _YOURS.search(text):
        rate = 100
    return rate, cap


def _rate_in_words(text: str) -> float | None:
    """Rate of a match that is given in words: dollar for dollar, fifty cents."""
    dollar = rx(
        r"\bdollar[- ]for[- ](?:each )?dollar\b|\ba dollar for each dollar\b|\$1 for (?:each|every) \$1|\bpound for pound\b|\bone hundred percent\b|\b1:1\b|\bmatch(?:es)? what you (?:pay|put) in\b"
    ).search(text)
    cents = rx(
        r"\b(?:fifty|50) cents (?:for|on) (?:each|every|the) dollar\b|\b50 cents\b|\bmatch(?:es)? half\b"
    ).search(text)
    of_a_dollar = _OF_A_DOLLAR.search(text)
    if of_a_dollar:
        return float(of_a_dollar["n"])
    return 100 if dollar else 50 if cents else None


def _percents_of_match(text: str) -> list[Number]:
    """Percents of a match, without what is contributed whether one saves or not."""
    given = _GIVEN.search(text)
    begin = given.end() if given and _MATCH.search(text[given.end() :]) else 0
    return [p for p in percents_in(text) if p.value <= 100 and p.start >= begin]


_TIER = rx(
    r"(?P<rate>\d{1,3}(?:\.\d+)?) ?(?:%|percent)\)?[^.;%]{0,60}?\b(?P<which>(?:on|of)? ?(?:the |your )?(?:first|next|following|additional|subsequent)) (?P<cap>\d{1,2}(?:\.\d+)?) ?(?:%|percent)"
)
_DOLLARS = rx(
    r"\b(?:dollar[- ]for[- ]dollar|one hundred percent|1:1|fully|a dollar for each dollar)(?= |,)"
)
_HALVES = rx(
    r"\b(?:fifty|50) cents (?:on|for) (?:each|every|the) dollar\b|\bhalf(?= of the next)|\bfifty percent(?! ?\()"
)


def _tiers(text: str) -> list[dict[str, str]]:
    """Tiers of a match, each up to a share of pay that counts from nothing.

    Examples
    --------
    >>> _tiers("100% of the first 3% and 50% of the next 2%")
    [{'rate': '100%', 'up_to': '3%'}, {'rate': '50%', 'up_to': '5%'}]
    """
    text = _HALVES.sub("50%", _DOLLARS.sub("100%", text))
    found = [*_TIER.finditer(text)]
    if len(found) < 2 or "first" not in found[0]["which"].lower():
        return []
    if any("first" in each["which"].lower() for each in found[1:]):
        return []
    tiers, cap = [], 0.0
    for each in found:
        cap += float(each["cap"])
        tiers.append({"rate": f"{float(each['rate']):g}%", "up_to": f"{cap:g}%"})
    return tiers if cap <= MOST else []
