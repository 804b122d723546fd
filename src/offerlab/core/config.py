"""The user's defaults: what one sets once, in place of options at each run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {
    "signature": "your name under letters (--signature)",
    "currency": "what 'new' proposes where a place has none of its own",
    "fx": "US dollars for one unit of a currency: {EUR: 1.08} (--set fx.EUR=1.08)",
    "market_data": "folder whose files come before the shipped ones (--market-data)",
    "templates": "folder whose letters come before the shipped ones (--templates)",
}
"""What it may hold, each with what it is for."""


class Config(NamedTuple):
    """The user's defaults; None where one is not set.

    Attributes
    ----------
    file : Path
        Where they are kept, whether or not there is such a file.
    fx : tuple or None
        Key and value as they were written; the reader of assumptions takes them.
    """

    file: Path
    signature: str | None = None
    currency: str | None = None
    market_data: Path | None = None
    templates: Path | None = None
    fx: tuple[Any, Any] | None = None
