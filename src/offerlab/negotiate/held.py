"""Offers in hand: which of them count beside an offer, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.ask import offered_value
from offerlab.core.money import format_money, format_whole
from offerlab.errors import CurrencyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from offerlab.core.offer import Offer

YEARS = 4
"""What is paid once, or granted once, counts over so many years."""


class Held(NamedTuple):
    """A rival offer that is higher, in base or in all that can be compared.

    Attributes
    ----------
    offer : Offer
    base : float
        In the currency of the offer that is answered.
    gap : float
        Yearly cash and listed stock above that offer's; 0 where it is not above.
    written : bool
    """

    offer: Offer
    base: float
    gap: float
    written: bool


def yearly_package(offer: Offer) -> float:
    """Base, target bonus, and a year's part of sign-on and of stock that is listed.

    Relocation is not pay, and private stock is not cash: both are left out.
    """
    bonus, total = offer.target_bonus, offer.base_salary
    if bonus is not None:
        total += bonus.amount or (bonus.rate or 0) * offer.base_salary
    once = sum(each.amount for each in offer.sign_on)
    if offer.company.is_public:
        once += offered_value(offer) or 0
    return total + once / YEARS


def held_offers(
    offer: Offer,
    rivals: Sequence[Offer],
    today: date,
    rate: Callable[[str, str], float],
) -> tuple[list[Held], list[str]]:
    """Rivals that count, best base first, and why the others do not.

    A rival that is lower changes nothing. One that has expired, is of the same company,
    or does not say whether it is in writing is not evidence.
    """
    found: list[Held] = []
    reasons: list[str] = []
    for rival in rivals:
        why = _no_argument(offer, rival, today)
        if not why:
            try:
                factor = rate(rival.currency, offer.currency)
            except CurrencyError as error:
                why = f"it is in {rival.currency} ({error})"
        if why:
            reasons.append(f"{rival.id} does not count: {why}")
            continue
        base = rival.base_salary * factor
        gap = yearly_package(rival) * factor - yearly_package(offer)
        if base <= offer.base_salary and gap <= 0:
            reasons.append(f"{rival.id} does not count: it is not higher; leave it out")
            continue
        found.append(Held(rival, base, max(gap, 0), rival.basis != "verbal"))
        reasons.append(_beside(offer, found[-1], gap))
    found.sort(key=lambda each: (-each.base, -each.gap))
    return found, reasons


def _no_argument(offer: Offer, rival: Offer, today: date) -> str:
    if rival.company.name.casefold() == offer.company.name.casefold():
        return f"it is an offer of {offer.company.name} itself"
    if rival.deadline is not None and rival.deadline.date < today:
        return f"it expired on {rival.deadline.date}"
    if "basis" not in (rival.written or {}):
        return (
            "its file does not say whether it is in writing; add basis: letter or"
            " basis: verbal"
        )
    return ""


def _beside(offer: Offer, held: Held, gap: float) -> str:
    """One sentence: what is higher, and what is not."""
    rival, code = held.offer, offer.currency
    base = format_money(round(held.base), code)
    if held.base > offer.base_salary:
        words = f"{rival.id} has a higher base, {base}"
        return words if gap > 0 else f"{words}; with bonus and sign-on it is not higher"
    what = _component(offer, rival)
    words = (
        f"{rival.id} has the lower base, {base}, and is {format_whole(gap, code)} a"
        f" year higher in cash and listed stock; what differs most is {what}"
    )
    if not offer.company.is_public and offer.stock:
        words += " (private stock is in neither figure)"
    return words


def _component(offer: Offer, rival: Offer) -> str:
    """What a rival has more of, the largest first."""

    def parts(each: Offer) -> dict[str, float]:
        bonus = each.target_bonus
        rated = bonus.amount or (bonus.rate or 0) * each.base_salary if bonus else 0
        stock = (offered_value(each) or 0) if each.company.is_public else 0
        return {
            "the target bonus": rated,
            "sign-on": sum(p.amount for p in each.sign_on) / YEARS,
            "stock": stock / YEARS,
        }

    mine, theirs = parts(offer), parts(rival)
    return max(theirs, key=lambda name: theirs[name] - mine[name])
