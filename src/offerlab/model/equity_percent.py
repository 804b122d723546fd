"""The percent of the company that an offer gives, and its pace over four years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from offerlab.core.grant import granted_percent
from offerlab.core.money import exact
from offerlab.core.vesting import tranches
from offerlab.errors import CurrencyError, VestingError

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


def equity_percent(offer: Offer, assumptions: Assumptions) -> tuple[Decimal, bool]:
    """Percent of the company in all grants that are known, and whether all are.

    Cash awards and refreshers are left out. `assumptions` are the offer's own.
    """
    if offer.equity is None:
        return Decimal(0), False
    percents = [grant_percent(offer, grant, assumptions) for grant in offer.stock]
    known = [percent for percent in percents if percent is not None]
    return sum(known, Decimal(0)), len(known) == len(percents)


def grant_percent(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> Decimal | None:
    """Percent of the fully diluted company, money brought into its currency first."""
    company = offer.company
    if grant.value is None and grant.annual_value is None:
        return granted_percent(grant, company)
    by_letter = grant.kind.is_option or grant.conversion_price is not None
    into = grant.prices_in if by_letter else company.currency
    try:
        rate = assumptions.exact_rate(grant.currency, into)
    except CurrencyError:
        return None

    def brought(money: float | None) -> float | None:
        return None if money is None else float(exact(money) * rate)

    return granted_percent(
        replace(
            grant,
            value=brought(grant.value),
            annual_value=brought(grant.annual_value),
            currency=into,
        ),
        company,
    )


def four_year_pace(offer: Offer, assumptions: Assumptions) -> Decimal | None:
    """Percent in four years at the pace at which each grant vests; None if unknown."""
    total = Decimal(0)
    for grant in offer.stock:
        percent = grant_percent(offer, grant, assumptions)
        months = _vesting_months(grant)
        if percent is None or not months:
            return None
        total += percent * 48 / months
    return total


def _vesting_months(grant: Grant) -> int | None:
    """Months over which all of a grant vests; None where they are unknown."""
    if grant.vesting is None:
        return None
    try:
        found = tranches(grant.vesting, None, None)
    except VestingError:  # terms that need dates
        return None
    last = found[-1].month if found else None
    return None if last is None else last + 12 * (grant.years - 1)
