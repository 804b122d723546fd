from __future__ import annotations

from datetime import date
from fractions import Fraction

from offerlab.cli.terminal import Page, render_view
from offerlab.views.cell import Amount, Count
from offerlab.views.formats import to_csv, to_markdown
from offerlab.views.view import Column, Row, Table, Text, View, numbers, words

TABLE = Table(
    "Pay, thousand USD",
    (*words("offer"), Column("date"), *numbers("shares", "total")),
    (
        Row(("a|b", date(2027, 1, 4), Count(Fraction(5, 2)), Amount(151_200.0))),
        Row(("all", None, Count(None), Amount(None)), total=True),
    ),
    unit=1000,
)
VIEW = View({}, (TABLE, Text("Assumed:\n  raise = 0")))


def test_csv_has_bare_numbers_in_whole_units() -> None:
    assert to_csv(TABLE) == (
        "offer,date,shares,total\na|b,2027-01-04,2.5,151200.0\nall,,,\n"
    )


def test_markdown_has_what_a_person_reads() -> None:
    assert to_markdown(VIEW) == (
        "**Pay, thousand USD**\n\n"
        "| offer | date | shares | total |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| a\\|b | 2027-01-04 | 2.5 | 151.2 |\n"
        "| **all** |  |  | **unknown** |\n\n"
        "Assumed:\n- raise = 0\n"
    )


def test_a_terminal_shows_the_same_cells() -> None:
    shown = render_view(VIEW, Page())
    assert ["a|b", "2027-01-04", "2.5", "151.2"] in [
        x.split() for x in shown.split("\n")
    ]
    assert shown.endswith("Assumed:\n  raise = 0\n")
