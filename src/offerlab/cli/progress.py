"""What takes long is said on a terminal while it lasts, and wiped before the result."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from offerlab.cli.say import wipers
from offerlab.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 0.5
"""Seconds of silence."""

LARGE = 1_000_000
"""Bytes of a file that is named at once: some formats are read before any row is."""

MANY = 20_000
"""Rows whose counting takes long enough to be said."""


class Progress:
    """One line on stderr; none where that is not a terminal, or cannot wipe it."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._shown = 0

    @property
    def is_seen(self) -> bool:
        """Whether there is anybody to read it."""
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def reading(self, path: str | Path) -> Callable[[int], None] | None:
        """What a reader of a file tells the number of rows so far; None: nobody."""
        if not self.is_seen:
            return None
        self._since = monotonic() if self._since is None else self._since
        name = Path(path).name
        if os.path.isfile(path) and os.path.getsize(path) >= LARGE:  # noqa: PTH113, PTH202 - False on any fault
            self._show(f"Reading {name}")

        def tell(rows: int) -> None:
            if self._shown or monotonic() - (self._since or 0) > PATIENCE:
                self._show(f"Reading {name}: {rows:,} rows")

        return tell

    def counting(self, rows: int) -> None:
        """Say that many rows are being counted."""
        if rows >= MANY and self.is_seen:
            self._show(f"Counting {rows:,} rows")

    def clear(self) -> None:
        """Wipe the line, with spaces: any terminal can do that."""
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")
        self._shown = 0

    def _show(self, words: str) -> None:
        line = visible(words)[: _width() - 1]
        self._write(f"\r{line}{' ' * (self._shown - len(line))}")
        self._shown = len(line)

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def _width() -> int:
    """Columns of the terminal; 80 where it does not tell."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


PROGRESS = Progress()
"""The line of this process: it has one terminal."""

wipers.append(PROGRESS.clear)
