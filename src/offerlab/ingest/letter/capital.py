"""A company's capital: its stage, and the counts and prices of its shares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import exact, rx
from offerlab.ingest.letter.spans import money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter


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


_SERIES = exact(
    r"\b(?:closed|raised|announced|completed)?[^.]{0,30}\bSeries (?P<letter>[A-H])\b(?P<rest>[^.]{0,40})"
)


_LATE = frozenset("EFGH")


_SHARES = r"(?P<n>\d{1,3}(?:,\d{3}){2,})"


_DILUTED = (
    rx(
        rf"{_SHARES} (?:\w+ ){{0,4}}?(?:shares )?(?:\w+ ){{0,4}}?(?:on a )?fully[- ]diluted",
    ),
    rx(
        rf"\bfully[- ]diluted\b(?![^.]{{0,12}}of which)[^.]{{0,60}}?{_SHARES}",
    ),
)


def read_capital(letter: Letter) -> None:
    """Stage, and what a share costs."""
    _read_stage(letter)
    _read_counts(letter)
    _read_prices(letter)


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
    if rx(r"\b(?:was|were|been) valued\b").search(before):
        return False  # by a round that is done
    return bool(
        rx(r"\b(?:expected|plan\w*|next|upcoming|will|closes)\b").search(found["rest"])
        or rx(
            r"\b(?:expected|after|until|before|once|upcoming|next|closing of the)\b[^.]{0,25}$"
        ).search(before)
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


_FMV = rx(
    r"\b409A\b|\bvaluation (?:put|set|priced|valued)\b[^.$]{0,25}common\b|\bfair market value (?:of|was|is)\b[^.]{0,25}(?=\$)"
)


_PREFERRED = rx(
    r"\bSeries [A-H]\b(?! (?:financing that|closing))[^.]{0,60}|\bpreferred (?:stock|share|price|shares|round|financing)\b[^.]{0,40}|\binvestors (?:paid|bought)\b"
)


_VALUATION = rx(
    r"\bpost-money\b|\bpost\b(?!ing|ed)|\bvaluation\b|\bvalued (?:us |the company )?at\b|\btripled to\b"
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
                elif rx(r"^ (?:per|a) preferred share\b").match(after) or (
                    _PREFERRED.search(before)
                    and (
                        rx(r"\bper share\b|\ba share\b|/ ?share\b|\bprice\b").search(
                            before[-40:] + after
                        )
                        or rx(r"\bpaid\b|\bsold (?:for|at)\b").search(near)
                        or rx(r"\bprice per share\b").search(before)
                    )
                ):
                    letter.add("company.preferred_price", money.value, start, end)
            elif (
                money.value >= 1e6
                and (
                    _VALUATION.search(before)
                    or _VALUATION.search(re.split(r"[$£€\d]", after)[0])
                )
                and not rx(r"\bcap\b|\bSAFEs?\b").search(before[-12:] + after[:20])
            ):
                value = int(money.value)
                letter.add("company.valuation", value, start, end)
