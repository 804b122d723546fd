"""The kind of an employer: what it moves, and in which unit it grants stock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.ask_stop import quoted_in_money
from offerlab.core.grant import GrantKind
from offerlab.ingest.countries import read_countries
from offerlab.ingest.levers import Lever, read_levers
from offerlab.model.granting import schedule_vests
from offerlab.model.untold import is_short_term
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from offerlab.core.offer import Offer

BACK_LOADED = 0.4
"""Less than this part of a grant within two years is back-loaded: an even schedule
vests a half."""

_OF_YEARS = ("equity_value", "equity_percent", "exercise_window", "review", "guarantee")
"""What a job of some months does not come with."""

_STARTUP = ("pre-seed", "seed", "series-a", "series-b", "series-c")
_LATE = ("series-d", "late")
_ENTRY = re.compile(
    r"\b(new[- ]?grad\w*|university|graduate|entry[- ]level|early career)\b", re.I
)
_ENTRY_LEVEL = re.compile(r"(L3|E3|IC1|IC2|ICT2|P1|SDE ?I|T3|59|60|61)", re.I)


class Employer(NamedTuple):
    """What kind it is, with why.

    Attributes
    ----------
    kind : str
        One of `offerlab.ingest.levers.EMPLOYERS`.
    why : str
    marks : tuple of str
        ``non-us``, ``new-grad-package``, ``fixed-term``.
    levers : tuple of Lever
        Those to try first at the front.
    money_above : float
        Valuation, in its currency, above which it quotes grants in money.
    """

    kind: str
    why: str
    marks: tuple[str, ...]
    levers: tuple[Lever, ...]
    money_above: float

    @property
    def moves_base(self) -> bool:
        """Whether base is set person by person."""
        return any(each.lever == "base" and each.moves for each in self.levers)

    def without_base(self) -> Employer:
        """The same, once they have said that base is fixed."""
        first = ("sign_on", "equity_value", "equity_percent", "level", "start")
        order = {name: place for place, name in enumerate(first)}
        rest = [each for each in self.levers if each.lever != "base"]
        rest.sort(key=lambda each: order.get(each.lever, len(order)))
        return self._replace(levers=tuple(rest))


def employer_of(offer: Offer, line: float, library: Library = SHIPPED) -> Employer:
    """Kind of employer, from what the offer says.

    Parameters
    ----------
    line : float
        Valuation above which grants are quoted in money, as `money_line` gives it.
    """
    kind, why = _kind(offer, line)
    if is_short_term(offer):
        why = "a job of some months, which seldom comes with stock"
    marks = []
    if _abroad(offer, library):
        marks.append("non-us")
    if kind.startswith("public") and _new_graduate(offer):
        marks.append("new-grad-package")
    levers = read_levers(library)[kind]
    if is_short_term(offer):
        marks.append("fixed-term")
        levers = tuple(each for each in levers if each.lever not in _OF_YEARS)
    return Employer(kind, why, tuple(marks), levers, line)


def _kind(offer: Offer, line: float) -> tuple[str, str]:
    company = offer.company
    cash = offer.equity is not None and not offer.stock
    if company.is_public and not cash:
        if _back_loaded(offer):
            return "public-back-loaded", "listed, and its stock vests late"
        return "public-banded", "listed, so base is set by level"
    if cash and company.stage not in _STARTUP:
        return "cash-only", "the paper gives no stock"
    if quoted_in_money(offer, line) or company.stage in _LATE:
        return "late-private", "private and late, so it grants stock in money"
    late = any(
        grant.kind is GrantKind.DOUBLE_TRIGGER_RSU or grant.value is not None
        for grant in offer.stock
    )
    if late and company.stage not in _STARTUP:
        return "late-private", "it grants stock in money"
    return "early-private", "private and early, so its stock is a percent of it"


def _back_loaded(offer: Offer) -> bool:
    for grant in offer.stock:
        vests = schedule_vests(offer, grant) if grant.vesting is not None else []
        if vests and sum(part for month, part in vests if month <= 25) < BACK_LOADED:
            return True
    return False


def _abroad(offer: Offer, library: Library) -> bool:
    country = read_countries(library).country_of(location=offer.location)
    return offer.currency != "USD" or country not in ("", "US")


def _new_graduate(offer: Offer) -> bool:
    level = (offer.level or "").strip()
    return bool(_ENTRY.search(offer.role) or _ENTRY_LEVEL.fullmatch(level))
