"""A benchmark profile: the band and the percent that an offer is held against.

A profile is configured, not measured: missing it is never called below market.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from offerlab.core.terms import VestingTerms


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What an offer is held against.

    Attributes
    ----------
    name, description : str
    currency : str
        Of the band.
    midpoint, tolerance : float
        Yearly base; the band is midpoint ± tolerance, its edges inside.
    equity_percent : Decimal
        Percent of the fully diluted company, for the whole grant.
    vesting : VestingTerms
        What the percent vests over when an offer does not say.
    vesting_name : str
    dollars_above : float
        Valuation (US dollars) from which the market quotes grants in dollars.
    as_of, source, confidence : str
    own : bool
        The user wrote it; else it ships.
    """

    name: str
    description: str
    currency: str
    midpoint: float
    tolerance: float
    equity_percent: Decimal
    vesting: VestingTerms
    vesting_name: str
    dollars_above: float
    as_of: str
    source: str
    confidence: str
    own: bool

    @property
    def whose(self) -> str:
        """Words before the band or the percent: nobody configured what ships."""
        return "your configured" if self.own else "offerlab's default"

    @property
    def low(self) -> float:
        """Lower edge of the band, inside it."""
        return self.midpoint - self.tolerance

    @property
    def high(self) -> float:
        """Upper edge of the band, inside it."""
        return self.midpoint + self.tolerance
