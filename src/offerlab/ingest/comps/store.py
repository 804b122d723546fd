"""Comps that the user keeps: files read once, each a Parquet file in their own folder.

A kept file holds the rows as they were read, for every measure that the file has, and
in its metadata where they come from and what was left out. It is written beside its
place and moved, so that an import that is cut off leaves the store as it was.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.errors import InputError, OutputError
from offerlab.files import make_folder, written_beside
from offerlab.ingest.comps.comp import Comps, Dropped
from offerlab.ingest.comps.kind import kind_named
from offerlab.ingest.sheet.piped import real_path
from offerlab.ingest.sheet.sheet import check_readable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from offerlab.resources import Library

VERSION = 1
"""Of the layout of a kept file; one with a higher number is not read."""

_KEY = "offerlab"
_CHUNK = 1 << 20
_ID_LENGTH = 12
DAMAGED = "is damaged; 'offerlab market forget' it and import the file again"
_NEWER = "is from a newer offerlab; update offerlab, or import the file again"
_NO_HOME = "there is no folder of yours to keep comps in"


class Kept(NamedTuple):
    """A kept file: what it was, and where it is.

    Attributes
    ----------
    id : str
        Beginning of the SHA-256 sum of the file and of how it was read.
    file, kind, imported : str
    rows : mapping of str to int
        Measure to the rows that were kept for it.
    read : int
        Rows of the file.
    path : Path
    """

    id: str
    file: str
    kind: str
    imported: str
    rows: Mapping[str, int]
    read: int
    path: Path


def store_folder(library: Library) -> Path:
    """Where kept files are.

    Raises
    ------
    InputError
        If the library has no home.
    """
    if library.home is None:
        raise InputError("market", _NO_HOME)
    return library.home / "market"


def sum_of(path: Path, how: Mapping[str, str]) -> str:
    """Name of a file in the store: of its bytes, and of how it is to be read."""
    file_read = real_path(path)
    check_readable(file_read)
    total = hashlib.sha256(json.dumps(dict(how), sort_keys=True).encode())
    try:
        with file_read.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total.update(chunk)
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error
    return total.hexdigest()[:_ID_LENGTH]


def keep(name: str, measures: Sequence[Comps], today: date, library: Library) -> Kept:
    """Keep a file that has been read, once for each of its measures.

    Raises
    ------
    OutputError
        If it cannot be written; the store is then as it was.
    """
    import duckdb  # imported here: only the store and Parquet need it
    import pandas as pd

    from offerlab.ingest.comps.kept_rows import frame_of

    first = measures[0]
    about = {
        "version": VERSION,
        "file": Path(first.file).name,
        "kind": first.kind.name,
        "imported": today.isoformat(),
        "read": first.read,
        "measures": {each.measure: _about(each) for each in measures},
    }
    path = make_folder(store_folder(library)) / f"{name}.parquet"
    rows = pd.concat([frame_of(each) for each in measures], ignore_index=True)
    words = json.dumps(about).replace("'", "''")
    try:
        with written_beside(path) as beside, duckdb.connect() as connection:
            connection.register("rows_read", rows)
            # Into the file that is held: a temporary one of DuckDB's would be swept
            # by another import.
            to = (
                "(FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false,"
                f" KV_METADATA {{{_KEY}: '{words}'}})"
            )
            connection.execute(f"COPY rows_read TO '{_quoted(beside)}' {to}")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise OutputError(path, f"cannot be written ({reason})") from error
    return _kept(path, about)


def kept_files(library: Library) -> list[Kept]:
    """All that is kept, in the order of its import."""
    if library.home is None:
        return []
    paths = sorted(store_folder(library).glob("*.parquet"))
    found = [_kept(path, _metadata(path)) for path in paths]
    return sorted(found, key=lambda each: (each.imported, each.file, each.id))


def kept_comps(kept: Kept, measure: str) -> Comps:
    """Rows of a kept file for one of its measures, as they were read.

    Raises
    ------
    InputError
        If the file is damaged.
    """
    from offerlab.ingest.comps.kept_rows import LEAST_ROWS, read_kept

    about = _metadata(kept.path)["measures"][measure]
    labels = tuple(about["labels"])
    is_large = about["rows"] >= LEAST_ROWS and not about["is_grid"]
    rows, cases = read_kept(kept.path, measure, labels, is_large=is_large)
    return Comps(
        file=kept.file,
        format="store",
        kind=kind_named(kept.kind),
        measure=measure,
        measures=tuple(kept.rows),
        is_grid=about["is_grid"],
        labels=labels,
        rows=rows,
        columns=about["columns"],
        read=kept.read,
        repaired=about["repaired"],
        dropped=[Dropped(*each) for each in about["dropped"]],
        notes=[*about["notes"], f"kept since {kept.imported}"],
        cases=cases,
    )


def forget(kept: Kept) -> None:
    """Remove a kept file."""
    with suppress(FileNotFoundError):
        kept.path.unlink()


def _about(comps: Comps) -> dict[str, Any]:
    return {
        "rows": len(comps.rows),
        "is_grid": comps.is_grid,
        "labels": list(comps.labels),
        "columns": dict(comps.columns),
        "repaired": comps.repaired,
        "dropped": [[each.reason, each.rows, each.examples] for each in comps.dropped],
        "notes": list(comps.notes),
    }


def _metadata(path: Path) -> dict[str, Any]:
    """What a kept file says about itself.

    Raises
    ------
    InputError
        If it is damaged, or of a newer layout.
    """
    import duckdb

    try:
        with duckdb.connect() as connection:
            found = connection.execute(
                "SELECT decode(value) FROM parquet_kv_metadata(?)"
                " WHERE decode(key) = ?",
                [str(path), _KEY],
            ).fetchone()
        about: dict[str, Any] = json.loads(found[0]) if found else {}
        version = int(about["version"])
    except (duckdb.Error, ValueError, KeyError, TypeError) as error:
        raise InputError(path, DAMAGED) from error
    if version > VERSION:
        raise InputError(path, _NEWER)
    return about


def _kept(path: Path, about: Mapping[str, Any]) -> Kept:
    rows = {name: each["rows"] for name, each in about["measures"].items()}
    return Kept(
        path.stem, about["file"], about["kind"], about["imported"], rows,
        about["read"], path,
    )  # fmt: skip


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
