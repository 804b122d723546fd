"""Write files like the LCA disclosures of the Department of Labor, with a known truth.

The dirt is that of the real files: denied and withdrawn cases, the same case again in a
later quarter, part-time work, hourly and monthly units, dollar signs and commas,
padding, empty wages, and yearly wages that are marked as hourly.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TITLES = (
    "MACHINE LEARNING ENGINEER",
    "Machine Learning Engineer",
    "SOFTWARE ENGINEER",
    "DATA SCIENTIST",
    "ACCOUNTANT",
)
ROLE = "machine learning engineer"
PLACES = (("SEATTLE", "WA"), ("Austin", "TX"), ("NEW YORK ", "NY"), ("Chicago", "IL"))
UNITS = {"Year": 1, "Hour": 2080, "Month": 12, "Week": 52, "Bi-Weekly": 26}
HEADERS = (
    "CASE_NUMBER",
    "CASE_STATUS",
    "RECEIVED_DATE",
    "DECISION_DATE",
    "VISA_CLASS",
    "JOB_TITLE",
    "SOC_CODE",
    "SOC_TITLE",
    "FULL_TIME_POSITION",
    "BEGIN_DATE",
    "EMPLOYER_NAME",
    "WORKSITE_CITY",
    "WORKSITE_STATE",
    "WAGE_RATE_OF_PAY_FROM",
    "WAGE_RATE_OF_PAY_TO",
    "WAGE_UNIT_OF_PAY",
)


@dataclass(slots=True)
class Truth:
    """What a right reading of a file finds.

    Attributes
    ----------
    pays : list of float
        Yearly pay of each case of `ROLE` that counts.
    dropped : Counter of str
        Rows that do not count, by the reason that was planted.
    rows : int
    """

    pays: list[float] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    rows: int = 0


def write_filings(path: Path, rows: int, seed: int = 1) -> Truth:
    """Write a file of so many rows and tell what is in it."""
    pick, truth = random.Random(seed), Truth()
    last: list[str] = []
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(rows):
            truth.rows += 1
            if last and pick.random() < 0.02:
                truth.dropped["repeat"] += 1
                writer.writerow(last)
                continue
            row, counts = _row(pick, number, truth)
            last = row if counts else []
            writer.writerow(row)
    return truth


def _row(pick: random.Random, number: int, truth: Truth) -> tuple[list[str], bool]:
    """One case, and whether it counts."""
    yearly = pick.randrange(95_000, 260_000, 500)
    unit = pick.choices([*UNITS], [80, 12, 4, 2, 2])[0]
    title, place = pick.choice(TITLES), pick.choice(PLACES)
    status, full, fault = "Certified", "Y", ""
    draw = pick.random()
    if draw < 0.03:
        status, fault = pick.choice(("Denied", "Withdrawn")), "status"
    elif draw < 0.06:
        full, fault = "N", "part-time"
    elif draw < 0.07:
        fault = "no wage"
    elif draw < 0.08:
        unit, fault = "Hour", "unit"
    wage = yearly if fault == "unit" else yearly / UNITS[unit]
    shown = "" if fault == "no wage" else _written(pick, wage)
    row = [
        f"I-200-{number:08d}", status, "2025-03-01", "2025-03-08", "H-1B", title,
        "15-2051.00", "Data Scientists", full, "2025-09-01", f"EMPLOYER {number % 97}",
        place[0], place[1], shown, "", unit,
    ]  # fmt: skip
    if fault:
        truth.dropped[fault] += 1
    elif title.lower() == ROLE:
        truth.pays.append(round(wage, 2) * UNITS[unit])
    return row, not fault


def _written(pick: random.Random, wage: float) -> str:
    plain = f"{wage:.2f}"
    return pick.choice((plain, plain, f"${wage:,.2f}", f" {wage:,.2f} "))
