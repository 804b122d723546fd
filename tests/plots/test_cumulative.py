from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from matplotlib.text import Text

from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from offerlab.plots.cumulative import monthly_totals, plot_cumulative
from tests.conftest import assume

if TYPE_CHECKING:
    from offerlab.core.offer import Offer


def test_the_line_ends_at_the_total(public_offer: Offer, private_offer: Offer) -> None:
    ledgers = [
        (offer.id, build_ledger(offer, assume()), 1.0)
        for offer in (public_offer, private_offer)
    ]
    figure = plot_cumulative(ledgers, "USD", date(2026, 11, 23))
    for drawn, (name, ledger, _) in zip(figure.axes[0].lines, ledgers, strict=True):
        total = summarize(ledger).total
        assert drawn.get_label() == name
        assert list(drawn.get_ydata())[-1] == pytest.approx(total)  # type: ignore[arg-type]
    looks = {
        (str(line.get_linestyle()), line.get_marker()) for line in figure.axes[0].lines
    }
    assert len(looks) == 2
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "Private stock is not cash and is not in it" in words


def test_pay_so_far_never_falls(public_offer: Offer) -> None:
    totals = monthly_totals(build_ledger(public_offer, assume()))
    assert totals == sorted(totals)
    assert totals[0] == 0
    # 12 months of base and the first vest of 50 shares at $100.
    assert totals[12] == pytest.approx(150_000)


def test_ten_lines_are_named_at_their_ends(public_offer: Offer) -> None:
    # Bases a thousand apart: ends within 36,000 of some 680,000.
    ledgers = [
        (
            f"{'W' * 20} ({number})",
            build_ledger(
                replace(public_offer, base_salary=145_000 + 1000 * number), assume()
            ),
            1.0,
        )
        for number in range(10)
    ]
    figure = plot_cumulative(ledgers, "USD", date(2026, 11, 23))
    (axes,) = figure.axes
    figure.draw_without_rendering()
    boxes = [Text.get_window_extent(text) for text in axes.texts]  # without leaders
    # 4 x 145,000 and 1000 shares at $100: 680; then 4 more for each thousand.
    assert sorted(text.get_text().split()[-1] for text in axes.texts) == [
        f"${680 + 4 * number}k" for number in range(10)
    ]
    assert all(axes.bbox.x1 < box.x0 and box.x1 < figure.bbox.x1 for box in boxes)
    assert not any(one.overlaps(two) for one, two in combinations(boxes, 2))


def test_long_names_that_are_cut_alike_stay_apart(public_offer: Offer) -> None:
    # Cut to 24 letters they were one name, and the legend gave all the last marker.
    ledgers = [
        (f"{'W' * 30} {city} division", build_ledger(public_offer, assume()), 1.0)
        for city in ("Paris", "Tokyo", "Lagos")
    ]
    figure = plot_cumulative(ledgers, "USD", date(2026, 11, 23))
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert [name[-3:] for name in names] == [" #1", " #2", " #3"]
    markers = [line.get_marker() for line in figure.legends[0].get_lines()]
    assert len(set(markers)) == 3
