"""The `vesting:` key: a name of the catalogue, a block, or a file of vesting terms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import InputError, VestingError
from offerlab.ingest.fields import Fields, nearest
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.schedule import read_schedule

if TYPE_CHECKING:
    from offerlab.core.terms import VestingTerms
    from offerlab.ingest.catalogue import Catalogue


class Vesting(NamedTuple):
    """Vesting terms, and where they come from.

    `name` is that of an entry of the catalogue and `source` its citation; `file` is
    that of a file of vesting terms.
    """

    terms: VestingTerms | None = None
    name: str | None = None
    source: str = ""
    file: str | None = None


def read_vesting(fields: Fields, catalogue: Catalogue) -> Vesting:
    """Vesting of a grant; without terms where the file does not give any."""
    node = fields.node("vesting")
    if isinstance(node, Scalar):
        return _named(fields, node.text, catalogue)
    if isinstance(node, Items):
        fields.fault("vesting", "a schedule's name or a block belongs here, not a list")
    if not isinstance(node, Mapping):
        return Vesting()
    block = Fields(node, fields.log, fields.name("vesting"))
    file = block.text("ocf")
    if file is not None:
        found = Vesting(_of_file(block, file), file=file)
    else:
        schedule = read_schedule(block)
        found = Vesting(None if schedule is None else schedule.terms)
    block.close()
    return found


def _of_file(block: Fields, name: str) -> VestingTerms | None:
    """Terms of a file of Open Cap Format, beside the offer file."""
    from offerlab.ingest.ocf import read_terms  # only for such a file

    path = Path(block.log.file).parent / name
    if not path.exists() and "#" not in name:
        block.warn("ocf", f"there is no file {path}", "the grant is not dated without")
        return None
    try:
        return read_terms(str(path))
    except (InputError, VestingError) as error:
        text = str(error)
        block.fault("ocf", text if name in text else f"{name}: {text}")
        return None


def _named(fields: Fields, name: str, catalogue: Catalogue) -> Vesting:
    entry = catalogue.get(name)
    if entry is None:
        close = nearest(name, catalogue.names())
        hint = f"did you mean '{close}'? " if close else ""
        fields.fault(
            "vesting",
            f"there is no schedule '{name}' in the catalogue",
            f"{hint}'offerlab catalogue' lists them, or write a block",
        )
        return Vesting()
    if entry.schedule is None:
        fields.fault(
            "vesting",
            f"of '{name}' the catalogue knows only a part ({entry.summary})",
            "write the letter's schedule as a block",
        )
        return Vesting()
    return Vesting(entry.schedule.terms, entry.id, entry.citation)
