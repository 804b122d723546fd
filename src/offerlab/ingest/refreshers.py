"""The `refreshers` key of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.offer import BASES, Refreshers
from offerlab.ingest.grant_size import read_percent, read_sizes
from offerlab.ingest.vesting import read_vesting

if TYPE_CHECKING:
    from offerlab.ingest.catalogue import Catalogue
    from offerlab.ingest.fields import Fields

REFRESHER_SIZES = ("percent", "shares", "annual_value")


def read_refreshers(
    fields: Fields, basis: str, catalogue: Catalogue
) -> Refreshers | None:
    """Later grants, promised on paper or only mentioned."""
    if fields.word("refreshers") is not None:
        return None
    several = fields.several("refreshers")
    if len(several) > 1:
        fields.fault(
            "refreshers",
            f"{len(several)} definitions of refreshers are here",
            "write one block; a grant that differs goes under 'equity' with its own"
            " 'vesting_start'",
        )
        return None
    block = fields.block_of(
        "refreshers", form="{annual_value: 50_000}, 'none' or 'unknown'"
    )
    if block is None:
        return None
    promised = _promised(block)
    vesting = read_vesting(block, catalogue)
    refreshers = Refreshers(
        promised=promised,
        basis=block.choice("basis", BASES) or basis,
        annual_value=block.money("annual_value", high=1e12),
        percent=read_percent(block),
        shares=block.whole("shares", high=10**12),
        vesting=vesting.terms,
        vesting_name=vesting.name,
        vesting_source=vesting.source,
        vesting_file=vesting.file,
    )
    block.close()
    return refreshers


def _promised(block: Fields) -> bool:
    """Whether the paper promises them: it does where it does not say otherwise."""
    promised = block.flag("promised") is not False
    if not read_sizes(block, "the refresher", REFRESHER_SIZES) and promised:
        block.warn(
            "promised",
            "a refresher is promised and its size is not given",
            f"add one of {', '.join(REFRESHER_SIZES)}, or ask",
        )
    return promised
