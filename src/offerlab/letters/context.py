"""The facts of a letter: every slot filled from the offer, the ask or the benchmark.

Facts are texts as they will stand in the letter, so that a number in the letter can
be traced to the slot that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.core.money import format_large, format_money, format_percent
from offerlab.errors import TemplateError
from offerlab.ingest.fields import nearest
from offerlab.model.verdict import benchmark_value, equity_percent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Contact, Offer
    from offerlab.letters.template import Template

Fact = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the user asks for."""

    base: float | None = None
    equity_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What only the user can say, in the user's own words."""

    signature: str | None = None
    reason: str | None = None
    milestones: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)


def letter_facts(
    template: Template,
    offer: Offer,
    ask: Ask,
    benchmark: Benchmark,
    assumptions: Assumptions,
    words: Words,
) -> dict[str, Fact]:
    """Fill the slots that a template declares; None where a fact is missing.

    Raises
    ------
    TemplateError
        If the ask is below the offer, or a slot given by hand is unknown or a
        number.
    """
    _check_ask(offer, ask)
    known = {
        **_offer_facts(offer, benchmark),
        **_ask_facts(offer, ask, assumptions.for_offer(offer.id)),
        **_benchmark_facts(benchmark),
        "signature": words.signature,
        "reason": words.reason,
        "milestones": list(words.milestones) or None,
    }
    facts = {name: known.get(name) for name in template.slots}
    for name, value in words.slots.items():
        _check_slot(template, name)
        facts[name] = [value] if template.slots[name].is_list else value
    return {name: _clean(name, fact) for name, fact in facts.items()}


def _check_ask(offer: Offer, ask: Ask) -> None:
    if ask.base is not None and ask.base < offer.base_salary:
        raise TemplateError(
            f"you ask for {format_money(ask.base, offer.currency)} base, less than the"
            f" {format_money(offer.base_salary, offer.currency)} offered"
        )
    have, _ = equity_percent(offer)
    if ask.equity_percent is not None and ask.equity_percent < have:
        raise TemplateError(
            f"you ask for {format_percent(ask.equity_percent)} of the company, less"
            f" than the {format_percent(have)} offered"
        )


def _check_slot(template: Template, name: str) -> None:
    if name not in template.slots:
        close = nearest(name, template.slots)
        hint = f"; did you mean '{close}'?" if close else ""
        raise TemplateError(f"the letter '{template.name}' has no slot '{name}'{hint}")
    if template.slots[name].number:
        raise TemplateError(
            f"the slot '{name}' is a figure and comes from the"
            f" {template.slots[name].origin}; it cannot be set by hand"
        )


def _clean(name: str, fact: Fact) -> Fact:
    """Return a fact fit for one line of a letter."""
    if fact is None:
        return None
    lines = fact if isinstance(fact, list) else [fact]
    for line in lines:
        if any(not char.isprintable() for char in line):
            raise TemplateError(f"a line break or a control character is in '{name}'")
    stripped = [line.strip() for line in lines if line.strip()]
    if not stripped:
        return None
    return stripped if isinstance(fact, list) else stripped[0]


def _offer_facts(offer: Offer, benchmark: Benchmark) -> dict[str, Fact]:
    company = offer.company
    recruiter = recruiter_of(offer)
    percent, complete = equity_percent(offer)
    schedules = [grant.vesting for grant in offer.equity or () if grant.vesting]
    undated = [grant for grant in offer.equity or () if grant.vesting is None]
    vesting: Fact = None
    if schedules:
        vesting = schedules[0].wording
    elif not undated:
        # The paper gives no grant: ask on the benchmark's own schedule.
        vesting = benchmark.vesting.wording
    return {
        "company": company.name,
        "role": offer.role,
        "recruiter": recruiter.first_name if recruiter else None,
        "offer_base": format_money(offer.base_salary, offer.currency),
        "offer_equity": format_percent(percent) if complete and percent else None,
        "vesting": vesting,
        "valuation": None
        if company.valuation is None
        else format_large(company.valuation, company.currency),
    }


def recruiter_of(offer: Offer) -> Contact | None:
    """Recruiter among the contacts, else the first contact, or None."""
    for contact in offer.contacts:
        if contact.role and "recruit" in contact.role.lower():
            return contact
    return offer.contacts[0] if offer.contacts else None


def _ask_facts(offer: Offer, ask: Ask, assumptions: Assumptions) -> dict[str, Fact]:
    worth = None
    if ask.equity_percent is not None:
        worth = benchmark_value(offer, ask.equity_percent, assumptions)
    return {
        "ask_base": None
        if ask.base is None
        else format_money(ask.base, offer.currency),
        "ask_equity": None
        if ask.equity_percent is None
        else format_percent(ask.equity_percent),
        "ask_value": None
        if worth is None
        else format_money(round(worth), offer.currency),
    }


def _benchmark_facts(benchmark: Benchmark) -> dict[str, Fact]:
    return {
        "benchmark_low": format_money(benchmark.low, benchmark.currency),
        "benchmark_high": format_money(benchmark.high, benchmark.currency),
        "benchmark_equity": format_percent(benchmark.equity_percent),
        "benchmark_role": benchmark.description,
    }
