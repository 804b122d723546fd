"""A file that is read by column gives what it gives row by row."""

from __future__ import annotations

import csv
import io
import re
import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks.filings import write_filings
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offerlab.cli import main
from offerlab.errors import InputError
from offerlab.ingest.comps import reader
from offerlab.ingest.comps.rows import Table

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.ingest.comps.comp import Comps


def both(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Comps, Comps]:
    """A file read row by row, and read by column where it can be."""
    rows = reader.read_comps(path)
    monkeypatch.setattr(reader, "LEAST_BYTES", 0)
    return rows, reader.read_comps(path)


def alike(one: Comps, other: Comps) -> None:
    """Assert that two readings are the same."""
    assert list(one.rows) == list(other.rows)
    assert set(one.cases) == set(other.cases)
    assert replace(one, rows=(), cases=()) == replace(other, rows=(), cases=())


def same_refusal(path: Path, error: InputError) -> None:
    """Assert that the reading by column refuses a file with the same words."""
    with pytest.raises(InputError) as caught:
        reader.read_comps(path)
    assert str(caught.value) == str(error)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_filings_by_column_are_filings_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    write_filings(tmp_path / "lca.csv", 2_000, seed)
    one, other = both(tmp_path / "lca.csv", monkeypatch)
    assert isinstance(other.rows, Table)
    alike(one, other)


CELLS = st.sampled_from(
    [
        "", " ", "Engineer", "ENGINEER ", "Max", "Total", "120000", "$95,000", "12",
        "120k-140k", "n/a", "£50,000", "a, b", 'say "x"', "2024-05-01", "Nov-21",
        "15-1252", "soon", "1,2", "Zürich", "90000 per year",
    ]
)  # fmt: skip
HEADERS = (
    ("Job Title", "Salary", "City", "Date"),
    ("Company", "Title", "Base Salary", "Currency", "SOC Code"),
    ("CASE_NUMBER", "CASE_STATUS", "JOB_TITLE", "SOC_CODE", "WAGE_RATE_OF_PAY_FROM",
     "WAGE_UNIT_OF_PAY"),
)  # fmt: skip


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_cells_by_column_are_the_same_by_row(
    tmp_path: Path, data: st.DataObject
) -> None:
    header = data.draw(st.sampled_from(HEADERS))
    row = st.lists(CELLS, min_size=len(header), max_size=len(header))
    rows = data.draw(st.lists(row, min_size=3, max_size=25))
    text = io.StringIO(newline="")
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(text, lineterminator=end)
    if data.draw(st.booleans()):
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end)
    writer.writerows([header, *rows])
    path = tmp_path / "any.csv"
    path.write_bytes(text.getvalue().encode())
    with pytest.MonkeyPatch.context() as patch:
        try:
            one = reader.read_comps(path)
        except InputError as error:
            patch.setattr(reader, "LEAST_BYTES", 0)
            with pytest.raises(
                InputError, match="^" + __import__("re").escape(str(error))
            ):
                reader.read_comps(path)
            return
        patch.setattr(reader, "LEAST_BYTES", 0)
        alike(one, reader.read_comps(path))


