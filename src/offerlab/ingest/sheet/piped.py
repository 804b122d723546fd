"""A table that is piped in: kept in a file of its own until the program ends.

A table is read more than once, to find its header and for each of its measures; a pipe
can be read once.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from weakref import WeakKeyDictionary

from offerlab.errors import InputError

_HEADS = (
    (b"PK\x03\x04", ".xlsx"), (b"PAR1", ".parquet"), (b"[", ".json"), (b"{", ".json"),
)  # fmt: skip
_kept: WeakKeyDictionary[object, tuple[tempfile.TemporaryDirectory[str], Path]] = (
    WeakKeyDictionary()
)


def real_path(path: str | Path) -> Path:
    """The file to read for a path; what is piped in for ``-``.

    Raises
    ------
    InputError
        If nothing is piped in.
    """
    if str(path) != "-":
        return Path(path)
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError("-", "nothing is piped in; name a file, or pipe one")
    if sys.stdin not in _kept:
        folder = tempfile.TemporaryDirectory(prefix="offerlab-")  # its owner's only
        head = sys.stdin.buffer.read(8)
        suffix = next((name for sign, name in _HEADS if head.startswith(sign)), ".csv")
        place = Path(folder.name) / f"stdin{suffix}"
        with place.open("wb") as file:
            file.write(head)
            shutil.copyfileobj(sys.stdin.buffer, file)
        _kept[sys.stdin] = folder, place
    return _kept[sys.stdin][1]
