"""The yearly limit of incentive stock options: what is above it counts as `nso`.

Options that become exercisable for the first time in a calendar year count with their
fair market value of the day of the grant: the 409A (public: the share price), else the
strike, which is never below it. Earlier grants come first, and within a grant earlier
vests. Source: 26 U.S.C. 422(d).
"""

from __future__ import annotations

from collections import defaultdict
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
    from offerlab.model.award import Vest
    from offerlab.model.ledger import Line


class IsoLimit:
    """What is left of the limit in each calendar year, as vests are put to it."""

    def __init__(self, offer: Offer, assumptions: Assumptions) -> None:
        self.offer, self.assumptions = offer, assumptions
        self._used: dict[int, float] = defaultdict(float)

    def split(self, grant: Grant, vest: Vest) -> tuple[Shares, Shares] | None:
        """Shares of a vest that stay `iso` and that count as `nso`.

        None where it cannot be told: no dates, no shares, no value; and for every
        other kind of grant.
        """
        shares, when = vest.tranche.shares, vest.tranche.date
        if grant.kind is not GrantKind.ISO or shares is None or when is None:
            return None
        if grant.early_exercise and self.offer.start_date is not None:
            when = self.offer.start_date  # all of it can be exercised from then on
        try:
            value = self._value(grant)
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

    def _value(self, grant: Grant) -> float | None:
        """Fair market value of a share on the day of the grant."""
        value, currency, _ = fair_value(self.offer, grant)
        if value is None:
            return None
        return value * self.assumptions.rate(currency, self.offer.currency)


def fair_value(offer: Offer, grant: Grant) -> tuple[float | None, str, str]:
    """Value a share that the limit counts, its currency, and what it is in words."""
    company = offer.company
    value = company.share_price if company.is_public else company.fmv_409a
    if value is not None:
        words = "share price" if company.is_public else "409A"
        return value, company.currency, words
    return grant.strike, grant.currency, "strike, the fair market value being unknown"


def nso_shares(lines: Iterable[Line]) -> Shares:
    """Shares of an ISO grant that the limit turns into NSO."""
    above = (line for line in lines if line.tax_kind is not TaxKind.ISO_SPREAD)
    return sum(line.shares for line in above if line.shares is not None)
