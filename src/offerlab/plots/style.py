"""One look for all plots: color-blind safe, and readable in gray.

Components differ in lightness and in hatch, so that no two colors have to be told
apart. The colors are from the palette of Okabe and Ito (2008).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.ticker import FuncFormatter

from offerlab.core.money import format_whole
from offerlab.core.visible import visible
from offerlab.model.component import COMPONENTS, Fill
from offerlab.plots.look import offerlab_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

FORMATS = ("png", "svg", "pdf")
DOTS_PER_INCH = 150
_LETTERS_PER_INCH = 17  # of a caption's type, with room to spare
_LINE_INCHES = 0.14
_ROW_INCHES = 0.2
_NAME_END = 6  # letters of a name's end, such as " (10)"
_LEGEND_SIZE = 8
_HANDLE_INCHES = 0.62  # of a legend's column: its sample, and the gap to the next

MOST_LINES = 40
"""Lines or rows of one plot: more cannot be told apart."""
_CAPTION_LETTERS = 1_200
_PANEL_INCHES = 1.6  # a panel is at least so high, however much is below it


FILLS = {kind: row.fill for kind, row in COMPONENTS.items() if row.fill is not None}
PRIVATE = Fill("#FFFFFF", "////", "private stock (notional): NOT CASH")
INK = "#333333"
ON_WHITE: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""Behind words that stand on what is drawn."""


def new_figure(width: float, height: float, title: str) -> Figure:
    """Empty figure of a size in inches with its title, drawn by Agg."""
    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    _title(figure, title)
    return figure


def _title(figure: Figure, title: str) -> None:
    """Put the title to the top edge of a figure of any height."""
    top = 1 - 0.08 / figure.get_figheight()
    figure.suptitle(title, fontweight="bold", y=top, va="top")


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around and between panels, in inches.

    They are set by hand: a layout engine would draw every plot twice.
    """

    left: float = 0.85
    right: float = 0.15
    top: float = 0.85
    below: float = 0.5
    between_rows: float = 0.8


ONE_PANEL = Margins(top=0.5, below=0.6)


def _place(figure: Figure, margins: Margins, strip: float, rows: int) -> None:
    """Put the panels between the margins and above the strip (inches)."""
    width, height = figure.get_size_inches()
    bottom, top = (strip + margins.below) / height, 1 - margins.top / height
    panel = ((top - bottom) * height - margins.between_rows * (rows - 1)) / rows
    figure.subplots_adjust(
        left=margins.left / width,
        right=1 - margins.right / width,
        bottom=bottom,
        top=top,
        wspace=0.07,
        hspace=margins.between_rows / panel,
    )


def short_name(name: str, letters: int = 30) -> str:
    """A name that fits its place; its end stays, where offers of one company differ.

    Examples
    --------
    >>> short_name("Northwind Robotics of America (2)", 20)
    'Northwind Rob… (2)'
    """
    if len(name) <= letters:
        return name
    kept = name[-_NAME_END:].lstrip() if name.endswith(")") else ""
    tail = f" {kept[kept.find('(') :]}" if "(" in kept else ""
    return f"{name[: letters - 1 - max(len(tail), _NAME_END)].rstrip()}…{tail}"


def short_names(names: Sequence[str], letters: int = 30) -> dict[str, str]:
    """Short name of each; those that were cut alike have their places too.

    Examples
    --------
    >>> list(short_names(["Contoso North", "Contoso South"], 12).values())
    ['Co… #1', 'Co… #2']
    """
    short = {name: short_name(name, letters) for name in names}
    cut = list(short.values())
    for place, name in enumerate(short, start=1):
        if cut.count(short[name]) > 1:
            end = f" #{place}"
            short[name] = short_name(name, letters - len(end)) + end
    return short


def thousands_axis(axis: Axis, currency: str) -> None:
    """Label an axis of money in thousands, $150k, with lines behind the figures.

    A tick between two thousands is labeled in full: rounded, it would be elsewhere.
    """

    def label(amount: float, _position: int) -> str:
        if amount and round(amount) % 1000:
            return format_whole(amount, currency)
        return thousands(amount, currency) if amount else "0"

    axis.set_major_formatter(FuncFormatter(label))
    axis.grid(visible=True, color="#DDDDDD", linewidth=0.6)
    axis.axes.set_axisbelow(True)


def thousands(amount: float, currency: str) -> str:
    """Thousands in words: ``$150k``."""
    return f"{format_whole(amount / 1000, currency)}k"


def text_inches(words: str, size: float) -> float:
    """Width of one line of text in points of `size`."""
    shown = visible(words)
    if not shown.strip():
        return 0.0
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        return float(TextPath((0, 0), shown, size=size).get_extents().width) / 72


def add_footer(
    figure: Figure,
    panels: Sequence[Axes],
    order: Sequence[str],
    caption: str,
    *,
    margins: Margins = Margins(),
    rows: int = 1,
) -> None:
    """Put one legend for all panels and the caption into a strip at the bottom.

    Parameters
    ----------
    figure : Figure
    panels : sequence of Axes
    order : sequence of str
        Labels in the order of the legend; those that no panel shows are left out.
    caption : str
        The basis of the figures, with dates and sources.
    margins : Margins
        Room that the panels need.
    rows : int
        Rows of panels.
    """
    shown: dict[str, Artist] = {}
    for axes in panels:
        handles, names = axes.get_legend_handles_labels()
        shown.update(dict(zip(names, handles, strict=True)))
    labels = [label for label in order if label in shown]
    width = figure.get_figwidth()
    columns = _columns(figure, labels)
    if len(caption) > _CAPTION_LETTERS:
        caption = f"{caption[:_CAPTION_LETTERS]}…"
    lines = fill(caption, int(width * _LETTERS_PER_INCH), break_on_hyphens=False).split(
        "\n"
    )
    below = (len(lines) + 0.8) * _LINE_INCHES
    strip = below + (-(-len(labels) // columns) + 0.8) * _ROW_INCHES
    height = _grow(figure, margins, strip, rows)
    _place(figure, margins, strip, rows)
    figure.legend(
        [shown[label] for label in labels],
        labels,
        loc="lower center",
        bbox_to_anchor=(0.5, below / height),
        ncols=columns,
        frameon=False,
        fontsize=_LEGEND_SIZE,
        handleheight=1.4,
        handlelength=2.4,
    )
    figure.text(
        0.015, below * 0.9 / height, "\n".join(lines), fontsize=7.5, color=INK, va="top"
    )


def _columns(figure: Figure, labels: Sequence[str]) -> int:
    """Columns of a legend that the figure's width holds without a cut."""
    widest = max((text_inches(each, _LEGEND_SIZE) for each in labels), default=0)
    fitting = int(figure.get_figwidth() / (widest + _HANDLE_INCHES))
    return max(1, min(len(labels), fitting))


