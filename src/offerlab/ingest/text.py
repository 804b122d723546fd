"""The bytes of a file, as text too, or the one sentence that says why not.

Every file that offerlab reads comes through here.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from offerlab.errors import InputError, Place
from offerlab.files import note_input

MAX_BYTES = 1024 * 1024
"""Larger files are refused: an offer or a list of assumptions is never that long."""


def read_bytes(path: str | Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a file whole; pipes only where the user names one; ``-`` is stdin.

    Raises
    ------
    InputError
        For a folder, a missing, unreadable or too large file, or a device.
    """
    try:
        if str(path) == "-":
            data = _piped(max_bytes + 1)
            return _bounded(path, data, max_bytes)
        with open(path, "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            _check_kind(path, status)
            note_input(status)
            data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file") from error
    except IsADirectoryError as error:
        raise InputError(path, "this is a folder; name a file in it") from error
    except ValueError as error:  # a NUL in the name
        raise InputError(path, f"cannot be read ({error})") from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error
    return _bounded(path, data, max_bytes)


def _piped(most: int) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError("-", "nothing is piped in; name a file, or pipe one")
    return sys.stdin.buffer.read(most)


def _bounded(path: str | Path, data: bytes, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        raise InputError(
            path, f"is larger than {max_bytes // 1024} KiB, too large for such a file"
        )
    return data


def _open(path: str, flags: int) -> int:
    """Open without waiting for anybody who may write into a pipe."""
    if path.startswith("/dev/"):
        return os.open(path, flags)
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    return handle


def _check_kind(path: str | Path, status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode) or os.fspath(path).startswith("/dev/"):
        return
    what = "a pipe" if stat.S_ISFIFO(status.st_mode) else "a device"
    raise InputError(path, f"is {what}, and not a file")


def read_text(path: str | Path, *, max_bytes: int = MAX_BYTES) -> str:
    """Read a UTF-8 file, with or without a byte order mark.

    Raises
    ------
    InputError
        For a folder, a missing, unreadable, empty, too large or binary file, or
        another encoding.
    """
    text = _decode(Path(path), read_bytes(path, max_bytes=max_bytes))
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
