"""Lay BLS OEWS estimates out so that one question reads one small file.

Usage: python tools/refresh_oews.py OEWS.csv (then write its month to SOURCE.csv)

Reads a table with the columns of the BLS workbooks and writes
``market_data/oews/<SOC>.csv``: nation, states and metropolitan areas of one
occupation, annual wages. Markers of BLS stay as they are: ``*`` no estimate.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "market_data" / "oews"
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


def main(source: str) -> None:
    """Write one file an occupation."""
    FOLDER.mkdir(exist_ok=True)
    by_soc: dict[str, list[dict[str, str]]] = {}
    with Path(source).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["AREA_TYPE"] in KINDS:
                by_soc.setdefault(row["OCC_CODE"], []).append(row)
    for soc, rows in sorted(by_soc.items()):
        path = FOLDER / f"{soc}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["kind", "state", *COLUMNS])
            for row in rows:
                kind = KINDS[row["AREA_TYPE"]]
                cells = [row[name] for name in COLUMNS.values()]
                writer.writerow([kind, row["PRIM_STATE"], *cells])
        print(f"{path.name}: {len(rows)} areas")


if __name__ == "__main__":
    main(sys.argv[1])
