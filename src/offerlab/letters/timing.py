"""Days of a letter that its sender should think about once more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from offerlab.errors import AskError
from offerlab.ingest.amount import parse_date
from offerlab.letters.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from offerlab.letters.context import Occasion
    from offerlab.letters.template import Template

SATURDAY = 5
LONG, SOON = 14, 2
"""Days: a longer extension is seldom given, a nearer deadline calls for the phone."""


def timing_notes(template: Template, occasion: Occasion) -> list[str]:
    """What the sender should know of the days that a letter names.

    Raises
    ------
    AskError
        If the day by which the user would sign is over.
    """
    return [
        *_of_signing(occasion),
        *_of_more_time(template, occasion),
        *_of_asking(template, occasion),
    ]


def _of_asking(template: Template, occasion: Occasion) -> Iterator[str]:
    """Of a letter that asks: what comes before it."""
    offer = occasion.offer
    if not template.raises_pay:
        return
    if offer.deadline is not None and offer.deadline.date < occasion.today:
        yield (
            f"ask first whether the offer is still open: its deadline was"
            f" {long_date(offer.deadline.date)}"
        )
    if offer.equity is None and template.name != "ask-range":
        yield "send 'clarify' first: the offer does not say what equity it comes with"


def _of_signing(occasion: Occasion) -> Iterator[str]:
    day = occasion.sign_by
    if day is None:
        return
    if day < occasion.today:
        raise AskError(f"--by: {long_date(day)} is over")
    deadline = occasion.offer.deadline
    if deadline is not None and day > deadline.date:
        yield f"--by: {long_date(day)} is after the offer's deadline"
    if day.weekday() >= SATURDAY:
        yield f"--by: {long_date(day)} is on a weekend; offices are closed"


def _of_more_time(template: Template, occasion: Occasion) -> Iterator[str]:
    """Of a letter that asks for more time."""
    deadline = occasion.offer.deadline
    if deadline is None or not {"deadline", "until"} <= set(template.slots):
        return
    if 0 <= (deadline.date - occasion.today).days <= SOON:
        yield (
            f"the deadline is {long_date(deadline.date)}: call first, and send this"
            " letter to confirm what was said"
        )
    until = _day(occasion.words.slots.get("until"))
    if until is None:
        return
    more = (until - deadline.date).days
    if more > LONG:
        yield f"{more} more days is a lot to ask for; most employers give a week or two"
    if until.weekday() >= SATURDAY:
        yield f"{long_date(until)} is on a weekend; offices are closed"


def _day(words: str | None) -> date | None:
    with suppress(ValueError):
        return parse_date((words or "").strip())
    return None
