"""Vesting in prose, to the blocks of the offer file."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from offerlab.ingest.letter.cadence import (
    HALF,
    MONTHLY,
    PARTS,
    QUARTERLY,
    STEP,
    YEARLY,
    step_of,
)
from offerlab.ingest.letter.cliff import (
    CLIFF,
    FIRST_YEAR,
    NO_CLIFF,
    cliff_months,
    first_parts,
)
from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, ORDER, count_in, percents_in
from offerlab.ingest.letter.year_parts import (
    told_by_halves,
    told_by_year,
    told_then_steady,
)

_YEARS = rx(
    rf"\b(?:over|in the course of|for|during|across|through)\s(?:a |an |the )?(?:period of )?{COUNT.format('n')}[- ]?(?P<unit>years?|yrs?|months?)\b"
    rf"|\b{COUNT.format('m')}[- ]?(?P<unit2>years?|yrs?|months?)(?:'s?)?[- ](?:vest\w*|period|schedule|vesting|with|of continuous|/|,|\()"
    rf"|\b{COUNT.format('o')}[- ]?(?P<unit3>yrs?|years?|y)(?: of)?(?: vest\w*)?\b"
)
_TOGETHER = rx(
    r"\b(?:all|entire|100%|whole)\b[^.]{0,40}\bvest\w*\b[^.]{0,30}\b(?:on|at|after)\b[^.]{0,10}\b(?P<word>first|second|third|fourth|fifth) anniversary"
    rf"|\b(?:all|entire|100%|whole)\b[^.]{{0,40}}\bvest\w*\b[^.]{{0,12}}\bafter {COUNT.format('n')} years"
    r"|\b(?:they|units|RSUs|shares|awards?|it)\b (?:will |shall )?vests?(?: in full)? on the (?P<word2>second|third|fourth|fifth) anniversary"
    rf"|\bvests? 100% after {COUNT.format('m')} years"
)
_NOTHING = rx(
    r"\b(?:nothing|none|no (?:shares?|options?|RSUs?|units?|part))\b[^.]{0,40}\b(?:vests?|vesting|vested|satisf\w+|become)\b[^.]{0,40}\b(?:until|before|prior to|during|in)\b"
    r"[^.]{0,60}\b(?:first (?:year|anniversary)|one-year anniversary|(?:12|twelve) months|one year|a year)\b"
)
_REST = rx(
    r"\bthe other (?:\d|two|three|[a-z]+ (?:quarters|thirds))|\b(?:remain\w*|balance|rest) (?:of (?:the|it|them)|options?|shares|RSUs|units|vests?|in|will|\d|[a-z]+ percent)"
)
"""Words after which equal parts are those of the rest."""
_FIGURES = {
    r"\btwelve forty-eighths\b": "12/48", r"\bthree forty-eighths\b": "3/48",
    r"\bone forty-eighth\b": "1/48", r"\bone-forty-eighth\b": "1/48",
    r"\bone thirty-sixth\b": "1/36", r"\bone-thirty-sixth\b": "1/36",
}  # fmt: skip
_COUNTS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "thirty-five": 35, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60,
}  # fmt: skip
_PERCENT_WORDS = rx(
    rf"\b({'|'.join(sorted(_COUNTS, key=len, reverse=True))}) percent\b(?! ?\()"
)
_ORDINAL = rx(r"\bon the (?:second|third|fourth)\b(?! (?:\w+ )?anniversar)")
LEAST_PART = 10
"""Percent; what vests in a month or a quarter is less."""
_IN_FULL = rx(
    rf"\bvests? in full (?:(?:on|after|upon) )?(?:the )?{COUNT.format('n')}[- ]years?(?: after| from| anniversary|(?=[.,;]|$))"
)
_WAITS = rx(
    r"\b(?:nothing|none of|held back|withheld|(?:not|no \w+) (?:vest\w* )?(?:until|before)|only once)\b"
)
"""Words of a cliff, in whatever way the rest says how long it is."""
_NEAR = Fraction(1, 200)
"""33% is a third."""


def vesting_block(text: str) -> dict[str, Any] | None:
    """Block of the offer file that a passage describes; None where it is not sure.

    Examples
    --------
    >>> vesting_block("25% vests after one year and 1/48th monthly thereafter")
    {'months': 48, 'every_months': 1, 'cliff_months': 12}
    """
    for words, figures in _FIGURES.items():
        text = re.sub(words, figures, text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d) (?:percent|per cent)\b", "%", text)
    text = _PERCENT_WORDS.sub(lambda found: f"{_COUNTS[found[1].lower()]}%", text)
    if re.search(r"\bfirst anniversary\b", text):
        text = _ORDINAL.sub(r"\g<0> anniversary", text)
    uneven = told_then_steady(text) or told_by_year(text) or _uneven(text)
    if uneven or len({p.value for p in percents_in(text) if p.value >= LEAST_PART}) > 2:
        return uneven  # years of different weight, if the words for them are known
    return told_by_halves(text) or _together(text) or _after_cliff(text) or _even(text)


def _together(text: str) -> dict[str, Any] | None:
    if step_of(text):
        return None  # it says when the last part of many vests
    full = _IN_FULL.search(text)
    if full and (years := count_in(full, "n")):
        return {"months": 12 * years, "every_months": 12 * years}
    found = _TOGETHER.search(text)
    if not found:
        return None
    years = count_in(found, "n") or count_in(found, "m")
    months = 12 * (years or ORDER[(found["word"] or found["word2"] or "first").lower()])
    return {"months": months, "every_months": months}


def _uneven(text: str) -> dict[str, Any] | None:
    """Years of different weight, given one by one."""
    slashes = re.search(r"(?<![\d/.])(\d{1,2}(?:/\d{1,2}){2,4})(?![\d/])", text)
    if slashes:
        weights = [float(x) for x in slashes[1].split("/")]
        if sum(weights) == 100:
            return {"yearly": _whole(weights), "every_months": step_of(text) or 12}
    percents = [p.value for p in percents_in(text)]
    if len(percents) >= 3:
        if percents[:3] in ([5.0, 15.0, 20.0], [5.0, 15.0, 40.0]) and (
            HALF.search(text) or percents.count(20.0) >= 1
        ):
            every = (
                {"1": 12, "2": 12, "3": 6, "4": 6}
                if HALF.search(text) or percents.count(20.0) >= 4
                else 12
            )
            return {"yearly": [5, 15, 40, 40], "every_months": every}
        for count in (5, 4, 3):
            weights = percents[:count]
            if (
                len(weights) == count
                and abs(sum(weights) - 100) < 0.01
                and len(set(weights)) > 1
            ):
                return {
                    "yearly": _whole(weights),
                    "every_months": _cadence_of_years(text),
                }
    return None


def _cadence_of_years(text: str) -> int:
    if MONTHLY.search(text):
        return 1
    return 3 if QUARTERLY.search(text) else 12


def _whole(weights: list[float]) -> list[float | int]:
    return [int(w) if w == int(w) else w for w in weights]


def _total(text: str) -> int | None:
    """Months over which all of it vests."""
    for found in _YEARS.finditer(text):
        for name, unit in (("n", "unit"), ("m", "unit2"), ("o", "unit3")):
            if found[unit]:
                count = count_in(found, name)
                by_the_year = name == "o" and found["ow"] in ("a", "an")
                if count is None or by_the_year:
                    continue
                months = (
                    count if found[unit].lower().startswith("month") else 12 * count
                )
                if 12 <= months <= 84:
                    return months
    return None


def _after_cliff(text: str) -> dict[str, Any] | None:
    """A first part after a year (or some months), then equal parts."""
    if NO_CLIFF.search(text):
        return None
    cliff = cliff_months(text)
    if cliff is not None:
        return _named_cliff(text, cliff)
    if _NOTHING.search(text):
        step = step_of(text)
        four = rx(r"\b1/48|\b1/16|\bone-sixteenth").search(text)
        total = 48 if four else _total(_NOTHING.sub(" ", text))
        return _block(total, step, 12) if total and step else None
    for part, after, rest in first_parts(text):
        step = step_of(rest)
        if step is None or step >= 12 or after % step:
            continue
        parts = PARTS.search(rest)
        count = count_in(parts, "n") if parts else None
        counted = after + count * step if count and count >= 4 else None
        for total in (counted, _total(text), _by_part(part, after)):
            if total and total > after and abs(Fraction(after, total) - part) < _NEAR:
                return _block(total, step, after)
    return None


def _named_cliff(text: str, cliff: int) -> dict[str, Any] | None:
    """A cliff that is called one, and the equal parts after it."""
    rest = CLIFF.sub(" ", text)
    step, total = step_of(rest), _total(rest)
    if step is None and re.search(r"\bcliff\b[^.]{0,40}\bmonth", text):
        step = 1
    told = rx(r"\b1/(?P<parts>48|60)(?:th)?s?\b").search(rest)
    quarter = rx(r"\b(?:a|one) quarter\b|\b25\s?%|\b1/4\b").search(rest)
    if told and step == 1:
        total = int(told["parts"])
    elif quarter and cliff == 12:
        total = 48
    if total is None or step is None:
        return None
    return _block(total, step, cliff)


def _by_part(part: Fraction, after: int) -> int | None:
    """Months of a schedule whose first part lasts as long as it weighs."""
    total = round(after / part)
    return total if total % 12 == 0 and total <= 84 else None


def _even(text: str) -> dict[str, Any] | None:
    """Equal parts from the start."""
    has_cliff = cliff_months(text) is not None and not NO_CLIFF.search(text)
    if has_cliff or _REST.search(text) or _WAITS.search(NO_CLIFF.sub(" ", text)):
        return None
    parts = PARTS.search(text)
    if parts and (count := count_in(parts, "n")):
        step = STEP.get((parts["unit"] or "").lower()) or step_of(text)
        if step and 2 <= count <= 60 and 12 <= count * step <= 84:
            total = _total(text)
            if (
                total is None
                or total == count * step
                or (total == 12 and count * step == 12)
            ):
                return _block(count * step, step, None)
            if _total(text) and step == 12:
                return None
    named = _by_named_part(text)
    if named is not None:
        return named
    total, step = _total(text), step_of(text)
    if total and step and total % step == 0 and not percents_in(text):
        return _block(total, step, None)
    return None


def _by_named_part(text: str) -> dict[str, Any] | None:
    """Equal parts given by the share of one: 1/48 a month, 25% a year."""
    percents = {p.value for p in percents_in(text)}
    if len(percents) > 1:
        return None
    sixteenth = rx(r"\b(?:1/16|6\.25\s?%|one-sixteenth)").search(text)
    plain = NO_CLIFF.sub("", text)
    first = any(LEAST_PART <= each < 100 for each in percents)
    if first and rx(r"\b1/(?:16|48)").search(text):
        return None  # of another weight than the others
    if sixteenth and QUARTERLY.search(text) and not FIRST_YEAR.search(plain):
        return _block(48, 3, None)
    if rx(r"\b1/48").search(text) and not FIRST_YEAR.search(plain):
        return _block(48, 1, None)
    quarter = rx(r"\b25\s?(?:%|percent)|\bone[- ]quarter\b|\bone[- ]fourth\b").search(
        text
    )
    if quarter and YEARLY.search(text) and not MONTHLY.search(text):
        return _block(48, 12, None)
    fifth = rx(r"\b20\s?(?:%|percent)|\bone[- ]fifth\b").search(text)
    if (
        fifth
        and YEARLY.search(text)
        and _total(text) in (60, None)
        and not MONTHLY.search(text)
    ):
        return _block(60, 12, None)
    third = rx(r"\bthirds\b|\bone[- ]third\b|\b33(?:\.\d+)?%|\b1/3").search(text)
    if (
        third
        and YEARLY.search(text)
        and not MONTHLY.search(text)
        and not QUARTERLY.search(text)
    ):
        return _block(36, 12, None)
    return None


def _block(total: int, step: int, cliff: int | None) -> dict[str, Any] | None:
    if total % step:
        return None
    block: dict[str, Any] = {"months": total, "every_months": step}
    if cliff is not None and cliff != step:
        if cliff % step or cliff >= total:
            return None
        block["cliff_months"] = cliff
    return block
