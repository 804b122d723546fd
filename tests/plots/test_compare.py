from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from offerlab.errors import OfferlabError
from offerlab.ingest.offers import read_offers
from offerlab.model.comparison import Comparison, compare
from offerlab.plots.alt import compare_alt, cumulative_alt, total_alt
from offerlab.plots.compare import plot_compare
from offerlab.plots.style import figure_bytes
from tests.conftest import PRIVATE, PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from offerlab.core.benchmark import Benchmark

TODAY = date(2026, 11, 23)


@pytest.fixture
def comparison(write: Callable[[str, str], Path], benchmark: Benchmark) -> Comparison:
    paths = [
        write("a.yaml", PRIVATE + "sign_on: 20k\n"),
        write("b.yaml", PUBLIC + "target_bonus: 10%\n"),
    ]
    return compare(read_offers(paths)[0], benchmark, assume())


def test_the_steps_lead_from_one_value_to_the_other(comparison: Comparison) -> None:
    axes = plot_compare(comparison, TODAY).axes[0]
    bars = [bar for group in axes.containers for bar in group]
    second, *steps, first = bars
    ranked = [each.present_value for _, each in comparison.ranking]
    assert second.get_width() == pytest.approx(ranked[1])
    assert first.get_width() == pytest.approx(ranked[0])
    begin = second.get_width()
    for step in steps:
        assert step.get_x() == pytest.approx(begin)
        begin += step.get_width()
    assert begin == pytest.approx(first.get_width(), abs=1)


def test_one_offer_has_no_gap(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    alone = compare(read_offers([write("a.yaml", PUBLIC)])[0], benchmark, assume())
    with pytest.raises(OfferlabError, match="needs two offers"):
        plot_compare(alone, TODAY)
    assert compare_alt(alone) == "No gap: one offer alone."


def test_an_svg_says_what_it_shows(comparison: Comparison) -> None:
    alt = compare_alt(comparison)
    svg = figure_bytes(plot_compare(comparison, TODAY), "svg", alt)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    space = "{http://www.w3.org/2000/svg}"
    assert [each.tag for each in root][:2] == [f"{space}title", f"{space}desc"]
    assert root[1].text == alt


def test_words_have_the_figures_of_the_comparison(comparison: Comparison) -> None:
    # Contoso: 145,000 base + 14,500 bonus a year and stock; Northwind 150,000 + 20,000.
    assert "Northwind Robotics $170,000, $150,000" in total_alt(comparison)
    assert "Northwind Robotics $170,000, $320,000" in cumulative_alt(comparison)
    assert "in all $620,000" in total_alt(comparison)


@pytest.mark.parametrize(
    ("sign_on", "title"),
    [
        # Paid in month 1 and so hardly discounted: far less than 2% of 145k a year.
        ("1_000", "Too close to call: Richer leads by $"),
        ("0", "Too close to call: the same present value"),
    ],
)
def test_a_tie_has_no_leader_and_a_narrow_one_says_who(
    write: Callable[[str, str], Path], benchmark: Benchmark, sign_on: str, title: str
) -> None:
    richer = f"sign_on: {sign_on}\n" if sign_on != "0" else ""
    paths = [
        write("a.yaml", f"{PUBLIC}label: Richer\n{richer}"),
        write("b.yaml", f"{PUBLIC}label: Plain\n"),
    ]
    figure = plot_compare(compare(read_offers(paths)[0], benchmark, assume()), TODAY)
    words = " ".join(text.get_text() for text in figure.texts)
    words += figure.get_suptitle()
    assert title in words
