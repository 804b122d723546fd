"""Benchmark profiles from ``benchmarks.yaml``, the user's before the shipped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.core.benchmark import Benchmark
from offerlab.errors import InputError
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.currency import read_currency
from offerlab.ingest.fields import Fields, ProblemLog, nearest
from offerlab.ingest.grant_size import MAX_PERCENT
from offerlab.ingest.node import Mapping, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.vesting import read_vesting
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library, shipped

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "market_data/benchmarks.yaml"


def read_benchmark(name: str | None = None, *, library: Library = SHIPPED) -> Benchmark:
    """Read the profile of that name, or the default one.

    Raises
    ------
    InputError
        If a file is broken or no file has the profile.
    """
    own = library.find(_FILE)
    paths = [own, shipped(_FILE)] if own != shipped(_FILE) else [own]
    tops = [(path, _top(path)) for path in paths]
    known: list[str] = []
    for path, top in tops:
        default = top.get("default")
        wanted = (
            name
            if name is not None
            else (default.text if isinstance(default, Scalar) else "")
        )
        profiles = top.get("profiles")
        names = (
            dict((k.text, node) for k, node in profiles)
            if isinstance(profiles, Mapping)
            else {}
        )
        block = names.get(wanted)
        if isinstance(block, Mapping):
            found = _checked(path, wanted, block, _dollars_above(tops), library)
            return replace(found, own=path != shipped(_FILE))
        known += names
    close = nearest(name or "", known)
    hint = f"; did you mean '{close}'?" if close else f" (known: {', '.join(known)})"
    raise InputError(own, f"there is no benchmark profile '{name}'{hint}")


def profile_names(library: Library = SHIPPED) -> list[str]:
    """Names of the benchmark profiles, the user's before the shipped."""
    own = library.find(_FILE)
    names: list[str] = []
    for path in dict.fromkeys([own, shipped(_FILE)]):
        profiles = _top(path).get("profiles")
        if isinstance(profiles, Mapping):
            names += [key.text for key, _ in profiles if key.text not in names]
    return names


def _top(path: Path) -> Mapping:
    root = parse_yaml(read_text(path), str(path))
    if not isinstance(root, Mapping):
        raise InputError(path, "has no block 'profiles:'")
    log = ProblemLog(str(path))
    top = Fields(root, log)
    for key in ("default", "profiles", "equity_unit"):
        top.node(key)
    top.close()
    if log.problems:
        raise InputError(path, log.problems[0].sentence)
    return root


def _dollars_above(tops: list[tuple[Path, Mapping]]) -> float:
    for path, top in tops:
        unit = top.get("equity_unit")
        if isinstance(unit, Mapping):
            fields = Fields(unit, ProblemLog(str(path)), "equity_unit")
            limit = fields.money("dollars_above", required=True)
            if fields.log.problems:
                raise InputError(path, fields.log.problems[0].sentence)
            return limit or 0.0
    raise InputError(tops[0][0], "has no block 'equity_unit:'")


def _checked(
    path: Path, name: str, block: Mapping, dollars: float, library: Library
) -> Benchmark:
    log = ProblemLog(str(path))
    profile = _profile(Fields(block, log, f"profiles.{name}"), name, dollars, library)
    if log.problems or profile is None:
        reason = log.problems[0].sentence if log.problems else "is incomplete"
        raise InputError(path, reason)
    return profile


def _profile(
    fields: Fields, name: str, dollars: float, library: Library
) -> Benchmark | None:
    base = fields.block_of("base_salary", required=True)
    equity = fields.block_of("equity", required=True)
    if base is None or equity is None:
        return None
    vesting = read_vesting(equity, Catalogue(library))
    percent = equity.percent("percent")
    if percent is not None and not 0 <= percent <= MAX_PERCENT:
        equity.fault("percent", f"{percent} is not between 0 and {MAX_PERCENT}")
    equity.node("percent", required=True)
    equity.node("vesting", required=True)
    currency = read_currency(base) or "USD"
    midpoint = base.money("midpoint", low=1, required=True)
    tolerance = base.money("tolerance", required=True)
    texts = {
        key: fields.text(key, required=True) or ""
        for key in ("description", "as_of", "source", "confidence")
    }
    for block in (fields, base, equity):
        block.close()
    if midpoint is None or tolerance is None or percent is None:
        return None
    if vesting.terms is None:
        return None
    return Benchmark(
        name=name,
        currency=currency,
        midpoint=midpoint,
        tolerance=tolerance,
        equity_percent=percent,
        vesting=vesting.terms,
        vesting_name=vesting.name or "own schedule",
        dollars_above=dollars,
        own=False,
        **texts,
    )
