"""The dates of an offer, `start_date` and `end_date`, and of grants between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.grant import Grant
    from offerlab.ingest.fields import Fields


class Term(NamedTuple):
    """First and last day of a job; None where the paper does not say."""

    start: date | None
    end: date | None


def read_term(fields: Fields) -> Term:
    """First and last day of an offer."""
    start, end = fields.date("start_date"), fields.date("end_date")
    if end is not None and start is None and not fields.has("start_date"):
        fields.warn(
            "end_date",
            "cannot be counted without 'start_date'",
            "add the start date, or ask for it",
        )
    if start is not None and end is not None and end < start:
        fields.fault(
            "end_date",
            f"{end} lies before the start date, {start}",
            "the last day of the job belongs here",
        )
        return Term(start, None)
    return Term(start, end)


def check_dates(block: Fields, grant: Grant, term: Term) -> None:
    """Note days of a grant outside the term of the job, at their key."""
    days = {"grant_date": [grant.grant_date] if grant.grant_date else []}
    days["grant_dates"] = list(grant.grant_dates)
    if grant.granted_month is not None and term.start is not None:
        days["granted_month"] = [add_months(term.start, grant.granted_month)]
    for key, each in days.items():
        for day in each:
            _check_day(block, key, day, term)


def _check_day(block: Fields, key: str, day: date, term: Term) -> None:
    if term.start is None:
        block.warn(
            key,
            f"{day} is of no use without 'start_date'",
            "add the start date, or write 'granted_month'",
        )
    elif day < term.start:
        block.fault(
            key,
            f"{day} lies before the start date, {term.start}",
            "a grant is made on the first day or later; vesting that counts from an"
            " earlier day is 'vesting_start'",
        )
    if term.end is not None and day > term.end:
        block.fault(
            key,
            f"{day} lies after the end of the job, {term.end}",
            "nothing is granted after 'end_date'; check both dates",
        )
