"""One-off payments of a sentence: each part with its month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.pay_time import paid_month

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence
    from offerlab.ingest.letter.spans import Money


_SHARE = rx(
    r"(?<![\d.])(?P<n>\d{1,2})% (?:of (?:which|it|that|this)|(?:is|will be|to be|upon|on|at|within|paid))[^.]*?\b(?P<rest>(?:remainder|remaining|balance|rest|other)\b)"
)


_AGAIN = rx(r"\b(?:and )?(?:the same|another) (?:again|amount|sum)\b")
_PARTED = rx(
    r"\d (?:of (?:it|which|this|that|the \w+)|up ?front|now)\b[^.]*?\b(?:the |and )?(?P<rest>rest|remainder|remaining|balance|other half)\b"
)


_LABELED = rx(
    r"(?<!\bin )(?<!\bfor )(?<!\bthe )(?<!\bof )\b(?:(?:year|yr\.?) ?(?:1|2|one|two)|(?:first|second)[- ]year)\b[^.;\d]{0,35}$"
)


_EQUAL = rx(r"\b(?P<n>three|four) equal (?:parts?|install?ments?|payments?|tranches)\b")
_EQUAL_COUNTS = {"three": 3, "four": 4}
_HALF = rx(
    r"\bhalf\b[^.]*\bhalf\b|\btwo (?:equal )?(?:halves|installments|instalments|parts|payments)\b"
)
_LAST = re.compile(r"\band\b|;")
"""What comes before these belongs to the payment before."""


class Part(NamedTuple):
    """One payment: its amount, its month if stated, and its place in the letter."""

    amount: float
    month: int | None
    start: int
    end: int


def split_payments(letter: Letter, sentence: Sentence, text: str, amounts: list[Money]):  # type: ignore[no-untyped-def]
    """Payments that the amounts of a sentence make."""
    base = sentence.start
    twice = len(amounts) == 2 and amounts[0].value == 2 * amounts[1].value
    between = text[amounts[0].end : amounts[1].start] if twice else ""
    if "half" in between.lower():  # "$3,000, half of it ($1,500) at once"
        amounts = amounts[:1]
    told = _in_parts(text, amounts)
    if told:
        for value, month in told:
            yield Part(value, month, base, base + len(text.rstrip()))
        return
    for place, money in enumerate(amounts):
        ends = amounts[place + 1].start if place + 1 < len(amounts) else len(text)
        begins = amounts[place - 1].end if place else 0
        label = _LABELED.search(text[begins : money.start])
        month = paid_month(label.group() if label else text[money.end : ends])
        if month is None:
            month = letter.month_of(text[money.end : ends])
        if month is None:
            month = paid_month(_LAST.split(text[begins : money.start])[-1])
        yield Part(
            money.value,
            month,
            base + (begins if place else 0),
            base + len(text[:ends].rstrip(" ,;and")),
        )


def _in_parts(text: str, amounts: list[Money]) -> list[tuple[float, int | None]]:
    """Amount and month of each part of a sum whose parts are told by their share."""
    parted = _PARTED.search(text)
    if len(amounts) == 2 and parted and amounts[0].value > amounts[1].value:
        cut, part = parted.start("rest"), amounts[1].value
        first = paid_month(text[amounts[1].end : cut])
        return [(part, first), (amounts[0].value - part, paid_month(text[cut:]))]
    if len(amounts) != 1:
        return []
    total, end = amounts[0].value, amounts[0].end
    again = _AGAIN.search(text, end)
    if again:
        cut = again.start()
        return [(total, paid_month(text[end:cut])), (total, paid_month(text[cut:]))]
    share = _SHARE.search(text, end)
    if share:
        cut, part = share.start("rest"), total * float(share["n"]) / 100
        first = paid_month(text[share.start() : cut])
        return [(part, first), (total - part, paid_month(text[cut:]))]
    months = _months_of_equal_parts(text)
    if months:
        return [(round(total / len(months), 2), due) for due in months]
    if _HALF.search(text):
        return [(total / 2, paid_month(piece)) for piece in _halves(text, end)]
    return []


def _months_of_equal_parts(text: str) -> list[int]:
    """Month of each of three or four equal parts; nothing where they are not stated."""
    equal = _EQUAL.search(text)
    if not equal:
        return []
    pieces = re.split(r",|\band\b", text[equal.end() :])
    months = [m for piece in pieces if (m := paid_month(piece)) is not None]
    return months if len(months) == _EQUAL_COUNTS[equal["n"].lower()] else []


def _halves(text: str, after: int) -> tuple[str, str]:
    """The words on the first half, and those on the second."""
    rest = text[after:]
    second = rx(
        r"\b(?:the )?(?:second|other|remaining|rest)\b(?! (?:year|anniversary))"
    )
    found = second.search(rest)
    if found:
        return rest[: found.start()], rest[found.start() :]
    pieces = re.split(r"\bhalf\b", rest, flags=re.IGNORECASE)
    if len(pieces) >= 3:
        return pieces[1], pieces[2]
    pieces = re.split(r"\band\b", rest, maxsplit=1)
    return pieces[0], pieces[-1]
