"""An input: a fact or an assumption that a figure rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.money import format_money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


class Input(NamedTuple):
    """A number that a figure rests on.

    Attributes
    ----------
    name : str
        Dotted key of the offer file, or key of the assumption.
    value : str
        As a person reads it.
    basis : str
        contract, letter, verbal, assumption, or catalogue.
    source : str
        Of assumptions and catalogue entries, and dates of prices.
    """

    name: str
    value: str
    basis: str
    source: str = ""


def assumed(assumptions: Assumptions, key: str) -> Input:
    """An assumption as an input."""
    item = assumptions.by_key[key]
    return Input(key, item.with_unit, "assumption", item.source)


def company_fact(offer: Offer, *names: str) -> Iterator[Input]:
    """Facts of the company that are known, with the date that they are of."""
    company = offer.company
    dated = f"as of {company.as_of}" if company.as_of else "undated"
    for name in names:
        value = getattr(company, name)
        if name == "fully_diluted_shares" and value is None and company.total_shares:
            told = f"{float(company.total_shares):,.0f}"
            yield Input(
                f"company.{name}", told, "derived", "valuation / preferred price"
            )
        if value is not None:
            text = f"{value:,}"
            if name != "fully_diluted_shares":
                text = format_money(value, company.currency)
            yield Input(f"company.{name}", text, offer.basis, dated)
