"""Every term and promise of an offer in words, for an acceptance: none is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_percent, format_said, format_whole
from offerlab.letters.wording import long_date, month_first
from offerlab.model.component import COMPONENTS, Component

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.bonus import TargetBonus, YearBonus
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.payment import ClawbackStep, Payment

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def accepted_terms(offer: Offer) -> list[str]:
    """Terms line by line, in the order of an offer letter."""
    return [
        *_job(offer),
        *_bonus(offer),
        *_payments(offer),
        *(_grant(offer, grant) for grant in offer.equity or ()),
        *_later(offer),
        *_benefits(offer),
        *_promises(offer),
    ]


def _money(offer: Offer, amount: float) -> str:
    return format_said(amount, offer.currency)


def _job(offer: Offer) -> Iterator[str]:
    if offer.level:
        yield f"level {offer.level}"
    yield f"location: {offer.location}"
    if offer.base_pay is not None:
        per = offer.base_pay.per.replace("-", " ")
        yield f"base pay of {_money(offer, offer.base_pay.amount)} per {per}"
    else:
        yield f"base salary of {_money(offer, offer.base_salary)} a year"
    if offer.end_date is not None:
        last = long_date(offer.end_date, american=month_first(offer))
        yield f"fixed term until {last}"


def _bonus(offer: Offer) -> Iterator[str]:
    bonus = offer.target_bonus
    if bonus is None or bonus.is_none:
        return
    paid = ""
    if bonus.paid_in_month:
        paid = f", paid in {_MONTHS[bonus.paid_in_month - 1]}"
    for each in bonus.years:
        kind = "guaranteed bonus" if each.guaranteed else "target bonus"
        yield f"{kind} for year {each.year} of {_bonus_size(offer, each)}{paid}"
    if bonus.years:
        return
    size = _bonus_size(offer, bonus)
    if bonus.guaranteed_first_year:
        yield f"bonus of {size}, guaranteed for the first year{paid}"
    else:
        yield f"target bonus of {size} a year{paid}"


def _bonus_size(offer: Offer, bonus: TargetBonus | YearBonus) -> str:
    if bonus.rate is not None:
        return f"{bonus.rate * 100:g}% of base"
    return _money(offer, bonus.amount or 0)


def _payments(offer: Offer) -> Iterator[str]:
    written = offer.written or {}
    for key, number, payment in offer.payments:
        name = COMPONENTS[Component(key)].name
        if payment.reimbursed:
            name = "relocation costs paid back, up to"
        joined = " " if payment.reimbursed else " of "
        words = f"{name}{joined}{_money(offer, payment.amount)}"
        if _is_told(written, key, number, "paid_month"):
            words += f", paid in month {payment.paid_month}"
        if payment.grossed_up:
            words += ", grossed up for tax"
        yield words + _clawback(payment)


def _is_told(written: object, key: str, number: int, name: str) -> bool:
    """Whether the paper itself has a key of a payment."""
    found = written.get(key) if isinstance(written, dict) else None
    if isinstance(found, list) and len(found) >= number:
        found = found[number - 1]
    return isinstance(found, dict) and name in found


def _clawback(payment: Payment) -> str:
    if payment.clawback_steps:
        steps = ", then ".join(_step(each) for each in payment.clawback_steps)
        return f"; to be repaid if I leave: {steps}"
    if not payment.clawback_months:
        return ""
    how = "pro rata" if payment.clawback == "prorated" else "in full"
    how = how if payment.clawback else "in an amount the letter leaves open"
    return f"; to be repaid {how} if I leave within {payment.clawback_months} months"


def _step(step: ClawbackStep) -> str:
    part = "pro rata" if step.prorated else f"{100 * step.share:g}%"
    part = "all of it" if not step.prorated and step.share == 1 else part
    return f"{part} until month {step.until_month}"


def _grant(offer: Offer, grant: Grant) -> str:
    """A grant in the unit of the paper."""
    kind = grant.kind.row.words
    if grant.kind.is_option and offer.currency != "USD":
        kind = "options"  # ISO and NSO are words of US tax law
    if grant.percent is not None:
        words = f"{kind} over {format_percent(grant.percent)} of the company"
    elif grant.shares is not None:
        words = f"{grant.shares:,} {kind}"
    elif grant.annual_value is not None:
        words = f"{format_said(grant.annual_value, grant.currency)} a year of {kind}"
        words += f", for {grant.years} years" if grant.years > 1 else ""
    else:
        words = f"{format_said(grant.value or 0, grant.currency)} of {kind}"
    if grant.strike is not None:
        words += f" at {format_said(grant.strike, grant.prices_in)} a share"
    elif grant.strike_at_grant:
        words += " at the fair market value of the day of the grant"
    if grant.vesting is not None:
        words += f", {grant.vesting.wording}"
    return words + _grant_terms(grant)


def _grant_terms(grant: Grant) -> str:
    found = []
    if grant.acceleration is not None:
        found.append(f"{grant.acceleration.trigger}-trigger acceleration")
    if grant.early_exercise:
        found.append("early exercise")
    if grant.expires_months:
        found.append(f"lapsing after {grant.expires_months} months")
    return "".join(f", {each}" for each in found)


def _later(offer: Offer) -> Iterator[str]:
    for window in offer.exercise_windows:
        after = f" after {window.after_months} months" if window.after_months else ""
        yield f"{window.wording} to exercise vested options after leaving{after}"
    refreshers = offer.refreshers
    if refreshers is None or not refreshers.promised:
        return
    size = "yearly refresher grants"
    if refreshers.annual_value is not None:
        amount = format_whole(refreshers.annual_value, offer.currency)
        size = f"a refresher grant of {amount} each year"
    elif refreshers.shares is not None:
        size = f"a refresher grant of {refreshers.shares:,} shares each year"
    elif refreshers.percent is not None:
        size = f"a refresher grant of {format_percent(refreshers.percent)} each year"
    yield size


def _benefits(offer: Offer) -> Iterator[str]:
    benefits = offer.benefits
    if benefits is None:
        return
    if benefits.retirement_match is not None and benefits.retirement_match.wording:
        yield f"retirement match: {benefits.retirement_match.wording}"
    if benefits.hsa:
        yield f"health savings account: {_money(offer, benefits.hsa)} a year"
    if benefits.stipends:
        yield f"stipends of {_money(offer, benefits.stipends)} a year"
    if benefits.espp is not None:
        yield f"stock purchase plan at {100 * benefits.espp.discount:g}% off"
    if benefits.pto_days is not None:
        yield f"{benefits.pto_days:g} days of paid time off a year"


def _promises(offer: Offer) -> Iterator[str]:
    for promise in offer.promises:
        by = f" (promised by {promise.by}" if promise.by else ""
        if by and promise.medium:
            by += f", by {promise.medium}"
        yield promise.text + (f"{by})" if by else "")
