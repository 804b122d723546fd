"""What a shell completes: files where files belong, and names that offerlab knows.

A word that stands for a file is completed by the shell itself, so that nobody loses the
completion that they have everywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import OfferlabError
from offerlab.resources import Library, user_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click
    from click.shell_completion import CompletionItem

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

HEADLINES = ("guaranteed_recurring_cash", "year_one", "annual_average", "four_year")


def files(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Files, by the shell."""
    from click.shell_completion import CompletionItem  # only when a shell asks

    return [CompletionItem(incomplete, type="file")]


def _named(names: Callable[[Library], Iterable[str]]) -> Complete:
    """Completion among names; where they cannot be read there are none."""

    def complete(
        ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            library = Library(
                ctx.params.get("market_data"), ctx.params.get("templates"), user_home()
            )
            known = [*names(library)]
        except (OfferlabError, OSError):
            return []
        return [CompletionItem(name) for name in known if name.startswith(incomplete)]

    return complete


def _letters(library: Library) -> Iterable[str]:
    from offerlab.letters.template import template_names

    return template_names(library)


def _schedules(library: Library) -> Iterable[str]:
    from offerlab.ingest.catalogue import Catalogue

    return Catalogue(library).names()


def _keys(library: Library) -> Iterable[str]:
    from offerlab.ingest.assumptions import read_assumptions

    return read_assumptions(library=library).by_key


def _settings(library: Library) -> Iterable[str]:
    return [f"{key}=" for key in _keys(library)]


def _profiles(library: Library) -> Iterable[str]:
    from offerlab.ingest.benchmarks import profile_names

    return profile_names(library)


def _figures(_library: Library) -> Iterable[str]:
    years = [f"years[{year}].total" for year in range(4)]
    return (
        *(f"headlines.{name}" for name in HEADLINES), "total", "present_value", *years,
        "illiquid.notional", "illiquid.intrinsic",
    )  # fmt: skip


def _roles(library: Library) -> Iterable[str]:
    from offerlab.ingest.roles import read_roles

    return read_roles(library).titles()


def _kept(library: Library) -> Iterable[str]:
    from offerlab.ingest.comps.store import kept_files

    return [each.file for each in kept_files(library)]


letters = _named(_letters)
schedules = _named(_schedules)
assumption_keys = _named(_keys)
settings = _named(_settings)
profiles = _named(_profiles)
figures = _named(_figures)
roles = _named(_roles)
kept = _named(_kept)
