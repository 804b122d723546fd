"""The `currency` key, of an offer, its company or a grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields


def read_currency(block: Fields) -> str | None:
    """ISO code of a currency, in capitals, or None."""

    def parse(text: str) -> str:
        if len(text) != 3 or not text.isascii() or not text.isalpha():
            raise ValueError(f"'{text}' is not a currency; write its code, such as USD")
        return text.upper()

    return block.value("currency", parse)
