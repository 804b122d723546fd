from __future__ import annotations

import pytest

from offerlab.cli.layout import lay_out
from offerlab.cli.terminal import Page, render_view
from offerlab.views.cell import Amount, Cell
from offerlab.views.view import Row, Table, View, numbers, words

YEARS = tuple(f"year {k}" for k in range(1, 5))


def pay(amount: float, label: str = "base salary (guaranteed)") -> Table:
    """Four years of pay and their sum, in a currency that the title names."""
    columns = (*words(""), *numbers(*YEARS, series=True), *numbers("total"))
    cells: tuple[Cell, ...] = (label, *[Amount(amount)] * 4, Amount(4 * amount))
    return Table("Pay", columns, (Row(cells),), currency="XYZ")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("amount", [150_000, 3_200_000, 120_000_000])  # USD INR KRW
def test_figures_never_squeeze_the_labels(
    monkeypatch: pytest.MonkeyPatch, amount: float, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = render_view(View({}, (pay(amount),)), Page())
    assert max(map(len, shown.splitlines())) <= width
    assert "base salary" in shown


@pytest.mark.parametrize(
    ("amount", "heading", "figure"),
    [
        (150_000, "Pay, XYZ", "150,000"),
        (2_400_000, "Pay, XYZ", "9,600,000"),  # nine characters are short enough
        (3_200_000, "Pay, thousand XYZ", "3,200.0"),
        (120_000_000, "Pay, thousand XYZ", "480,000.0"),
        (900_000_000, "Pay, million XYZ", "900.0"),
    ],
)
def test_long_amounts_are_given_in_a_larger_unit(
    amount: float, heading: str, figure: str
) -> None:
    shown = render_view(View({}, (pay(amount),)), Page())
    assert shown.startswith(heading + "\n")
    assert figure in shown


def test_a_long_series_is_cut_and_the_last_piece_has_what_follows() -> None:
    pieces = lay_out(pay(150_000), width=50)
    # label 18 + 1, years 7 + 1: 19 + 3 × 8 - 1 = 42 fit 50, a fourth would need
    # the total (7 + 1) too: 19 + 4 × 8 + 8 - 1 = 58
    assert [piece.places for piece in pieces] == [[0, 1, 2, 3], [0, 4, 5]]


def test_a_heading_is_folded_before_a_series_is_cut() -> None:
    columns = (*words(""), *numbers("what one has and keeps", "what one loses"))
    table = Table("T", columns, (Row(("x", 1, 2)),))
    (piece,) = lay_out(table, width=20)
    assert piece.headings[2].split("\n") == ["what", "one", "loses"]
    (whole,) = lay_out(table, width=60)
    assert whole.headings[2] == "what one loses"


def test_where_nothing_fits_each_row_is_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    shown = render_view(View({}, (pay(150_000),)), Page())
    assert max(map(len, shown.splitlines())) <= 20
    assert "year 1 150,000;" in " ".join(shown.split())


def test_plain_has_no_drawing_and_a_heading_beside_each_figure() -> None:
    shown = render_view(View({}, (pay(150_000),)), Page(plain=True))
    assert "─" not in shown
    assert "base salary (guaranteed): year 1 150,000; year 2 150,000" in shown


def test_a_dumb_terminal_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "─" not in render_view(View({}, (pay(150_000),)), Page())
