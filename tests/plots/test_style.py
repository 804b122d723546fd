from __future__ import annotations

from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Annotation, Text

from offerlab.plots.lines import label_ends, line_looks
from offerlab.plots.style import add_footer, new_figure


def test_labels_of_close_ends_stand_apart() -> None:
    # 0.09 of a panel of 100 is 9: 50, then 59 and 68 in place of 51 and 52.
    axes = Figure().subplots()
    axes.set_ylim(0, 100)
    label_ends(axes, [(48, 52), (48, 50), (48, 51)], "USD")
    notes = [text for text in axes.texts if isinstance(text, Annotation)]
    heights = [note.get_position()[1] for note in notes]
    assert heights == [50, 59, 68]
    assert [note.arrow_patch is None for note in notes] == [True, False, False]
    assert all(above - below >= 9 for below, above in pairwise(heights))


def test_names_of_ten_close_ends_stand_apart_and_in_the_panel() -> None:
    # 0.065 of a panel of 100 is 6.5: from the top, 100, 93.5, 87 and so on.
    axes = Figure().subplots()
    axes.set_ylim(0, 100)
    names = [f"Offer {number}" for number in range(10)]
    room = label_ends(axes, [(48, 99)] * 10, "USD", names)
    heights = sorted(text.get_position()[1] for text in axes.texts)
    assert heights == pytest.approx([100 - 6.5 * k for k in range(9, -1, -1)])
    assert sorted(text.get_text() for text in axes.texts) == [f"{n} $0k" for n in names]
    assert 0.5 < room < 1


def test_no_two_of_forty_lines_have_one_dash_and_one_marker() -> None:
    looks = line_looks(40)
    assert len({(str(each["linestyle"]), each["marker"]) for each in looks}) == 40
    # Twelve lines have their markers in twelve different months.
    assert len({each["markevery"] for each in looks[:12]}) == 12
    widths = [each["linewidth"] for each in looks]
    assert widths == sorted(widths, reverse=True)
    assert min(widths) == pytest.approx(1.3)


def test_a_legend_of_long_labels_is_not_cut() -> None:
    figure = new_figure(7.2, 4.6, "Title")
    axes = figure.subplots()
    names = [f"{'W' * 30} {number}" for number in range(6)]
    for name in names:
        axes.plot([0, 1], label=name)
    add_footer(figure, [axes], names, "")
    box = figure.legends[0].get_window_extent()
    assert box.x0 >= 0
    assert box.x1 <= figure.bbox.x1


def test_the_title_of_a_figure_that_grew_is_as_that_of_any() -> None:
    figure = new_figure(7.2, 2.0, "Title")
    axes = figure.subplots()
    names = [str(number) for number in range(20)]
    for name in names:
        axes.plot([0, 1], label=name)
    add_footer(figure, [axes], names, "words " * 100)
    assert figure.get_figheight() > 2
    title = figure.findobj(lambda part: getattr(part, "_text", "") == "Title")[0]
    assert isinstance(title, Text)
    assert (title.get_fontweight(), title.get_verticalalignment()) == ("bold", "top")
