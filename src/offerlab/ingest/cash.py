"""The cash keys of an offer: bonus, sign-on, relocation, benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.offer import (
    BASES,
    Benefits,
    Payment,
    RetirementMatch,
    StockPurchasePlan,
    TargetBonus,
)
from offerlab.ingest import amount
from offerlab.ingest.fields import Fields
from offerlab.ingest.node import Items, Mapping, Node, Scalar
from offerlab.ingest.vesting import read_vesting

if TYPE_CHECKING:
    from offerlab.ingest.catalogue import Catalogue

MAX_DISCOUNT = 50
"""Percent; a purchase plan with more is a slip."""
MIN_PAYMENT, MAX_PAYMENT = 100, 1e8
"""A one-off payment or bonus outside is refused as a slip."""


def read_target_bonus(fields: Fields, basis: str) -> TargetBonus | None:
    """Bonus as ``10%``, as an amount, or as a block with `target`."""
    node = fields.node("target_bonus")
    if node is None:
        return None
    if not isinstance(node, Mapping):
        size = fields.value("target_bonus", _rate_or_amount)
        return None if size is None else TargetBonus(basis, *size)
    block = Fields(node, fields.log, fields.name("target_bonus"))
    block.node("target", required=True)
    size = block.value("target", _rate_or_amount)
    bonus = TargetBonus(
        block.choice("basis", BASES) or basis,
        *(size or (None, 0.0)),
        guaranteed_first_year=block.flag("guaranteed_first_year") or False,
        paid_in_month=block.whole("paid_in_month", low=1, high=12),
    )
    block.close()
    return bonus


def _rate_or_amount(text: str) -> tuple[float | None, float | None]:
    if text.endswith("%"):
        percent = amount.parse_percentage(text)
        if not 0 <= percent <= 500:
            raise ValueError(f"{text} of base is out of range for a bonus")
        return float(percent / 100), None
    value = amount.parse_amount(text)
    if 0 < value < MIN_PAYMENT:
        raise ValueError(f"is {text} meant as {text}% or as an amount? write {text}%")
    if value < 0:
        raise ValueError(f"{text} is negative")
    if value > MAX_PAYMENT:
        raise ValueError(f"{text} is above {MAX_PAYMENT:,.0f}, which is absurd here")
    return None, value


def read_payments(fields: Fields, key: str, basis: str) -> tuple[Payment, ...]:
    """One-off payments: a bare amount, a block, or a list of them."""
    payments = []
    for name, node in fields.several(key):
        payment = _payment(fields, name, node, basis)
        if payment is not None:
            payments.append(payment)
    return tuple(payments)


def _payment(fields: Fields, name: str, node: Node, basis: str) -> Payment | None:
    if isinstance(node, Items):
        fields.log.add(node, name, "a payment is an amount or a block with 'amount'")
        return None
    if isinstance(node, Scalar):
        # The same reader for a bare amount: the block with one key.
        key = Scalar("amount", node.line, node.column)
        node = Mapping(((key, node),), node.line, node.column)
    block = Fields(node, fields.log, name)
    paid = block.money("amount", high=MAX_PAYMENT, required=True)
    if paid is not None and paid < MIN_PAYMENT:
        block.fault(
            "amount",
            f"{paid:g} is too little for a one-off payment",
            "inside [ ] and { } a comma ends a value: write 20000 or 20_000",
        )
    month = block.whole("paid_month", high=240)
    payment = Payment(
        amount=paid or 0.0,
        basis=block.choice("basis", BASES) or basis,
        paid_month=1 if month is None else month,
        clawback_months=block.whole("clawback_months", high=120),
        clawback=block.choice("clawback", ("prorated", "all-or-nothing")),
        grossed_up=block.flag("grossed_up"),
    )
    block.close()
    return None if paid is None else payment


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
    block = fields.block_of("retirement_match")
    if block is None:
        return None
    rate, up_to = block.percentage("rate", high=500), block.percentage("up_to")
    for key in ("rate", "up_to"):
        block.node(key, required=True)
    vesting, told = None, True
    if block.has("vesting") and not _is_immediate(block):
        vesting = read_vesting(block, catalogue).terms
        told = vesting is not None
    block.node("vesting")
    block.close()
    return RetirementMatch(rate or 0.0, up_to or 0.0, vesting, told)


def _is_immediate(block: Fields) -> bool:
    node = block.node("vesting")
    return isinstance(node, Scalar) and node.text.lower() == "immediate"


def _purchase_plan(fields: Fields) -> StockPurchasePlan | None:
    block = fields.block_of("espp")
    if block is None:
        return None
    discount = block.percentage("discount", high=MAX_DISCOUNT)
    block.node("discount", required=True)
    plan = StockPurchasePlan(
        discount=discount or 0.0,
        lookback=block.flag("lookback") or False,
        offering_months=block.whole("offering_months", low=1, high=27),
    )
    block.close()
    return plan
