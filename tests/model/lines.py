"""What tests of grants ask of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.model.ledger import Component, Line
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import Totals, summarize
from tests.conftest import PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


def with_grant(text: str, grant: str) -> str:
    """Offer file with one grant in place of its own."""
    return text.partition("equity:")[0] + f"equity: {grant}\n"


def totals(offer: Offer, *settings: str) -> Totals:
    """Totals of an offer."""
    return summarize(build_ledger(offer, assume(settings=settings)))


def with_benefits(
    read: Callable[[str], Offer], benefits: str, *settings: str, text: str = PUBLIC
) -> Totals:
    """Totals of an offer file with benefits."""
    return totals(read(f"{text}benefits: {{{benefits}}}\n"), *settings)


def by_year(found: Totals, item: str) -> list[float]:
    """One benefit in each year."""
    return [year.benefits[item] for year in found.years]


def vest_lines(offer: Offer, *settings: str) -> list[Line]:
    """Lines of an offer without its base."""
    ledger = build_ledger(offer, assume(settings=settings))
    return [line for line in ledger if line.component is not Component.BASE_SALARY]
