"""Where an offer ranks: among the user's own comps first, then in shipped data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.errors import CurrencyError, InputError
from offerlab.ingest.comps.day import span_of
from offerlab.ingest.comps.rows import texts
from offerlab.market.answer import answer_rows
from offerlab.market.equity import equity_evidence
from offerlab.market.evidence import Evidence, market_evidence
from offerlab.market.group import group_evidence
from offerlab.market.near import FEWEST, Near, shared
from offerlab.market.target import named_dollars
from offerlab.market.terms import Terms, settle
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from offerlab.core.offer import Offer
    from offerlab.ingest.comps.comp import Comps


def offer_evidence(
    offer: Offer,
    comps: Sequence[Comps],
    rate: Callable[[str, str], float],
    terms: Terms | None = None,
    library: Library = SHIPPED,
    *,
    shipped: bool = True,
    percent: float | None = None,
) -> tuple[list[Evidence], list[str]]:
    """Where an offer's base ranks: among the user's comps, then in shipped data.

    Parameters
    ----------
    offer : Offer
    comps : sequence of Comps
        Each read for base pay; of a file of another measure it is said.
    rate : callable
        Rate from one currency into another; raises `CurrencyError` without one.
    terms : Terms, optional
        What the user says of comps that do not say it themselves.
    library : Library
    shipped : bool
        Whether the shipped data are asked too.
    percent : float or None
        Part of the company that the offer grants, where its market compares percents.

    Returns
    -------
    evidence : list of Evidence
    notes : list of str
        What could not be answered, and why. A place or a role that the shipped data do
        not know costs the shipped evidence only.

    Raises
    ------
    MarketDataError
        If a file of comps would have to be read by guessing.
    """
    notes: list[str] = []
    found: list[Evidence] = []
    for one in comps:
        if one.measure == "equity_percent":
            own = equity_evidence(one, offer, percent, terms or Terms(), library)
        else:
            own = own_evidence(one, offer, rate, terms or Terms(), library)
        evidence, why = own
        found += evidence
        notes += why
    notes = [*dict.fromkeys(notes)]  # of one file read for two measures, once
    if not shipped:
        return found, notes
    try:
        pay = offer.base_salary * rate(offer.currency, "USD")
        known = market_evidence(offer.role, offer.location, pay, library)
        if not known:
            notes.append(
                f"no market evidence ships: '{offer.role}' is of no known role"
            )
        found += known
    except (CurrencyError, InputError) as error:
        notes.append(f"no market evidence ships (it is for the United States): {error}")
    return found, notes


def own_evidence(
    comps: Comps,
    offer: Offer,
    rate: Callable[[str, str], float],
    terms: Terms,
    library: Library = SHIPPED,
) -> tuple[list[Evidence], list[str]]:
    """Where an offer's base ranks among the rows of its role and its place.

    A file without a row of the role, or of the place, answers with all its rows, and
    the caveat says so; a file that does not state the role is never labeled with it.
    """
    if comps.measure != "base":
        what = comps.measure.replace("_", " ")
        return [], [f"{comps.file} holds {what} pay: a base is not ranked among it"]
    near = Near(comps, offer, library)
    rows = near.rows()
    if comps.is_grid:
        return _among_groups(comps, near, offer, rate, terms.currency, library)
    settled = settle(comps, rows, _terms_of(offer, rate, terms))
    if not settled.pays:
        return [], [f"{comps.file}: no row can be used"]
    pay = offer.base_salary * rate(offer.currency, settled.currency)
    answer = answer_rows(settled.amounts, value=pay, currency=settled.currency)
    assert answer.rank is not None
    kept = settled.rows
    evidence = Evidence(
        source=comps.file,
        as_of=span_of(texts(kept, comps.place("date"))),
        group=near.group(kept),
        area=near.area(kept),
        rung="yours",
        level=shared(comps, kept, "level") or near.level_words,
        percentiles=answer.percentiles,
        rank=answer.rank,
        count=answer.count,
        employment=None,
        sufficient=answer.sufficient,
        caveat=near.caveat,
        confidence="yours",
        currency=settled.currency,
    )
    notes = [f"{comps.file}: {note}" for note in settled.notes]
    notes += [
        f"{comps.file}: left out, {drop.rows:,}: {drop.reason}"
        for drop in settled.dropped
    ]
    return [evidence], notes


def admissible_evidence(
    offer: Offer,
    comps: Sequence[Comps],
    today: date,
    rate: Callable[[str, str], float],
    library: Library = SHIPPED,
) -> tuple[list[Evidence], list[str]]:
    """The user's own comps that may be an argument in a letter.

    Rows of the same role family, level and place as the offer, at least five of them,
    none older than 18 months on `today`.

    Returns
    -------
    evidence : list of Evidence
    notes : list of str
        One sentence for each file that was left out, and why.
    """
    found: list[Evidence] = []
    notes: list[str] = []
    for one in comps:
        near = Near(one, offer, library)
        rows, why = near.exact(today)
        if not why and one.measure != "base":
            why = "it holds no base pay"
        if not why and one.is_grid:
            why = "it holds percentiles and not rows"
        if why:
            notes.append(f"{one.file} is not used as evidence: {why}")
            continue
        narrowed = replace(one, rows=rows)
        evidence, said = own_evidence(narrowed, offer, rate, Terms(), library)
        found += [each for each in evidence if (each.count or 0) >= FEWEST]
        notes += said
    return found, notes


def _terms_of(offer: Offer, rate: Callable[[str, str], float], terms: Terms) -> Terms:
    def known(source: str, target: str) -> float | None:
        try:
            return rate(source, target)
        except CurrencyError:
            return None

    return replace(
        terms, default_currency=offer.currency, takes_default=True, rate=known
    )


def _among_groups(
    comps: Comps, near: Near, offer: Offer, rate: Callable[[str, str], float],
    asked: str, library: Library,
) -> tuple[list[Evidence], list[str]]:  # fmt: skip
    """Where a base ranks in each group of percentiles of its role and its place."""
    rows = [row for row in near.rows() if row.percentiles]
    if not asked:
        rows, _ = named_dollars(comps, rows, offer.currency, library)
    return group_evidence(
        comps,
        rows,
        lambda grid: offer.base_salary * rate(offer.currency, grid.currency),
        near.caveat,
        asked or offer.currency,
    )
