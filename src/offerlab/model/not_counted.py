"""What an offer says and no figure counts yet, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.model.benefits import match_reason
from offerlab.model.bonus import paid_after_the_end
from offerlab.model.counted import left_out
from offerlab.model.term import is_worked
from offerlab.model.untold import untold, untold_years, years_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


NOT_TOLD = "not stated: counted as 0"
"""Reason for pay of which the paper says nothing."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A field of an offer that is in no figure, and why; `part`: what of it, or all."""

    field: str
    reason: str
    part: str | None = None

    @property
    def named(self) -> str:
        """Field, with the part of it: ``target_bonus of year 2``."""
        return f"{self.field} of {self.part}" if self.part else self.field

    @property
    def is_untold(self) -> bool:
        """Whether the paper says nothing of it."""
        return self.reason == NOT_TOLD


def not_counted(offer: Offer, assumptions: Assumptions) -> list[NotCounted]:
    """List everything in the offer that the figures leave out, in the file's order.

    Tax is always in the list: every figure is before tax.
    """
    own = assumptions.for_offer(offer.id)
    return [
        *(NotCounted(key, NOT_TOLD) for key in untold(offer)),
        *_untold_years(offer, own.whole("horizon_years")),
        *_cash(offer, own.whole("horizon_years")),
        *_after_the_end(offer),
        *_equity(offer, own),
        *_benefits(offer),
        *_rest(offer),
        NotCounted("tax", "every figure is before tax; tax is not modeled yet"),
    ]


def _untold_years(offer: Offer, horizon_years: int) -> Iterator[NotCounted]:
    """Years that a bonus told year by year leaves out."""
    if missing := untold_years(offer, horizon_years):
        yield NotCounted("target_bonus", NOT_TOLD, years_words(missing))


def _after_the_end(offer: Offer) -> Iterator[NotCounted]:
    """What a letter with a last day dates after it."""
    if offer.start_date is None or offer.end_date is None:
        return
    late = f"after the job ends on {offer.end_date}"
    for key, number, payment in offer.payments:
        if not is_worked(offer, payment.paid_month):
            yield NotCounted(
                f"{key}.{number}", f"paid in month {payment.paid_month}, {late}"
            )
    for year, paid in paid_after_the_end(offer):
        yield NotCounted("target_bonus", f"paid on {paid}, {late}", str(year))
    for grant in offer.equity or ():
        if grant.vesting_start is not None and grant.vesting_start > offer.end_date:
            yield NotCounted(grant.field, f"vests from {grant.vesting_start}, {late}")


def _cash(offer: Offer, horizon_years: int) -> Iterator[NotCounted]:
    bonus = offer.target_bonus
    if bonus is not None and bonus.paid_in_month and offer.start_date is None:
        yield NotCounted(
            "target_bonus.paid_in_month",
            "needs a start date; the bonus is dated at the end of each year",
        )
    for key, number, payment in offer.payments:
        if payment.paid_month > 12 * horizon_years:
            yield NotCounted(
                f"{key}.{number}",
                f"paid in month {payment.paid_month}, after the horizon of"
                f" {horizon_years} years",
            )
        if payment.grossed_up:
            yield NotCounted(
                f"{key}.{number}.grossed_up",
                "the tax that the company pays is not counted",
            )


def _equity(offer: Offer, assumptions: Assumptions) -> Iterator[NotCounted]:
    if offer.equity is None:
        yield NotCounted("equity", "not stated yet")
    for each in left_out(offer, assumptions):
        yield NotCounted(each.field, each.reason)


def _benefits(offer: Offer) -> Iterator[NotCounted]:
    benefits = offer.benefits
    if benefits is None:
        return
    match = benefits.retirement_match
    reason = match_reason(match) if match is not None else None
    if reason is not None:
        yield NotCounted("benefits.retirement_match", reason)
    if benefits.espp is not None and not offer.company.is_public:
        yield NotCounted(
            "benefits.espp", "stock of a company that is not public cannot be sold"
        )
    if benefits.pto_days is not None:
        yield NotCounted("benefits.pto_days", "days off are in no figure yet")


def _rest(offer: Offer) -> Iterator[NotCounted]:
    if offer.hours_per_week is not None and not offer.is_hourly:
        yield NotCounted("hours_per_week", "hours are in no figure yet")
    if offer.ratings:
        yield NotCounted("ratings", "your ratings are in no ranking yet")
