"""CSV leaves nothing out that the tables have."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]

EXAMPLES = [f"templates/offers/{name}.yaml" for name in ("northwind", "contoso")]


def test_csv_of_several_offers_has_all_of_them(offerlab: Run) -> None:
    rows = list(csv.DictReader(StringIO(offerlab("show", *EXAMPLES, "--csv").out)))
    totals = {row["offer"]: row["total"] for row in rows if row[""] == "total"}
    assert totals == {"Northwind Robotics": "622200.0", "Contoso Cloud": "786720.0"}
    months = offerlab("walkaway", *EXAMPLES, "--csv", "--month", "12").out
    assert len(months.splitlines()) == 3  # a header and a row each


def test_csv_has_the_vests_of_every_grant(offerlab: Run, write: Write) -> None:
    grant = "  - {kind: rsu, shares: %s, vesting: {months: 24, every_months: 12}}\n"
    text = PUBLIC.partition("equity:")[0] + "equity:\n" + grant % 900 + grant % 400
    first, second = write("a.yaml", text), write("b.yaml", text + "label: other\n")
    lines = offerlab("vest", first, "--csv").out.splitlines()
    assert lines[0].startswith("grant,date,month,shares")
    # Half of each on two anniversaries: 450, 450, 200, 200.
    cells = [line.split(",") for line in lines[1:]]
    assert [(each[0], each[3]) for each in cells] == [
        ("1", "450"), ("1", "450"), ("2", "200"), ("2", "200"),
    ]  # fmt: skip
    both = offerlab("vest", first, second, "--csv").out.splitlines()
    assert both[0].startswith("offer,currency,grant,date")
    assert len(both) == 9


def test_csv_of_leaving_has_private_stock_too(offerlab: Run, write: Write) -> None:
    said = offerlab("walkaway", write("a.yaml", PRIVATE), "--csv").out
    twelve = next(x for x in csv.DictReader(StringIO(said)) if x["month"] == "12")
    # 20,000 options at $3.00 are $60,000; a quarter vests in the first year, and
    # exercising 5,000 takes 5,000 × $0.90.
    assert float(twelve["notional kept"]) == 15_000
    assert float(twelve["notional lost"]) == 45_000
    assert float(twelve["exercise"]) == 4_500
