"""Questions to ask an employer, worth most first, each as a person would ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.model.question import questions
from offerlab.model.untold import is_short_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer

MOST_QUESTIONS = 5
"""More are not answered: a convention."""

_SHARES, _PRICE, _FAIR = (
    "company.fully_diluted_shares", "company.preferred_price", "company.fmv_409a",
)  # fmt: skip
_ORDER = (
    "equity", "fully_diluted_shares", "strike", "vesting", "exercise_window",
    "deadline",
)  # fmt: skip
"""Open facts worth most, first; the rest follows as the check has it."""

TWELVE = 12
"""Months of clawback that are usual; a longer one is worth a question."""


def inquiries(offer: Offer, kind: str) -> list[str]:
    """What the paper leaves open, and what this kind of employer is asked.

    Parameters
    ----------
    kind : str
        One of `offerlab.ingest.levers.EMPLOYERS`.
    """
    found = [*_of_kind(offer, kind), *_open(offer)]
    if offer.currency != "USD":
        found = [_abroad(each) for each in found]
    return list(dict.fromkeys(found))


def _of_kind(offer: Offer, kind: str) -> Iterator[str]:
    if is_short_term(offer):
        yield "What decides whether there is an offer to return, and when is it made?"
    elif kind == "early-private" and offer.equity == ():
        yield "Does the offer come with equity? If so, how much?"
    elif kind == "cash-only":
        yield from _of_cash(offer)


def _of_cash(offer: Offer) -> Iterator[str]:
    bonus = offer.target_bonus
    if bonus is not None and not bonus.is_none:
        if bonus.guaranteed_first_year or any(y.guaranteed for y in bonus.years):
            yield "Is the first-year bonus guaranteed in writing, and when is it paid?"
        else:
            yield "Is any part of the bonus guaranteed in the first year?"
    if any(_is_harsh(payment) for _, _, payment in offer.payments):
        yield "Could the payback period be twelve months, and pro rata?"
    yield "Is there a non-compete, and what is paid while it runs?"


def _is_harsh(payment: object) -> bool:
    months = getattr(payment, "clawback_months", None) or 0
    whole = getattr(payment, "clawback", None) == "all-or-nothing"
    return months > TWELVE or (months > 0 and whole)


def _rank(field: str) -> int:
    """Place of a question: what the grant is, what it costs, when it is lost."""
    for place, ending in enumerate(_ORDER):
        if field == ending or field.endswith(f".{ending}"):
            return place
    return len(_ORDER) - 1 + (not field.startswith("equity."))


def _open(offer: Offer) -> Iterator[str]:
    """Open questions; the same of several payments is asked once."""
    found = sorted(questions(offer), key=lambda each: _rank(each.field))
    fields = {each.field for each in found}
    strike = any(name.endswith(".strike") for name in fields)
    for each in found:
        if each.field == "equity" and offer.equity == ():
            continue  # asked, or not, by the kind of employer
        if each.field == _PRICE and _SHARES in fields:
            continue  # the valuation over the shares: asked already
        if each.field == _FAIR and strike:
            continue  # asked with the exercise price
        if each.field.endswith(".strike") and _FAIR in fields:
            yield (
                "What are the exercise price and the current 409A fair market value"
                " per share?"
            )
        elif each.field.startswith("sign_on.") and each.field.endswith(
            ".clawback_months"
        ):
            yield (
                "If I leave early, do I have to pay back the sign-on payments? If so,"
                " until when, and all of it or pro rata?"
            )
        elif each.field == "deadline":
            yield "By when do you need my answer?"
        else:
            yield each.question


def _abroad(question: str) -> str:
    """Without words of US law."""
    plain = question.replace("409A fair market value", "fair market value")
    return plain.replace("match retirement savings", "match pension savings")
