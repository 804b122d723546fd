"""The yearly bonus of a letter: one target for every year, or terms year by year."""

from __future__ import annotations

from typing import NamedTuple


class YearBonus(NamedTuple):
    """The bonus of one year: a rate of base, or an amount; one of them is set."""

    year: int
    rate: float | None = None
    amount: float | None = None
    guaranteed: bool = False


class TargetBonus(NamedTuple):
    """A yearly bonus: a rate of base, or an amount; or `years`, given one by one.

    Attributes
    ----------
    guaranteed_first_year : bool
        The first year's target is paid whole, whatever is achieved.
    paid_in_month : int or None
        Calendar month of payment, for the calendar year before.
    years : tuple of YearBonus
        In order. A year that is not among them is unknown.
    """

    basis: str
    rate: float | None = None
    amount: float | None = None
    guaranteed_first_year: bool = False
    paid_in_month: int | None = None
    years: tuple[YearBonus, ...] = ()

    def of_year(self, year: int) -> YearBonus | None:
        """Terms of one year, from 1; None where the letter leaves the year out."""
        if self.years:
            return next((each for each in self.years if each.year == year), None)
        guaranteed = self.guaranteed_first_year and year == 1
        return YearBonus(year, self.rate, self.amount, guaranteed)

    @property
    def is_none(self) -> bool:
        """Whether the paper says that there is no bonus."""
        return not self.years and not self.rate and not self.amount
