"""The settings of matplotlib under which every plot is made, and no others.

Nothing of the surroundings is obeyed (``matplotlibrc``, a user's own `rcParams`), and
nothing is changed for them.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import matplotlib as mpl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
T = TypeVar("T")

_SETTINGS: dict[Any, Any] = {
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.6,
    "axes.titley": 1.0,  # else every title measures all the labels around it
    "text.hinting": "none",  # a third of the drawing time, and no eye sees it
    "text.parse_math": False,  # a name with two dollar signs is a name
    "svg.hashsalt": "offerlab",  # the same input gives the same file
}
_NOT_OF_A_PICTURE = ("backend", "interactive", "toolbar", "webagg", "timezone")


@contextmanager
def offerlab_look() -> Iterator[None]:
    """Make or save a picture with matplotlib's defaults and offerlab's settings."""
    defaults = {
        key: value
        for key, value in mpl.rcParamsDefault.items()
        if not key.startswith(_NOT_OF_A_PICTURE)
    }
    with mpl.rc_context({**defaults, **_SETTINGS}):
        yield


def drawn(plot: Callable[P, T]) -> Callable[P, T]:
    """Make a plot under `offerlab_look`."""

    @wraps(plot)
    def draw(*args: P.args, **kwargs: P.kwargs) -> T:
        with offerlab_look():
            return plot(*args, **kwargs)

    return draw
