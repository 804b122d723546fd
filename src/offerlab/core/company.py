"""The company that makes an offer, as far as the letter or the recruiter says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.money import exact

if TYPE_CHECKING:
    from datetime import date

STAGES = (
    "pre-seed",
    "seed",
    "series-a",
    "series-b",
    "series-c",
    "series-d",
    "late",
    "public",
)


@dataclass(frozen=True, slots=True)
class Company:
    """Facts about a company; what is None is a question for the recruiter.

    Attributes
    ----------
    name : str
    currency : str
        ISO code of all amounts of the company.
    stage : str or None
        One of `STAGES`. Only ``public`` stock is liquid.
    valuation : float or None
        Latest post-money valuation, or market capitalisation.
    fully_diluted_shares : int or None
    preferred_price : float or None
        Price a share in the last round.
    fmv_409a : float or None
        Fair market value of a common share.
    share_price : float or None
        Market price of a public share on `as_of`.
    as_of : date or None
    """

    name: str
    currency: str = "USD"
    stage: str | None = None
    valuation: float | None = None
    fully_diluted_shares: int | None = None
    preferred_price: float | None = None
    fmv_409a: float | None = None
    share_price: float | None = None
    as_of: date | None = None

    @property
    def total_shares(self) -> Fraction | None:
        """Fully diluted shares: the paper's, else post-money / price of the round."""
        if self.fully_diluted_shares:
            return Fraction(self.fully_diluted_shares)
        if self.valuation and self.preferred_price:
            return exact(self.valuation) / exact(self.preferred_price)
        return None

    @property
    def is_public(self) -> bool:
        """Whether its stock can be sold; an unknown stage counts as no."""
        return self.stage == "public"
