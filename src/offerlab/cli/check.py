"""The command ``check``: is the file right, what is missing, which benchmarks miss."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.evidence import evidence_json, evidence_line
from offerlab.cli.jsonable import flags_json, offer_json
from offerlab.cli.options import (
    comps_options,
    reading,
    running,
    some_offers,
    writing,
)
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.comps import read_comps
from offerlab.market.lookup import comps_notes
from offerlab.model.catalogue_note import offer_notes
from offerlab.model.question import Question, questions
from offerlab.model.verdict import Assessment, assess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.offer import Deadline, Offer
    from offerlab.market.evidence import Evidence


@click.command()
@some_offers
@click.option("--strict", is_flag=True, help="Exit with 1 if a benchmark is missed.")
@click.option("--no-market", is_flag=True, help="Leave the market evidence out.")
@comps_options
@reading
@writing
@running
def check(
    run: Run,
    strict: bool,
    no_market: bool,
    comps: tuple[str, ...],
    mapping: tuple[str, ...],
) -> None:
    """Check offer files: faults, open questions, missed benchmarks.

    \b
    Example:
      offerlab check first.yaml second.yaml
    """
    offers = run.offers()
    benchmark = run.benchmark()
    files = [read_comps(path, mapping) for path in comps]
    for offer in offers:
        if offer.deadline is not None and offer.deadline.date < run.today:
            run.warn(offer, f"the deadline of {offer.deadline.date} is over")
    checked = [
        _Checked(
            offer,
            assess(offer, benchmark, run.assumptions),
            questions(offer),
            [] if no_market else run.evidence(offer, files),
            _vesting_notes(run, offer),
        )
        for offer in offers
    ]
    payload = {
        "offers": [_as_json(each) for each in checked],
        "comps": [
            {
                "file": each.file,
                "read": each.read,
                "kept": len(each.rows),
                "columns": dict(each.columns),
                "notes": comps_notes(each),
            }
            for each in files
        ],
    }
    notes = [f"Note: {note}" for each in files for note in comps_notes(each)]
    run.finish(
        payload, lambda: [*(p for each in checked for p in _as_tables(each)), *notes]
    )
    if strict and any(each.assessment.flags for each in checked):
        sys.exit(1)


@dataclass(frozen=True, slots=True)
class _Checked:
    """Everything that is told about one offer."""

    offer: Offer
    assessment: Assessment
    questions: list[Question]
    evidence: list[Evidence]
    vesting: list[str]


def _vesting_notes(run: Run, offer: Offer) -> list[str]:
    """What the catalogue says of the offer's schedules."""
    catalogue = Catalogue(run.library)
    return offer_notes(offer, offer.equity or (), catalogue, run.today)


def _as_json(checked: _Checked) -> dict[str, Any]:
    offer, assessment = checked.offer, checked.assessment
    base, equity = assessment.base_salary, assessment.equity_percent
    return {
        **offer_json(offer),
        "verdicts": {
            "base_salary": {
                "verdict": base.verdict,
                "value": base.value,
                "low": base.low,
                "midpoint": base.midpoint,
                "high": base.high,
                "compa_ratio": base.compa_ratio,
                "currency": base.currency,
                "note": base.note,
            },
            "equity_percent": {
                "verdict": equity.verdict,
                "value": equity.value,
                "benchmark": equity.benchmark,
                "grant_value": equity.grant_value,
                "grant_value_basis": "market"
                if offer.company.is_public
                else "illiquid",
                "benchmark_value": equity.benchmark_value,
                "unit_in_market": equity.unit_in_market,
                "note": equity.note,
            },
        },
        "flags": flags_json(assessment.flags),
        "deadline": None
        if offer.deadline is None
        else {
            "date": offer.deadline.date,
            "time": offer.deadline.time and f"{offer.deadline.time:%H:%M}",
            "zone": offer.deadline.zone,
            "assumed": offer.deadline.assumed,
        },
        "questions": [
            {"field": each.field, "question": each.question, "why": each.why}
            for each in checked.questions
        ],
        "market": [evidence_json(each) for each in checked.evidence],
        "vesting": checked.vesting,
    }


def _as_tables(checked: _Checked) -> Sequence[RenderableType]:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_money, format_percent

    offer, assessment = checked.offer, checked.assessment
    base, equity = assessment.base_salary, assessment.equity_percent
    table = make_table(
        f"{offer.id}: {offer.role}, {offer.location}",
        ("", "offer", "benchmark", "verdict"),
        texts=4,
    )
    paid = format_money(offer.base_salary, offer.currency)
    if base.value is not None:
        paid = format_money(base.value, base.currency)
    ratio = "" if base.compa_ratio is None else f", compa-ratio {base.compa_ratio:.2f}"
    band = f"{format_money(base.low, base.currency)} to" + (
        f" {format_money(base.high, base.currency)}"
    )
    table.add_row("base salary", paid, band, _word(base.verdict, "band") + ratio)
    have = "unknown" if equity.value is None else format_percent(equity.value)
    want = format_percent(equity.benchmark)
    table.add_row(
        "equity, of the company", have, want, _word(equity.verdict, "percent")
    )
    kind = "market value" if offer.company.is_public else "notional, not cash"
    table.add_row(
        f"equity, whole grant ({kind})",
        amount_or_unknown(equity.grant_value, offer.currency),
        amount_or_unknown(equity.benchmark_value, offer.currency),
        "",
    )
    lines = [f"Flag: {flag.message}" for flag in assessment.flags]
    if base.value is None:
        lines.append(f"Note: {base.note}")
    if equity.note:
        lines.append(f"Note: {equity.note}")
    lines += [f"Note: {note}" for note in checked.vesting]
    if offer.deadline is not None:
        lines.append(f"Deadline: {_deadline(offer.deadline)}")
    lines += [evidence_line(each) for each in checked.evidence]
    lines += [f"Ask: {each.question} ({each.why})" for each in checked.questions]
    return [table, "\n".join(lines) + "\n" if lines else "No open question.\n"]


def _deadline(deadline: Deadline) -> str:
    if deadline.time is None:
        return (
            f"{deadline.date}, assumed to mean the end of that day at the job's place"
        )
    return f"{deadline.date} {deadline.time:%H:%M} {deadline.zone}"


def _word(verdict: str, what: str) -> str:
    words = {
        "below": f"below your configured {what}",
        "within": f"within your configured {what}",
        "above": f"above your configured {what}",
        "meets": f"meets your configured {what}",
        "not_assessable": "not assessable",
    }
    return words[verdict]
