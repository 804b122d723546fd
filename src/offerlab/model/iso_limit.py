"""The yearly limit of incentive stock options: what is above it counts as `nso`.

Options that become exercisable for the first time in a calendar year count with their
fair market value of the day of the grant. Of a grant of the first day that is the 409A
(public: the share price), else the strike; of a later grant its strike, which is never
below it. Earlier grants come first, and within a grant earlier vests.
Source: 26 U.S.C. 422(d).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import floor
from typing import TYPE_CHECKING

from offerlab.core.grant import GrantKind
from offerlab.core.money import exact
from offerlab.errors import CurrencyError
from offerlab.model.ledger import TaxKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.model.award import Award, Vest
    from offerlab.model.ledger import Line


class IsoLimit:
    """What is left of the limit in each calendar year, as vests are put to it."""

    def __init__(self, offer: Offer, assumptions: Assumptions) -> None:
        self.offer, self.assumptions = offer, assumptions
        self._used: dict[int, float] = defaultdict(float)

    def split(self, award: Award, vest: Vest) -> tuple[Shares, Shares] | None:
        """Shares of a vest that stay `iso` and that count as `nso`.

        None where it is unknown: no dates, no shares, no value; and for every
        other kind of grant.
        """
        shares, when, grant = vest.tranche.shares, vest.tranche.date, award.grant
        if grant.kind is not GrantKind.ISO or shares is None or when is None:
            return None
        if grant.early_exercise and self.offer.start_date is not None:
            # All of it can be exercised from the day of the grant on.
            when = award.made.day or self.offer.start_date
        try:
            value = self._value(award)
            rate = self.assumptions.rate("USD", self.offer.currency)
        except CurrencyError:
            return None  # the limit is in dollars, and no figure but it needs them
        if not value:
            return None
        before = self._used[when.year]
        # What is above the limit uses it up all the same.
        self._used[when.year] += float(shares) * value
        limit = self.assumptions.limit("iso_limit", self._used[when.year] / rate) * rate
        left = max(0.0, limit - before)
        kept = min(shares, floor(exact(left) / exact(value)))
        return kept, shares - kept

    def _value(self, award: Award) -> float | None:
        """Fair market value of a share on the day of the grant."""
        offer, company = self.offer, self.offer.company
        value = company.share_price if company.is_public else company.fmv_409a
        if award.made.month == 0 and value is not None:
            return self.assumptions.convert(value, company.currency, offer.currency)
        return award.hurdle


def granted_first(award: Award) -> tuple[int, date]:
    """Key of awards in the order in which they are granted."""
    return award.made.month, award.made.day or date.min


def value_words(offer: Offer, grant: Grant) -> str:
    """What the limit counts a share of a grant at, in words."""
    company = offer.company
    later = grant.grant_date not in (None, offer.start_date) or grant.granted_month
    if later:
        return "strike, the fair market value of the day of the grant"
    if (company.share_price if company.is_public else company.fmv_409a) is None:
        return "strike, the fair market value being unknown"
    return "share price" if company.is_public else "409A"


def nso_shares(lines: Iterable[Line]) -> Shares:
    """Shares of an ISO grant that the limit turns into NSO."""
    above = (line for line in lines if line.tax_kind is not TaxKind.ISO_SPREAD)
    return sum(line.shares for line in above if line.shares is not None)
