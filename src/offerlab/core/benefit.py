"""Benefits of a letter: what has a yearly worth besides the pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from offerlab.core.terms import VestingTerms


class MatchTier(NamedTuple):
    """`rate` of what the employee puts in, up to `up_to` of base, from zero."""

    rate: float
    up_to: float


class RetirementMatch(NamedTuple):
    """What an employer puts into a retirement plan.

    Attributes
    ----------
    tiers : tuple of MatchTier
        Each matches only what is above the one before.
    employer : float or None
        Part of base that is paid whatever the employee does.
    yearly_limit : float or None
        Most that the employer pays in a year.
    vesting : VestingTerms or None
        None where it is the employee's at once, and where the schedule that the letter
        names could not be read: then `vesting_told` is false.
    """

    tiers: tuple[MatchTier, ...] = ()
    vesting: VestingTerms | None = None
    vesting_told: bool = True
    employer: float | None = None
    yearly_limit: float | None = None

    @property
    def up_to(self) -> float:
        """Part of base that an employee puts in to get all of the match."""
        return max((tier.up_to for tier in self.tiers), default=0.0)

    @property
    def wording(self) -> str:
        """The match as a letter says it: ``50% of the first 6% of base``."""
        words = [f"{100 * self.employer:g}% of base"] if self.employer else []
        below = 0.0
        for tier in self.tiers:
            part = f"next {100 * (tier.up_to - below):g}%"
            first = f"first {100 * tier.up_to:g}%"
            words.append(f"{100 * tier.rate:g}% of the {part if below else first}")
            below = tier.up_to
        told = ", then ".join(words)
        of_base = "" if told.endswith("base") else " of base"
        return f"{told}{of_base}"

    def of_base(self, contribution: float) -> float:
        """Match as a part of base, for a contribution that is a part of base.

        Examples
        --------
        >>> tiers = (MatchTier(1.0, 0.03), MatchTier(0.5, 0.05))
        >>> round(RetirementMatch(tiers).of_base(0.10), 6)  # 3% and half of 2%
        0.04
        """
        matched, below = self.employer or 0.0, 0.0
        for tier in self.tiers:
            matched += tier.rate * max(0.0, min(contribution, tier.up_to) - below)
            below = tier.up_to
        return matched


class StockPurchasePlan(NamedTuple):
    """An employee stock purchase plan.

    Attributes
    ----------
    discount : float
    lookback : bool
        Whether the lower price of both ends of the offering counts.
    offering_months : int or None
    purchase_months : int or None
        Months from one purchase to the next; None: one purchase an offering.
    max_contribution : float or None
        Part of base that the plan lets an employee put in.
    """

    discount: float
    lookback: bool = False
    offering_months: int | None = None
    purchase_months: int | None = None
    max_contribution: float | None = None


class Benefits(NamedTuple):
    """Yearly benefits in money, and days off."""

    retirement_match: RetirementMatch | None = None
    hsa: float | None = None
    health_premium: float | None = None
    espp: StockPurchasePlan | None = None
    stipends: float | None = None
    pto_days: float | None = None
