"""Kinds of files that are known by their headers, and what is special about each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes
    ----------
    name : str
        What it is, as a person would call it.
    needs : tuple of tuple of str
        Headers (in words) that make it out: one of each tuple must be there.
    columns : mapping of str to tuple of str
        Field to its headers, the best first; what is not named here is guessed.
    sampled : str
        ``filings``, ``payroll``, ``survey``, ``scraped``, ``postings`` or
        ``estimates``; empty for a file of unknown origin.
    currency : str
        Currency of every pay, where the source defines it.
    period : str
        Period of every pay, where the source defines it.
    range_end : str
        Which end of a range counts: ``low`` or ``mid``.
    plausible : tuple of float, or None
        Yearly pay outside is a slip, in files that anybody may fill in.
    repeats : str
        What is counted once: ``row`` (exact repeats), ``case`` (case numbers) or
        nothing.
    """

    name: str
    needs: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sampled: str = ""
    currency: str = ""
    period: str = ""
    range_end: str = "mid"
    repeats: str = "row"
    plausible: tuple[float, float] | None = None


PLAUSIBLE = (10_000.0, 2_000_000.0)
"""Yearly pay in files that anybody may fill in, or that have lost their units."""
_STATUS = ("case status", "status", "approval status")
_CASE = ("case number", "case no", "lca case number")
_WAGE_FROM = (
    "wage rate of pay from", "wage rate of pay from 1", "lca case wage rate from",
    "wage rate of pay", "wage rate 1",
)  # fmt: skip
_LCA_COLUMNS = {
    "case": _CASE,
    "status": _STATUS,
    "withdrawn": ("withdrawn",),
    "full_time": ("full time position", "full time pos"),
    "part_time": ("part time 1",),
    "wage": _WAGE_FROM,
    "wage_to": (
        "wage rate of pay to", "wage rate of pay to 1", "lca case wage rate to",
        "max rate 1",
    ),
    "unit": (
        "wage unit of pay", "wage unit of pay 1", "lca case wage rate unit",
        "rate per 1",
    ),
    "other_unit": ("pw unit 1", "pw unit of pay"),
    "prevailing": ("prevailing wage", "prevailing wage 1", "pw 1"),
    "employer": ("employer name", "lca case employer name", "name"),
    "role": ("job title", "lca case job title"),
    "soc": ("soc code", "lca case soc code", "occupational code", "job code"),
    "level": ("pw wage level", "pw wage level 1", "pw level"),
    "city": (
        "worksite city", "worksite city 1", "lca case workloc1 city",
        "work location city1", "city 1",
    ),
    "state": (
        "worksite state", "worksite state 1", "lca case workloc1 state",
        "work location state1", "state 1",
    ),
    "location": ("worksite",),
    "date": (
        "decision date", "dol decision date", "case submitted", "received date",
        "lca case submit", "year",
    ),
}  # fmt: skip