TEXTS = {
    "short rows": "Title,Salary,City\nEngineer,100000\nAnalyst,90000,Austin\n",
    "long rows": "Title,Salary\nEngineer,100000,x\nAnalyst,90000\n",
    "a blank line": "Title,Salary\nEngineer,100000\n\nAnalyst,90000\n",
    "a cell of two lines": 'Title,Salary\n"Engi\nneer",100000\nAnalyst,90000\n',
    "a stray quote": 'Title,Salary\n5" pipe,100000\nAnalyst,90000\n',
    "a quote within": 'Title,Salary\n"a"b,100000\nAnalyst,90000\n',
    "space before a quote": 'Title,Salary\n "Engineer",100000\nAnalyst, "90,000"\n',
    "an open quote": 'Title,Salary\nEngineer,100000\n"Analyst,90000\n',
    "no last line end": "Title,Salary\nEngineer,100000\nAnalyst,90000",
    "units below": "Title,Salary\n,USD per year\nEngineer,100000\nAnalyst,90000\n",
    "the header again": "Title,Salary\nEngineer,100000\nTitle,Salary\nAnalyst,90000\n",
    "a title above": "My survey\nTitle,Salary\nEngineer,100000\nAnalyst,90000\n",
    "a byte order mark": "\ufeffTitle,Salary\nEngineer,100000\nAnalyst,90000\n",
    "a null": "Title,Salary\nNULL,100000\nnull,90000\nNA,80000\n",
    "padding": "Title,Salary\n  Engineer  , 100000 \nAnalyst\t,90000\n",
    "escapes": 'Title,Salary\n"a ""b"" c",100000\nb\\"c,90000\n',
    "semicolons": "Title;Salary\nEngineer;100000\nAnalyst;90000\n",
    "carriage returns": "Title,Salary\rEngineer,100000\rAnalyst,90000\r",
    "mixed line ends": "Title,Salary\r\nEngineer,100000\nAnalyst,90000\r\n",
    "a comment": "Title,Salary\n#Engineer,100000\nAnalyst,90000\n",
    "spaces as a row": "Title,Salary\nEngineer,100000\n   \nAnalyst,90000\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_odd_texts_by_column_are_the_same_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(TEXTS[name].encode())
    try:
        one = reader.read_comps(path)
    except InputError as error:
        monkeypatch.setattr(reader, "LEAST_BYTES", 0)
        same_refusal(path, error)
        return
    monkeypatch.setattr(reader, "LEAST_BYTES", 0)
    alike(one, reader.read_comps(path))


def asked(path: Path, *words: str) -> str:
    """Output of a question to a file."""
    result = CliRunner().invoke(main, [*words[:2], str(path), *words[2:]])
    return result.output


SURVEY = "Title,Level,Salary,City,Country,Date\n" + "".join(
    f"{title},{level},{salary},{city},{country},2025-0{1 + number % 9}-11\n"
    for number in range(40)
    for title, level, salary, city, country in (
        ("ML Engineer", "Senior", f"${150 + number}k", "Toronto", "Canada"),
        ("Data Scientist", "Junior", f"{90_000 + 500 * number}", "Austin", "USA"),
        ("ML Engineer", "Mid", f"{120 + number}k-{140 + number}k", "Austin", "USA"),
        ("ML Engineer", "Mid", f"£{60 + number}k", "London", "UK"),
        ("Analyst", "Mid", f"{40 + number % 3} per hour", "", ""),
        ("Total", "", "4000000", "", ""),
    )
)
QUESTIONS = (
    "market percentile --role 'ml engineer'",
    "market percentile --role 'ml engineer' --currency USD --json",
    "market percentile --currency GBP --set fx.USD=0.8 --json",
    "market percentile --currency USD --level mid --range high --value 150000",
    "market percentile --currency USD --half-life 1 --json",
    "market percentile --currency USD --year 2024",
    "market percentile --currency CAD --city toronto",
    "market read --json",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(SURVEY, encoding="utf-8")
    words = shlex.split(question)
    one = asked(path, *words)
    monkeypatch.setattr(reader, "LEAST_BYTES", 0)
    assert isinstance(reader.read_comps(path).rows, Table)
    other = asked(path, *words)
    # Of rows that are alike the first is the example.
    assert re.sub(r"line \d+", "line", other) == re.sub(r"line \d+", "line", one)


def test_a_frame_is_the_same_of_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_filings(tmp_path / "lca.csv", 300)
    one, other = both(tmp_path / "lca.csv", monkeypatch)
    assert one.to_frame().equals(other.to_frame())


def test_part_of_a_table_is_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_filings(tmp_path / "lca.csv", 50)
    one, other = both(tmp_path / "lca.csv", monkeypatch)
    assert list(other.rows[3:7]) == list(one.rows[3:7])
    assert other.rows[2]._replace(case="") == one.rows[2]._replace(case="")


def test_damaged_codes_are_repaired_by_column_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 11-3021 and 15-1252 of which a spreadsheet made dates, told by their titles.
    rows = ("Nov-21,Computer and Information Systems Managers", "15-1252,Developers",
            "Nov-21,Somebody", "11-3021,Managers")  # fmt: skip
    text = "".join(f"{row},{150_000 + n}\n" for n, row in enumerate(rows * 3))
    path = tmp_path / "codes.csv"
    path.write_text("SOC Code,SOC Title,Salary\n" + text)
    one, other = both(path, monkeypatch)
    assert isinstance(other.rows, Table)
    assert other.repaired == 3
    alike(one, other)
