"""A plot holds for any offers that may be drawn, and minds nothing around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from offerlab.core.company import Company
from offerlab.errors import PlotError
from offerlab.ingest.benchmarks import read_benchmark
from offerlab.model.comparison import compare
from offerlab.plots.style import figure_bytes
from offerlab.plots.total import plot_total
from offerlab.plots.vesting import plot_vesting
from tests.conftest import PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer

DAY = date(2026, 11, 23)
GRANT = "  - {kind: rsu, shares: 1000, vesting: amazon-new-hire}\n"
NAMES = [
    "N" * 1000,
    "日本語の会社" * 40,
    "a\x1b[31mb",
    "\uffff\u202ex",
    "$x^2$ $y$",
    "<&>",
]


@pytest.mark.parametrize("grants", [1, 3, 4])
def test_many_grants_have_room(read: Callable[[str], Offer], grants: int) -> None:
    # 10 offers of 3 grants: 30 lines, whose legend once left the panel no height.
    offer = read(PUBLIC + GRANT * (grants - 1))
    offers = [replace(offer, id=f"Contoso ({k})") for k in range(10)]
    figure = plot_vesting(offers, DAY)
    box = figure.axes[0].get_position()
    assert box.height * figure.get_figheight() > 1.5
    legend = figure.legends[0].get_window_extent()
    assert legend.y1 < box.y0 * figure.bbox.height
    assert figure_bytes(figure, "svg").startswith(b"<?xml")


def test_more_lines_than_can_be_told_apart_are_refused(
    read: Callable[[str], Offer],
) -> None:
    grants = "".join(
        f"  - {{kind: rsu, shares: 1000, vesting: {{months: {n}, every_months: 1}}}}\n"
        for n in range(10, 50)
    )
    offer = read(PUBLIC + grants)
    with pytest.raises(PlotError, match="41 schedules are too many for one plot: name"):
        plot_vesting([offer], DAY)
    # As many grants of one schedule are one line.
    axes = plot_vesting([read(PUBLIC + GRANT * 40)], DAY).axes[0]
    assert len(axes.lines) == 1


@pytest.mark.parametrize("name", NAMES)
def test_any_name_gives_a_picture_that_is_xml(public_offer: Offer, name: str) -> None:
    company = replace(public_offer.company, name=name)
    assert isinstance(company, Company)
    offers = [
        replace(public_offer, company=company, id=f"{name} ({k})") for k in (1, 2)
    ]
    figure = plot_total(compare(offers, read_benchmark(), assume()), DAY)
    svg = figure_bytes(figure, "svg")
    ElementTree.fromstring(svg)
    assert b"\x1b" not in svg
    assert figure.get_figheight() < 12


def test_settings_of_the_user_are_neither_obeyed_nor_changed(
    public_offer: Offer,
) -> None:
    expected = figure_bytes(plot_vesting([public_offer], DAY), "png")
    with mpl.rc_context({"text.usetex": True, "lines.linewidth": 9, "font.size": 30}):
        before = dict(mpl.rcParams)
        found = figure_bytes(plot_vesting([public_offer], DAY), "png")
        assert dict(mpl.rcParams) == before
    assert found == expected
