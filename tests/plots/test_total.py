from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from matplotlib.colors import to_rgb

from offerlab.ingest.offers import read_offers
from offerlab.model.comparison import Comparison, compare
from offerlab.plots.compare import plot_compare
from offerlab.plots.style import FILLS, FORMATS, PRIVATE, figure_bytes, short_name
from offerlab.plots.total import plot_total
from tests.conftest import PRIVATE as PRIVATE_TEXT
from tests.conftest import PUBLIC, UNTOLD_TOTAL, assume

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from offerlab.core.benchmark import Benchmark

TODAY = date(2026, 11, 23)


@pytest.fixture
def comparison(write: Callable[[str, str], Path], benchmark: Benchmark) -> Comparison:
    paths = [
        write("a.yaml", PRIVATE_TEXT + "sign_on: 20k\n"),
        write("b.yaml", PUBLIC + "target_bonus: 10%\n"),
    ]
    return compare(read_offers(paths)[0], benchmark, assume())


def test_bars_are_the_figures_of_the_comparison(comparison: Comparison) -> None:
    figure = plot_total(comparison, TODAY)
    ranked = [each for _, each in comparison.ranking]
    assert ranked != list(comparison.offers)  # by rank, not as they were given
    for axes, each in zip(figure.axes, ranked, strict=True):
        tops = [text.get_text() for text in axes.texts]
        assert tops == [f"${round(total / 1000)}k" for total in each.years]
        heights = {
            str(bars.get_label()): [bar.get_height() for bar in bars]
            for bars in axes.containers
        }
        for kind in each.totals.years[0].components:
            assert heights[FILLS[kind].label] == pytest.approx(
                [year.components[kind] for year in each.totals.years]
            )


def test_private_stock_stands_apart_hatched_and_labelled(
    comparison: Comparison,
) -> None:
    ranked = [each.offer.id for _, each in comparison.ranking]
    axes = plot_total(comparison, TODAY).axes[ranked.index("Northwind Robotics")]
    (bars,) = [b for b in axes.containers if b.get_label() == PRIVATE.label]
    assert "NOT CASH" in PRIVATE.label
    assert [bar.get_height() for bar in bars] == pytest.approx([15_000] * 4)
    assert {bar.get_hatch() for bar in bars} == {"////"}
    # Beside the stack, on the floor: added to nothing.
    assert {bar.get_y() for bar in bars} == {0}
    stack = [b for b in axes.containers if b is not bars]
    right = max(bar.get_x() + bar.get_width() for bar in list(stack[0])[:1])
    assert bars[0].get_x() > right


def test_the_axis_is_in_thousands(comparison: Comparison) -> None:
    axes = plot_total(comparison, TODAY).axes[0]
    formatter = axes.yaxis.get_major_formatter()
    assert formatter(150_000, 0) == "$150k"


def test_the_caption_has_basis_and_date(comparison: Comparison) -> None:
    words = " ".join(t.get_text() for t in plot_total(comparison, TODAY).texts)
    flat = " ".join(words.split())
    assert "Drawn 2026-11-23" in flat
    assert "before tax" in flat
    assert "Contoso at $100 (undated), assumed to grow 0% a year" in flat
    assert "cannot be spent and is in no total" in flat


def test_fills_are_told_apart_in_grey_or_by_their_hatch() -> None:
    looks = [*FILLS.values(), PRIVATE]
    seen = set()
    for look in looks:
        red, green, blue = to_rgb(look.color)
        grey = round((0.299 * red + 0.587 * green + 0.114 * blue) * 5)
        seen.add((grey, look.hatch))
    assert len(seen) == len(looks)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_figures_give_the_same_file(comparison: Comparison, kind: str) -> None:
    first = figure_bytes(plot_total(comparison, TODAY), kind)
    assert first == figure_bytes(plot_total(comparison, TODAY), kind)
    assert first[:4] in (b"\x89PNG", b"<?xm", b"%PDF")


@pytest.mark.parametrize("count", [1, 5, 10])
def test_one_to_ten_offers_have_a_panel_each(
    write: Callable[[str, str], Path], benchmark: Benchmark, count: int
) -> None:
    path = write("a.yaml", PUBLIC)
    offers = read_offers([path] * count)[0]
    figure = plot_total(compare(offers, benchmark, assume()), TODAY)
    assert sum(bool(axes.containers) for axes in figure.axes) == count


