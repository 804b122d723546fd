"""Refreshers: later grants, at each anniversary, in three labeled cases.

``none`` counts none; ``promised`` those that the paper promises; ``expected`` also
those that nobody promised, of a size that the user assumes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind
from offerlab.core.offer import Refreshers
from offerlab.errors import AssumptionError
from offerlab.model.component import Component
from offerlab.model.granting import award_on
from offerlab.model.prices import month_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.award import Award

CASES = ("none", "promised", "expected")
NUMBER = 0
"""Stands for the refreshers where a grant of the letter has its number."""


def refresher_awards(
    offer: Offer, assumptions: Assumptions, years: int
) -> Iterator[Award]:
    """One award at each anniversary from the first on, the last at the end.

    That of the last one counts only where it vests at once.

    Parameters
    ----------
    years : int
        Years of employment that are looked at.

    Raises
    ------
    AssumptionError
        If refreshers are expected and nobody gave their size.
    """
    found = _counted(offer, assumptions)
    if found is None or not _has_size(found[0]):
        return
    refreshers, expected = found
    grant, kind = refresher_grant(offer, refreshers), Component.REFRESHER
    for number, month in enumerate(range(12, 12 * years + 1, 12), start=1):
        made = month_day(offer, month)
        if offer.end_date and made.day and made.day > offer.end_date:
            return
        award = award_on(offer, grant, assumptions, number, made, kind)
        if month == 12 * years and not _vests_at_once(offer, award):
            return
        if expected:
            award = award._replace(expected=True, basis="assumption")
        yield award


def _vests_at_once(offer: Offer, award: Award) -> bool:
    """Whether any of it vests in the month of its grant, which the last year counts."""
    return any(vest.month <= award.made.month for vest in award.vests(offer))


def _counted(offer: Offer, assumptions: Assumptions) -> tuple[Refreshers, bool] | None:
    """Refreshers of the case that is assumed, and whether nobody promised them."""
    on_paper = offer.refreshers
    case = assumptions.word("refreshers", matters=on_paper is not None)
    if case == "none":
        return None
    if on_paper is not None and on_paper.promised:
        return on_paper, False
    if case == "promised":
        return None
    if on_paper is not None and _has_size(on_paper):
        return on_paper, True
    return _assumed(offer, assumptions), True


def _has_size(refreshers: Refreshers) -> bool:
    sizes = (refreshers.annual_value, refreshers.shares, refreshers.percent)
    return any(size is not None for size in sizes)


def _assumed(offer: Offer, assumptions: Assumptions) -> Refreshers:
    if assumptions.by_key["expected_refresher"].value is None:
        raise AssumptionError(
            "refreshers=expected: say how much is expected a year, as"
            f" --set expected_refresher=50000 (in {offer.currency}), or write it into"
            " the offer as 'refreshers: {promised: false, annual_value: 50000}'"
        )
    size = assumptions.number("expected_refresher")
    on_paper = offer.refreshers
    vesting = on_paper.vesting if on_paper is not None else None
    return Refreshers(False, "assumption", annual_value=size, vesting=vesting)


def refresher_grant(offer: Offer, refreshers: Refreshers) -> Grant:
    """A refresher as a grant. Where the paper gives no schedule, the first grant's.

    Public stock comes as `rsu`; private as the first grant does, and the strike of an
    option is that of its own day and so unknown.
    """
    stock = offer.stock
    grant = Grant(
        number=NUMBER,
        kind=GrantKind.RSU,
        currency=offer.currency,
        basis=refreshers.basis,
        annual_value=refreshers.annual_value,
        shares=refreshers.shares,
        percent=refreshers.percent,
        vesting=refreshers.vesting,
        vesting_name=refreshers.vesting_name,
        vesting_source=refreshers.vesting_source,
        vesting_file=refreshers.vesting_file,
    )
    if stock and not offer.company.is_public:
        grant = replace(grant, kind=stock[0].kind)
    if stock and grant.vesting is None and grant.vesting_file is None:
        grant = replace(grant, vesting=stock[0].vesting)
    return grant


def counted_refresher(
    offer: Offer, assumptions: Assumptions
) -> tuple[Grant | None, str | None]:
    """Refresher of the case that is assumed as a grant, and why it cannot be counted.

    Both are None where the case has none.
    """
    found = _counted(offer, assumptions)
    if found is None:
        return None, None
    if not _has_size(found[0]):
        return None, "the size of a refresher is not given, so none is counted"
    return refresher_grant(offer, found[0]), None
