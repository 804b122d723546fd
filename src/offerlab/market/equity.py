"""Where a grant ranks among the percents of a company that others were given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.ingest.comps.day import span_of
from offerlab.ingest.comps.percent_text import PERCENT
from offerlab.ingest.comps.rows import texts, where
from offerlab.market.answer import answer_rows
from offerlab.market.evidence import Evidence
from offerlab.market.group import group_evidence
from offerlab.market.near import Near, shared
from offerlab.market.selection import words_of
from offerlab.market.terms import settle
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.offer import Offer
    from offerlab.ingest.comps.comp import Comp, Comps
    from offerlab.market.terms import Terms


def equity_evidence(
    comps: Comps,
    offer: Offer,
    percent: float | None,
    terms: Terms,
    library: Library = SHIPPED,
) -> tuple[list[Evidence], list[str]]:
    """Rank of an offer's percent among rows of its role, place and stage.

    Parameters
    ----------
    comps : Comps
        Read for `equity_percent`.
    offer : Offer
    percent : float or None
        Of the company; None where it is not known, or dollars are what the market
        compares.
    terms : Terms
    library : Library

    Returns
    -------
    evidence : list of Evidence
    notes : list of str
        Why there is none.
    """
    if percent is None:
        return [], [
            f"{comps.file} holds percents of companies, and the offer's percent is not"
            " known or is not what its market compares"
        ]
    near = Near(comps, offer, library)
    rows, caveat = _of_stage(comps, near.rows(), offer.company.stage)
    reason = "; ".join(each for each in (near.caveat, caveat) if each)
    if comps.is_grid:
        groups = [row for row in rows if row.percentiles]
        stages = [shared(comps, [row], "stage") or "all stages" for row in groups]
        found, notes = group_evidence(comps, groups, lambda _: percent, reason)
        return [
            replace(each, area=stage, measure="equity_percent")
            for each, stage in zip(found, stages, strict=False)
        ], notes
    settled = settle(comps, rows, terms)
    if not settled.pays:
        return [], [f"{comps.file}: no row can be used"]
    answer = answer_rows(settled.amounts, value=percent, currency=PERCENT)
    assert answer.rank is not None
    kept = settled.rows
    evidence = Evidence(
        source=comps.file,
        as_of=span_of(texts(kept, comps.place("date"))),
        group=near.group(kept),
        area=shared(comps, kept, "stage") or "all stages",
        rung="yours",
        level=shared(comps, kept, "level") or near.level_words,
        percentiles=answer.percentiles,
        rank=answer.rank,
        count=answer.count,
        employment=None,
        sufficient=answer.sufficient,
        caveat=reason,
        confidence="yours",
        measure="equity_percent",
        currency=PERCENT,
    )
    return [evidence], [f"{comps.file}: {note}" for note in settled.notes]


def _of_stage(
    comps: Comps, rows: Sequence[Comp], stage: str | None
) -> tuple[Sequence[Comp], str]:
    """Rows of the company's stage; all of them, said so, where there are none."""
    at = comps.place("stage")
    if at is None:
        return rows, "stage not stated: all are counted"
    wanted = words_of(stage or "")
    same = where(rows, [at], lambda text: words_of(text) == wanted)
    if wanted and same:
        return same, ""
    return rows, "no row of that stage: all are counted"
