"""The size of a grant: shares, a percent of the company, or money."""

from __future__ import annotations

import itertools
import re
from typing import Any

from offerlab.ingest.letter.found import is_range, is_replaced, rx
from offerlab.ingest.letter.spans import as_written, money_in, percents_in

_NUMBER = r"(?<![\d.,$£€])(?P<n>\d{1,3}(?:,\d{2,3})+|\d{1,3}(?:\.\d{3})+(?!\d)|\d{2,7})"
_SHARES = (
    rx(
        rf"{_NUMBER}(?:\))? (?:\w+[- ]){{0,3}}?(?<!per )(?:RSUs?|restricted|stock units?|units?|shares?|options?|incentive|virtual|ISOs?|N(?:Q)?SOs?|profits|non-?qualified|nonqualified|PSUs?|ordinary|[A-Z]SUs?)"
    ),
    rx(
        rf"\b(?:options?|option) (?:to (?:purchase|buy|acquire)|over|for|covering) (?:up to )?{_NUMBER}\b"
    ),
    rx(
        rf"\b(?:RSUs?|units|options|shares|stock)(?: granted)?(?: ?[:-])? \(?{_NUMBER}\b(?! ?%)"
    ),
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
_TRANCHE = rx(
    r"^ ?(?:(?:of (?:them|these|the \w+)|RSUs?|units|shares|options) )?(?:(?:will|shall) )?(?:vest|become vested)\b(?! over| in | at a rate| as follows|,)"
    r"|^\W{0,2}(?:(?:RSUs?|units|shares|options) )?(?:after|on|at the end of|upon) (?:the |your )?(?:first|second|third|fourth|one-year|1st|2nd)\b"
    r"|^ ?(?:(?:RSUs?|units|shares|options) )?(?:one|two|three) years? after\b"
    r"|^\W{0,2}(?:(?:RSUs?|units|shares|options) )?(?:each|every|per) (?:month|quarter|year)"
)
"""What follows a count of shares that is a part of a grant."""
_WHOLE = rx(r"\b(?:for|over|covering|purchase|acquire|buy|% of|percent of)(?: the)? $")
_POINTS = rx(r"(?<![\d.,])(?P<n>\d{1,3}(?:\.\d+)?) (?:basis points|bps|bp)\b")
_TARGET = rx(
    r"\bannual equity target\b|\bequity target is\b|\bset equity one year\b|\bfor your first year your\b"
)


def _is_row_of_years(text: str) -> bool:
    """Whether amounts stand in a row: what vests in each year, and no grant."""
    found = money_in(text)
    gaps = [text[a.end : b.start] for a, b in itertools.pairwise(found)]
    return len(gaps) > 1 and not any(gap.strip() for gap in gaps)


def grant_size(text: str, kind: str | None) -> dict[str, Any]:
    """Shares, else a percent of the company, else money."""
    moved = re.search(rf"\bfrom [\d,]+(?: shares| RSUs| options)? to {_NUMBER}\b", text)
    if moved:
        return {"shares": int(re.sub(r"[.,]", "", moved["n"]))}
    for pattern in _SHARES:
        for found in pattern.finditer(text):
            value = int(re.sub(r"[.,]", "", found["n"]))
            rest = text[found.end() : found.end() + 40]
            before = text[max(0, found.start() - 25) : found.start()]
            if (
                _TOTAL.match(rest)
                or (_TRANCHE.match(rest) and not _WHOLE.search(before))
                or _SIZE_NOT.search(before)
                or re.search(r"[$£€₹]\s?$|\b(?:[A-Z]{3}|Rs\.?) $|year $|20$", before)
            ):
                continue
            if value < 20 or (2020 <= value <= 2035 and "," not in found["n"]):
                continue
            return {"shares": value}
    for percent in percents_in(text):
        rest = text[percent.end : percent.end + 45]
        owned = rx(
            r"^\s?(?:equity|of (?:the company|its|our|the)|in (?:common )?(?:stock )?options|options|stake|ownership)"
        ).match(rest)
        fully = rx(r"\bfully[- ]diluted\b").search(rest)
        if (
            (owned or fully)
            and percent.value < 25
            and not rx(
                r"^\s?of (?:the |your )?(?:[\d,]+ )?(?:shares|options|option|RSUs?|award|units|grant|total|base|salary)"
            ).match(rest)
        ):
            return {"percent": percent.value}
    points = _POINTS.search(text)
    if points:
        return {"percent": float(points["n"]) / 100}
    return {} if _is_row_of_years(text) else _value(text, kind)


def _value(text: str, kind: str | None) -> dict[str, Any]:
    if kind == "option" and not rx(
        r"\b(?:options?|ESOPs?):? (?:grant )?(?:worth|valued|with a value)"
    ).search(text):
        return {}
    for money in money_in(text):
        before, after = (
            text[max(0, money.start - 60) : money.start],
            text[money.end : money.end + 50],
        )
        if (
            rx(
                r"\b(?:base|salary|bonus|sign\w*|relocation|threshold|price|stipend|total first|compensation is)\b[^,;.]*$"
            ).search(before)
            or is_replaced(before, after)
            or is_range(before, after)
        ):
            continue
        if (
            rx(
                r"^\s?(?:per (?:share|unit)|a share|a unit|(?:post|pre)-money|valuation|round\b|in funding)"
            ).match(after)
            or money.value < 1_000
        ):
            continue
        if kind and not (
            _VALUE.search(before) or _VALUE.search(after) or kind == "cash-award"
        ):
            continue
        if not kind and not rx(r"\b(?:stock|equity|award|grant)\b").search(
            before + after
        ):
            continue
        value = as_written(money.value)
        if _TARGET.search(text):
            return {"annual_value": value, "years": 1}
        keys: dict[str, Any] = {"value": value}
        if money.currency and money.currency != "USD":
            keys["currency"] = money.currency
        elif money.currency == "USD" and rx(r"\bINR\b").search(text) is None:
            keys["currency"] = "USD"
        return keys
    return {}
