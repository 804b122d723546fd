"""Packages of equal value to the candidate, to discuss on a call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from offerlab.core.ask import (
    Ask,
    SignOnAsk,
    offered_percent,
    offered_sign_on,
    offered_value,
)
from offerlab.errors import AskError
from offerlab.negotiate.aim import step_of

if TYPE_CHECKING:
    from offerlab.core.offer import Offer

YEARS = 4
"""Over which a grant counts."""

WITHIN = 0.01
"""Packages are called equal if their values differ by no more than this part."""

PERCENT_STEP = Decimal("0.005")
VALUE_STEP, SIGN_ON_STEP = 5000, 1000


@dataclass(frozen=True, slots=True)
class Package:
    """One package; `value` is a year's worth to the candidate, in the offer's currency.

    Attributes
    ----------
    base : float
    sign_on : float
    percent : Decimal or None
    equity_value : float or None
    value : float
    """

    base: float
    sign_on: float
    percent: Decimal | None
    equity_value: float | None
    value: float = 0.0

    def differs(self, other: Package) -> int:
        """In how many issues it differs from another."""
        names = ("base", "sign_on", "percent", "equity_value")
        return sum(getattr(self, name) != getattr(other, name) for name in names)


@dataclass(frozen=True, slots=True)
class Worth:
    """What things are worth to the candidate, as the candidate says.

    Attributes
    ----------
    stock : float
        A unit of money of stock that cannot be sold, from 0 to 1.
    sign_on_years : int
        Years over which a sign-on counts.
    least_base : float
        A must-have.
    """

    stock: float
    sign_on_years: int = 2
    least_base: float = 0.0


def packages(offer: Offer, ask: Ask, worth: Worth) -> list[Package]:
    """The ask, and one or two packages of the same value to trade it for.

    Each has a lower base, made up for in sign-on or in stock; they differ in at least
    two issues and are within 1% of the ask's value.

    Raises
    ------
    AskError
        If there is no ask of base above the offer, or no equal package within the
        must-haves.
    """
    if ask.base is None or ask.base <= offer.base_salary:
        raise AskError("packages trade base: ask for a base above the offer")
    first = _valued(offer, _asked(offer, ask), worth)
    found = [first]
    for base in _lower_bases(offer, ask.base, worth):
        others = (_in_sign_on(offer, first, base, worth),
                  _in_stock(offer, first, base, worth))  # fmt: skip
        for other in others:
            if other is not None and all(_equal(other, each) for each in found):
                found.append(other)
        if len(found) > 1:
            return found[:3]
    raise AskError(
        "no package of equal value is within your must-haves; lower --least-base, or"
        " ask for one thing"
    )


def _equal(one: Package, other: Package) -> bool:
    near = abs(one.value - other.value) <= WITHIN * min(one.value, other.value)
    return near and one.differs(other) >= 2


def _asked(offer: Offer, ask: Ask) -> Package:
    percent, value = ask.equity_percent, ask.equity_value
    if percent is None and value is None:
        percent, value = offered_percent(offer), offered_value(offer)
        if value:
            percent = None
    sign_on = sum(each.amount for each in ask.sign_on) or offered_sign_on(offer, 1)
    base = ask.base or offer.base_salary
    return Package(base, sign_on, percent or None, value or None)


def _valued(offer: Offer, package: Package, worth: Worth) -> Package:
    """The same with its value a year."""
    bonus = offer.target_bonus
    rate = bonus.rate or 0.0 if bonus else 0.0
    value = package.base * (1 + rate) + package.sign_on / worth.sign_on_years
    if package.equity_value is not None:
        value += package.equity_value * _weight(offer, worth) / YEARS
    elif package.percent is not None and offer.company.valuation is not None:
        notional = float(package.percent) / 100 * offer.company.valuation
        value += notional * _weight(offer, worth) / YEARS
    return replace(package, value=value)


def _weight(offer: Offer, worth: Worth) -> float:
    return 1.0 if offer.company.is_public else worth.stock


def _lower_bases(offer: Offer, asked: float, worth: Worth) -> list[float]:
    """Bases between offer and ask, the middle first, none below the must-have."""
    step = step_of(asked)
    middle = (offer.base_salary + asked) / 2 // step * step
    bases = [middle, middle + step, middle - step, asked - 2 * step, asked - step]
    least = max(offer.base_salary, worth.least_base)
    return [each for each in dict.fromkeys(bases) if least <= each < asked]


def _in_sign_on(
    offer: Offer, first: Package, base: float, worth: Worth
) -> Package | None:
    bare = _valued(offer, replace(first, base=base), worth)
    more = (first.value - bare.value) * worth.sign_on_years
    sign_on = first.sign_on + round(more / SIGN_ON_STEP) * SIGN_ON_STEP
    return _valued(offer, replace(bare, sign_on=sign_on), worth)


def _in_stock(
    offer: Offer, first: Package, base: float, worth: Worth
) -> Package | None:
    bare = _valued(offer, replace(first, base=base), worth)
    weight, valuation = _weight(offer, worth), offer.company.valuation
    if weight <= 0:
        return None
    more = (first.value - bare.value) * YEARS / weight
    if first.equity_value is not None:
        value = first.equity_value + round(more / VALUE_STEP) * VALUE_STEP
        return _valued(offer, replace(bare, equity_value=value), worth)
    if first.percent is None or not valuation:
        return None
    steps = round(more / valuation * 100 / float(PERCENT_STEP))
    percent = first.percent + steps * PERCENT_STEP
    return _valued(offer, replace(bare, percent=percent), worth)


def ask_of(package: Package) -> Ask:
    """The package as an ask."""
    sign_on = (SignOnAsk(1, package.sign_on),) if package.sign_on else ()
    return Ask(
        base=package.base,
        sign_on=sign_on,
        equity_percent=package.percent,
        equity_value=package.equity_value,
    )
