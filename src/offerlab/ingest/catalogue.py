"""The catalogue of vesting schedules by company, with date, source and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.core.schedule import Installment, VestingSchedule
from offerlab.errors import InputError
from offerlab.ingest.amount import parse_date, parse_fraction
from offerlab.ingest.fields import Fields, ProblemLog
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.schedule import read_schedule
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

STALE_AFTER_MONTHS = 18
"""An entry older than this may have been replaced by the company."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a schedule was seen, and what was said there."""

    kind: str
    says: str
    url: str | None


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One claim about one company's vesting.

    Attributes
    ----------
    schedule : VestingSchedule or None
        None when only a part of it is known.
    dated : date or None
        Month of the newest source; None if no source is dated.
    as_of : str
        The same in words.
    calendar_rule : str or None
        Fixed dates of the company; then the dates offerlab gives are nominal.
    """

    id: str
    company: str
    award_type: str
    applies_to: str
    summary: str
    schedule: VestingSchedule | None
    as_of: str
    dated: date | None
    confidence: str
    sources: tuple[Source, ...]
    calendar_rule: str | None = None
    conflicts: tuple[str, ...] = ()
    notes: str | None = None

    def is_stale(self, today: date) -> bool:
        """Whether it is undated or older than `STALE_AFTER_MONTHS`."""
        if self.dated is None:
            return True
        age = (today.year - self.dated.year) * 12 + today.month - self.dated.month
        return age > STALE_AFTER_MONTHS

    def age(self, today: date) -> str:
        """Month in which it was known, and whether it is stale: ``2024-05, stale``."""
        when = "undated" if self.dated is None else f"{self.dated:%Y-%m}"
        return f"{when}{', stale' if self.is_stale(today) else ''}"

    @property
    def citation(self) -> str:
        """Name, date, confidence and first source, in one line."""
        source = self.sources[0] if self.sources else None
        where = (source.url or source.kind) if source else "no source"
        return f"{self.id}, as of {self.as_of}, confidence {self.confidence}, {where}"


class Catalogue:
    """The schedules of ``market_data/vesting_schedules.yaml``, read when asked for."""

    def __init__(self, library: Library = SHIPPED) -> None:
        self._path = library.find("market_data/vesting_schedules.yaml")

    def _blocks(self) -> dict[str, Mapping]:
        return _read_blocks(self._path)

    def names(self) -> list[str]:
        """Ids of all entries."""
        return list(self._blocks())

    def get(self, name: str) -> CatalogueEntry | None:
        """Entry of that id, or None.

        Raises
        ------
        InputError
            If the entry in the file is broken.
        """
        block = self._blocks().get(name)
        return None if block is None else self._read(name, block)

    def of_company(self, name: str) -> list[CatalogueEntry]:
        """Entries of the company that a name begins with: ``Google LLC`` is Google."""
        words = name.lower().replace(",", " ").split()
        return [
            self._read(entry, block)
            for entry, block in self._blocks().items()
            if words[: len(known := _company(block).lower().split())] == known
        ]

    def entries(self) -> list[CatalogueEntry]:
        """All entries, in the order of the file."""
        return [self._read(name, block) for name, block in self._blocks().items()]

    def _read(self, name: str, block: Mapping) -> CatalogueEntry:
        log = ProblemLog(str(self._path))
        try:
            entry = _read_entry(Fields(block, log, name), name)
        except ValueError as error:
            raise InputError(self._path, f"{name}: {error}") from error
        if log.problems:
            raise InputError(self._path, log.problems[0].sentence)
        return entry


@lru_cache(maxsize=4)
def _read_blocks(path: Path) -> dict[str, Mapping]:
    """Blocks of a catalogue by id, read once a run."""
    root = parse_yaml(read_text(path), str(path))
    top = root.get("schedules") if isinstance(root, Mapping) else None
    if not isinstance(top, Mapping):
        raise InputError(path, "has no block 'schedules:'")
    return {key.text: node for key, node in top if isinstance(node, Mapping)}


def _company(block: Mapping) -> str:
    """Company of an entry that has not been read yet: most need not be."""
    node = block.get("company")
    return node.text if isinstance(node, Scalar) else ""


def _read_entry(fields: Fields, name: str) -> CatalogueEntry:
    block = fields.block_of("vesting")
    schedule = None
    if block is not None and block.has("installments"):
        schedule = _explicit(block)
    elif block is not None:
        schedule = read_schedule(block)
    if block is not None:
        block.close()
    month = fields.value("dated", lambda text: parse_date(f"{text}-01"))
    entry = CatalogueEntry(
        id=name,
        company=fields.text("company", required=True) or "",
        award_type=fields.text("award_type", required=True) or "",
        applies_to=fields.text("applies_to", required=True) or "",
        summary=fields.text("known") or (schedule.wording if schedule else ""),
        schedule=schedule,
        as_of=fields.text("as_of") or "undated",
        dated=month,
        confidence=fields.text("confidence", required=True) or "",
        sources=_sources(fields),
        calendar_rule=fields.text("calendar_rule"),
        conflicts=tuple(
            node.text
            for _, node in fields.several("conflicts")
            if isinstance(node, Scalar)
        ),
        notes=fields.text("notes"),
    )
    fields.close()
    return entry


def _explicit(block: Fields) -> VestingSchedule | None:
    """Read a schedule written out as [month, part of the grant] pairs."""
    parts = []
    for _, node in block.several("installments"):
        if isinstance(node, Items) and len(node.nodes) == 2:
            month, share = node.nodes
            if isinstance(month, Scalar) and isinstance(share, Scalar):
                parts.append(Installment(int(month.text), parse_fraction(share.text)))
    return VestingSchedule(tuple(parts), wording=block.text("wording") or "")


def _sources(fields: Fields) -> tuple[Source, ...]:
    sources = []
    for name, node in fields.several("sources"):
        if isinstance(node, Mapping):
            item = Fields(node, fields.log, name)
            sources.append(
                Source(
                    kind=item.text("kind", required=True) or "",
                    says=item.text("says", required=True) or "",
                    url=item.text("url"),
                )
            )
            item.close()
    return tuple(sources)
