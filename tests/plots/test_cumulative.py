from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

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
