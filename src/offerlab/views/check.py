"""What an offer lacks: open questions, missed benchmarks, what the market says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.money import format_money, format_whole
from offerlab.views.basis import offer_keys
from offerlab.views.cell import Amount, Percent
from offerlab.views.comps import comps_in_short, comps_notes
from offerlab.views.evidence import evidence_figures, evidence_in_short, evidence_line
from offerlab.views.fold import fits
from offerlab.views.view import Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from offerlab.core.offer import Deadline, Offer
    from offerlab.core.question import Question
    from offerlab.ingest.comps import Comps
    from offerlab.market.evidence import Evidence
    from offerlab.model.verdict import Assessment, BaseVerdict, EquityVerdict
    from offerlab.views.cell import Cell


FIRST = 3
"""Questions that are printed where not all is asked for."""


class Checked(NamedTuple):
    """Everything that is said of one offer.

    Attributes
    ----------
    offer : Offer
    assessment : Assessment
    questions : list of Question
    evidence : list of Evidence
    vesting : list of str
        What the catalogue says of its schedules.
    """

    offer: Offer
    assessment: Assessment
    questions: list[Question]
    evidence: list[Evidence]
    vesting: list[str]


def check_view(checked: Sequence[Checked], comps: Sequence[Comps]) -> View:
    """View of some offers that were checked, and of the user's comps."""
    notes = [
        Text(
            "\n".join(f"Note: {note}" for note in comps_notes(each)),
            f"Note: {comps_in_short(each)}",
        )
        for each in comps
    ]
    parts = [part for each in checked for part in _parts(each)]
    figures = {
        "offers": [_figures(each) for each in checked],
        "comps": [
            {
                "file": each.file,
                "read": each.read,
                "kept": len(each.rows),
                "columns": each.columns,
                "notes": comps_notes(each),
            }
            for each in comps
        ],
    }
    return View(figures, (*parts, *notes))


def _figures(checked: Checked) -> dict[str, Any]:
    offer, assessment = checked.offer, checked.assessment
    equity = assessment.equity_percent
    return {
        **offer_keys(offer),
        "verdicts": {
            "base_salary": assessment.base_salary,
            "equity_percent": {
                "verdict": equity.verdict,
                "value": equity.value,
                "benchmark": equity.benchmark,
                "grant_value": equity.grant_value,
                "grant_value_net": equity.grant_value_net,
                "grant_value_basis": _basis(offer, "market", "illiquid"),
                "benchmark_value": equity.benchmark_value,
                "four_year_pace": equity.four_year_pace,
                "unit_in_market": equity.unit_in_market,
                "note": equity.note,
            },
        },
        "flags": assessment.flags,
        "deadline": offer.deadline,
        "questions": checked.questions,
        "evidence": [evidence_figures(each) for each in checked.evidence],
        "vesting": checked.vesting,
    }


def _basis(offer: Offer, public: str, private: str) -> str:
    return public if offer.company.is_public else private


def _parts(checked: Checked) -> Iterator[Part]:
    """All of it: a table and its lines; in short the verdict, and what to do next."""
    yield _verdict_table(checked.offer, checked.assessment)
    lines = list(_lines(checked))
    yield Text(
        "\n".join(lines) if lines else "No open question.", "\n".join(_short(checked))
    )


def _short(checked: Checked) -> Iterator[str]:
    """Verdict, market and first questions of an offer, in some ten lines."""
    offer, assessment = checked.offer, checked.assessment
    verdict = f"{_base_in_short(assessment)}; {_equity_in_short(checked)}."
    yield f"{offer.id}{', flagged' if assessment.flags else ''}: {verdict}"
    yield from (f"  {line}" for line in evidence_in_short(checked.evidence))
    yield from (_asked(each) for each in checked.questions[:FIRST])
    left = len(checked.questions) - FIRST
    ends = [] if offer.deadline is None else [_answer_by(offer.deadline)]
    if left > 0:
        ends.append(f"{left} more question{'s' if left > 1 else ''} (--verbose).")
    if not checked.questions:
        ends.append("No open question.")
    if ends:
        yield f"  {' '.join(ends)}"


def _asked(question: Question) -> str:
    """A question, cut after its first part where that makes one line of it."""
    said = f"  Ask: {question.question}"
    if fits(said):
        return said
    first = re.split("[:?]", question.question)[0]
    cut = f"  Ask: {first}? ..."
    return cut if fits(cut) else said


def _answer_by(deadline: Deadline) -> str:
    if deadline.time is None:
        return f"Answer by {deadline.date} (assumed: end of that day)."
    return f"Answer by {_deadline(deadline)}."


