"""A grant: its vests, what must be said of it, its cases of acceleration."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.grant import GrantKind
from offerlab.core.money import format_money, format_shares
from offerlab.model.acceleration import TRIGGERS
from offerlab.model.grant_note import lapses_on
from offerlab.model.iso_limit import nso_shares
from offerlab.model.ledger import Component, sum_known
from offerlab.views.cell import Amount, Count, Ratio
from offerlab.views.view import Part, Row, Table, Text, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.model.acceleration import AccelerationCase
    from offerlab.model.award import Vest
    from offerlab.model.ledger import Ledger, Line


class GrantView(NamedTuple):
    """What is shown of one grant.

    Attributes
    ----------
    grant : Grant
    size : int or None
        Shares of all its awards.
    vests : list of Vest
    lines : dict of (int, date or None) to list of Line
        Ledger lines of its vests, by month and day; empty where they are not counted.
    notes : list of str
    cases : list of AccelerationCase
    ledger : Ledger or None
        With the valuations of its lines; None where it could not be built.
    """

    grant: Grant
    size: int | None
    vests: list[Vest]
    lines: dict[tuple[int, date | None], list[Line]]
    notes: list[str]
    cases: list[AccelerationCase]
    ledger: Ledger | None

    @property
    def all_lines(self) -> list[Line]:
        """Ledger lines of all its vests."""
        return [line for lines in self.lines.values() for line in lines]

    def of_vest(self, vest: Vest) -> list[Line]:
        """Ledger lines of a vest; none where its worth is not known."""
        return self.lines.get((vest.month, vest.tranche.date), [])

    def worth(self, lines: Iterable[Line], path: str) -> float | None:
        """Worth of some lines by one of the ledger's valuations; None if unknown."""
        if self.ledger is None:
            return None
        return sum_known(self.ledger.worth(line, path) for line in lines)

    @property
    def exercise_cost(self) -> float | None:
        """Cash that exercising all of it needs; None if unknown or no option."""
        if not self.grant.kind.is_option or not self.lines:
            return None
        return self.worth(self.all_lines, "exercise_cost")


def by_day(lines: Iterable[Line]) -> dict[tuple[int, date | None], list[Line]]:
    """Lines by month and day."""
    found: dict[tuple[int, date | None], list[Line]] = {}
    for line in lines:
        found.setdefault((line.month, line.date), []).append(line)
    return found


def exact_shares(shares: Shares | None) -> dict[str, str]:
    """Shares that are not a whole number, exactly: ``5/2`` beside 2.5."""
    if not isinstance(shares, Fraction) or shares.denominator == 1:
        return {}
    return {"shares_exact": str(shares)}


def grant_figures(offer: Offer, view: GrantView) -> dict[str, Any]:
    """Figures of one grant."""
    grant = view.grant
    return {
        "grant": grant.number,
        "kind": grant.kind,
        "total_shares": view.size,
        "schedule": grant.vesting_name,
        "wording": grant.vesting.wording if grant.vesting else None,
        "tranches": [_tranche_figures(view, vest) for vest in view.vests],
        "lapses_on": lapses_on(offer, grant),
        "exercise_cost": view.exercise_cost,
        "acceleration": _acceleration_figures(view),
        "notes": view.notes,
    }


def _tranche_figures(view: GrantView, vest: Vest) -> dict[str, Any]:
    lines, tranche = view.of_vest(vest), vest.tranche
    private = [line for line in lines if line.is_illiquid]
    found: dict[str, Any] = {
        "date": tranche.date,
        "month": vest.month,
        "shares": tranche.shares,
        "cumulative": tranche.cumulative,
        "share_of_grant": tranche.share,
        "amount": sum_known(line.amount for line in lines) if lines else None,
        "notional": view.worth(private, "notional") if private else None,
        "intrinsic": view.worth(private, "intrinsic") if private else None,
        "certainty": lines[0].certainty if lines else None,
    }
    if view.grant.kind is GrantKind.ISO and lines:
        told = tranche.date is not None and tranche.shares is not None
        found["nso_shares"] = nso_shares(lines) if told else None
    return {**found, **exact_shares(tranche.shares)}


