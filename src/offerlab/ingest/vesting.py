"""The `vesting:` key: a name from the catalogue, or a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.fields import Fields, nearest
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.schedule import read_schedule

if TYPE_CHECKING:
    from offerlab.core.schedule import VestingSchedule
    from offerlab.ingest.catalogue import Catalogue


def read_vesting(
    fields: Fields, catalogue: Catalogue
) -> tuple[VestingSchedule | None, str | None, str | None]:
    """Schedule, its name in the catalogue, and the file of Open Cap terms, or None."""
    node = fields.node("vesting")
    if isinstance(node, Scalar):
        return _named(fields, node.text, catalogue), node.text, None
    if isinstance(node, Items):
        fields.fault("vesting", "a schedule's name or a block belongs here, not a list")
    if not isinstance(node, Mapping):
        return None, None, None
    block = Fields(node, fields.log, fields.name("vesting"))
    terms = block.text("ocf")
    schedule = None if terms else read_schedule(block)
    block.close()
    return schedule, None, terms


def _named(fields: Fields, name: str, catalogue: Catalogue) -> VestingSchedule | None:
    entry = catalogue.get(name)
    if entry is None:
        close = nearest(name, catalogue.names())
        hint = f"did you mean '{close}'? " if close else ""
        fields.fault(
            "vesting",
            f"there is no schedule '{name}' in the catalogue",
            f"{hint}'offerlab catalogue' lists them, or write a block",
        )
        return None
    if entry.schedule is None:
        fields.fault(
            "vesting",
            f"of '{name}' the catalogue knows only a part ({entry.summary})",
            "write the letter's schedule as a block",
        )
    return entry.schedule
