"""How sure a payment is, and how the law looks at it."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How sure a line is; the basis that is printed with every figure."""

    GUARANTEED = "guaranteed"
    TARGET = "target"
    DISCRETIONARY = "discretionary"
    MARKET = "market"  # public stock, at an assumed price
    ILLIQUID = "illiquid"  # private stock: not cash


class TaxKind(StrEnum):
    """How the law will look at a line; no tax is computed yet."""

    WAGES = "wages"
    SUPPLEMENTAL = "supplemental wages"
    ISO_SPREAD = "ISO spread"
    CAPITAL = "capital"
    UNTAXED = "untaxed"
