"""Assumptions: everything behind a figure that is not on paper, each with its source.

Every figure that uses an assumption asks for it by key, so that an output can list
exactly those that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.money import exact
from offerlab.core.price import PricePath
from offerlab.errors import AssumptionError, CurrencyError

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = float | int | str | None | dict[str, float] | PricePath


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption: its value, where that comes from, and the shipped default.

    `given` is true if the user set it; `changes` says which figures it moves.
    """

    key: str
    value: Value
    unit: str
    source: str
    default: Value
    given: bool = False
    changes: str = ""

    @property
    def words(self) -> str:
        """Its value as a person reads it."""
        if isinstance(self.value, dict):
            return ", ".join(f"{key}: {n:.10g}" for key, n in self.value.items())
        if isinstance(self.value, int | float):
            return f"{self.value:.10g}"
        return "not set" if self.value is None else str(self.value)

    @property
    def with_unit(self) -> str:
        """The same with its unit, where it is set."""
        return self.words if self.value is None else f"{self.words} {self.unit}"


_NONE = Assumption("", None, "", "", None)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All assumptions, by key, with one offer's own values beside them.

    Attributes
    ----------
    by_key : mapping of str to Assumption
    by_offer : mapping of str to mapping of str to Assumption
        Values that hold for one offer only, by its id.
    used : dict of str to Assumption
        What has been asked for; copies made by `for_offer` share it.
    """

    by_key: Mapping[str, Assumption]
    by_offer: Mapping[str, Mapping[str, Assumption]] = field(default_factory=dict)
    used: dict[str, Assumption] = field(default_factory=dict, compare=False)
    offer_id: str | None = None

    def for_offer(self, offer_id: str) -> Assumptions:
        """Return the assumptions with that offer's own values put in."""
        own = self.by_offer.get(offer_id, {})
        return replace(self, by_key={**self.by_key, **own}, offer_id=offer_id)

    def with_value(self, key: str, value: Value) -> Assumptions:
        """Return the assumptions with one value put in its place, for every offer."""
        by_key = {**self.by_key, key: replace(self.by_key[key], value=value)}
        by_offer = {
            offer_id: {name: each for name, each in own.items() if name != key}
            for offer_id, own in self.by_offer.items()
        }
        return replace(self, by_key=by_key, by_offer=by_offer, used={})

    def _use(self, key: str) -> Assumption:
        assumption = self.by_key[key]
        own = self.by_offer.get(self.offer_id or "", {})
        self.used[f"{self.offer_id}:{key}" if key in own else key] = assumption
        return assumption

    def unused(self) -> list[Assumption]:
        """What the user set for all offers and no figure has asked for."""
        return [
            assumption
            for key, assumption in self.by_key.items()
            if assumption.given and key not in self.used
        ]

    def number(self, key: str) -> float:
        """Value of a numeric assumption, in its unit."""
        value = self._use(key).value
        if not isinstance(value, int | float):
            raise AssumptionError(f"the assumption {key} is not a number")
        return float(value)

    def whole(self, key: str) -> int:
        """Value of a whole-number assumption."""
        return int(self.number(key))

    def number_or_none(self, key: str) -> float | None:
        """Value of a numeric assumption that may be left open."""
        if self.by_key[key].value is None:
            self._use(key)
            return None
        return self.number(key)

    def limit(self, key: str, amount: float) -> float:
        """Value of a limit; used only where `amount` is above it or the user set it."""
        item = self.by_key[key]
        if not isinstance(item.value, int | float):
            raise AssumptionError(f"the assumption {key} is not a number")
        if item.given or amount > item.value:
            self._use(key)
        return float(item.value)

    def word(self, key: str, *, matters: bool = True) -> str:
        """Value of an assumption that is one of some words.

        Where it does not matter, it is used only if the user set it.
        """
        if matters or self.by_key[key].given:
            self._use(key)
        return str(self.by_key[key].value)

    def amounts(self, key: str) -> dict[str, float]:
        """Amounts by name from an assumption that is a map, or one amount."""
        value = self.by_key[key].value
        if not value:
            return {}
        self._use(key)
        if isinstance(value, dict):
            return value
        return {"all": float(value)} if isinstance(value, int | float) else {}

    @property
    def has_price_paths(self) -> bool:
        """Whether dated prices are given, for all offers or for one."""
        every = (self.by_key, *self.by_offer.values())
        return any(own.get("share_prices", _NONE).value is not None for own in every)

    def price_path(self) -> PricePath | None:
        """Dated prices of the share, or None if growth is assumed."""
        value = self.by_key["share_prices"].value
        if not isinstance(value, PricePath):
            return None
        self._use("share_prices")
        return value

    def by_stage(self, key: str, stage: str | None) -> float:
        """Value for a company's stage from an assumption that is a map; 0 if absent."""
        value = self._use(key).value
        if isinstance(value, int | float):
            return float(value)
        return value.get(stage or "", 0.0) if isinstance(value, dict) else 0.0

    def rate(self, source: str, target: str) -> float:
        """Units of `target` for one unit of `source`, from the `fx` assumption.

        Raises
        ------
        CurrencyError
            If a currency has no rate.
        """
        if source == target:
            return 1.0
        return self._dollars(source) / self._dollars(target)

    def exact_rate(self, source: str, target: str) -> Fraction:
        """The same as the exact number behind the decimals that somebody wrote."""
        if source == target:
            return Fraction(1)
        return exact(self._dollars(source)) / exact(self._dollars(target))

    def convert(self, amount: float | None, source: str, target: str) -> float | None:
        """Amount in another currency; unknown stays unknown, and 0 needs no rate.

        Raises
        ------
        CurrencyError
            If a currency has no rate.
        """
        return amount * self.rate(source, target) if amount else amount

    def _dollars(self, currency: str) -> float:
        if currency == "USD":
            return 1.0
        rates = self._use("fx").value
        if isinstance(rates, int | float):
            return float(rates)
        if not isinstance(rates, dict) or currency not in rates:
            raise CurrencyError(currency)
        return rates[currency]
