from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from offerlab.core.offer import Refreshers
from offerlab.plots.alt import vesting_alt
from offerlab.plots.vesting import plot_vesting, refresher_steps, vesting_steps
from tests.conftest import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


def test_steps_begin_at_the_cliff_and_end_at_the_whole(private_offer: Offer) -> None:
    (grant,) = private_offer.equity or ()
    months, parts = vesting_steps(private_offer, grant)
    assert (months[:3], parts[0]) == ([0, 12, 13], 0)
    assert parts[1] == 0.25
    assert abs(parts[-1] - 1) < 1e-12


def test_grants_of_one_schedule_are_one_line(
    private_offer: Offer, public_offer: Offer
) -> None:
    twin = replace(private_offer, id="Fabrikam")
    axes = plot_vesting([private_offer, public_offer, twin], date(2026, 11, 23)).axes[0]
    assert [line.get_label() for line in axes.lines] == [
        "Northwind Robotics: iso and 1 more",
        "Contoso: rsu",
    ]


def test_a_cliff_is_marked(private_offer: Offer, public_offer: Offer) -> None:
    figure = plot_vesting([private_offer, public_offer], date(2026, 11, 23))
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.texts] == [
        "cliff: nothing before month 12"
    ]
    assert [line.get_label() for line in axes.lines] == [
        "Northwind Robotics: iso",
        "Contoso: rsu",
    ]
    assert {line.get_drawstyle() for line in axes.lines} == {"steps-post"}


def test_promised_refreshers_have_a_line_of_their_own(public_offer: Offer) -> None:
    (grant,) = public_offer.equity or ()
    promised = Refreshers(True, "letter", annual_value=40_000, vesting=grant.vesting)
    offer = replace(public_offer, refreshers=promised)
    axes = plot_vesting([offer], date(2026, 11, 23)).axes[0]
    assert [line.get_label() for line in axes.lines][1:] == [
        "Contoso: refresher after year 1 (yearly)"
    ]
    # It begins a year after the first day and then vests as the first grant does.
    months, parts = vesting_steps(offer, grant)
    steps = refresher_steps(offer)
    assert steps is not None
    assert steps[0] == [month + 12 for month in months]
    assert steps[1] == pytest.approx(parts)
    assert "and refreshers" in vesting_alt([offer])


def test_refreshers_that_nobody_promised_have_none(public_offer: Offer) -> None:
    (grant,) = public_offer.equity or ()
    for refreshers in (
        Refreshers(False, "assumption", annual_value=1, vesting=grant.vesting),
        None,
    ):
        offer = replace(public_offer, refreshers=refreshers)
        assert len(plot_vesting([offer], date(2026, 11, 23)).axes[0].lines) == 1


def test_words_of_cliffs_hide_neither_a_line_nor_each_other(
    read: Callable[[str], Offer],
) -> None:
    grants = "".join(
        "  - {kind: rsu, shares: 480, vesting:"
        f" {{months: 48, every_months: 1, cliff_months: {cliff}}}}}\n"
        for cliff in (6, 12, 36)
    )
    figure = plot_vesting([read(PUBLIC + grants)], date(2026, 11, 23))
    (axes,) = figure.axes
    boxes = [text.get_window_extent() for text in axes.texts]
    assert len(boxes) == 3
    assert all(box.y0 >= axes.bbox.y1 for box in boxes)
    assert all(box.x1 <= figure.bbox.x1 for box in boxes)
    assert not any(one.overlaps(two) for one, two in combinations(boxes, 2))


def test_lines_that_coincide_in_part_are_both_seen(
    private_offer: Offer, public_offer: Offer
) -> None:
    # Both hold 0% until month 12: on top is the narrower one, and 0% is off the edge.
    axes = plot_vesting([private_offer, public_offer], date(2026, 11, 23)).axes[0]
    under, over = axes.lines
    assert under.get_linewidth() > over.get_linewidth() + 0.5
    assert axes.get_ylim()[0] < 0


def test_markers_of_few_vests_stand_a_year_apart(public_offer: Offer) -> None:
    # 5%, 15% after two years, then 20% each half year: six points, 49 months.
    (line,) = plot_vesting([public_offer], date(2026, 11, 23)).axes[0].lines
    parts = dict(np.asarray(line.get_xydata()).tolist())
    assert list(parts) == list(range(49))
    found = [parts[month] for month in (11, 12, 23, 24, 30, 47, 48)]
    assert found == pytest.approx([0, 0.05, 0.05, 0.2, 0.4, 0.8, 1])
    assert line.get_markevery() == (0, 12)


def test_footnotes_are_said_once_and_name_what_is_not_drawn(
    private_offer: Offer, public_offer: Offer
) -> None:
    (grant,) = private_offer.equity or ()
    untimed = replace(private_offer, id="Late", equity=(replace(grant, vesting=None),))
    twins = [
        replace(offer, id=f"{offer.id} (2)") for offer in (private_offer, public_offer)
    ]
    offers = [private_offer, public_offer, *twins, untimed]
    figure = plot_vesting(offers, date(2026, 11, 23))
    words = " ".join(" ".join(text.get_text() for text in figure.texts).split())
    assert words.count("One schedule and one line") == 1
    assert (
        "Northwind Robotics: iso = Northwind Robotics (2): iso;"
        " Contoso: rsu = Contoso (2): rsu."
    ) in words
    assert "Not drawn, without a schedule: Late: iso." in words
