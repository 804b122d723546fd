"""A gap in base, asked for in what the employer moves instead."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from offerlab.core.ask import (
    Ask,
    SignOnAsk,
    offered_percent,
    offered_sign_on,
    offered_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.core.offer import Offer
    from offerlab.negotiate.employer import Employer

YEARS = 4
LARGE = 20_000
"""Above it money paid once is asked in steps of 5,000, and in 1,000 below."""


def ask_elsewhere(
    offer: Offer,
    employer: Employer,
    gap: float,
    constants: Mapping[str, float],
    *,
    base_fixed: bool,
) -> Ask:
    """An ask for a yearly gap, in sign-on or in the money of a grant.

    Where they said that base is fixed, all of it in sign-on, one to two times the gap.
    Else along the order of levers, each within its bound; what is left of the gap then
    goes into the next.
    """
    if employer.kind == "public-back-loaded":
        return Ask(sign_on=_two_years(offer, gap, constants, capped=not base_fixed))
    if base_fixed:
        return Ask(sign_on=(_year_one(offer, gap * constants["gap_times"]),))
    value, left = None, gap
    for lever in employer.levers:
        if lever.lever == "equity_value" and left > 0:
            value, left = _grant(offer, left, constants)
    if value is None:
        return Ask(sign_on=(_year_one(offer, gap * constants["gap_times"]),))
    if left < 1000 or employer.kind == "late-private":
        return Ask(equity_value=value)
    sign_on = _year_one(offer, left * constants["gap_times"])
    return Ask(equity_value=value, sign_on=(sign_on,))


def _grant(
    offer: Offer, gap: float, constants: Mapping[str, float]
) -> tuple[float | None, float]:
    """Money to ask for as a grant, and what is left of the yearly gap."""
    have = offered_value(offer) or _at_valuation(offer)
    if not have:
        return None, gap
    value = round_once(min(have + gap * YEARS, have * constants["equity_times"]))
    if value <= have:
        return None, gap
    return value, max(gap - (value - have) / YEARS, 0)


def _at_valuation(offer: Offer) -> float | None:
    """A grant that the paper states in percent or shares, at the last round's price."""
    company, percent = offer.company, offered_percent(offer)
    if not percent or company.valuation is None or company.currency != offer.currency:
        return None
    return float(percent) / 100 * company.valuation


def _year_one(offer: Offer, more: float) -> SignOnAsk:
    return SignOnAsk(1, offered_sign_on(offer, 1) + _more(more))


def _two_years(
    offer: Offer, gap: float, constants: Mapping[str, float], *, capped: bool
) -> tuple[SignOnAsk, ...]:
    asks = []
    for year in (1, 2):
        have = offered_sign_on(offer, year)
        more = min(gap, have * (constants["sign_on_times"] - 1)) if capped else gap
        asks.append(SignOnAsk(year, have + _more(more if more > 0 else gap)))
    return tuple(asks)


def _more(amount: float) -> float:
    return max(round_once(amount), 1000)


def round_once(amount: float) -> float:
    """Money paid once, rounded down as people ask for it.

    Examples
    --------
    >>> round_once(18_400), round_once(162_500)
    (18000, 160000)
    """
    step = 5000 if amount > LARGE else 1000
    return floor(amount / step) * step