def _grow(figure: Figure, margins: Margins, strip: float, rows: int) -> float:
    """Make a figure higher where its panels would have no room; its height."""
    height = figure.get_figheight()
    between = margins.between_rows * (rows - 1)
    needed = strip + margins.top + margins.below + between + _PANEL_INCHES * rows
    if needed > height:
        height = needed
        figure.set_figheight(height)
        _title(figure, figure.get_suptitle())
    return height


def figure_bytes(figure: Figure, kind: str, alt: str = "") -> bytes:
    """Picture as png, svg or pdf, the same bytes for the same figure.

    `alt` says in words what it shows; an svg carries it for readers of the screen.
    """
    buffer = BytesIO()
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
    packed: dict[str, Any] = {}
    if kind == "png":
        packed = {"pil_kwargs": {"compress_level": 1}}
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        # No character that is not XML, nor one that reorders the others.
        text.set_text(visible(text.get_text()))
    with offerlab_look(), warnings.catch_warnings():
        # A name in a script that the font lacks is drawn as boxes.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(
            buffer,
            format=kind,
            dpi=DOTS_PER_INCH,
            metadata=undated.get(kind),
            **packed,
        )
    data = buffer.getvalue()
    return described(data, figure.get_suptitle(), alt) if kind == "svg" else data


def described(svg: bytes, title: str, alt: str) -> bytes:
    """An svg with its title and its description, as its first elements."""
    name, words = (escape(visible(text)) for text in (title, alt))
    head = f"<title>{name}</title>\n<desc>{words}</desc>\n"
    begin = svg.index(b">", svg.index(b"<svg ")) + 1
    opened = svg[: begin - 1] + b' role="img">'
    return opened + b"\n" + head.encode() + svg[begin:]
