"""What an offer says and no figure counts yet, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.model.equity import uncounted_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A field of an offer that is in no figure, and why."""

    field: str
    reason: str


def not_counted(offer: Offer, horizon_years: int = 4) -> list[NotCounted]:
    """List everything in the offer that the figures leave out, in the file's order.

    Tax is always in the list: every figure is before tax.
    """
    return [
        *_cash(offer, horizon_years),
        *(item for grant in offer.equity or () for item in _grant(offer, grant)),
        *_rest(offer),
        NotCounted("tax", "every figure is before tax; tax is not modelled yet"),
    ]


def _cash(offer: Offer, horizon_years: int) -> Iterator[NotCounted]:
    bonus = offer.target_bonus
    if bonus is not None and bonus.paid_in_month and offer.start_date is None:
        yield NotCounted(
            "target_bonus.paid_in_month",
            "needs a start date; the bonus is dated at the end of each year",
        )
    for key, payments in (("sign_on", offer.sign_on), ("relocation", offer.relocation)):
        for number, payment in enumerate(payments, start=1):
            name = f"{key}.{number}"
            if payment.paid_month > 12 * horizon_years:
                yield NotCounted(
                    name,
                    f"paid in month {payment.paid_month}, after the horizon of"
                    f" {horizon_years} years",
                )
            if payment.clawback_months or payment.clawback:
                yield NotCounted(
                    f"{name}.clawback", "what leaving early costs is not counted yet"
                )
            if payment.grossed_up:
                yield NotCounted(
                    f"{name}.grossed_up", "the tax that the company pays is not counted"
                )


def _grant(offer: Offer, grant: Grant) -> Iterator[NotCounted]:
    reason = uncounted_reason(offer, grant)
    if reason is not None:
        yield NotCounted(grant.field, reason)
        return
    for key, value in (
        ("acceleration", grant.acceleration),
        ("expires_months", grant.expires_months),
        ("early_exercise", grant.early_exercise),
        ("threshold", grant.threshold),
    ):
        if value:
            yield NotCounted(
                f"{grant.field}.{key}", "is read and checked, and in no figure yet"
            )


def _rest(offer: Offer) -> Iterator[NotCounted]:
    if offer.equity is None:
        yield NotCounted("equity", "not told yet")
    if offer.refreshers is not None and offer.refreshers.promised:
        yield NotCounted("refreshers", "later grants are not counted yet")
    if offer.exercise_window_months is not None:
        yield NotCounted(
            "exercise_window_months", "what leaving early costs is not counted yet"
        )
    benefits = offer.benefits
    for key in ("retirement_match", "hsa", "health_premium", "espp", "stipends"):
        if benefits is not None and getattr(benefits, key) is not None:
            yield NotCounted(f"benefits.{key}", "benefits are not counted yet")
    if benefits is not None and benefits.pto_days is not None:
        yield NotCounted("benefits.pto_days", "days off are in no figure yet")
    if offer.hours_per_week is not None:
        yield NotCounted("hours_per_week", "hours are in no figure yet")
    if offer.ratings:
        yield NotCounted("ratings", "your ratings are in no ranking yet")
