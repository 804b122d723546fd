"""What was agreed or promised on the way, held against the paper that is accepted."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from offerlab.core.ask import (
    offered_percent,
    offered_shares,
    offered_sign_on,
    offered_value,
)
from offerlab.core.money import format_said
from offerlab.core.offer import Promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer
    from offerlab.negotiate.state import State


def with_promises(offer: Offer, state: State) -> Offer:
    """The offer with the promises that are on file, each once."""
    had = {each.text.strip().casefold() for each in offer.promises}
    more = []
    for each in state.promises:
        if each.text.strip().casefold() in had:
            continue
        on = None
        with suppress(TypeError, ValueError):
            on = date.fromisoformat(each.on or "")
        more.append(Promise(each.text, each.by, each.medium, on))
    return replace(offer, promises=(*offer.promises, *more))


def missing_from_paper(offer: Offer, state: State) -> list[str]:
    """What they said yes to in full, and this paper gives less of.

    What the paper does not tell is not called missing.
    """
    return [*_missing(offer, state)] if state.agreed else []


def _missing(offer: Offer, state: State) -> Iterator[str]:
    code = offer.currency
    for name, asked in state.asked:
        if name.startswith("sign_on_"):
            year = int(name.rpartition("_")[2])
            has: float | None = offered_sign_on(offer, year)
            words = f"{format_said(asked, code)} sign-on in year {year}"
        elif name == "equity_percent":
            percent = offered_percent(offer)
            has = None if percent is None else float(percent)
            words = f"{asked:g}% of the company"
        elif name == "shares":
            has, words = offered_shares(offer), f"{asked:,.0f} shares"
        elif name == "equity_value":
            has, words = offered_value(offer), f"{format_said(asked, code)} of stock"
        elif name == "relocation":
            has = sum(each.amount for each in offer.relocation)
            words = f"{format_said(asked, code)} for the move"
        elif name == "base":
            has, words = offer.base_salary, f"{format_said(asked, code)} base"
        else:
            continue
        if has is not None and has < asked:
            yield words
