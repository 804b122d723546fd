"""One run of a command: what it reads, what it prints, how it ends."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.format import check_suffix, format_of, json_text, view_text
from offerlab.cli.say import say, wipe
from offerlab.cli.today import read_today
from offerlab.core.problem import Problem, Severity, has_errors, problem_lines
from offerlab.errors import (
    AssumptionError,
    InputError,
    OfferlabError,
    OutputError,
    Place,
)
from offerlab.files import check_free, write_file
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.config import Config
    from offerlab.core.offer import Offer
    from offerlab.ingest.comps import Comps
    from offerlab.market.evidence import Evidence
    from offerlab.market.terms import Terms
    from offerlab.views.view import View


@dataclass(slots=True)
class Run:
    """What the user gave, and the problems met so far."""

    command: str
    files: tuple[str, ...] = ()
    assumptions_file: str | None = None
    settings: tuple[str, ...] = ()
    profile: str | None = None
    library: Library = SHIPPED
    as_json: bool = False
    as_csv: bool = False
    verbose: bool = False
    plain: bool = False
    of_tables: bool = False
    output: Path | None = None
    force: bool = False
    problems: list[Problem] = field(default_factory=list)
    _assumptions: Assumptions | None = None
    _config: Config | None = None
    _today: date | None = None

    def offers(self) -> list[Offer]:
        """Offers of the files given, and note their problems."""
        from offerlab.ingest.offers import read_offers

        self.check_output(*self.files)
        offers, problems = read_offers(self.files, library=self.library)
        self.problems += problems
        self._check_ids(offers)
        self._check_prices(offers)
        return offers

    def check_output(self, *inputs: str) -> None:
        """Refuse an output that cannot be written, or that is one of the inputs.

        Raises
        ------
        OutputError
            In both cases; nothing has been written.
        """
        if self.output is None:
            return
        place = check_free(self.output, force=self.force)
        for name in inputs:
            for path in (name, name.rpartition("#")[0]):
                if path and os.path.realpath(path) == str(place):
                    raise OutputError(
                        self.output, "is the file that is read; name another"
                    )
        self._check_format()

    def one_offer(self) -> Offer | None:
        """Return the only offer of the only file; None if it has errors.

        Raises
        ------
        InputError
            If the file holds several offers.
        """
        offers = self.offers()
        if len(offers) > 1:
            names = ", ".join(
                f"#{place} {offer.id}" for place, offer in enumerate(offers, start=1)
            )
            raise InputError(
                self.files[0],
                f"holds {len(offers)} offers; pick one by its number, as"
                f" {self.files[0]}#1 ({names})",
            )
        return offers[0] if offers else None

    def _check_ids(self, offers: list[Offer]) -> None:
        """Note values for offers that are not here; by hand they are an error."""
        ids = [offer.id for offer in offers]
        for offer_id, own in self.assumptions.by_offer.items():
            if offer_id in ids or has_errors(self.problems):
                continue
            message = f"no offer here has the id '{offer_id}' (ids: {', '.join(ids)})"
            if any(item.source == "--set" for item in own.values()):
                raise AssumptionError(f"--set {offer_id}:…: {message}")
            file = str(self.assumptions_file)
            self.problems.append(
                Problem(file, None, None, "offers", Severity.WARNING, message)
            )

    def _check_prices(self, offers: list[Offer]) -> None:
        """Note assumed prices that may be another company's."""
        if self.assumptions.has_price_paths:
            from offerlab.model.prices import check_price_paths

            for offer, note in check_price_paths(offers, self.assumptions):
                self.warn(offer, note)

    @property
    def assumptions(self) -> Assumptions:
        """Assumptions of this run."""
        if self._assumptions is None:
            from offerlab.ingest.assumptions import read_assumptions

            self._assumptions = read_assumptions(
                self.assumptions_file,
                self.settings,
                library=self.library,
                config=self.config,
            )
        return self._assumptions

    @property
    def config(self) -> Config:
        """Defaults of the user's."""
        if self._config is None:
            from offerlab.cli.defaults import user_defaults

            self._config = user_defaults()
        return self._config

    @property
    def today(self) -> date:
        """The day of this run: ``OFFERLAB_TODAY``, which is said, else the clock's."""
        if self._today is None:
            self._today = read_today()
        return self._today

    def benchmark(self) -> Benchmark:
        """Benchmark profile of this run."""
        from offerlab.ingest.benchmarks import read_benchmark

        return read_benchmark(self.profile, library=self.library)

    def evidence(
        self,
        offer: Offer,
        comps: Sequence[Comps] = (),
        terms: Terms | None = None,
        **asked: Any,
    ) -> list[Evidence]:
        """Market evidence for an offer's base; what is not known is a warning."""
        from offerlab.market.standing import offer_evidence

        rates = self.assumptions.for_offer(offer.id)
        found, notes = offer_evidence(
            offer, comps, rates.rate, terms, library=self.library, **asked
        )
        for note in notes:
            self.warn(offer, note)
        return found

    def warn(self, offer: Offer, message: str) -> None:
        """Note a warning about an offer."""
        self.problems.append(
            Problem(offer.file, None, None, "", Severity.WARNING, message)
        )

    def present(self, view: View) -> None:
        """Print or write a view, and end with the exit code it deserves."""
        self._check_format()
        self.problems += view.problems
        self._end(view.figures, (lambda: self._print(view)) if view.parts else None)

    def finish(self, figures: Mapping[str, Any]) -> None:
        """End as `present` does, where the result is written already."""
        self._end(figures, None)

    def _end(self, figures: Mapping[str, Any], show: Callable[[], None] | None) -> None:
        self._note_unused()
        self._say_problems()
        failed = has_errors(self.problems)
        if failed and self.output is not None:
            say(f"Error: {self.output} was not written")
        elif self.format == "json":
            self._put(json_text({**self._head(), **figures}) + "\n")
        elif show is not None:
            show()
        if failed:
            sys.exit(1)

    @property
    def format(self) -> str:
        """How the result is written: as asked, else as the output's suffix says."""
        if self.as_json or self.as_csv:
            return "json" if self.as_json else "csv"
        return format_of(self.output)

    def _check_format(self) -> None:
        if self.of_tables and self.output and not (self.as_json or self.as_csv):
            check_suffix(self.output)

    def _print(self, view: View) -> None:
        from offerlab.cli.terminal import Page, print_view

        page = Page(self.verbose, self.plain)
        if self.output is None and self.format == "text":
            print_view(view, page)
        else:
            self._put(view_text(view, self.format, page))

    def hand_out(self, document: dict[str, Any]) -> None:
        """Print or write a document of another format, or end as the data failed."""
        self._say_problems()
        if has_errors(self.problems):
            sys.exit(1)
        self._put(json_text(document) + "\n")

    def fail(self, error: OfferlabError) -> None:
        """End with one sentence on stderr, and with the JSON object if asked for."""
        self._say_problems()
        say(f"Error: {error}")
        if self.as_json:
            place = error.place or Place("")
            self.problems.append(
                Problem(
                    str(place.file),
                    place.line,
                    place.column,
                    "",
                    Severity.ERROR,
                    error.reason,
                )
            )
            click.echo(json_text(self._head()))
        sys.exit(1)

    def _head(self) -> dict[str, Any]:
        from offerlab.views.basis import assumption_figures

        used = self._assumptions.used if self._assumptions else {}
        return {
            "schema": f"offerlab.{self.command}/1",
            "assumptions": [assumption_figures(key, used[key]) for key in sorted(used)],
            "problems": self.problems,
        }

    def _note_unused(self) -> None:
        if has_errors(self.problems):
            return  # nothing was computed that could have used them
        message = f"no figure of '{self.command}' uses this assumption"
        self.problems += [
            Problem(each.source, None, None, each.key, Severity.WARNING, message)
            for each in (self._assumptions.unused() if self._assumptions else ())
        ]

    def _say_problems(self) -> None:
        wipe()
        for line in problem_lines(self.problems):
            say(line)

    def _put(self, text: str) -> None:
        wipe()
        if self.output is None:
            click.echo(text, nl=False)
        else:
            write_file(self.output, text, force=self.force)
            say(f"Wrote {self.output}")
