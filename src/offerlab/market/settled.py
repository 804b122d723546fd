"""Pay of a file that was brought into one currency a year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from offerlab.ingest.comps.comp import Comp, Dropped


@dataclass(slots=True)
class Settled:
    """Yearly pay in one currency, with what had to be said.

    Attributes
    ----------
    pays : list of (float, Comp)
        The row counts `Comp.times` times.
    rows : sequence of Comp
        Those rows one by one, with all their labels.
    currency : str
    notes : list of str
    dropped : list of Dropped
    repaired : int
    """

    pays: list[tuple[float, Comp]]
    rows: Sequence[Comp]
    currency: str
    notes: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    repaired: int = 0

    @property
    def amounts(self) -> list[float]:
        """Yearly pay of each row."""
        return each_pay(self.pays)


def each_pay(pays: Iterable[tuple[float, Comp]]) -> list[float]:
    """Pay of each row, from pays that count for several."""
    return [pay for pay, row in pays for _ in range(row.times)]
