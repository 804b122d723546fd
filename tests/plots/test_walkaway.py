from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from offerlab.model.walkaway import walkaway
from offerlab.plots.style import figure_bytes
from offerlab.plots.walkaway import plot_walkaway
from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, assume

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from offerlab.core.offer import Offer

GRANT = PUBLIC[PUBLIC.index("equity:") :]
SIGN_ON = "sign_on: {amount: 24k, clawback_months: 24, clawback: prorated}\n"


@pytest.fixture
def figure(read: Callable[[str], Offer]) -> Figure:
    assumptions = assume(settings=["leaving_rate=20%"])
    offers = [read(PUBLIC + SIGN_ON), read(PRIVATE)]
    leavings = [(offer.id, walkaway(offer, assumptions), 1.0) for offer in offers]
    return plot_walkaway(leavings, "USD", date(2026, 11, 25))


def test_lines_hold_the_net_of_each_month(figure: Figure) -> None:
    kept, lost, _ = figure.axes
    public, private = kept.get_lines()
    assert np.asarray(public.get_xdata()).tolist() == list(range(49))
    # 96,500 paid after six months, 18,000 of it owed back.
    assert np.asarray(public.get_ydata())[6] == pytest.approx(78_500)
    assert np.asarray(private.get_ydata())[48] == pytest.approx(600_000)
    (public,) = lost.get_lines()
    assert np.asarray(public.get_ydata())[0] == pytest.approx(100_000)


def test_private_stock_has_a_panel_of_its_own_named_as_no_cash(figure: Figure) -> None:
    labels = [text.get_text() for text in figure.legends[0].get_texts()]
    assert labels == ["Contoso", "Northwind Robotics", "owed back (clawback)"]
    _, lost, apart = figure.axes
    words = "Private stock lost (notional): NOT CASH, on a scale of its own"
    assert apart.get_title(loc="left") == words
    (dotted,) = apart.get_lines()
    assert dotted.get_linestyle() == ":"
    assert np.asarray(dotted.get_ydata())[0] == pytest.approx(60_000)
    # Its 60,000 leaves the scale of the 100,000 above as it is.
    assert lost.get_ylim()[1] > 100_000 > apart.get_ylim()[1]


def test_private_stock_of_millions_leaves_what_is_lost_its_scale(
    read: Callable[[str], Offer],
) -> None:
    huge = PRIVATE.replace("percent: 0.04", "percent: 4")
    offers = [read(PUBLIC), read(huge)]
    leavings = [(offer.id, walkaway(offer, assume()), 1.0) for offer in offers]
    _, lost, apart = plot_walkaway(leavings, "USD", date(2026, 11, 25)).axes
    # 4% of $150 million is 6 million; the public 100,000 fills the panel above.
    assert apart.get_ylim()[1] > 6_000_000
    assert lost.get_ylim()[1] < 120_000


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (GRANT, "", "nothing to lose: no public stock and no cash award vests later"),
        (", share_price: 100", "", "not drawn: what it is worth is unknown"),
    ],
)
def test_an_empty_panel_says_why(
    read: Callable[[str], Offer], old: str, new: str, why: str
) -> None:
    offer = read(PUBLIC.replace(old, new))
    leavings = [(offer.id, walkaway(offer, assume()), 1.0)]
    _, lost = plot_walkaway(leavings, "USD", date(2026, 11, 25)).axes
    assert [each.get_text() for each in lost.texts] == [why]


def test_the_caption_says_what_it_stands_on(figure: Figure) -> None:
    caption = " ".join(text.get_text() for text in figure.texts).replace("\n", " ")
    for words in ("2026-11-25", "before tax", "gross", "at 20% a year"):
        assert words in caption
    assert figure_bytes(figure, "svg").startswith(b"<?xml")


def test_private_stock_has_its_offers_marker_hollow(figure: Figure) -> None:
    kept, lost, apart = figure.axes
    _, offer = kept.get_lines()
    (private,) = apart.get_lines()
    assert private.get_marker() == offer.get_marker()
    assert private.get_markerfacecolor() == "white"
    assert lost.get_ylabel() == "lost, USD"


def test_only_what_is_owed_is_filled(figure: Figure) -> None:
    # Contoso owes back until month 24; Northwind never.
    (fill,) = figure.axes[0].collections
    months = np.asarray(fill.get_paths()[0].vertices)[:, 0]
    assert (months.min(), months.max()) == (1, 24)
    assert fill.get_linewidth() == 0


def test_footnotes_are_said_once_and_name_what_is_unknown(
    read: Callable[[str], Offer],
) -> None:
    assumptions = assume(settings=["leaving_rate=20%"])
    unpriced = PRIVATE.replace(UNTOLD_TOTAL, "").replace("percent: 0.04", "shares: 9")
    offers = [read(PUBLIC), read(PRIVATE), read(unpriced)]
    leavings = [
        (f"{offer.id} {letter}", walkaway(offer, assumptions), 1.0)
        for offer, letter in zip(offers, "abc", strict=True)
    ]
    figure = plot_walkaway(leavings, "USD", date(2026, 11, 25))
    words = " ".join(" ".join(text.get_text() for text in figure.texts).split())
    assert words.count("at 20% a year") == 1
    assert "Lost, unknown and not drawn: Northwind Robotics c." in words
