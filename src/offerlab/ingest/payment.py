"""The `sign_on` and `relocation` keys of an offer, with what a leaver owes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.offer import BASES
from offerlab.core.payment import ClawbackStep, Payment
from offerlab.ingest import amount
from offerlab.ingest.node import Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields

MIN_PAYMENT, MAX_PAYMENT = 100, 1e8
"""A one-off payment outside is refused as a slip."""
KINDS = ("lump-sum", "reimbursement")
WAYS = ("prorated", "all-or-nothing")
MAX_CLAWBACK = 120
_STEPS = "[{until_month: 12, owed: all}]"


def read_payments(fields: Fields, key: str, basis: str) -> tuple[Payment, ...]:
    """One-off payments: a bare amount, a block, or a list of them."""
    if fields.word(key) is not None:
        return ()
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
    block = fields.inner(node, name)
    paid = block.money("amount", high=MAX_PAYMENT, required=True)
    if paid is not None and paid < MIN_PAYMENT:
        block.fault(
            "amount",
            f"{paid:g} is too little for a one-off payment",
            "inside [ ] and { } a comma ends a value: write 20000 or 20_000",
        )
    month = block.whole("paid_month", high=240)
    steps = _steps(block)
    payment = Payment(
        amount=paid or 0.0,
        basis=block.choice("basis", BASES) or basis,
        paid_month=1 if month is None else month,
        clawback_months=block.whole("clawback_months", high=MAX_CLAWBACK),
        clawback=block.choice("clawback", WAYS) if _is_word(block) else None,
        grossed_up=block.flag("grossed_up"),
        clawback_from=block.value("clawback_from", _served_from),
        clawback_steps=steps,
        reimbursed=_is_reimbursed(fields, block),
    )
    block.close()
    if steps and payment.clawback_months is not None:
        block.fault(
            "clawback_months",
            "goes with a clawback in one step, and the steps have their own months",
            "remove it, or the steps",
        )
    return None if paid is None else payment


def _is_reimbursed(fields: Fields, block: Fields) -> bool:
    """Whether the payment is a cost paid back; only a relocation can be."""
    kind = block.choice("kind", KINDS)
    if kind == "reimbursement" and not block.prefix.startswith("relocation"):
        block.fault(
            "kind",
            "a sign-on payment is pay and no cost that is paid back",
            "write a reimbursed move under 'relocation'",
        )
    return kind == "reimbursement"


def _served_from(text: str) -> int | str:
    word = text.lower()
    if word in ("start", "payment"):
        return word
    sign = -1 if text.startswith("-") else 1
    try:
        months = amount.parse_whole(text.lstrip("-"))
    except ValueError as error:
        raise ValueError(
            f"'{text}' is not where service begins to count; write start, payment or a"
            " month of employment (-3: three months before the first day)"
        ) from error
    if months > MAX_CLAWBACK:
        raise ValueError(f"{text} is over {MAX_CLAWBACK} months from the first day")
    return sign * months


def _is_word(block: Fields) -> bool:
    """Whether a clawback is one word, or none at all; else it is steps."""
    node = block.node("clawback")
    return node is None or isinstance(node, Scalar)


def _steps(block: Fields) -> tuple[ClawbackStep, ...]:
    """Steps of a clawback, in order; empty where it has none."""
    if _is_word(block):
        return ()
    if not block.several("clawback"):
        block.fault("clawback", "has no steps", f"write {_STEPS}, or remove it")
    steps: list[ClawbackStep] = []
    for name, item in block.several("clawback"):
        if not isinstance(item, Mapping):
            message = "a step is a block with 'until_month' and 'owed'"
            block.log.add(item, name, message, f"write {_STEPS}")
            continue
        inner = block.inner(item, name)
        until = inner.whole("until_month", low=1, high=MAX_CLAWBACK)
        step = ClawbackStep(until or 1, *(inner.value("owed", _owed) or (1.0, False)))
        for key in ("until_month", "owed"):
            inner.node(key, required=True)
        inner.close()
        if until is not None and steps and until <= steps[-1].until_month:
            inner.fault(
                "until_month",
                f"{until} is not after {steps[-1].until_month}, the step before it",
                "put the steps in the order of their months, each ending later",
            )
        steps.append(step)
    return tuple(steps)


def _owed(text: str) -> tuple[float, bool]:
    """Part of the payment that a step owes, and whether it runs down."""
    word = text.lower()
    if word in ("all", "prorated"):
        return 1.0, word == "prorated"
    if not text.endswith("%"):
        raise ValueError(f"'{text}' is not what is owed; write all, prorated or 50%")
    percent = amount.parse_percentage(text)
    if not 0 <= percent <= 100:
        raise ValueError(f"{text} of the payment is not between 0% and 100%")
    return float(percent / 100), False
