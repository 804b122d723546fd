from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from offerlab.plots.vesting import plot_vesting, vesting_steps

if TYPE_CHECKING:
    from offerlab.core.offer import Offer


def test_steps_begin_at_the_cliff_and_end_at_the_whole(private_offer: Offer) -> None:
    (grant,) = private_offer.equity or ()
    months, parts = vesting_steps(private_offer, grant)
    assert (months[:3], parts[0]) == ([0, 12, 13], 0)
    assert parts[1] == 0.25
    assert abs(parts[-1] - 1) < 1e-12


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
