"""Grants: kind, size, strike, vesting and what hangs on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in, money_in, percents_in
from offerlab.ingest.letter.vesting import vesting_block

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

CUE = rx(
    r"\bRSUs?\b|\brestricted (?:stock|share)|\bstock (?:options?|units?|awards?|grant)\b|\boptions?\b|\bequity\b|\bshares? of\b|\bprofits interest|"
    r"\bcash award\b|\bvirtual shares\b|\bphantom|\b[A-Z]SUs?\b|\bunits\b|\bon-hire stock\b|\bnew hire (?:equity|grant)\b|\bPSUs?\b|\bperformance (?:stock|share)"
)
_KINDS = (
    ("psu", rx(r"\bperformance (?:stock|share)? ?units?\b|\bPSUs?\b|\bperformance-based (?:RSU|restricted)")),
    ("cash-award", rx(r"\b(?:long-term |deferred )?cash award\b")),
    ("ppu", rx(r"\bprofits? interests?\b|\bparticipation units?\b")),
    (None, rx(r"\bvirtual shares?\b|\bphantom (?:stock|shares?)\b|\bVSOP\b|\bstock appreciation\b")),
    ("rsu", rx(r"\bRSUs?\b|\brestricted (?:stock|share) units?\b|\b[A-Z]SUs?\b|\bstock units?\b|\bstock awards?\b|\brestricted stock \d[\d,]* units\b|\bshare units?\b")),
    ("option", rx(r"\boptions?\b")),
    ("restricted-stock", rx(r"\brestricted (?:common )?stock\b|\bshares of (?:restricted )?(?:common )?stock\b")),
)
_ISO = rx(r"\bincentive stock options?\b|\bISOs?\b(?!-)")
_NSO = rx(r"\bnon-?\s?(?:qualified|statutory)\b|\bN(?:Q)?SOs?\b")
_NUMBER = r"(?<![\d.,$£€])(?P<n>\d{1,3}(?:,\d{2,3})+|\d{2,7})"
_SHARES = (
    rx(rf"{_NUMBER}(?:\))? (?:\w+[- ]){{0,3}}?(?:RSUs?|restricted|stock units?|units?|shares?|options?|incentive|virtual|ISO|profits|non-?qualified|nonqualified|PSUs?|ordinary|[A-Z]SUs?)"),
    rx(rf"\b(?:options?|option) (?:to (?:purchase|buy|acquire)|over|for|covering) (?:up to )?{_NUMBER}\b"),
    rx(rf"\b(?:RSUs?|units|options|shares|stock)(?: granted)?:? {_NUMBER}\b(?! ?%)"),
)
_SIZE_NOT = rx(
    r"\bfully[- ]diluted\b|\boutstanding\b|\bcapitali[sz]ation\b|\bin total\b|\bpool\b"
)
_TOTAL = rx(
    r"^\W*(?:(?:are|were|is|shares) )*(?:issued and )?(?:outstanding|on a fully|fully[- ]diluted)"
)
_VALUE = rx(
    r"\b(?:RSUs?|restricted|stock|equity|units?|award|grant|options?|[A-Z]SUs?)\b"
)
_ILLUSTRATED = rx(
    r"\bcurrently valued\b|\bwould be worth\b|\billustrat\w+|\bworth roughly\b|\bvesting value\b|\btoday's price\b|\bvalued at [^.]*preferred|\btotal\b[^.]*\bvalue\b[^.]*\bbase\b|"
    r"\brange of\b|\brefresh|\bconsidered for\b|\bannual (?:equity )?awards? from\b|\bmay be\b|\bseverance\b|\bevery year after\b"
)
_TARGET = rx(r"\bannual equity target\b|\bequity target is\b|\bset equity one year\b|\bfor your first year your\b")
_NONE = rx(
    r"\bno (?:equity|stock|options?|stock options?)\b|\b(?:does|do) not (?:grant|offer|carry|issue|provide)[^.]{0,30}\b(?:stock|equity|options)\b|"
    r"\b(?:long-term )?equity (?:not applicable|n/a|none)\b|\bequity:? (?:none|n/a)\b"
)
_STRIKE = rx(
    r"\b(?:exercise|strike|option) price (?:of|is|at|will be|equal to)?\s?(?=[$£€₹A-Z])|@ ?(?=[$£€₹A-Z])|\bat an exercise price of (?=\S)|\bbase price of (?=\S)"
)
_AT_GRANT = rx(
    r"\bfair market value\b[^.]{0,60}\b(?:grant|approv|date|day|board)|\b(?:exercise|strike) price\b[^.]{0,60}\b(?:fair market value|set at grant|set by the board|at grant|market value)"
)


class Grant(NamedTuple):
    """A grant as far as its sentence tells it."""

    kind: str | None
    keys: dict[str, Any]
    sentence: Sentence


def read_equity(letter: Letter) -> None:
    """Grants in order; a letter that gives none is told so only in so many words."""
    grants: list[Grant] = []
    for sentence in letter.passage.sentences:
        if not CUE.search(sentence.text) or not _may_size(sentence.text):
            continue
        for grant in _grants(letter, sentence):
            if not any(_same(grant, other) for other in grants):
                grants.append(grant)
    for number, grant in enumerate(grants[:4], start=1):
        _write(letter, number, grant, grants)


def _may_size(text: str) -> bool:
    if _ILLUSTRATED.search(text) and not re.search(r"\bRSUs?\.|\b\d[\d,]* (?:stock )?options\b", text):
        return False
    return not rx(
        r"\b(?:was hoping|asked for|which proposed|takes its place|previously|employee stock purchase|exercise what has|repurchase right)\b"
    ).search(text) or bool(re.search(r"You said", text))


def _same(one: Grant, other: Grant) -> bool:
    """Whether two sentences speak of one grant."""
    shared = set(one.keys.items()) & set(other.keys.items())
    both = one.kind == other.kind or {one.kind, other.kind} <= {"option", "iso", "nso"}
    return bool(shared) or (both and (not one.keys or not other.keys or one.kind is None))


def _grants(letter: Letter, sentence: Sentence):  # type: ignore[no-untyped-def]
    text = sentence.text
    kind = next((name for name, pattern in _KINDS if pattern.search(text)), "")
    keys = _size(text, kind)
    if not keys:
        return
    if kind == "" and not rx(r"\bequity\b|\bshares\b|\bunits\b").search(text):
        return
    yield Grant(_told_kind(letter, sentence, kind or ""), keys, sentence)


def _told_kind(letter: Letter, sentence: Sentence, kind: str) -> str | None:
    if kind == "":
        near = _paragraph(letter, sentence)
        if _KINDS[4][1].search(near):
            kind = "rsu"
        elif rx(r"\boptions?\b").search(near):
            kind = "option"
    if kind == "option":
        near = _paragraph(letter, sentence) + " " + _after(letter, sentence, 4)
        if _ISO.search(near):
            return "iso"
        return "nso" if _NSO.search(near) else "option"
    if kind == "rsu" and _waits_for_an_event(letter):
        return "double-trigger-rsu"
    return kind or None


def _waits_for_an_event(letter: Letter) -> bool:
    return bool(
        rx(
            r"\bliquidity (?:event|condition)\b|\b(?:initial public offering|IPO)\b[^.]{0,60}\b(?:sale|acquisition|change)|\btwo conditions must both\b|\bdouble[- ]trigger (?:RSU|restricted)|\bLiquidity\. We complete\b"
        ).search(letter.flat)
    )


def _paragraph(letter: Letter, sentence: Sentence) -> str:
    return " ".join(s.text for s in letter.passage.sentences if s.paragraph == sentence.paragraph)


def _after(letter: Letter, sentence: Sentence, count: int) -> str:
    every = letter.passage.sentences
    place = every.index(sentence)
    return " ".join(each.text for each in every[place : place + count])


def _size(text: str, kind: str | None) -> dict[str, Any]:
    """Shares, else a percent of the company, else money."""
    moved = re.search(rf"\bfrom [\d,]+(?: shares| RSUs| options)? to {_NUMBER}\b", text)
    if moved:
        return {"shares": int(moved["n"].replace(",", ""))}
    for pattern in _SHARES:
        for found in pattern.finditer(text):
            value = int(found["n"].replace(",", ""))
            rest = text[found.end() : found.end() + 40]
            before = text[max(0, found.start() - 25) : found.start()]
            if _TOTAL.match(rest) or _SIZE_NOT.search(before) or re.search(r"[$£€]\s?$|USD $|year $|20$", before):
                continue
            if value < 20 or 2020 <= value <= 2035 and "," not in found["n"]:
                continue
            return {"shares": value}
    for percent in percents_in(text):
        rest = text[percent.end : percent.end + 45]
        owned = rx(r"^\s?(?:equity|of (?:the company|its|our|the)|in (?:stock )?options|options|stake|ownership)").match(rest)
        fully = rx(r"\bfully[- ]diluted\b").search(rest)
        if (owned or fully) and percent.value < 25 and not rx(r"^\s?of (?:the |your )?(?:shares|options|option|award|units|grant|total|base|salary)").match(rest):
            return {"percent": percent.value}
    return _value(text, kind)


def _value(text: str, kind: str | None) -> dict[str, Any]:
    if kind == "option" and not rx(r"\boptions? (?:worth|valued|with a value)").search(text):
        return {}
    for money in money_in(text):
        before, after = text[max(0, money.start - 60) : money.start], text[money.end : money.end + 50]
        if rx(r"\b(?:base|salary|bonus|sign\w*|relocation|threshold|price|stipend|total first|compensation is)\b[^,;.]*$").search(before):
            continue
        if rx(r"^\s?(?:per (?:share|unit)|a share|a unit)").match(after) or money.value < 1_000:
            continue
        if kind and not (_VALUE.search(before) or _VALUE.search(after) or kind == "cash-award"):
            continue
        if not kind and not rx(r"\b(?:stock|equity|award|grant)\b").search(before + after):
            continue
        value = int(money.value) if money.value == int(money.value) else money.value
        if _TARGET.search(text):
            return {"annual_value": value, "years": 1}
        keys: dict[str, Any] = {"value": value}
        if money.currency and money.currency != "USD":
            keys["currency"] = money.currency
        elif money.currency == "USD" and rx(r"\bINR\b").search(text) is None:
            keys["currency"] = "USD"
        return keys
    return {}


def _write(letter: Letter, number: int, grant: Grant, grants: list[Grant]) -> None:
    sentence = grant.sentence
    name = f"equity.{number}"
    if grant.kind is not None:
        letter.add_at(f"{name}.kind", grant.kind, sentence)
    for key, value in grant.keys.items():
        if key == "currency" and (value == letter.value("currency") or (value == "USD" and not letter.has("currency"))):
            continue
        letter.add_at(f"{name}.{key}", value, sentence)
    scope = _scope(letter, grant, grants)
    text = " ".join(each.text for each in scope)
    _read_vesting(letter, name, scope)
    _read_strike(letter, name, scope)
    _read_terms(letter, name, scope, text)


def _scope(letter: Letter, grant: Grant, grants: list[Grant]) -> list[Sentence]:
    """Sentences that speak of a grant: from its own to that of the next one."""
    every = letter.passage.sentences
    begin = every.index(grant.sentence)
    later = [every.index(g.sentence) for g in grants if every.index(g.sentence) > begin]
    end = min([*later, begin + 14, len(every)])
    found = [each for each in every[begin:end] if not rx(r"\brefresh|\bconsidered for\b").search(each.text)]
    if len(grants) == 1:
        start = grant.sentence.start
        found += [e for e in every if rx(r"\bvest\w*\b|\bcliff\b").search(e.text) and e not in found and e.start > start]
    return found


def _read_vesting(letter: Letter, name: str, scope: list[Sentence]) -> None:
    told = [s for s in scope if rx(r"\bvest\w*\b|\bcliff\b|\bservice condition\b|\btime-based condition\b|\brepurchase right\b|\bpaid out in\b|\bequal (?:yearly|annual|quarterly|monthly)\b|\b\d+ ?yrs?\b").search(s.text)]
    told = [s for s in told if not rx(r"\baccelerat\w+|\bacquired\b|\bchange (?:of|in) control\b|\bliquidity condition\b|\b401\(k\)|\bmatch\w*|\bvests? (?:right away|immediately)|if the company is sold|unvested").search(s.text)]
    for count in (1, 2, 3):
        for place in range(len(told)):
            chosen = told[place : place + count]
            if len(chosen) < count:
                continue
            text = " ".join(each.text for each in chosen)
            block = vesting_block(text)
            if block is None:
                continue
            if count == 1 and place + 1 < len(told):
                both = vesting_block(text + " " + told[place + 1].text)
                if both is not None and both != block and _refines(told[place + 1].text):
                    block, chosen = both, told[place : place + 2]
            letter.add(f"{name}.vesting", block, chosen[0].start, chosen[-1].end)
            return


def _refines(text: str) -> bool:
    return bool(rx(r"\bvest\w*\b|\bcliff\b|\bcondition\b").search(text))


def _read_strike(letter: Letter, name: str, scope: list[Sentence]) -> None:
    for sentence in scope:
        found = _STRIKE.search(sentence.text)
        if found:
            for money in money_in(sentence.text):
                if 0 <= money.start - found.end() < 4:
                    if rx(r"409A").search(sentence.text[: found.start()]):
                        continue
                    letter.add(f"{name}.strike", money.value, sentence.start + found.start(), sentence.start + money.end)
                    return
    for sentence in scope:
        if _AT_GRANT.search(sentence.text) and rx(r"\bexercise|\bstrike|\bprice per share\b|\bprice\b").search(sentence.text):
            if letter.value(f"{name}.kind") in ("iso", "nso", "option", None):
                letter.add_at(f"{name}.strike", "at-grant", sentence)
                return


_WINDOW = rx(
    rf"\b(?:exercis\w+|you have|window)\b[^.]{{0,90}}?\b{COUNT.format('n')}[- ](?P<unit>months?|years?|days?)\b"
    rf"|\b{COUNT.format('m')}[- ](?P<unit2>months?|years?|days?)\b[^.]{{0,40}}\b(?:after|following)\b[^.]{{0,40}}\b(?:leav|termination|service|depart|end|you leave)"
)


def _read_terms(letter: Letter, name: str, scope: list[Sentence], text: str) -> None:
    """Conversion, acceleration, early exercise, lapse and window."""
    every = letter.passage.sentences
    for sentence in [*scope, *(s for s in every if s not in scope)]:
        own = sentence.text
        if name == "equity.1" and rx(r"\bexercise before (?:you|it) vest|\bearly[- ]exercise").search(own):
            letter.add_at(f"{name}.early_exercise", True, sentence)
        if rx(r"\bpost-termination exercise|\bexercis\w+\b[^.]*\b(?:after|following)\b|\bif you leave after the cliff\b|\bto exercise\b").search(own) and name == "equity.1":
            _read_window(letter, sentence)
        if name == "equity.1":
            _read_acceleration(letter, name, sentence)
        if sentence in scope:
            _read_conversion(letter, name, sentence)
            threshold = rx(r"\bthreshold of (?=\S)").search(own)
            if threshold:
                money = next((m for m in money_in(own) if 0 <= m.start - threshold.end() < 3), None)
                if money:
                    letter.add_at(f"{name}.threshold", money.value, sentence)
            term = rx(rf"\b{COUNT.format('n')}[- ]year term\b|\bterm of {COUNT.format('m')} years\b|\b{COUNT.format('o')} years from (?:the )?(?:date of )?grant\b").search(own)
            if term:
                count = count_in(term, "n") or count_in(term, "m") or count_in(term, "o")
                letter.add_at(f"{name}.expires_months", 12 * count if count else None, sentence)


def _read_window(letter: Letter, sentence: Sentence) -> None:
    text = re.sub(r",? not the usual[^,.]*,?", " ", sentence.text)
    text = re.sub(r"\b\d+ years from (?:the )?grant,?", " ", text)
    found = _WINDOW.search(text)
    if found is None:
        return
    name, unit = ("n", found["unit"]) if found["unit"] else ("m", found["unit2"])
    count = count_in(found, name)
    if count is None:
        return
    if unit.lower().startswith("day"):
        letter.add_at("exercise_window", f"{count} days", sentence)
        return
    letter.add_at("exercise_window_months", count * (12 if unit.lower().startswith("year") else 1), sentence)


_CHANGE = rx(r"\bchange (?:of|in) control\b|\bacquired\b|\bcompany is sold\b|\bsale of the company\b|\bacquisition\b|\bmerger\b")
_FIRED = rx(r"\bterminat\w+|\beliminated\b|\bwithout cause\b|\bgood reason\b|\bcut back\b|\blose your job\b|\binvoluntar")
_SPEEDS = rx(r"\baccelerat\w+\b|\bbecome vested\b|\bwill vest\b|\bshares vest at\b|\bvest (?:in full|immediately|at the closing)\b|\bfully vest")


def _read_acceleration(letter: Letter, name: str, sentence: Sentence) -> None:
    text = sentence.text
    every = letter.passage.sentences
    place = every.index(sentence)
    if place and every[place - 1].paragraph == sentence.paragraph and rx(r"\bthat happens\b").search(text):
        text = every[place - 1].text + " " + text
    if not (_CHANGE.search(text) and _SPEEDS.search(text)):
        return
    shares = [p.value for p in percents_in(text) if p.value in (25, 50, 75, 100)]
    words = [w for w, pattern in ((100, r"\ball\b|\bone hundred\b|\bfull(?:y)?\b"), (50, r"\bhalf\b")) if re.search(pattern, text, re.IGNORECASE)]
    if len({*shares}) > 1 or (shares and rx(r"\band, if\b[^.]*\ball of it\b").search(text)):
        return
    share = (shares or words or [None])[0]
    if share is None:
        return
    letter.add_at(f"{name}.acceleration.trigger", "double" if _FIRED.search(text) else "single", sentence)
    letter.add_at(f"{name}.acceleration.share", f"{share:g}%", sentence)


def _read_conversion(letter: Letter, name: str, sentence: Sentence) -> None:
    text = sentence.text
    if not rx(r"\b(?:number of|divid\w+|converted|turned into|equals that value|worked out|is set)\b").search(text) and not rx(r"\bconversion\b").search(text):
        return
    if rx(r"\baverage\b|\bmean\b").search(text):
        letter.add_at(f"{name}.conversion.rule", "average", sentence)
        days = rx(r"\b(?:(?P<a>\d{1,3})|\w+ \((?P<b>\d{1,3})\)|(?P<c>thirty|twenty|fifty|sixty|ninety))[- ](?:calendar |trading |business )?days?\b").search(text)
        if days:
            words = {"thirty": 30, "twenty": 20, "fifty": 50, "sixty": 60, "ninety": 90}
            count = int(days["a"] or days["b"] or words[(days["c"] or "").lower()])
            letter.add_at(f"{name}.conversion.days", count, sentence)
            if rx(r"\btrading\b").search(days.group()):
                letter.add_at(f"{name}.conversion.calendar", "trading", sentence)
    elif rx(r"\bclosing price\b").search(text):
        letter.add_at(f"{name}.conversion.rule", "close", sentence)
