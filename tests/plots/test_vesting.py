from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Refreshers
from offerlab.plots.alt import vesting_alt
from offerlab.plots.vesting import plot_vesting, refresher_steps, vesting_steps

if TYPE_CHECKING:
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
