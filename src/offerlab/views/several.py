"""One view of several: as one alone where there is one, else a list of offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence


def several_views(views: Sequence[View]) -> View:
    """A lone view as it is; the figures of more under ``offers``, in their order."""
    if not views:
        return View({})
    if len(views) == 1:
        return views[0]
    parts = tuple(part for view in views for part in view.parts)
    return View({"offers": [view.figures for view in views]}, parts)
