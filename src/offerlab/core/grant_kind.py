"""The kinds of equity, in one table: a new one is a row here, and its arithmetic."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from offerlab.core.certainty import Certainty, TaxKind


class GrantKind(StrEnum):
    """Kinds of equity, in the words of offer letters."""

    RSU = "rsu"
    DOUBLE_TRIGGER_RSU = "double-trigger-rsu"
    ISO = "iso"
    NSO = "nso"
    OPTION = "option"
    PSU = "psu"
    RESTRICTED_STOCK = "restricted-stock"
    PPU = "ppu"
    CASH_AWARD = "cash-award"

    @property
    def row(self) -> Kind:
        """What is known of the kind."""
        return KINDS[self]

    @property
    def is_option(self) -> bool:
        """Whether shares are bought at a strike."""
        return self.row.hurdle == "strike"

    @property
    def is_stock(self) -> bool:
        """Whether it is stock or a right to it, and no money."""
        return self is not GrantKind.CASH_AWARD


HURDLES = ("threshold", "strike", "purchase_price")
"""Fields of a grant that can be the price a share that its owner does not get."""


class Kind(NamedTuple):
    """What is known of a kind of equity: a new one is a row of `KINDS`.

    Attributes
    ----------
    words : str
        As a letter says it, of several.
    hurdle : str or None
        Field of the price a share that its owner does not get; None for whole shares.
    must_have : bool
        Whether the worth is unknown without that price.
    tax : TaxKind
        Of what vests.
    certainty : Certainty
        Of a vest at a public company; private stock is illiquid whatever its kind.
    """

    words: str
    hurdle: str | None = None
    must_have: bool = False
    tax: TaxKind = TaxKind.SUPPLEMENTAL
    certainty: Certainty = Certainty.MARKET


KINDS = {
    GrantKind.RSU: Kind("RSUs"),
    GrantKind.DOUBLE_TRIGGER_RSU: Kind("double-trigger RSUs"),
    GrantKind.ISO: Kind("incentive stock options", "strike", True, TaxKind.ISO_SPREAD),
    GrantKind.NSO: Kind("non-qualified stock options", "strike", True),
    # The letter does not say which: counted as NSO.
    GrantKind.OPTION: Kind("stock options", "strike", True),
    GrantKind.PSU: Kind("performance stock units", certainty=Certainty.DISCRETIONARY),
    GrantKind.RESTRICTED_STOCK: Kind("shares of restricted stock", "purchase_price"),
    GrantKind.PPU: Kind("profit participation units", "threshold", True),
    GrantKind.CASH_AWARD: Kind("a cash award", certainty=Certainty.GUARANTEED),
}
