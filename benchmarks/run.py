"""Measure offerlab against named yardsticks, all in one run on this machine.

The wheel is built, installed into a bare environment with its bytecode compiled, and
whole processes are timed in turn (A, B, A, B, ...), so that a drift of the machine's
speed hits both sides. Only ratios are meant to be compared between machines.
"""

from __future__ import annotations

import compileall
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import matplotlib as mpl
from filings import ROLE, write_filings
from matplotlib.figure import Figure

TOP = Path(__file__).resolve().parents[1]
PICTURE = TOP / "benchmarks" / "results.svg"
RESULTS = TOP / "benchmarks" / "results.json"
ROUNDS = 15
GRANTS = 100_000
PRICE_PATHS = 10_000
ASK = [
    "--ask-base",
    "150k",
    "--signature",
    "Sam",
    "--hire-signal",
    "--reason",
    "I like it.",
]

CLICK = ["python", "-c", "import click"]
LIBRARIES = ["python", "-c", "import click, yaml, rich.console, rich.table"]
FIGURE = [
    "python",
    "-c",
    "from matplotlib.figure import Figure;"
    "from matplotlib.backends.backend_agg import FigureCanvasAgg",
]


LETTER = TOP / "tests" / "data" / "offer_letters" / "rendered" / "13.pdf"
PDF = ["python", "-c", "import click, pypdfium2"]
ROWS = {"few": 3_000, "many": 30_000, "most": 120_000}
PANDAS = [
    "python",
    "-c",
    "import sys, pandas; pandas.read_csv(sys.argv[1], usecols=["
    "'CASE_NUMBER', 'CASE_STATUS', 'JOB_TITLE', 'WAGE_RATE_OF_PAY_FROM',"
    " 'WAGE_UNIT_OF_PAY'])",
]


Pair = tuple[list[str], list[str], float | None]


def pairs(folder: Path) -> dict[str, Pair]:
    """What is measured: name to command, yardstick and bar for the ratio, if any."""
    offers = folder / "demo"
    one, other = str(offers / "northwind.yaml"), str(offers / "contoso.yaml")
    picture = str(folder / "total.png")
    two, ten = ["compare", one, other], ["compare", *[one, other] * 5]
    lab = ["offerlab"]
    return {
        "importing click, PyYAML and rich's tables": (LIBRARIES, CLICK, None),
        "`offerlab --help`": ([*lab, "--help"], CLICK, 1.3),
        "`offerlab --version`": ([*lab, "--version"], CLICK, 1.3),
        "`check` of one offer": ([*lab, "check", one], CLICK, 6),
        "`show` of one offer": ([*lab, "show", one], CLICK, 6),
        "`vest` of one offer": ([*lab, "vest", one], CLICK, 6),
        "`walkaway` of one offer": ([*lab, "walkaway", one], CLICK, 6),
        "`email counter`": ([*lab, "email", "counter", one, *ASK], CLICK, 6),
        "`check` with market evidence": (
            [*lab, "check", one],
            [*lab, "check", one, "--no-market"],
            1.2,
        ),
        **letters(lab, one),
        **comps(folder, lab, one),
        "`compare` of ten offers": ([*lab, *ten], [*lab, *two], 2),
        "`plot total` of two offers": (
            [*lab, "plot", "total", one, other, "--force", "-o", picture],
            FIGURE,
            1.5,
        ),
    }


def letters(lab: list[str], one: str) -> dict[str, Pair]:
    """Reading a letter, and what is written back."""
    show = [*lab, "show", one]
    return {
        "`read` of a two-page PDF": ([*lab, "read", str(LETTER)], PDF, 2.5),
        "`email counter` of one offer": (
            [*lab, "email", "counter", one, *ASK],
            show,
            2,
        ),
        "`negotiate plan` of one offer": (
            [*lab, "negotiate", "plan", one],
            show,
            2,
        ),
    }