def _acceleration_figures(view: GrantView) -> dict[str, Any] | None:
    acceleration = view.grant.acceleration
    if acceleration is None:
        return None
    return {
        "trigger": acceleration.trigger,
        "share": acceleration.share,
        "months": acceleration.months,
        "vests_on": TRIGGERS[acceleration.trigger],
        "cases": [
            {
                "month": case.month,
                "date": case.date,
                "unvested": case.unvested,
                "unvested_share": case.unvested_share,
                "accelerated": case.accelerated,
            }
            for case in view.cases
        ],
    }


def grant_parts(offer: Offer, view: GrantView) -> Iterator[Part]:
    """Table of the vests, then notes and cases."""
    yield _vests_table(offer, view) if view.vests else Text(_title(offer, view))
    notes = [f"  {note}" for note in view.notes]
    if view.exercise_cost is not None:
        amount = format_money(view.exercise_cost, offer.currency)
        notes.append(f"  exercising all that vests costs {amount}, tax not counted")
    if notes:
        yield Text("\n".join(notes))
    if view.cases:
        yield Text(_cases_words(view))


def _title(offer: Offer, view: GrantView) -> str:
    grant, shares = view.grant, view.size
    size = "shares unknown" if shares is None else f"{format_shares(shares)} shares"
    if grant.kind is GrantKind.CASH_AWARD:
        money = grant.value if grant.annual_value is None else grant.annual_value
        size = format_money(money or 0.0, grant.currency)
    source = f" [{grant.vesting_name}]" if grant.vesting_name else ""
    wording = "no schedule in the letter"
    if grant.vesting is not None:
        wording = grant.vesting.wording
    elif grant.vesting_file is not None:
        wording = f"vesting terms of {grant.vesting_file}, which were not read"
    name = f"grant {grant.number}" if grant.number else "refreshers"
    if grant.number == 0 or grant.years > 1:
        size, wording = f"{size} in all", f"each {wording}"
    return f"{offer.id}, {name}: {grant.kind}, {size}, {wording}{source}"


def _vests_table(offer: Offer, view: GrantView) -> Table:
    header = ("month", "shares", "running total", "of the grant")
    part, rows = 0.0, []
    for vest in view.vests:
        tranche, lines = vest.tranche, view.of_vest(vest)
        part += float(tranche.share or 0)
        worth = sum_known(line.amount for line in lines)
        if any(line.is_illiquid for line in lines):
            worth = view.worth(lines, "notional")
        cells = (
            tranche.date,
            vest.month,
            Count(tranche.shares),
            Count(tranche.cumulative),
            Ratio(part),
            Amount(worth if lines else None, offer.currency),
        )
        rows.append(Row(cells))
    columns = (*words("date"), *numbers(*header, _basis(offer, view)))
    return Table(_title(offer, view), columns, tuple(rows))


def _basis(offer: Offer, view: GrantView) -> str:
    """What the column of money is."""
    if any(line.component is Component.CASH_AWARD for line in view.all_lines):
        return "cash"
    return "market value" if offer.company.is_public else "notional, not cash"


def _cases_words(view: GrantView) -> str:
    acceleration = view.grant.acceleration
    assert acceleration is not None
    what = f"{float(acceleration.share):.0%} of what has not vested"
    if acceleration.months is not None:
        what = f"the vests of the next {acceleration.months} months"
    lines = [
        f"  {acceleration.trigger}-trigger acceleration of {what}, on"
        f" {TRIGGERS[acceleration.trigger]}:"
    ]
    for case in view.cases:
        when = f"month {case.month}" + (f", {case.date}" if case.date else "")
        if case.accelerated is None:
            what = f"{case.accelerated_share:.2%} of the grant vests at once"
        else:
            what = (
                f"{format_shares(case.accelerated)} of"
                f" {format_shares(case.unvested)} unvested shares vest at once"
            )
        lines.append(f"    at {when}: {what}")
    return "\n".join(lines)
