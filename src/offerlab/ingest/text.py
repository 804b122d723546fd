"""The bytes of a file as text, or the one sentence that says why not."""

from __future__ import annotations

from pathlib import Path

from offerlab.errors import InputError, Place

MAX_BYTES = 1024 * 1024
"""Larger files are refused: an offer or a list of assumptions is never that long."""


def read_text(path: str | Path, *, max_bytes: int = MAX_BYTES) -> str:
    """Read a UTF-8 file, with or without a byte order mark.

    Raises
    ------
    InputError
        For a folder, a missing, unreadable, empty, too large or binary file, or
        another encoding.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise InputError(path, "this is a folder; name a file in it")
        if path.is_fifo() and path.parts[:2] != ("/", "dev"):
            raise InputError(path, "is a pipe, and not a file")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file") from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error
    if len(data) > max_bytes:
        raise InputError(
            path, f"is larger than {max_bytes // 1024} KiB, too large for such a file"
        )
    text = _decode(path, data)
    if not text.strip():
        raise InputError(path, "is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(path: Path, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(path, "is UTF-16 text; save it as UTF-8")
    if b"\0" in data:
        raise InputError(path, "is not a text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            Place(path, line),
            f"is not UTF-8 text (byte 0x{data[error.start]:02x}); save it as UTF-8",
        ) from error
