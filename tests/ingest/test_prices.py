from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.assumptions import read_assumptions
from offerlab.ingest.prices import read_prices

Write = Callable[[str, str], Path]


def test_prices_are_read_in_any_order_and_with_any_separator(write: Write) -> None:
    path = write("p.csv", "Price;Date\n$1,100.50;2027-02-01\n90;2027-01-01\n")
    found = read_prices(path)
    assert found.days == (date(2027, 1, 1), date(2027, 2, 1))
    assert found.prices == (90.0, 1100.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("day,price\n2027-01-01,1\n", "there is no column 'date'"),
        ("date,price\n", "no price below it"),
        ("date,price\n2027-01-01,\n", "1 of 1 rows cannot be used: line 2: .*amount"),
        (
            # A thousands comma without quotes: once read as a price of $1.
            "date,price\n2027-01-01,1,234.50\n",
            "1 of 1 rows .*: line 2: this row has 3 cells, the header 2; put cells",
        ),
        ("date,price\n2027-01-01,0\n", "line 2: a price of 0 is not above 0"),
        ("date,price\n01/02/2027,5\n", "is not a date; write it as 2027-01-11"),
        ("date,price\n2027-01-01,5\n2027-01-01,6\n", "3: 2027-01-01 appears twice"),
        (
            "date,price\n" + "x,1\n" * 5,
            "5 of 5 rows cannot be used: line 2: .*line 4: .*; and 2 more",
        ),
    ],
)  # fmt: skip
def test_all_bad_rows_are_told_at_once(write: Write, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_prices(write("p.csv", text))


def test_a_file_of_assumptions_names_prices_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "p.csv").write_text("date,price\n2027-01-01,5\n")
    (folder / "a.yaml").write_text("share_prices: p.csv\n")
    monkeypatch.chdir(tmp_path)
    path = read_assumptions(folder / "a.yaml").price_path()
    assert path is not None
    assert path.prices == (5.0,)
    assert read_assumptions().price_path() is None


def test_a_missing_file_of_prices_is_told() -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_assumptions(settings=["share_prices=/nowhere/p.csv"])
