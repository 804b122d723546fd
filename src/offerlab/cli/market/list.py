"""The command ``market list``: the market data at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import market_data_option, running, writing
from offerlab.ingest.entry_level import Fact, read_facts
from offerlab.ingest.oews import read_areas
from offerlab.ingest.roles import Roles, read_roles
from offerlab.views.kept import kept_figures, kept_table
from offerlab.views.view import Row, Table, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.cli.run import Run
    from offerlab.ingest.comps.store import Kept


@click.command("list")
@market_data_option
@writing
@running
def list_(run: Run) -> None:
    """List the market data at hand.

    \b
    Example:
      offerlab market list
    """
    roles = read_roles(run.library)
    wages = [_wages(soc, name, run) for soc, name in roles.occupations.items()]
    facts = read_facts(run.library)
    kept = _kept(run)
    payload = {
        "kept": [kept_figures(each) for each in kept],
        "occupations": wages,
        "roles": [
            {"role": role.name, "soc": role.soc, "beside": role.beside}
            for role in roles.roles
        ],
        "entry_level": _groups(facts),
    }
    own = (kept_table(kept),) if kept else ()
    run.present(View(payload, (*own, *_tables(wages, roles, facts))))


def _kept(run: Run) -> list[Kept]:
    """Files that the user keeps."""
    from offerlab.ingest.comps.store import kept_files, store_folder

    if run.library.home is None or not store_folder(run.library).is_dir():
        return []
    return kept_files(run.library)


def _wages(soc: str, name: str, run: Run) -> dict[str, Any]:
    areas = read_areas(soc, run.library)
    published = areas[0].published
    return {
        "soc": soc,
        "occupation": name,
        "source": published.source,
        "as_of": published.as_of,
        "level": published.level,
        "areas": len(areas),
    }


def _groups(facts: Sequence[Fact]) -> Sequence[dict[str, Any]]:
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for fact in facts:
        group = groups.setdefault(
            (fact.role, fact.as_of),
            {
                "role": fact.role,
                "level": fact.level,
                "unit": fact.unit,
                "figures": {},
                "n": fact.n,
                "as_of": fact.as_of,
                "source": fact.source,
                "confidence": fact.confidence,
                "note": fact.note,
            },
        )
        group["figures"][fact.figure] = fact.value
    return list(groups.values())


def _tables(
    wages: Sequence[dict[str, Any]], roles: Roles, facts: Sequence[Fact]
) -> tuple[Table, ...]:
    about = dict.fromkeys(f"{row['source']}, {row['level']}" for row in wages)
    first = Table(
        f"Wages: {'; '.join(about)}, base pay",
        (*words("SOC", "occupation"), *numbers("areas")),
        tuple(Row((row["soc"], row["occupation"], row["areas"])) for row in wages),
    )
    second = Table(
        "Roles",
        words("role", "nearest", "beside"),
        tuple(Row((each.name, each.soc, each.beside or "")) for each in roles.roles),
    )
    third = Table(
        "Entry level and start-up grants",
        words("role", "figures", "n", "source"),
        tuple(Row(_group_cells(group)) for group in _groups(facts)),
    )
    return first, second, third


def _group_cells(group: dict[str, Any]) -> tuple[str, ...]:
    figures = ", ".join(f"{k} {v:,g}" for k, v in group["figures"].items())
    return (
        group["role"],
        f"{figures} ({group['unit']})",
        "unknown" if group["n"] is None else str(group["n"]),
        f"{group['source']}, {group['as_of']}; confidence {group['confidence']}",
    )
