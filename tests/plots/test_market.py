from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from offerlab.core.grid import AtLeast
from offerlab.market.evidence import market_evidence
from offerlab.plots.market import plot_market

if TYPE_CHECKING:
    from offerlab.core.offer import Offer


def test_bars_are_the_published_percentiles(private_offer: Offer) -> None:
    evidence = market_evidence(private_offer.role, private_offer.location, 150_000)
    figure = plot_market([(private_offer, 150_000, evidence)], date(2026, 11, 23))
    axes = figure.axes[0]
    wide, narrow = axes.containers[:2]
    # Data scientists in San Francisco, P10 to P90 and P25 to P75.
    assert [
        (bar.get_x(), bar.get_x() + bar.get_width()) for bar in (*wide, *narrow)
    ] == [
        (99_170, 272_430),
        (130_430, 212_970),
    ]
    base = [line for line in axes.lines if line.get_label() == "this offer's base"]
    assert list(base[0].get_xdata()) == [150_000, 150_000]  # type: ignore[arg-type]
    ranks = [text.get_text() for text in axes.texts]
    assert ranks == [each.rank.words for each in evidence]
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "BLS OEWS May 2025 (2025-05; all levels of experience)" in words


def test_no_evidence_draws_an_empty_panel(public_offer: Offer) -> None:
    figure = plot_market([(public_offer, 145_000, [])], date(2026, 11, 23))
    assert len(figure.axes) == 1


def test_evidence_in_another_currency_is_drawn_in_the_plots(
    private_offer: Offer,
) -> None:
    evidence = market_evidence(private_offer.role, private_offer.location, 150_000)
    euros = [each.times(0.5, "EUR") for each in evidence]
    figure = plot_market([(private_offer, 75_000, euros)], date(2026, 11, 23), "EUR")
    axes = figure.axes[0]
    # Half of $99,170 to $272,430.
    bar = axes.containers[0][0]
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (49_585, 136_215)
    assert axes.get_xlabel() == "base salary a year, EUR"
    assert "€75,000" in axes.get_title(loc="left")


def test_ranks_are_beside_the_panel_and_touch_no_bar(private_offer: Offer) -> None:
    evidence = market_evidence(private_offer.role, private_offer.location, 150_000)
    placed = [(replace(private_offer, id=f"N ({k})"), 1e6, evidence) for k in range(5)]
    figure = plot_market(placed, date(2026, 11, 23))
    for axes in figure.axes:
        for text in axes.texts:
            box = text.get_window_extent()
            assert axes.bbox.x1 < box.x0
            assert box.x1 < figure.bbox.x1
        # A picture of five panels is high: each has amounts below it.
        assert all(label.get_visible() for label in axes.get_xticklabels())


def test_an_offer_without_data_says_so(public_offer: Offer) -> None:
    figure = plot_market([(public_offer, 145_000, [])], date(2026, 11, 23))
    assert [text.get_text() for text in figure.axes[0].texts] == ["no market data"]


def test_each_row_names_its_source(private_offer: Offer) -> None:
    evidence = market_evidence(private_offer.role, private_offer.location, 150_000)
    figure = plot_market([(private_offer, 150_000, evidence)], date(2026, 11, 23))
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert [name[-3:] for name in names] == ["[1]", "[1]", "[2]"]
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "[1] BLS OEWS" in words
    assert "[2] aijobs.net" in words


def test_a_p90_that_is_not_published_has_a_bar_with_an_arrow(
    private_offer: Offer,
) -> None:
    first, *_ = market_evidence(private_offer.role, private_offer.location, 150_000)
    pays = {**first.percentiles, 90: AtLeast(239_200.0)}
    evidence = [replace(first, percentiles=pays)]
    figure = plot_market([(private_offer, 150_000, evidence)], date(2026, 11, 23))
    axes = figure.axes[0]
    bar = axes.containers[0][0]
    assert bar.get_x() + bar.get_width() == pytest.approx(239_200)
    assert "\N{RIGHTWARDS ARROW}" in [text.get_text() for text in axes.texts]
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "P90 is at least so much" in words


def test_ticks_between_two_thousands_are_not_rounded(public_offer: Offer) -> None:
    # Alone, a base of 200,000 has ticks 2,500 apart; $198k stood at 197,500.
    figure = plot_market([(public_offer, 200_000, [])], date(2026, 11, 23))
    label = figure.axes[0].xaxis.get_major_formatter()
    assert [label(x, 0) for x in (195_000, 197_500, 200_000, 0)] == [
        "$195k", "$197,500", "$200k", "0",
    ]  # fmt: skip
