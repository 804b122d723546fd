"""One question about pay, put to the user's own files of comps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
from offerlab.core.money import format_whole
from offerlab.errors import MarketDataError
from offerlab.ingest.comps.day import day_of, span_of
from offerlab.ingest.comps.row import SLIP
from offerlab.ingest.comps.rows import counted, texts
from offerlab.ingest.countries import read_countries
from offerlab.market.answer import (
    PERCENTS,
    Answer,
    answer_grid,
    answer_recent,
    answer_rows,
)
from offerlab.market.group import own_grid, untold_currency
from offerlab.market.lookup import Found, Source
from offerlab.market.selection import has_label, select
from offerlab.market.target import named_dollars
from offerlab.market.terms import Terms, settle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.ingest.comps.comp import Comp, Comps, Dropped
    from offerlab.market.settled import Settled


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of comps.

    Attributes
    ----------
    filters : mapping of str to str
        In the order of narrowing; never widened.
    percents : sequence of int
    value : float or None
        A yearly pay whose rank is reported too.
    terms : Terms
    half_life_years : float or None
        With it newer rows count more.
    blend : bool
        Whether several files may be pooled.
    """

    filters: Mapping[str, str] = field(default_factory=dict)
    percents: Sequence[int] = PERCENTS
    value: float | None = None
    terms: Terms = field(default_factory=Terms)
    half_life_years: float | None = None
    blend: bool = False


def ask_files(files: Sequence[Comps], question: Question) -> Found:
    """Ask the user's own comps.

    Raises
    ------
    MarketDataError
        If a filter has no column or leaves no row, files are not to be pooled or
        measure different things, a currency or a period would have to be guessed, or
        several groups of percentiles match.
    """
    _check_alike(files, question)
    chosen = {comps.file: select(comps, question.filters) for comps in files}
    if files[0].is_grid:
        return _ask_groups(files[0], chosen[files[0].file], question)
    settled = [
        (comps, settle(comps, _listed(rows, question), question.terms))
        for comps, rows in zip(files, _once(files, chosen), strict=True)
    ]
    currencies = {each.currency for _, each in settled}
    if len(currencies) > 1:
        raise MarketDataError(
            "give --currency CODE: the files hold pay in"
            f" {', '.join(sorted(currencies))}"
        )
    return _of_rows(settled, currencies.pop(), question)


def _check_alike(files: Sequence[Comps], question: Question) -> None:
    if len(files) > 1 and not question.blend:
        raise MarketDataError(
            "name one FILE, or pool them with --blend: one source answers a question"
        )
    measures = {comps.measure for comps in files}
    if len(measures) > 1:
        raise MarketDataError(
            f"give --measure: the files hold {', '.join(sorted(measures))}"
        )
    if len(files) > 1 and any(comps.is_grid for comps in files):
        raise MarketDataError(
            "name one FILE: percentiles that are published cannot be pooled"
        )


def _listed(rows: Sequence[Comp], question: Question) -> Sequence[Comp]:
    """Rows one by one where each has a weight of its own."""
    return rows if question.half_life_years is None else list(rows)


def _once(
    files: Sequence[Comps], chosen: Mapping[str, Sequence[Comp]]
) -> list[Sequence[Comp]]:
    """Rows of each file; a case that a later file repeats counts there."""
    if len(files) == 1:
        return [chosen[files[0].file]]
    rows: list[Sequence[Comp]] = []
    later: set[str] = set()
    for comps in reversed(files):
        rows.append(
            [r for r in chosen[comps.file] if not r.case or r.case not in later]
        )
        later.update(comps.cases)
    return rows[::-1]


def _of_rows(
    settled: Sequence[tuple[Comps, Settled]], currency: str, question: Question
) -> Found:
    pairs = [(pay, comps, row) for comps, s in settled for pay, row in s.pays]
    dropped = [drop for comps, s in settled for drop in (*comps.dropped, *s.dropped)]
    if not pairs:
        raise MarketDataError(_nothing([comps for comps, _ in settled], dropped))
    notes = [note for comps, s in settled for note in (*comps.notes, *s.notes)]
    if question.half_life_years is None:
        answer = answer_rows(
            [pay for _, s in settled for pay in s.amounts], question.percents,
            question.value, currency=currency,
        )  # fmt: skip
    else:
        answer, note = _recent(pairs, currency, question)
        notes += note
    if not answer.sufficient:
        rows = "1 row is" if answer.count == 1 else f"{answer.count} rows are"
        notes.append(f"{rows} not enough to lean on")
    mix = {comps.file: counted([row for _, row in s.pays]) for comps, s in settled}
    dates = set().union(*(texts(s.rows, comps.place("date")) for comps, s in settled))
    return Found(
        answer=answer,
        sources=tuple(
            Source(comps.file, comps.kind.name, mix[comps.file]) for comps, _ in settled
        ),
        as_of=span_of(dates),
        about=_about([comps for comps, _ in settled], question.filters),
        notes=notes,
        comps=tuple(comps for comps, _ in settled),
        dropped=tuple(dropped),
        repaired=sum(comps.repaired + s.repaired for comps, s in settled),
        measure=settled[0][0].measure,
    )


