"""The format of a result of tables: asked for, or by the suffix of its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from offerlab.errors import OutputError

if TYPE_CHECKING:
    from offerlab.cli.terminal import Page
    from offerlab.views.view import View

FORMATS = {".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "text"}


def check_suffix(output: Path) -> None:
    """Refuse a file whose suffix names no format of a table.

    Raises
    ------
    OutputError
    """
    if output.suffix.lower() not in FORMATS:
        *most, last = FORMATS
        kinds = f"{', '.join(most)} or {last}"
        raise OutputError(output, f"a table is written as {kinds}")


def format_of(output: Path | None) -> str:
    """Format that a file's suffix names; text for a terminal."""
    suffix = output.suffix.lower() if output is not None else ""
    return FORMATS.get(suffix, "text")


def view_text(view: View, form: str, page: Page) -> str:
    """A view as CSV, Markdown or text.

    Raises
    ------
    OutputError
        If it has no table and CSV is asked for.
    """
    from offerlab.cli.terminal import render_view
    from offerlab.views.formats import to_csv, to_markdown

    if form == "markdown":
        return to_markdown(view, verbose=page.verbose)
    if form == "text":
        return render_view(view, page)
    if view.main_table is None:
        raise OutputError(Path("CSV"), "this result has no table; leave --csv out")
    return to_csv(view.main_table)


def json_text(document: dict[str, Any]) -> str:
    """One JSON object."""
    from offerlab.views.jsonable import to_json  # only what prints it pays for it

    return to_json(document)