LCA = Kind(
    name="DOL LCA disclosure data",
    needs=(_STATUS, (*_WAGE_FROM, "prevailing wage"), (*_CASE, "prevailing wage")),
    columns=_LCA_COLUMNS,
    sampled="filings",
    currency="USD",
    range_end="low",
    repeats="case",
)
PERM = Kind(
    name="DOL PERM disclosure data",
    needs=(
        ("case status",),
        ("wage offer from", "wage offer from 9089", "wage offered from 9089",
         "job opp wage from"),
    ),
    columns={
        "approved": ("case status",),
        "base": ("wage offer from", "wage offer from 9089", "wage offered from 9089",
                 "job opp wage from"),
        "period": ("wage offer unit of pay", "wage offer unit of pay 9089",
                   "wage offered unit of pay 9089", "job opp wage per"),
        "case": ("case number", "case no"),
        "employer": ("employer name", "emp business name"),
        "role": ("job title", "job info job title"),
        "soc": ("pw soc code",),
        "city": ("worksite city", "primary worksite city", "job info work city"),
        "state": ("worksite state", "primary worksite state", "job info work state"),
        "date": ("decision date",),
    },
    sampled="filings",
    currency="USD",
    range_end="low",
    repeats="case",
)  # fmt: skip
OEWS = Kind(
    name="BLS OEWS wages",
    needs=(("occ code",), ("a median", "h median", "a pct10")),
    columns={"role": ("occ title",), "location": ("area title",)},
    sampled="estimates",
    currency="USD",
    repeats="",
)
KINDS = (
    LCA,
    PERM,
    OEWS,
    Kind(
        name="h1bdata",
        needs=(("base salary",), ("case status",), ("submit date", "start date")),
        columns={"status": _STATUS, "date": ("submit date", "start date")},
        sampled="filings",
        currency="USD",
        period="year",
        repeats="",
    ),
    Kind(
        name="aijobs salaries",
        needs=(("salary in usd",), ("employee residence", "company location")),
        columns={"country": ("company location", "employee residence")},
        sampled="survey",
    ),
    Kind(
        name="Stack Overflow survey",
        needs=(
            ("converted comp yearly", "converted comp", "converted salary"),
            ("country",),
        ),
        columns={
            "base": (),  # `Salary` is in the answerer's own money
            "total": ("converted comp yearly", "converted comp", "converted salary"),
            "role": ("dev type",),
        },
        sampled="survey",
        currency="USD",
        period="year",  # the converted pay is yearly, whatever the answer was
        plausible=PLAUSIBLE,
    ),
    Kind(
        name="Levels.fyi salaries",
        needs=(
            ("total yearly compensation", "total compensation", "total comp"),
            ("company", "company name"),
            ("yearsofexperience", "years of experience", "yearsatcompany", "level",
             "stock grant value", "base salary"),
        ),
        columns={
            "total": ("total yearly compensation", "total compensation", "total comp"),
            "equity_value": ("stock grant value", "avg annual stock grant value"),
        },
        sampled="survey",
        currency="USD",
    ),
    Kind(
        name="Glassdoor postings",
        needs=(("salary estimate",), ("job title", "title")),
        columns={"base": ("salary estimate",)},
        sampled="scraped",
    ),
    Kind(
        name="public payroll",
        needs=(
            ("job titles", "job title", "title", "position title", "position"),
            ("salary or hourly", "full or part time", "full part", "ft pt",
             "full part time", "employment status code", "pay basis"),
            ("annual salary", "hourly rate", "base salary", "salary", "annual rate",
             "pay rate", "base pay", "annual pay", "pay", "wage", "rate of pay"),
        ),
        columns={
            "part_or_full": (
                "full or part time", "full part", "ft pt", "full part time",
            ),
        },
        sampled="payroll",
        repeats="",
    ),
    Kind(
        name="public job postings",
        needs=(
            ("salary range from", "salary from", "min salary", "minimum salary"),
            ("salary range to", "salary to", "max salary", "maximum salary"),
        ),
        sampled="postings",
    ),
)  # fmt: skip
KNOWN = frozenset(
    words
    for kind in KINDS
    for names in (*kind.needs, *kind.columns.values())
    for words in names
)
"""Headers, in words, of all kinds."""

PLAIN = Kind(name="table of comps")
SURVEY = Kind(name="survey", sampled="survey", plausible=PLAUSIBLE)
PREVAILING = replace(
    LCA, name="DOL LCA disclosure data, prevailing wages", plausible=PLAUSIBLE
)
"""A copy with prevailing wages alone, and without their units."""


def kind_named(name: str) -> Kind:
    """Kind of a name; one of unknown origin if there is none."""
    kinds = (*KINDS, PLAIN, SURVEY, PREVAILING)
    return next((kind for kind in kinds if kind.name == name), Kind(name))


def kind_of(headers: Sequence[str]) -> Kind:
    """Kind of a file by the words of its headers."""
    known = set(headers)
    for kind in KINDS:
        if all(known.intersection(names) for names in kind.needs):
            return kind
    is_survey = bool(known & {"timestamp", "submitted at"}) or any(
        words.startswith(("what ", "how ", "where ", "please ")) for words in known
    )
    return SURVEY if is_survey else PLAIN
