"""Equity lines: what vests when, as claims; public stock at its market value too.

Stock of a company that is not public, or whose stage is unknown, is illiquid whatever
its kind: its amount is 0. A cash award is money, whatever the company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.model.component import Component
from offerlab.model.iso_limit import IsoLimit, granted_first
from offerlab.model.ledger import Certainty, Line, TaxKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.claim import Claim
    from offerlab.core.offer import Offer
    from offerlab.model.award import Award, Vest
    from offerlab.model.valuation import Valuation


def equity_lines(
    offer: Offer,
    made: Iterable[Award],
    assumptions: Assumptions,
    valuations: Mapping[str, Valuation],
) -> Iterator[Line]:
    """Lines of each vest of the awards that are counted, to the last vest."""
    # The limit of incentive options takes grants in date order, not in the file's.
    limit = IsoLimit(offer, assumptions)
    dated = [(award, award.vests(offer)) for award in made]
    splits = {}
    for award, vests in sorted(dated, key=lambda each: granted_first(each[0])):
        splits[id(award)] = [limit.split(award, vest) for vest in vests]
    for award, vests in dated:
        for vest, split in zip(vests, splits[id(award)], strict=True):
            if award.component is Component.CASH_AWARD:
                yield _cash_line(offer, award, vest)
                continue
            for part, tax_kind in _parts(award, award.claim(offer, vest), split):
                yield _stock_line(offer, award, part, tax_kind, valuations)


def _parts(
    award: Award, claim: Claim, split: tuple[Shares, Shares] | None
) -> Iterator[tuple[Claim, TaxKind]]:
    """One claim, or two where the limit of incentive options splits a vest."""
    if split is None or not split[1]:
        yield claim, award.grant.kind.row.tax
        return
    for shares, tax_kind in zip(
        split, (TaxKind.ISO_SPREAD, TaxKind.SUPPLEMENTAL), strict=True
    ):
        if shares:
            yield claim.portion(shares), tax_kind


def _stock_line(
    offer: Offer,
    award: Award,
    claim: Claim,
    tax_kind: TaxKind,
    valuations: Mapping[str, Valuation],
) -> Line:
    amount, certainty = 0.0, Certainty.ILLIQUID
    if offer.company.is_public:
        worth = valuations["market"].worth(claim)
        assert worth is not None, "only grants that have a price are counted"
        amount = float(worth)
        certainty = award.grant.kind.row.certainty
        if award.expected:
            certainty = Certainty.DISCRETIONARY
    return Line(
        date=claim.day,
        month=claim.month,
        component=award.component,
        amount=amount,
        certainty=certainty,
        recurring=False,
        tax_kind=tax_kind,
        basis=award.basis,
        grant=award.grant.number or None,
        claim=claim,
        held_from=award.held_from(offer),
    )


def _cash_line(offer: Offer, award: Award, vest: Vest) -> Line:
    return Line(
        date=vest.tranche.date,
        month=vest.month,
        component=award.component,
        amount=(award.money or 0.0) * float(vest.tranche.share or 0),
        certainty=award.grant.kind.row.certainty,
        recurring=False,
        tax_kind=award.grant.kind.row.tax,
        basis=award.basis,
        grant=award.grant.number or None,
        held_from=award.held_from(offer),
    )
