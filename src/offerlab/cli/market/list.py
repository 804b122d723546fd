"""The command ``market list``: the market data at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import market_data_option, running, writing
from offerlab.ingest.entry_level import Fact, read_facts
from offerlab.ingest.oews import read_areas
from offerlab.ingest.roles import Roles, read_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run


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
    payload = {
        "occupations": wages,
        "roles": [
            {"role": role.name, "soc": role.soc, "beside": role.beside}
            for role in roles.roles
        ],
        "entry_level": _groups(facts),
    }
    run.finish(payload, lambda: _tables(wages, roles, facts))


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
) -> Sequence[RenderableType]:
    from offerlab.cli.table import make_table

    about = dict.fromkeys(f"{row['source']}, {row['level']}" for row in wages)
    first = make_table(
        f"Wages: {'; '.join(about)}, base pay",
        ("SOC", "occupation", "areas"),
        texts=2,
    )
    for row in wages:
        first.add_row(row["soc"], row["occupation"], str(row["areas"]))
    second = make_table("Roles", ("role", "nearest", "beside"), texts=3)
    for role in roles.roles:
        second.add_row(role.name, role.soc, role.beside or "")
    third = make_table(
        "Entry level and start-up grants",
        ("role", "figures", "n", "source"),
        texts=4,
    )
    for group in _groups(facts):
        figures = ", ".join(f"{k} {v:,g}" for k, v in group["figures"].items())
        size = "unknown" if group["n"] is None else str(group["n"])
        third.add_row(
            group["role"],
            f"{figures} ({group['unit']})",
            size,
            f"{group['source']}, {group['as_of']}; confidence {group['confidence']}",
        )
    return [first, second, third]
