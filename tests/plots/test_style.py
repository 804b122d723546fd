from __future__ import annotations

from itertools import pairwise

from matplotlib.figure import Figure
from matplotlib.text import Annotation

from offerlab.plots.lines import label_ends


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


def test_more_than_four_ends_are_left_to_the_legend() -> None:
    axes = Figure().subplots()
    label_ends(axes, [(48, amount) for amount in range(5)], "USD")
    assert not axes.texts
