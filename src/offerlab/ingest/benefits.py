"""The `benefits` key of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.benefit import (
    Benefits,
    MatchTier,
    RetirementMatch,
    StockPurchasePlan,
)
from offerlab.ingest import amount
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.vesting import read_vesting

if TYPE_CHECKING:
    from offerlab.ingest.catalogue import Catalogue
    from offerlab.ingest.fields import Fields

MAX_DISCOUNT = 50
"""Percent; a purchase plan with more is a slip."""
_MATCH = (
    "{rate: 50%, up_to: 6%}, {tiers: [{rate: 100%, up_to: 3%}]}, {employer: 10%},"
    " 'none' or 'unknown'"
)
MAX_OFFERING = 27
"""Months, the longest that 26 U.S.C. 423 allows."""


def read_benefits(fields: Fields, catalogue: Catalogue) -> Benefits | None:
    """Benefits with a yearly worth."""
    block = fields.block_of("benefits")
    if block is None:
        return None
    benefits = Benefits(
        retirement_match=_match(block, catalogue),
        hsa=block.money("hsa", high=1e6),
        health_premium=block.money("health_premium", high=1e6),
        espp=_purchase_plan(block),
        stipends=block.money("stipends", high=1e7),
        pto_days=block.value("pto_days", _days),
    )
    block.close()
    return benefits


def _days(text: str) -> float:
    days = amount.parse_amount(text)
    if not 0 <= days <= 366:
        raise ValueError(f"{text} is not a number of days in a year")
    return days


def _match(fields: Fields, catalogue: Catalogue) -> RetirementMatch | None:
    if fields.word("retirement_match") is not None:
        return None
    block = fields.block_of("retirement_match", form=_MATCH)
    if block is None:
        return None
    tiers = _tiers(block)
    employer = block.percentage("employer")
    vesting, told = None, True
    if block.has("vesting") and not _is_immediate(block):
        vesting = read_vesting(block, catalogue).terms
        told = vesting is not None
    block.node("vesting")
    limit = block.money("max", high=1e7)
    block.close()
    if not any(_is_told(block, key) for key in ("rate", "tiers", "employer")):
        block.log.add(
            block.block, block.prefix, "the match has no size", f"write {_MATCH}"
        )
    return RetirementMatch(tiers, vesting, told, employer, limit)


def _is_told(block: Fields, key: str) -> bool:
    """Whether a key has more than an empty list."""
    node = block.node(key)
    return block.has(key) and not (isinstance(node, Items) and not node.nodes)


def _tiers(block: Fields) -> tuple[MatchTier, ...]:
    """Tiers of a match: one written as `rate` and `up_to`, or a list."""
    if block.has("tiers"):
        for key in ("rate", "up_to"):
            if block.has(key):
                block.node(key)
                block.fault(key, "goes with a match of one tier", "put it in 'tiers'")
        return _several_tiers(block)
    block.node("tiers")
    if not (block.has("rate") or block.has("up_to")):
        for key in ("rate", "up_to"):
            block.node(key)
        return ()
    tier = _tier(block)
    return () if tier is None else (tier,)


def _several_tiers(block: Fields) -> tuple[MatchTier, ...]:
    tiers: list[MatchTier] = []
    for name, node in block.several("tiers"):
        if not isinstance(node, Mapping):
            block.log.add(node, name, "a tier is a block with 'rate' and 'up_to'")
            continue
        inner = block.inner(node, name)
        tier = _tier(inner)
        inner.close()
        if tier is None:
            continue
        if tiers and tier.up_to <= tiers[-1].up_to:
            inner.fault(
                "up_to",
                f"{100 * tier.up_to:.4g}% of base is not above"
                f" {100 * tiers[-1].up_to:.4g}%, that of the tier before it",
                "'up_to' counts from zero: {rate: 100%, up_to: 3%}, then {rate: 50%,"
                " up_to: 5%}",
            )
        tiers.append(tier)
    return tuple(tiers)


def _tier(block: Fields) -> MatchTier | None:
    rate, up_to = block.percentage("rate", high=500), block.percentage("up_to")
    for key in ("rate", "up_to"):
        block.node(key, required=True)
    return None if rate is None or up_to is None else MatchTier(rate, up_to)


def _is_immediate(block: Fields) -> bool:
    node = block.node("vesting")
    return isinstance(node, Scalar) and node.text.lower() == "immediate"


def _purchase_plan(fields: Fields) -> StockPurchasePlan | None:
    block = fields.block_of("espp", form="{discount: 15%, lookback: true}")
    if block is None:
        return None
    discount = block.percentage("discount", high=MAX_DISCOUNT)
    block.node("discount", required=True)
    plan = StockPurchasePlan(
        discount=discount or 0.0,
        lookback=block.flag("lookback") or False,
        offering_months=block.whole("offering_months", low=1, high=MAX_OFFERING),
        purchase_months=block.whole("purchase_months", low=1, high=MAX_OFFERING),
        max_contribution=block.percentage("max_contribution"),
    )
    block.close()
    _check_purchases(block, plan)
    return plan


def _check_purchases(block: Fields, plan: StockPurchasePlan) -> None:
    length, each = plan.offering_months, plan.purchase_months
    if length is None or each is None:
        return
    if each > length or length % each:
        block.fault(
            "purchase_months",
            f"{each} months do not divide an offering of {length}",
            "an offering of 24 months with purchases every 6 is usual",
        )
