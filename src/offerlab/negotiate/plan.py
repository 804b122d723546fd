"""The plan of a negotiation: which lever, how much, why, and when not to ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offerlab.core.ask import Ask, spoken_base
from offerlab.core.ask_stop import ask_stops
from offerlab.core.money import format_money
from offerlab.model.untold import is_short_term
from offerlab.negotiate.aim import Aim, base_aim, step_of
from offerlab.negotiate.elsewhere import ask_elsewhere
from offerlab.negotiate.lever import first_levers, next_lever
from offerlab.negotiate.leverage import Leverage, leverage_of
from offerlab.negotiate.percent import percent_ask
from offerlab.negotiate.standard import Standard, standard_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.negotiate.employer import Employer
    from offerlab.negotiate.held import Held


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a plan is made from.

    Attributes
    ----------
    offer : Offer
    employer : Employer
    today : date
    standards : tuple of Standard
        What may be used, the best first.
    held : tuple of Held
        Higher offers in hand, the best first.
    posted_top : float or None
    base_fixed : bool
        They said that base does not move.
    insist : bool
        The user wants a number without any evidence.
    notes : tuple of str
        What was left out, and why.
    """

    offer: Offer
    employer: Employer
    today: date
    benchmark: Benchmark
    constants: Mapping[str, float]
    standards: tuple[Standard, ...] = ()
    held: tuple[Held, ...] = ()
    posted_top: float | None = None
    base_fixed: bool = False
    insist: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask for, and why.

    Attributes
    ----------
    verdict : str
        ``counter``, ``do_not_counter_base``, ``do_not_counter`` or ``ask_first``.
    target : float or None
        Base to aim for, a year.
    ask : Ask
    bound : str or None
        What held the ask.
    ladder : tuple of float
        Bases to ask for, one after the other; empty: a single ask.
    leverage : Leverage
    reasons : tuple of str
    """

    verdict: str
    target: float | None
    ask: Ask
    bound: str | None
    ladder: tuple[float, ...]
    leverage: Leverage
    reasons: tuple[str, ...]


def make_plan(situation: Situation) -> Plan:
    """Plan a negotiation; without evidence it asks first and names no number."""
    offer, held = situation.offer, situation.held
    standard = situation.standards[0] if situation.standards else None
    leverage = leverage_of(offer, held, standard, situation.today)
    banded = situation.employer.kind.startswith("public")
    # Where base is set by level, packages are compared and not bases.
    best = None if banded else max((each.base for each in held), default=None)
    aim = base_aim(
        offer.base_salary,
        standard,
        situation.posted_top,
        best,
        leverage.band,
        situation.constants,
    )
    gap = max((each.gap for each in held), default=0.0)
    if aim is None and gap:
        aim = _aim_of_gap(situation, gap)
    if aim is None and situation.insist:
        return _checked(situation, _by_convention(situation, leverage))
    if aim is None:
        return _ask_first(situation, leverage)
    return _checked(situation, _planned(situation, aim, leverage, standard, gap))


def _planned(
    situation: Situation,
    aim: Aim,
    leverage: Leverage,
    standard: Standard | None,
    gap: float,
) -> Plan:
    """Plan with an aim: of base where it moves, else of what moves."""
    offer, constants = situation.offer, situation.constants
    higher = any(each.base > offer.base_salary for each in situation.held)
    reasons = list(_evidence_reasons(standard, offer))
    worth = aim.target >= offer.base_salary * constants["worth_asking"]
    if not (worth or higher or gap):
        verdict, why = _no_counter(offer, standard)
        reasons += [why, next_lever(situation.employer.levers)]
        return Plan(verdict, aim.target, Ask(), None, (), leverage, tuple(reasons))
    only_total = gap and not higher and standard is None
    in_stock = situation.employer.levers[0].lever == "equity_value" and only_total
    if not situation.employer.moves_base or situation.base_fixed or in_stock:
        more = max(aim.target - offer.base_salary, gap)
        ask = ask_elsewhere(
            offer,
            situation.employer,
            more,
            constants,
            base_fixed=situation.base_fixed,
        )
        reasons.append(_why_not_base(situation, more))
        return Plan(
            "do_not_counter_base", aim.target, ask, aim.bound, (), leverage,
            tuple(reasons),
        )  # fmt: skip
    ladder = _ladder(offer, aim)
    reasons.append(_ladder_words(ladder, aim, offer.currency))
    percent, words = percent_ask(offer, situation.employer, situation.benchmark)
    reasons += words
    ask = Ask(base=aim.ask, equity_percent=percent)
    return Plan("counter", aim.target, ask, aim.bound, ladder, leverage, tuple(reasons))


def _no_counter(offer: Offer, standard: Standard | None) -> tuple[str, str]:
    """Verdict where the base is as good as the evidence for it, and why."""
    if standard is not None and offer.base_salary >= standard.high:
        return "do_not_counter", (
            "the base is at or above the top of the evidence, and no higher offer is in"
            " hand"
        )
    return "do_not_counter_base", "the base is where the evidence would put it"


def _aim_of_gap(situation: Situation, gap: float) -> Aim:
    """Aim at a rival that is higher in total and not in base."""
    base, times = situation.offer.base_salary, situation.constants["strong_times"]
    step = step_of(base)
    wanted = base + gap
    cap = base * times
    aim = max(min(wanted, cap) // step * step, base + step)
    bound = "the offer in hand" if wanted <= cap else f"{times:g} times the offer"
    return Aim(aim, aim, max(cap, aim), bound, far_below=False)


def _by_convention(situation: Situation, leverage: Leverage) -> Plan:
    offer, constants = situation.offer, situation.constants
    base = offer.base_salary
    step = step_of(base)
    target = constants["convention_low"] * base // step * step
    first = constants["convention_high"] * base // step * step
    reasons = (
        "no evidence: 5 to 10 percent over the offer is a convention, no market figure;"
        " carry it with your own case, and cite no market",
    )
    if not situation.employer.moves_base or situation.base_fixed:
        ask = ask_elsewhere(
            offer,
            situation.employer,
            target - base,
            constants,
            base_fixed=situation.base_fixed,
        )
        why = _why_not_base(situation, target - base)
        return Plan(
            "do_not_counter_base", target, ask, "convention", (), leverage,
            (*reasons, why),
        )  # fmt: skip
    return Plan(
        "counter", target, Ask(base=first), "convention", (first, target), leverage,
        reasons,
    )  # fmt: skip


def _ask_first(situation: Situation, leverage: Leverage) -> Plan:
    offer = situation.offer
    reasons = [
        "nothing here says what this job pays, so no number: ask for the range of the"
        " level, and what can move (the letter 'ask-range')"
    ]
    no_stock = situation.employer.kind == "cash-only" or is_short_term(offer)
    if offer.equity is None or not (offer.stock or no_stock):
        reasons.append("ask first whether stock is meant, and how much")
    percent, why = percent_ask(situation.offer, situation.employer, situation.benchmark)
    reasons += why if percent is None else []
    reasons.append(
        "what this kind of employer moves first:"
        f" {first_levers(situation.employer.levers)}"
    )
    reasons += [*_circumstances(situation), *situation.notes]
    return Plan("ask_first", None, Ask(), None, (), leverage, tuple(reasons))


def _evidence_reasons(standard: Standard | None, offer: Offer) -> list[str]:
    if standard is None:
        return ["no evidence beside the offer in hand; in a letter only that"]
    words = f"evidence: {standard_words(standard, offer.currency)}"
    if offer.base_salary < standard.low:
        return [
            f"{words}; the offer is far below it: ask once, and be ready to decline"
        ]
    return [words]


def _why_not_base(situation: Situation, gap: float) -> str:
    money = format_money(round(gap), situation.offer.currency)
    if situation.employer.moves_base:
        return f"the gap of {money} a year is asked for in stock, its first lever"
    if situation.base_fixed:
        return (
            f"base is fixed: ask for sign-on, one to two times the gap of {money} a"
            " year; then stock, level, first day"
        )
    return (
        f"base is set by level there, so the gap of {money} a year is asked for in"
        f" this order: {first_levers(situation.employer.levers)}"
    )


def _ladder(offer: Offer, aim: Aim) -> tuple[float, ...]:
    if aim.far_below or aim.ask - aim.target < step_of(offer.base_salary):
        return ()
    return (aim.ask, aim.target)


def _ladder_words(ladder: tuple[float, ...], aim: Aim, currency: str) -> str:
    if not ladder:
        return "single ask, no ladder"
    first, second = (format_money(each, currency) for each in ladder)
    return (
        f"two steps: ask {first}; if they come part of the way, close at {second} or"
        " more"
    )


def _checked(situation: Situation, plan: Plan) -> Plan:
    """Drop from the ask what nobody should send; add what the reader must know."""
    offer, ask, reasons = situation.offer, plan.ask, [*plan.reasons]
    for stop in ask_stops(ask, offer, line=situation.employer.money_above):
        reasons.append(str(stop))
        if stop.rule.startswith("percent"):
            ask = replace(ask, equity_percent=None)
    over = (ask.base or 0) / offer.base_salary - 1
    if over > situation.constants["strong_times"] - 1 + 1e-9:
        reasons.append(
            f"the ask is {over:.0%} over the offer: few employers move so far, so be"
            f" ready for a no{', and to take the other offer' * bool(situation.held)}"
        )
    if ask.base is not None:
        ask = replace(ask, base=spoken_base(offer, ask.base))
    reasons += [*_circumstances(situation), *situation.notes]
    ladder = tuple(spoken_base(offer, each) for each in plan.ladder)
    return replace(plan, ask=ask, ladder=ladder, reasons=tuple(reasons))


def _circumstances(situation: Situation) -> list[str]:
    """What holds whatever the number is: the package, and the deadline."""
    reasons = []
    if "new-grad-package" in situation.employer.marks:
        reasons.append(
            "a standard package for new graduates: one round, and then yes; a rival"
            " offer first, then the level with evidence of the interviews"
        )
    deadline = situation.offer.deadline
    if deadline is not None and deadline.date < situation.today:
        reasons.append("the deadline has passed: ask first whether it is still open")
    return reasons
