from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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
