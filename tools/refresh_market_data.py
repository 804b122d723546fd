"""Rebuild market data that ship from files that you download.

Usage:
  python -m tools.refresh_market_data wages FILE --as-of 2025-05 --source TEXT --url URL
  python -m tools.refresh_market_data prices FILE --released 2026-02-19

``wages`` takes the table of BLS with all areas (bls.gov/oes/tables.htm, xlsx or CSV)
and writes ``market_data/oews``: one small file an occupation that roles.yaml names, and
SOURCE.csv. ``prices`` takes MARPP of BEA (apps.bea.gov/regional/downloadzip.cfm, its
CSV) and writes ``price_parities.csv``. Markers of BLS stay as they are: ``*`` no
estimate, ``#`` above the highest that is published.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from offerlab.errors import InputError
from offerlab.files import write_file
from offerlab.ingest.roles import read_roles
from offerlab.ingest.sheet.sheet import open_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HERE = Path(__file__).resolve().parents[1] / "market_data"
KINDS = {"1": "nation", "2": "state", "4": "metro"}
COLUMNS = {
    "area": "AREA",
    "title": "AREA_TITLE",
    "employment": "TOT_EMP",
    "mean": "A_MEAN",
    "p10": "A_PCT10",
    "p25": "A_PCT25",
    "p50": "A_MEDIAN",
    "p75": "A_PCT75",
    "p90": "A_PCT90",
}
ALL_ITEMS, HOUSING = "rpps: all items", "rpps: services: housing"
_CODE = re.compile(r"\d{5}")
_METRO = re.compile(r" \((?:Metropolitan Statistical Area|MSA)\)\s*\*?$|\s*\*$")

into = click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=HERE,
    help="Folder to write into; market_data of this checkout.",
)


@click.group()
def main() -> None:
    """Rebuild market data that ship from files that you download."""


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as-of", required=True, metavar="YYYY-MM", help="Month of the estimates."
)
@click.option("--source", required=True, metavar="TEXT", help="How outputs cite it.")
@click.option("--url", required=True, metavar="URL", help="Where it was downloaded.")
@into
def wages(file: Path, as_of: str, source: str, url: str, into: Path) -> None:
    """Wages by occupation and area, from the table of BLS."""
    if not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", as_of):
        raise click.BadParameter("write --as-of as 2025-05")
    wanted = read_roles().occupations
    by_soc: dict[str, list[list[str]]] = {}
    needed = ["AREA_TYPE", "OCC_CODE", "PRIM_STATE", *COLUMNS.values()]
    for row in _records(file, needed):
        if row["AREA_TYPE"] in KINDS and row["OCC_CODE"] in wanted:
            cells = [row[name] for name in COLUMNS.values()]
            where = [KINDS[row["AREA_TYPE"]], row["PRIM_STATE"]]
            by_soc.setdefault(row["OCC_CODE"], []).append([*where, *cells])
    missing = sorted(set(wanted) - set(by_soc))
    if missing:
        raise click.ClickException(f"{file} has no row of {', '.join(missing)}")
    folder = into / "oews"
    folder.mkdir(parents=True, exist_ok=True)
    for soc, rows in sorted(by_soc.items()):
        _write(folder / f"{soc}.csv", ["kind", "state", *COLUMNS], rows)
    about = [source, as_of, "all levels of experience", url]
    _write(folder / "SOURCE.csv", ["source", "as_of", "level", "url"], [about])
    click.echo(f"{len(by_soc)} occupations, {sum(map(len, by_soc.values()))} rows")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--released", required=True, metavar="YYYY-MM-DD", help="Day of release.")
@into
def prices(file: Path, released: str, into: Path) -> None:
    """Price levels of metros, from MARPP of BEA: the last year that it has."""
    found: dict[str, dict[str, str]] = {}
    year = ""
    for row in _records(file, ["GeoFIPS", "GeoName", "Description"]):
        code = _CODE.search(row["GeoFIPS"])
        if code is None:
            continue  # a footnote
        year = max(key for key in row if re.fullmatch(r"\d{4}", key))
        area = found.setdefault(code[0], {"area": _METRO.sub("", row["GeoName"])})
        area[" ".join(row["Description"].lower().split())] = row[year]
    source = f"BEA regional price parities (MARPP) of {year}, released {released}"
    rows = [
        [code, each["area"], each[ALL_ITEMS], each.get(HOUSING, "*"), year, source]
        for code, each in found.items()
        if _is_number(each.get(ALL_ITEMS, ""))
    ]
    if not rows:
        raise click.ClickException(f"{file} has no price level of all items")
    header = ["code", "area", "all_items", "housing", "year", "source"]
    into.mkdir(parents=True, exist_ok=True)
    _write(into / "price_parities.csv", header, rows)
    click.echo(f"{len(rows)} areas of {year}")


def _records(file: Path, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    """Rows of a downloaded table by header."""
    try:
        rows = iter(open_sheet(file).rows)
        _, header = next(rows, (1, []))
        names = [name.strip() for name in header]
        lacking = [name for name in needed if name not in names]
        if lacking:
            raise click.ClickException(f"{file} has no column {', '.join(lacking)}")
        for _, cells in rows:
            yield dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except InputError as error:
        raise click.ClickException(str(error)) from error


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(?:\.\d+)?", text))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([header, *rows])
    write_file(path, text.getvalue(), force=True)
    path.chmod(0o644)  # it ships: it is nobody's pay


if __name__ == "__main__":
    main()
