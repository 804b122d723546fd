"""A plan as a page: the verdict first, then the ask, the levers and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.ask import said_base, spoken_base
from offerlab.core.money import format_percent, format_said
from offerlab.negotiate.evidence_view import evidence_rows
from offerlab.negotiate.inquiry import MOST_QUESTIONS, inquiries
from offerlab.negotiate.lever import lever_questions, lever_words
from offerlab.views.basis import offer_keys
from offerlab.views.view import Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from offerlab.core.ask import Ask
    from offerlab.core.offer import Offer
    from offerlab.negotiate.plan import Plan, Situation

VERDICTS = {
    "counter": "counter",
    "do_not_counter_base": "do not counter base",
    "do_not_counter": "do not counter: accept or decline",
    "ask_first": "ask first: no number yet",
}


def plan_view(situation: Situation, plan: Plan) -> View:
    """View of a plan."""
    offer = situation.offer
    asked = ask_lines(plan.ask, offer)
    parts: list[Part] = [
        Text(_headline(situation, plan)),
        _levers(situation),
        Text("Why:\n" + "\n".join(f"  {each}" for each in plan.reasons)),
        Text(_limits(situation), short=""),
    ]
    also = lever_questions(offer, situation.employer.levers)
    if plan.verdict != "ask_first" and also:
        lines = "\n".join(f"  {each.question}" for each in also)
        parts.insert(2, Text(f"If the rest does not move, ask:\n{lines}"))
    if plan.verdict == "ask_first":
        lines = "\n".join(f"  {each}" for each in asking(situation))
        parts.insert(1, Text(f"Ask:\n{lines}"))
    return View({**_figures(situation, plan), "lines": asked}, tuple(parts))


def _headline(situation: Situation, plan: Plan) -> str:
    offer, employer = situation.offer, situation.employer
    marks = f" ({', '.join(employer.marks)})" if employer.marks else ""
    lines = [
        f"{offer.id}: {VERDICTS[plan.verdict]}",
        f"  employer: {employer.kind}{marks}, {employer.why}",
        f"  leverage: {plan.leverage.band}"
        + "".join(f"; {each}" for each in plan.leverage.items),
    ]
    lines += [f"  ask: {each}" for each in ask_lines(plan.ask, offer)]
    asks_base = plan.ask.base is not None
    if plan.target is not None and asks_base and plan.target > offer.base_salary:
        target = spoken_base(offer, plan.target)
        lines.append(f"  target: {said_base(offer, target)}")
    if plan.bound:
        lines.append(f"  held by: {plan.bound}")
    return "\n".join(lines)


def range_questions(offer: Offer, kind: str, *, base_fixed: bool = False) -> list[str]:
    """Ask for the ranges: of base, and of stock where it is granted in money."""
    rung = rung_of(offer)
    moves = (
        "" if kind.startswith("public") or base_fixed else ", and is there room in it"
    )
    found = [f"What is the base range for {rung}{moves}?"]
    if kind in ("public-banded", "public-back-loaded", "late-private"):
        found.append(f"What is the range of stock grants for {rung}?")
    return found


def rung_of(offer: Offer) -> str:
    """What a range is of: the level where the offer names one, else the role."""
    return f"level {offer.level}" if offer.level else "this role"


def asking(situation: Situation) -> list[str]:
    """Questions to ask before any number, worth most first."""
    offer, kind = situation.offer, situation.employer.kind
    fixed = situation.base_fixed
    ranges = range_questions(offer, kind, base_fixed=fixed)
    found = [*ranges, *inquiries(offer, kind)]
    return found[:MOST_QUESTIONS]


def ask_lines(ask: Ask, offer: Offer) -> list[str]:
    """What is asked, one line an item."""
    code, lines = offer.currency, []
    if ask.base is not None:
        lines.append(said_base(offer, ask.base))
    if ask.target_bonus is not None:
        rate, amount = ask.target_bonus
        size = format_said(amount or 0, code) if rate is None else f"{100 * rate:.4g}%"
        lines.append(f"{size} target bonus")
    for year, amount in ask.sign_on:
        lines.append(f"{format_said(amount, code)} sign-on in year {year}")
    if ask.equity_value is not None:
        lines.append(f"{format_said(ask.equity_value, code)} of stock, in all")
    if ask.equity_percent is not None:
        lines.append(
            f"{format_percent(ask.equity_percent)} of the company over four years"
        )
    if ask.shares is not None:
        lines.append(f"{ask.shares:,} shares, in all")
    for name in ("level", "start", "review"):
        if getattr(ask, name):
            lines.append(f"{name} {getattr(ask, name)}")
    if ask.relocation is not None:
        lines.append(f"{format_said(ask.relocation, code)} relocation")
    return lines


def _levers(situation: Situation) -> Table:
    rows = [
        Row((place, lever_words(each.lever), "yes" if each.moves else "no",
             each.why))
        for place, each in enumerate(situation.employer.levers, start=1)
    ]  # fmt: skip
    return Table("Levers, in this order", words("", "lever", "moves", "why"), (*rows,))


def _limits(situation: Situation) -> str:
    """What surveys say of asking, to one figure, and what they do not."""
    parts = situation.constants
    asked, got, part, none = (
        round(parts[f"survey_{name}"] * 10) for name in ("asked", "all", "part", "none")
    )
    return (
        f"Of ten workers about {asked} asked for more; of ten who asked about {got} got"
        f" it all, {part} a part, {none} nothing (Pew Research Center 2023; all jobs of"
        " the United States, reported by workers themselves; not new graduates, not"
        " tech). Offers are seldom withdrawn over a polite ask, but no source counts"
        " how often: ask once, kindly, with reasons, and accept the answer."
    )


def ask_figures(ask: Ask) -> dict[str, Any]:
    """An ask by its keys; null where nothing is asked."""
    return {
        "base": ask.base,
        "target_bonus": ask.target_bonus,
        "sign_on": ask.sign_on or None,
        "equity_value": ask.equity_value,
        "equity_percent": ask.equity_percent,
        "shares": ask.shares,
        "level": ask.level,
        "start": ask.start,
        "relocation": ask.relocation,
        "review": ask.review,
    }


def _figures(situation: Situation, plan: Plan) -> dict[str, Any]:
    leans = bool(plan.ask) or plan.target is not None
    return {
        **offer_keys(situation.offer),
        "employer_kind": situation.employer.kind,
        "marks": situation.employer.marks,
        "levers": situation.employer.levers,
        "also_ask": lever_questions(situation.offer, situation.employer.levers),
        "verdict": plan.verdict,
        "target": plan.target,
        "target_in": "base" if plan.ask.base is not None else "base_equivalent",
        "ask": ask_figures(plan.ask),
        "bound": plan.bound,
        "ladder": plan.ladder,
        "leverage": plan.leverage,
        "reasons": plan.reasons,
        "evidence": evidence_rows(situation, most=1) if leans else [],
    }
