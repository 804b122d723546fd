"""What hangs on a grant: strike, conversion, acceleration, lapse and window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in, money_in, percents_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

LONGEST_LABEL = 30
_STRIKE = rx(
    r"\b(?:exercise|strike|option) price (?:of|is|at|will be|equal to)?\s?(?=[$£€₹A-Z])|\bstrike:? (?=[$£€₹])|@ ?(?=[$£€₹A-Z])|\bat an exercise price of (?=\S)|\bshares at (?=[$£€₹])|\bbase price of (?=\S)"
)
_PRICE = rx(r"\bexercise|\bstrike|\bprice\b")
_AT_GRANT = rx(
    r"\b(?:exercise|strike|option) price\b[^.]{0,60}\bclosing (?:sale |sales )?price\b[^.]{0,90}\b(?:grant|approv)|\bstrike\b[^.]{0,30}\b(?:whatever|next|new|then-current)\b[^.]{0,15}\b409A\b|"
    r"\bprice you pay\b[^.]{0,40}\b(?:set|fixed|decided)\b[^.]{0,40}\bgrant|\bFMV\b[^.]{0,30}\b(?:at|on|when|grant)|\bfair market value\b[^.]{0,60}\b(?:grant|approv|date|day|board)|\b(?:exercise|strike) price\b(?:[^.]|\.\d){0,110}\b(?:fair market value|set at grant|set by the board|at grant|market value)"
)


def read_strike(letter: Letter, name: str, scope: list[Sentence]) -> None:
    """Strike of a grant, or that it is the price of the day of the grant."""
    for sentence in scope:
        found = _STRIKE.search(sentence.text)
        if found:
            for money in money_in(sentence.text):
                if 0 <= money.start - found.end() < 4:
                    if rx(
                        r"\bexpected\b|\bestimated\b|409A|\bSeries [A-H]\b|\bpreferred\b"
                    ).search(sentence.text[: found.start()]):
                        continue
                    letter.add(
                        f"{name}.strike",
                        money.value,
                        sentence.start + found.start(),
                        sentence.start + money.end,
                    )
                    return
    for sentence in scope:
        kind = letter.value(f"{name}.kind")
        speaks = _AT_GRANT.search(sentence.text) and _PRICE.search(sentence.text)
        if speaks and kind in ("iso", "nso", "option", None):
            letter.add_at(f"{name}.strike", "at-grant", sentence)
            return


_WINDOW = rx(
    rf"\b(?:exercis\w+|you(?:'ll)? (?:will )?have|window)\b[^.]{{0,90}}?\b{COUNT.format('n')}[- ](?P<unit>months?|years?|days?)\b"
    rf"|\b{COUNT.format('k')}[- ](?P<unit3>months?|years?|days?)(?: (?:from|after) (?:leaving|termination|departure|you leave))? to exercise\b"
    rf"|\b{COUNT.format('m')}[- ](?P<unit2>months?|years?|days?)\b[^.]{{0,40}}\b(?:after|following)\b[^.]{{0,40}}\b(?:leav|termination|service|depart|end|you leave)"
)


_LEAVING = rx(
    r"\b(?:leav\w+|left|terminat\w+|depart\w*|ceas\w+|service|employment|go|resign\w*|post-termination)\b"
)


def read_terms(letter: Letter, name: str, scope: list[Sentence]) -> None:
    """Conversion, acceleration, early exercise, lapse and window."""
    every = letter.passage.sentences
    for sentence in [*scope, *(s for s in every if s not in scope)]:
        own = sentence.text
        if name == "equity.1" and rx(
            r"\bexercised? before (?:you|it|they) vest|\bearly[- ]exercise"
        ).search(own):
            letter.add_at(f"{name}.early_exercise", True, sentence)
        if (
            rx(
                r"\bpost-termination exercise|\bexercis\w+\b[^.]*\b(?:after|following)\b|\bif you leave after the cliff\b|\bto exercise\b|\b(?:may|can) be exercised (?:for|within|until)\b"
            ).search(own)
            and name == "equity.1"
        ):
            _read_window(letter, sentence, _label(letter, sentence))
        if name == "equity.1" or _EVERY_GRANT.search(own):
            _read_acceleration(letter, name, sentence)
        if sentence in scope:
            _read_conversion(letter, name, sentence)
            threshold = rx(r"\bthreshold of (?=\S)").search(own)
            if threshold:
                money = next(
                    (m for m in money_in(own) if 0 <= m.start - threshold.end() < 3),
                    None,
                )
                if money:
                    letter.add_at(f"{name}.threshold", money.value, sentence)
            term = rx(
                rf"\b(?:within|in) {COUNT.format('q')} years (?:of|after|from) (?:the |your )?(?:date of )?grant\b|\b{COUNT.format('n')}[- ]year term\b|\bterm of {COUNT.format('m')} years\b|\b{COUNT.format('o')} years from (?:the )?(?:date of )?grant\b"
                rf"|\bexpires? {COUNT.format('p')} years (?:after|from)\b"
            ).search(own)
            if term:
                count = (
                    count_in(term, "n")
                    or count_in(term, "m")
                    or count_in(term, "o")
                    or count_in(term, "p")
                    or count_in(term, "q")
                )
                letter.add_at(
                    f"{name}.expires_months", 12 * count if count else None, sentence
                )


def _label(letter: Letter, sentence: Sentence) -> str:
    """The short line or words that head a sentence: "After you leave."."""
    place = letter.index(sentence)
    before = letter.passage.sentences[place - 1].text if place else ""
    return f"{before} " if len(before) < LONGEST_LABEL else ""


def _read_window(letter: Letter, sentence: Sentence, label: str) -> None:
    text = re.sub(
        r",? (?:not|rather than|instead of) the (?:usual|standard)[^,.]*,?",
        " ",
        sentence.text,
    )
    text = re.sub(r"\b\d+ years from (?:the )?grant,?", " ", text)
    found = _WINDOW.search(text)
    if found is None or not _LEAVING.search(label + text):
        return
    name = next(
        k for k, u in (("n", "unit"), ("k", "unit3"), ("m", "unit2")) if found[u]
    )
    unit = found["unit"] or found["unit3"] or found["unit2"]
    count = count_in(found, name)
    if count is None:
        return
    if unit.lower().startswith("day"):
        letter.add_at("exercise_window", f"{count} days", sentence)
        return
    letter.add_at(
        "exercise_window_months",
        count * (12 if unit.lower().startswith("year") else 1),
        sentence,
    )


_CHANGE = rx(
    r"\bchange (?:of|in) control\b|\bacquired\b|\b(?:company|\w+) (?:is|are|gets?) (?:sold|acquired)\b|\bsale of the company\b|\bacquisition\b|\bmerger\b|\bwe (?:get|are|are being) (?:bought|sold)\b"
)
_NAMED = rx(
    r"(?:\b(?P<n>25|50|75|100)%|\b(?P<all>full|complete)) (?P<trigger>double|single)[- ]trigger (?:vesting )?acceleration"
)
_EVERY_GRANT = rx(
    r"\ball (?:of )?(?:your )?(?:then[- ])?(?:outstanding |unvested )*equity(?: awards| grants)\b"
)
_FIRED = rx(
    r"\bterminat\w+|\beliminated\b|\blet go\b|\bwithout cause\b|\bgood reason\b|\bcut back\b|\blose your job\b|\binvoluntar|\b(?:not|no longer) (?:kept on|retained|offered|needed)\b|\blaid off\b|\bdismiss\w*|\band (?:you|your (?:job|role|position|employment)) (?!will|get|vest)"
)
_SPEEDS = rx(
    r"\baccelerat\w+\b|\bspeeds? up\b|\byou get (?:all|half)\b|\bbecome vested\b|\bunvested \w+ (?:will )?vest\b|\b(?:shares|units|awards|options) (?:will )?vest (?:right away|at once|in full)|\b(?:will|shall) vest\b|\bshares vest at\b|\bvest (?:in full|immediately|at the closing)\b|\bfully vest|\beverything vests\b"
)


def _read_acceleration(letter: Letter, name: str, sentence: Sentence) -> None:
    text = sentence.text
    named = _NAMED.search(text)
    if named:
        part = 100 if named["all"] else int(named["n"])
        letter.add_at(
            f"{name}.acceleration.trigger", named["trigger"].lower(), sentence
        )
        letter.add_at(f"{name}.acceleration.share", f"{part}%", sentence)
        return
    every = letter.passage.sentences
    place = letter.index(sentence)
    if (
        place
        and every[place - 1].paragraph == sentence.paragraph
        and rx(r"\bthat happens\b").search(text)
    ):
        text = every[place - 1].text + " " + text
    if not (_CHANGE.search(text) and _SPEEDS.search(text)):
        return
    shares = [p.value for p in percents_in(text) if p.value in (25, 50, 75, 100)]
    words = [
        w
        for w, pattern in (
            (100, r"\ball\b|\beverything\b|\bone hundred\b|\bfull(?:y)?\b"),
            (50, r"\bhalf\b"),
        )
        if re.search(pattern, text, re.IGNORECASE)
    ]
    if len({*shares}) > 1 or (
        shares and rx(r"\band, if\b[^.]*\ball of it\b").search(text)
    ):
        return
    share = (shares or words or [None])[0]
    if share is None:
        return
    letter.add_at(
        f"{name}.acceleration.trigger",
        "double" if _FIRED.search(text) else "single",
        sentence,
    )
    letter.add_at(f"{name}.acceleration.share", f"{share:g}%", sentence)


_DIVIDED = rx(r"\bdivid\w+ (?:\w+ ){0,4}?by\b")
_NOW = rx(r"\b(?:current\w*|today\w*|example|illustrat\w*|assum\w*)\b")
LEAST_VALUE = 1_000
"""What is less is a price of a share, and no value of a grant."""


def _read_conversion(letter: Letter, name: str, sentence: Sentence) -> None:
    text = sentence.text
    if not rx(
        r"\b(?:number of|divid\w+|convert(?:ed|s)?|turned into|equals that value|worked out|is set)\b"
    ).search(text) and not rx(r"\bconversion\b").search(text):
        return
    if rx(r"\baverage\b|\bmean\b").search(text):
        letter.add_at(f"{name}.conversion.rule", "average", sentence)
        days = rx(
            r"\b(?:(?P<a>\d{1,3})|\w+ \((?P<b>\d{1,3})\)|(?P<c>thirty|twenty|fifty|sixty|ninety))[- ](?:consecutive )?(?:calendar|trading|business)?[- ]?days?\b"
        ).search(text)
        if days:
            words = {"thirty": 30, "twenty": 20, "fifty": 50, "sixty": 60, "ninety": 90}
            count = int(days["a"] or days["b"] or words[(days["c"] or "").lower()])
            letter.add_at(f"{name}.conversion.days", count, sentence)
            if rx(r"\btrading\b").search(days.group()):
                letter.add_at(f"{name}.conversion.calendar", "trading", sentence)
    elif rx(r"\bclosing price\b").search(text):
        letter.add_at(f"{name}.conversion.rule", "close", sentence)
    elif (by := _DIVIDED.search(text)) and not _NOW.search(text):
        prices = [m for m in money_in(text) if m.start >= by.end()]
        if len(prices) == 1 and prices[0].value < LEAST_VALUE:
            letter.add_at(f"{name}.conversion_price", prices[0].value, sentence)
