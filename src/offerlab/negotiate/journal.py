"""The log of a negotiation: one event a line, JSON, only ever appended to.

An event is one write under a lock, brought to the disk before it counts. What a killed
run left of a line is moved aside by the next that appends, and skipped by readers.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError, OutputError, Place
from offerlab.files import OWNER_ONLY, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

LONGEST = 20_000
"""Characters of an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day; `more` holds what belongs to its kind."""

    kind: str
    on: date
    text: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """Value of a name that belongs to the kind, or None."""
        return self.more.get(name)


def read_journal(path: Path) -> tuple[list[Event], list[str]]:
    """All events in order, and what could not be read.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return [], []
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error
    whole, _, torn = data.rpartition(b"\n")
    events, notes = [], []
    for number, line in enumerate(whole.split(b"\n") if whole else (), start=1):
        event = _event(line)
        if event is None:
            notes.append(f"{Place(path, number)}: is not an event; skipped")
        else:
            events.append(event)
    if torn:
        notes.append(f"{path}: its last line was cut off and is left out")
    return events, notes


def _event(line: bytes) -> Event | None:
    try:
        found = json.loads(line)
        kind, on = str(found.pop("kind")), date.fromisoformat(found.pop("on"))
        return Event(kind, on, str(found.pop("text", "")), found)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def append(path: Path, make: Callable[[list[Event]], Event]) -> Event:
    """Append the event that `make` makes of those before it.

    It is called under the lock: what it sees is what the event follows, and an error
    that it raises leaves the log as it was.

    Raises
    ------
    OutputError
        If the log cannot be written.
    """
    make_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, OWNER_ONLY)
    except OSError as error:
        raise OutputError(path, f"cannot be written ({error.strerror})") from error
    try:
        with _locked(handle):
            _mend(path, handle)
            event = make(read_journal(path)[0])
            _write(path, handle, event)
    finally:
        os.close(handle)
    return event


def _write(path: Path, handle: int, event: Event) -> None:
    fields = {"kind": event.kind, "on": event.on.isoformat(), "text": event.text}
    line = json.dumps({**fields, **event.more}, ensure_ascii=True)
    if len(line) > LONGEST:
        raise OutputError(path, "the event is too long; keep it to a few lines")
    try:
        os.write(handle, line.encode() + b"\n")
        os.fsync(handle)
    except OSError as error:
        raise OutputError(path, f"cannot be written ({error.strerror})") from error


def _mend(path: Path, handle: int) -> None:
    """Move a line that was cut off into a file beside: nothing is thrown away."""
    data = path.read_bytes()
    if not data or data.endswith(b"\n"):
        return
    whole, end, torn = data.rpartition(b"\n")
    with open(path.with_suffix(".torn"), "ab", opener=_for_owner) as beside:
        beside.write(torn + b"\n")
    os.ftruncate(handle, len(whole) + len(end))


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    with suppress(ImportError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
    yield  # closing the file unlocks it