def _date(comps: Comps, row: Comp) -> str:
    place = comps.place("date")
    return "" if place is None else row.labels[place]


def _recent(
    pairs: Sequence[tuple[float, Comps, Comp]], currency: str, question: Question
) -> tuple[Answer, list[str]]:
    assert question.half_life_years is not None
    dated = [
        (pay, day)
        for pay, comps, row in pairs
        if (day := day_of(_date(comps, row))) is not None
    ]
    if not dated:
        raise MarketDataError(
            "name the column of the dates with --map date=HEADER: no row has a date,"
            " and --half-life weighs by it"
        )
    answer = answer_recent(
        dated, question.half_life_years, question.percents, question.value,
        currency=currency,
    )  # fmt: skip
    missing = len(pairs) - len(dated)
    notes = [
        f"weighted by age, half-life {question.half_life_years:g} years: the"
        f" {answer.count:,} rows know as much as {answer.effective_count:,.0f}"
    ]
    if missing:
        notes.append(f"{missing:,} rows without a date are left out of the weighting")
    return answer, notes


def _nothing(files: Sequence[Comps], dropped: Sequence[Dropped]) -> str:
    why = "; ".join(
        f"{drop.rows:,} {drop.reason}"
        + (f" ({drop.examples[0]})" if drop.examples else "")
        for drop in dropped[:4]
    )
    names = ", ".join(comps.file for comps in files)
    if dropped and all(drop.reason == SLIP for drop in dropped):
        why += "; if they are in thousands, give --unit thousand"
    return f"{names}: no row can be used ({why or 'it has no row'})"


def _about(files: Sequence[Comps], filters: Mapping[str, str]) -> str:
    """What the rows are about; a label that no column states is never claimed."""
    told = ", ".join(filters.values())
    if "role" in filters or "soc" in filters:
        return told
    known = any(comps.place("role") is not None for comps in files)
    roles = "all roles" if known else "role not stated: all rows"
    return f"{roles}, {told}" if told else roles


_NARROWING = ("role", "soc", "level", "stage", "city", "state", "year")


def _ask_groups(comps: Comps, rows: Sequence[Comp], question: Question) -> Found:
    if not rows:
        raise MarketDataError(_nothing([comps], comps.dropped))
    rows, note = _nation(comps, rows, question.filters)
    if len(rows) > 1:
        options = [f"--{name}" for name in _NARROWING if has_label(comps, name)]
        raise MarketDataError(
            f"narrow it with {', '.join(options) or '--map role=HEADER'}:"
            f" {len(rows):,} groups of percentiles match, and they cannot be pooled"
            f" (such as {_names(comps, rows)})"
        )
    row = rows[0]
    if not row.percentiles:
        hourly = f" (hourly median {row.low:,.2f})" if row.low else ""
        raise MarketDataError(
            f"ask for another occupation: {comps.file} publishes no yearly wage of"
            f" {_name(comps, row)}{hourly}"
        )
    currency = question.terms.currency
    if not currency:
        ((row,), _) = named_dollars(comps, [row], "USD", question.terms.library)
    grid = own_grid(comps, row, currency)
    answer = answer_grid(grid, question.percents, question.value)
    return Found(
        answer=answer,
        sources=(Source(comps.file, comps.kind.name, None),),
        as_of=grid.as_of,
        about=f"{grid.group}, {grid.area}",
        notes=[*comps.notes, *note, *untold_currency(row, currency), *_cut_off(answer)],
        comps=(comps,),
        dropped=tuple(comps.dropped),
        repaired=comps.repaired,
        measure=comps.measure,
    )


def _cut_off(answer: Answer) -> list[str]:
    """Say which percentiles the source only bounds."""
    cut = {p: pay for p, pay in answer.percentiles.items() if isinstance(pay, AtLeast)}
    if not cut:
        return []
    names = ", ".join(f"P{percent}" for percent in cut)
    least = format_whole(min(pay.at_least for pay in cut.values()), answer.currency)
    return [f"{names}: at least {least}, no figure above it is published"]


_NATION = ("u.s.", "national", "united states", "nation")


def _nation(
    comps: Comps, rows: Sequence[Comp], filters: Mapping[str, str]
) -> tuple[Sequence[Comp], list[str]]:
    """The nation's row, where no place was asked for and one is published."""
    places = {"city", "metro", "state", "country"}
    at = comps.place("location")
    if len(rows) < 2 or at is None or places & set(filters):
        return rows, []
    nation = [row for row in rows if row.labels[at].lower() in _NATION]
    if not nation:
        known = read_countries()
        named = [row for row in rows if known.country_of(country=row.labels[at])]
        nation = named if len(named) == 1 else []
    if not nation or len(nation) == len(rows):
        return rows, []
    return nation, ["no place was asked for: the nation"]


def _name(comps: Comps, row: Comp) -> str:
    names = ("role", "level", "stage", "location", "city", "date")
    told = [row.labels[at] for n in names if (at := comps.place(n)) is not None]
    return ", ".join(text for text in told if text) or f"line {row.line}"


def _names(comps: Comps, rows: Sequence[Comp]) -> str:
    return "; ".join(_name(comps, row)[:60] for row in rows[:3])
