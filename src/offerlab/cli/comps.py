"""Options for files of comps: how they are read where they do not say it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import with_options
from offerlab.cli.progress import PROGRESS
from offerlab.errors import CurrencyError, InputError
from offerlab.ingest.comps.columns import MEASURES
from offerlab.ingest.comps.currency import CODES
from offerlab.ingest.comps.period import PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.cli.options import Command
    from offerlab.cli.run import Run
    from offerlab.ingest.comps.comp import Comps
    from offerlab.market.terms import Terms

_UNITS = {"thousand": 1e3, "lakh": 1e5, "million": 1e6}


def _code(_ctx: click.Context, _param: click.Parameter, text: str | None) -> str:
    code = (text or "").strip().upper()
    if code and code not in CODES:
        raise click.BadParameter(f"'{text}' is not a currency code, such as USD or EUR")
    return code


_OPTIONS = (
    click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar="FIELD=HEADER",
        help="Which column of the comps is which field. Repeatable.",
    ),
    click.option("--save-map", metavar="NAME", help="Keep the --map under a name."),
    click.option("--use-map", metavar="NAME", help="Take a --map that was kept."),
    click.option(
        "--currency",
        metavar="CODE",
        callback=_code,
        help="Currency of pay that states none, and of the answer.",
    ),
    click.option(
        "--period",
        type=click.Choice(list(PER_YEAR)),
        help="Period of pay that states none.",
    ),
    click.option(
        "--range",
        "range_end",
        type=click.Choice(["low", "mid", "high"]),
        help="Which end of a pay range counts.",
    ),
    click.option(
        "--unit",
        type=click.Choice(list(_UNITS)),
        help="Unit of amounts that are not in whole currency.",
    ),
)
_MEASURE = click.option(
    "--measure", type=click.Choice(MEASURES), help="What pay to read."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the user says of files of comps."""

    mapping: tuple[str, ...] = ()
    save_map: str | None = None
    use_map: str | None = None
    currency: str = ""
    period: str | None = None
    range_end: str | None = None
    unit: str | None = None
    measure: str | None = None

    def read(self, run: Run, paths: Sequence[str], measure: str = "") -> list[Comps]:
        """Read files of comps.

        Raises
        ------
        InputError
            As `read_comps` does, or if a kept map is not there.
        """
        from offerlab.ingest.comps.reader import read_comps  # only for files of comps

        run.check_output(*paths)
        mapping = self._mapping(run)
        files = [
            read_comps(
                path,
                mapping,
                measure=measure or self.measure or "",
                currency=self.currency,
                period=self.period or "",
                unit=_UNITS.get(self.unit or "", 1.0),
                library=run.library,
                tell=PROGRESS.reading(path),
            )
            for path in paths
        ]
        PROGRESS.counting(sum(len(each.rows) for each in files))
        return files

    def sum_of(self, run: Run, path: str) -> str:
        """Name that a file has in the store, read as it would be."""
        from offerlab.ingest.comps.store import sum_of

        how = {f"map {key}": header for key, header in self._mapping(run).items()}
        how |= {"currency": self.currency, "period": self.period or ""}
        return sum_of(Path(path), {**how, "unit": self.unit or ""})

    def _mapping(self, run: Run) -> dict[str, str]:
        from offerlab.ingest.comps.reader import mapping_of
        from offerlab.ingest.comps.saved_map import save_map, saved_map

        kept = saved_map(self.use_map, run.library) if self.use_map else {}
        mapping = {**kept, **mapping_of(self.mapping)}
        if self.save_map and not mapping:
            raise InputError("--save-map", "give the --map that it shall keep")
        if self.save_map:
            save_map(self.save_map, mapping, run.library)
        return mapping

    def terms(self, run: Run) -> Terms:
        """Terms of a question to files that were read so."""
        from offerlab.market.terms import Terms

        def rate(source: str, target: str) -> float | None:
            try:
                return run.assumptions.rate(source, target)
            except CurrencyError:
                return None

        return Terms(
            currency=self.currency,
            period=self.period or "",
            range_end=self.range_end or "",
            rate=rate,
            library=run.library,
        )


def reading_comps(*, measure: bool = False) -> Callable[[Command], Command]:
    """Take the options of comps, gathered into one `Reading`."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def gathering(*args: Any, **kwargs: Any) -> None:
            names = [name for name in Reading.__slots__ if name in kwargs]
            given = {name: kwargs.pop(name) for name in names}
            command(*args, reading=Reading(**given), **kwargs)

        options = (*_OPTIONS, _MEASURE) if measure else _OPTIONS
        return with_options(gathering, options)

    return decorate