def _base_in_short(assessment: Assessment) -> str:
    base, whose = assessment.base_salary, assessment.whose
    if base.value is None:
        return f"base not assessable ({base.note})"
    value = format_whole(base.value, base.currency)
    low, high = (format_whole(x, base.currency) for x in (base.low, base.high))
    gap = {"below": base.low - base.value, "above": base.value - base.high}
    by = gap.get(base.verdict)
    far = f"{format_whole(by, base.currency)} " if by else ""
    return f"base {value}, {far}{base.verdict} {whose} band ({low} to {high})"


def _equity_in_short(checked: Checked) -> str:
    equity, offer = checked.assessment.equity_percent, checked.offer
    worth = ""
    if equity.grant_value is not None:
        kind = _basis(offer, "at today's price", "notional, not cash")
        worth = f"{format_whole(equity.grant_value, offer.currency)} {kind}"
    if equity.unit_in_market != "percent" and worth:
        return f"equity {worth} (compare dollars, not percent)"
    if equity.unit_in_market != "percent" and offer.equity:
        return "equity of unknown worth (compare dollars, not percent)"
    if equity.verdict == "not_assessable":
        return f"equity not assessable ({worth or equity.note})"
    worth = f" ({worth})" if worth else ""
    verb = "below" if equity.verdict == "below" else "meets"
    percent, own = _percent(equity.value), _percent(equity.benchmark)
    return f"equity {percent}, {verb} {checked.assessment.whose} {own}{worth}"


def _percent(value: Decimal | None) -> str:
    return "?" if value is None else f"{value.normalize():f}%"


def _verdict_table(offer: Offer, assessment: Assessment) -> Table:
    base, equity = assessment.base_salary, assessment.equity_percent
    whose = assessment.whose
    paid = Amount(offer.base_salary, offer.currency, cents=True)
    if base.value is not None:
        paid = Amount(base.value, base.currency, cents=True)
    kind = _basis(offer, "market value", "notional, not cash")
    rows: tuple[tuple[Cell, ...], ...] = (
        ("base salary", paid, _band(base), _base_words(base, whose)),
        (
            "equity, of the company",
            Percent(equity.value),
            Percent(equity.benchmark),
            _word(equity.verdict, f"{whose} percent"),
        ),
        (
            f"equity, whole grant ({kind})",
            Amount(equity.grant_value, offer.currency),
            Amount(equity.benchmark_value, offer.currency),
            _net_words(equity, offer),
        ),
    )
    return Table(
        f"{offer.id}: {offer.role}, {offer.location}",
        words("", "offer", "benchmark", "verdict"),
        tuple(map(Row, rows)),
        detail=True,
    )


def _net_words(equity: EquityVerdict, offer: Offer) -> str:
    """What options are worth net of their strike, where that is less."""
    if equity.grant_value_net in (None, equity.grant_value):
        return ""
    return f"{format_whole(equity.grant_value_net, offer.currency)} net of strike"


def _band(base: BaseVerdict) -> str:
    low, high = (format_money(x, base.currency) for x in (base.low, base.high))
    return f"{low} to {high}"


def _base_words(base: BaseVerdict, whose: str) -> str:
    ratio = (
        ""
        if base.midpoint_ratio is None
        else f", {base.midpoint_ratio:.2f} of midpoint"
    )
    return _word(base.verdict, f"{whose} band") + ratio


def _lines(checked: Checked) -> Iterator[str]:
    """Flags, notes, the deadline, the market, and the questions."""
    assessment = checked.assessment
    yield from (f"Flag: {flag.message}" for flag in assessment.flags)
    if assessment.base_salary.value is None:
        yield f"Note: {assessment.base_salary.note}"
    if assessment.equity_percent.note:
        yield f"Note: {assessment.equity_percent.note}"
    yield from (f"Note: {note}" for note in checked.vesting)
    if checked.offer.deadline is not None:
        yield f"Deadline: {_deadline(checked.offer.deadline)}"
    yield from (evidence_line(each) for each in checked.evidence)
    yield from (f"Ask: {each.question} ({each.why})" for each in checked.questions)


def _deadline(deadline: Deadline) -> str:
    if deadline.time is None:
        return (
            f"{deadline.date}, assumed to mean the end of that day at the job's place"
        )
    return f"{deadline.date} {deadline.time:%H:%M} {deadline.zone}"


def _word(verdict: str, what: str) -> str:
    return "not assessable" if verdict == "not_assessable" else f"{verdict} {what}"