def comps(folder: Path, lab: list[str], one: str) -> dict[str, Pair]:
    """Comp files of some sizes; the files are written first."""
    files = {}
    for name, rows in ROWS.items():
        files[name] = str(folder / f"{name}.csv")
        write_filings(Path(files[name]), rows)
    asked = {
        name: [*lab, "market", "percentile", file, "--role", ROLE]
        for name, file in files.items()
    }
    return {
        "`market percentile`, 3,000 rows of CSV": (asked["few"], CLICK, 2.5),
        "`market percentile`, 30,000 rows of CSV": (
            asked["many"],
            [*PANDAS, files["many"]],
            None,
        ),
        "`market percentile`, 120,000 / 30,000 rows": (
            asked["most"],
            asked["many"],
            4,
        ),
        "`check --comps`, 30,000 rows of CSV": (
            [*lab, "check", one, "--comps", files["many"], "--no-market"],
            asked["many"],
            1.2,
        ),
    }


NAMES = {
    id(PDF): "importing click and pypdfium2",
    id(CLICK): '`python -c "import click"`',
    id(FIGURE): "importing matplotlib's Figure and Agg",
}


def installed(folder: Path) -> Path:
    """Bin folder of a bare environment with the wheel, its bytecode compiled."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    quiet = {"check": True, "capture_output": True}
    subprocess.run([*build, "--outdir", str(folder), str(TOP)], **quiet)  # type: ignore[call-overload]
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    bin_folder = folder / "env" / "bin"
    wheel = next(folder.glob("*.whl"))
    pip = [str(bin_folder / "python"), "-m", "pip", "install", "--quiet", "--compile"]
    subprocess.run([*pip, f"{wheel}[letters]"], check=True)
    compileall.compile_dir(folder / "env" / "lib", quiet=2)
    return bin_folder


def seconds(command: list[str], bin_folder: Path) -> float:
    """Wall time of one whole process."""
    words = [str(bin_folder / command[0]), *command[1:]]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env=env)
    return time.perf_counter() - start


def ratio(
    command: list[str], yardstick: list[str], bin_folder: Path
) -> dict[str, float]:
    """Median of the ratios, pair by pair, and both medians in milliseconds."""
    seconds(command, bin_folder)
    seconds(yardstick, bin_folder)
    times = [
        (seconds(command, bin_folder), seconds(yardstick, bin_folder))
        for _ in range(ROUNDS)
    ]
    return {
        "ratio": statistics.median(a / b for a, b in times),
        "ms": 1000 * statistics.median(a for a, _ in times),
        "yardstick_ms": 1000 * statistics.median(b for _, b in times),
    }


RATE = f"""
import json, random, time
from datetime import date
import numpy as np
from offerlab import even_schedule, tranches, vesting_table
from offerlab.core.timetable import timetable
from offerlab.ocf import terms_json, vesting_schedule
pick = random.Random(1)
sizes = [pick.randrange(1_000, 1_000_000) for _ in range({GRANTS})]
schedule, start = even_schedule(48, 1), date(2027, 1, 31)
column = np.array(sizes)[:, np.newaxis]
steps = np.arange(1, 49)

def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin

def table():
    return vesting_table(schedule, sizes, start)

