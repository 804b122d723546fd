"""Files of comps that are kept: what each is, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.views.cell import Count
from offerlab.views.view import Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from offerlab.ingest.comps.store import Kept


def import_view(files: Sequence[Kept], before: Collection[str]) -> View:
    """View of files that are kept now; those of `before` were kept already."""
    said = "\n".join(
        f"{each.file}: {'kept already' if each.id in before else 'kept'} as {each.id}"
        for each in files
    )
    figures = [{**kept_figures(each), "new": each.id not in before} for each in files]
    return View({"files": figures}, (kept_table(files), Text(said)))


def forget_view(files: Sequence[Kept]) -> View:
    """View of files that are kept no more."""
    said = "\n".join(f"{each.file} ({each.id}) is no longer kept" for each in files)
    return View({"files": [kept_figures(each) for each in files]}, (Text(said),))


def kept_table(files: Sequence[Kept]) -> Table:
    """One row a file."""
    return Table(
        "Your own comps, kept",
        (*words("id", "file", "kind", "measures"), *numbers("rows"), *words("since")),
        tuple(
            Row(
                (
                    each.id,
                    each.file,
                    each.kind,
                    ", ".join(each.rows),
                    Count(max(each.rows.values(), default=0)),
                    each.imported,
                )
            )
            for each in files
        ),
    )


def kept_figures(kept: Kept) -> dict[str, Any]:
    """A kept file as JSON has it."""
    return {
        "id": kept.id,
        "file": kept.file,
        "kind": kept.kind,
        "imported": kept.imported,
        "read": kept.read,
        "rows": kept.rows,
    }
