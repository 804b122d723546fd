"""The dates of an offer, `start_date` and `end_date`, and of grants between them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months
from offerlab.ingest.amount import parse_date
from offerlab.ingest.duration import parse_duration
from offerlab.ingest.in_digits import in_digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.grant import Grant
    from offerlab.ingest.fields import Fields


class Term(NamedTuple):
    """First and last day of a job; None where the paper does not say."""

    start: date | None
    end: date | None


def read_term(fields: Fields) -> Term:
    """First and last day of an offer."""
    start = fields.date("start_date")
    end = fields.value("end_date", _end_after(start))
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


def _end_after(start: date | None) -> Callable[[str], date]:
    """Reader of the last day; says on which day a span of time would end."""

    def read(text: str) -> date:
        try:
            return parse_date(text)
        except ValueError as error:
            raise ValueError(_why_no_end(text, start) or str(error)) from None

    return read


def _why_no_end(text: str, start: date | None) -> str | None:
    if text.lower() in ("none", "unknown"):
        return f"'{text}' is not a date; without the key the job has no last day"
    try:
        months = parse_duration(in_digits(text)).months
    except ValueError:
        return None
    if start is None or months is None:
        return None
    last = add_months(start, months) - timedelta(days=1)
    return f"'{text}' is not a date; from {start} it ends on {last}: write {last}"


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