def bare_table():
    return np.diff(column * steps // 48, axis=1, prepend=0)

def engine():
    for size in sizes:
        tranches(schedule, size, start)

def bare_engine():
    for size in sizes:
        [size * k // 48 for k in range(1, 49)]

few = sizes[: {GRANTS} // 100]
document = terms_json(schedule.terms)

def terms():  # parsed, checked and walked anew for each grant
    for size in few:
        timetable.cache_clear()
        vesting_schedule(document, size, vesting_start=start)

def rounds(work, other, count):
    pairs = [(seconds(work), seconds(other)) for _ in range(count)]
    return sorted(pairs)[count // 2]

table(), bare_table()
print(json.dumps({{
    "table": rounds(table, bare_table, 5),
    "engine": rounds(engine, bare_engine, 3),
    "terms": [seconds(terms), len(few)],
}}))
"""


def vesting(bin_folder: Path) -> dict[str, Any]:
    """Vest many grants of 48 tranches: at once, one by one, and from JSON each time."""
    command = [str(bin_folder / "python"), "-c", RATE]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    rows = []
    for name, what, against in (
        ("table", "`vesting_table`", "one numpy division of the same table"),
        ("engine", "the exact engine, one by one", "the integer divisions alone"),
    ):
        own, yardstick = found[name]
        rows.append(
            {
                "what": what,
                "against": against,
                "ratio": own / yardstick,
                "grants_per_second": GRANTS / own,
            }
        )
    took, count = found["terms"]
    return {
        "grants": GRANTS,
        "rows": rows,
        "engine_microseconds": 1e6 * found["engine"][0] / GRANTS,
        "json_microseconds": 1e6 * took / count,
    }


PATHS = f"""
import json, time
from dataclasses import replace
import numpy as np
from offerlab import build_ledger, read_assumptions, read_offers
from offerlab.model.prices import Paths
from offerlab.resources import shipped
offers, _ = read_offers([shipped("templates/offers/contoso.yaml")])
ledger = build_ledger(offers[0], read_assumptions())
claims = [line.claim for line in ledger if line.claim is not None]
months = 1 + max(claim.month for claim in claims)
steps = np.random.default_rng(1).normal(0, 0.1, (months, {PRICE_PATHS}))
prices = 100 * np.exp(steps.cumsum(axis=0))
market = replace(ledger.valuations["market"], prices=Paths(prices))
shares = [float(claim.shares) for claim in claims]
rows = [claim.month for claim in claims]

def priced():  # one claim after the other, each on all paths
    return sum(market.worth(claim) for claim in claims)

def bare():
    return np.array(shares) @ prices[rows]

def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin

assert np.allclose(priced(), bare())
pairs = sorted((seconds(priced), seconds(bare)) for _ in range(15))
print(json.dumps([*pairs[7], len(claims)]))
"""


def paths(bin_folder: Path) -> dict[str, Any]:
    """Value the claims of one example offer on many price paths, in one ledger."""
    command = [str(bin_folder / "python"), "-c", PATHS]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    own, yardstick, claims = json.loads(done.stdout)
    return {
        "paths": PRICE_PATHS,
        "claims": claims,
        "ratio": own / yardstick,
        "ms": 1000 * own,
    }


def _named(yardstick: list[str]) -> str:
    """Name of a yardstick that is a command of its own."""
    if yardstick[: len(PANDAS)] == PANDAS:
        return "pandas `read_csv(usecols)` of the file"
    for name in ("show", "percentile"):
        if name in yardstick:
            return "`show`" if name == "show" else "`market percentile` of 30,000"
    return "without it" if "--no-market" in yardstick else "two offers"


def main() -> None:
    """Measure everything and write the results."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bin_folder = installed(folder)
        seconds(["offerlab", "demo", str(folder / "demo")], bin_folder)
        rows = []
        for label, (command, yardstick, bar) in pairs(folder).items():
            found = ratio(command, yardstick, bin_folder)
            against = NAMES.get(id(yardstick)) or _named(yardstick)
            rows.append({"what": label, "against": against, "bar": bar, **found})
            print(f"{label}: {found['ratio']:.2f} (bar {bar})")
        rate = vesting(bin_folder)
        priced = paths(bin_folder)
        print(f"{PRICE_PATHS:,} price paths: {priced['ms']:.1f} ms")
        for row in rate["rows"]:
            print(f"{row['what']}: {row['grants_per_second']:,.0f} grants a second")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    result = {
        "python": platform.python_version(),
        "machine": machine,
        "rounds": ROUNDS,
        "rows": rows,
        "vesting": rate,
        "paths": priced,
    }
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    draw(rows)


def draw(rows: list[dict[str, Any]]) -> None:
    """Ratios as bars, each with the bar it must not pass."""
    mpl.rcParams["svg.hashsalt"] = "offerlab"
    figure = Figure(figsize=(8, 4.2), layout="constrained")
    axes = figure.subplots()
    names = [f"{row['what']} / {row['against']}".replace("`", "") for row in rows]
    places = range(len(rows))
    axes.barh(places, [row["ratio"] for row in rows], color="#56B4E9")
    for place, row in zip(places, rows, strict=True):
        axes.text(row["ratio"] + 0.05, place, f"{row['ratio']:.2f}", va="center")
        if row["bar"]:
            axes.plot([row["bar"]] * 2, [place - 0.4, place + 0.4], color="#D55E00")
    axes.set_yticks(places, names, fontsize=7)
    axes.invert_yaxis()
    axes.set_xlabel("times the yardstick, whole process (line: at most)")
    figure.savefig(PICTURE, metadata={"Date": None})


if __name__ == "__main__":
    main()