def test_the_caption_tells_each_offers_own_growth(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    path = write("b.yaml", PUBLIC)
    offers = read_offers([path, path])[0]
    settings = ["Contoso (2):share_growth_rate=50%"]
    figure = plot_total(compare(offers, benchmark, assume(settings=settings)), TODAY)
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "grow 0% a year; Contoso at $100 (undated), assumed to grow 50%" in words


def test_a_name_with_dollar_signs_is_a_name(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    text = PUBLIC + "label: 'Pay $100k to $\\\\frac$ 漢字'\n"
    offers = read_offers([write("b.yaml", text)])[0]
    figure = plot_total(compare(offers, benchmark, assume()), TODAY)
    assert figure_bytes(figure, "png")


def test_long_names_are_cut_and_still_told_apart() -> None:
    name = "The Extraordinarily Long Named Robotics Company of America"
    cut = [short_name(each) for each in (name, f"{name} (2)", f"{name} (10)", "Acme")]
    assert len(set(cut)) == 4
    assert all(len(each) <= 30 for each in cut)
    assert cut[3] == "Acme"


def test_private_stock_never_leaves_the_pay_in_cash_no_height(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    rich = PRIVATE_TEXT.replace("percent: 0.04", "percent: 4.0")
    assert rich != PRIVATE_TEXT
    paths = [write("a.yaml", rich), write("b.yaml", PUBLIC)]
    found = compare(read_offers(paths)[0], benchmark, assume())
    figure = plot_total(found, TODAY)
    cash = max(pay for each in found.offers for pay in each.years)
    assert figure.axes[0].get_ylim()[1] == pytest.approx(1.6 * cash)
    words = [text.get_text() for axes in figure.axes for text in axes.texts]
    # 4% of $150 million in four years: $1.5 million each, and not as high as that.
    assert words.count("$1,500k \N{RIGHTWARDS ARROW}") == 4
    assert "higher than it is drawn" in " ".join(t.get_text() for t in figure.texts)


def test_titles_say_what_the_offers_are_ranked_by(comparison: Comparison) -> None:
    figure = plot_total(comparison, TODAY)
    # 145,000 + 14,500 in four years and 1000 shares at $100: 738,000; 620,000.
    for axes, total, rank in zip(figure.axes, (738_000, 620_000), (1, 2), strict=True):
        value = comparison.ranking[rank - 1][1].present_value
        assert value < total
        assert axes.get_title().split("\n")[1:] == [
            f"${total:,} nominal in 4 years",
            f"rank {rank}: present value ${value:,.0f}",
        ]
        assert axes.get_ylabel() in ("nominal pay in the year, USD", "")
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "cash discounted by 4% a year" in words


def test_one_offer_has_no_rank(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    offers = read_offers([write("b.yaml", PUBLIC)])[0]
    axes = plot_total(compare(offers, benchmark, assume()), TODAY).axes[0]
    assert "rank" not in axes.get_title()


def test_amounts_over_the_highest_bars_stay_in_the_panel(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    # In its highest year there is no sign-on, a bar of no height on top of the bonus.
    late = "target_bonus: {target: 150_000, paid_in_month: 3}\nsign_on: 20k\n"
    paths = [
        write("a.yaml", PRIVATE_TEXT + late),
        write("b.yaml", PUBLIC),
    ]
    figure = plot_total(compare(read_offers(paths)[0], benchmark, assume()), TODAY)
    for axes in figure.axes:
        highest = max(text.get_window_extent().y1 for text in axes.texts)
        assert highest < axes.bbox.y1


def test_what_is_assumed_of_several_companies_is_said_once(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    other = PUBLIC.replace("Contoso", "Fabrikam").replace("100}", "50}")
    offers = read_offers([write("a.yaml", PUBLIC), write("b.yaml", other)])[0]
    figure = plot_total(compare(offers, benchmark, assume()), TODAY)
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert (
        "Public stock: Contoso at $100 (undated), Fabrikam at $50 (undated), each"
        " assumed to grow 0% a year."
    ) in words


def test_the_caption_names_what_is_unknown_and_what_is_not_stated(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    unpriced = PRIVATE_TEXT.replace(UNTOLD_TOTAL, "").replace(
        "percent: 0.04", "shares: 9_000"
    )
    paths = [
        write("a.yaml", unpriced + "target_bonus: none\n"),
        write("b.yaml", PUBLIC),
    ]
    figure = plot_total(compare(read_offers(paths)[0], benchmark, assume()), TODAY)
    words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
    assert "Not drawn, private stock of unknown worth: Northwind Robotics." in words
    assert (
        "Not stated, so drawn as 0: refreshers; relocation; target bonus (Contoso)."
    ) in words


def test_a_short_term_is_told_beside_the_years_that_are_not_counted(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> None:
    ends = PUBLIC.replace("2027-02-01", "2027-02-01\nend_date: 2029-01-31")
    paths = [write("a.yaml", PRIVATE_TEXT), write("b.yaml", ends)]
    found = compare(read_offers(paths)[0], benchmark, assume())
    for figure in (plot_total(found, TODAY), plot_compare(found, TODAY)):
        words = " ".join(" ".join(t.get_text() for t in figure.texts).split())
        assert (
            "Contoso ends on 2029-01-31: every offer is counted over that time only."
        ) in words
