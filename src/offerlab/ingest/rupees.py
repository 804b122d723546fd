"""Amounts as India writes them: ``18.4 lakh``, ``1.2 crore``, ``12,50,000``.

A lakh is 100,000 and a crore 10,000,000. They are read where the currency is INR; in
another currency such a number is more likely a slip and is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest import amount

if TYPE_CHECKING:
    from decimal import Decimal

_WORDS = {"lakh": 5, "lac": 5, "crore": 7, "cr": 7}
_GROUPED = r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
_LAKH = re.compile(
    rf"(?:₹|rs\.?|inr)?\s*(?P<number>{_GROUPED}|[\d,_]+(?:\.\d+)?)"
    r"(?:\s*(?P<word>lakh|lac|crore|cr)s?)?",
    re.IGNORECASE,
)


def parse_money(text: str, currency: str | None) -> float:
    """An amount in a currency; None where the currency does not matter."""
    number = _parse_lakh(text)
    if number is None:
        return amount.parse_amount(text)
    if currency == "INR":
        return float(number)
    raise ValueError(
        f"{text} counts in lakh, as rupees do, and the currency is"
        f" {currency or 'not INR'}; write {number:,.0f}, or 'currency: INR' for rupees"
    )


def _parse_lakh(text: str) -> Decimal | None:
    """Number in lakh or crore, or in Indian groups of digits; None for any other."""
    match = _LAKH.fullmatch(text.strip())
    if match is None:
        return None
    grouped = re.fullmatch(_GROUPED, match["number"]) is not None
    if not grouped and match["word"] is None:
        return None
    plain = re.sub(",", "", match["number"]) if grouped else match["number"]
    number = amount.parse_decimal(plain)
    return number.scaleb(_WORDS[match["word"].lower()] if match["word"] else 0)
