from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import read_comps

Write = Callable[[str, str], Path]


def test_columns_are_told_from_their_headers(write: Write) -> None:
    text = "Job Title;Base Pay;City;Company;Year\nMLE;150k;Seattle;Acme;2026\n"
    comps = read_comps(write("c.csv", text))
    assert comps.columns == {
        "base_salary": "Base Pay",
        "role": "Job Title",
        "location": "City",
        "employer": "Company",
        "year": "Year",
    }
    assert comps.rows[0].pay == 150_000
    assert comps.rows[0].texts["role"] == "MLE"


def test_a_mapping_goes_over_what_the_headers_tell(write: Write) -> None:
    path = write("c.csv", "salary,offer\n1,150000\n2,160000\n")
    comps = read_comps(path, ["base_salary=offer"])
    assert [row.pay for row in comps.rows] == [150_000, 160_000]
    for mapping, words in (
        ("base_salary=ofer", "did you mean 'offer'"),
        ("bse_salary=offer", "did you mean 'base_salary'"),
    ):
        with pytest.raises(InputError, match=words):
            read_comps(path, [mapping])


def test_rows_that_cannot_be_used_are_counted_with_their_reason(write: Write) -> None:
    text = "role,salary\na,150000\nb,lots\nc,\nd,-5\ne,150\n"
    comps = read_comps(write("c.csv", text))
    assert (comps.read, len(comps.rows)) == (5, 1)
    assert comps.dropped == {
        "the pay is not a number": [3],
        "no pay": [4],
        "the pay is not positive or absurd": [5],
        "the pay is under 1,000 where others are whole dollars": [6],
    }


def test_a_row_wider_than_its_header_is_not_read_shifted(write: Write) -> None:
    # Once: a pay of 2,025 from the year, because the comma of the place had no quotes.
    rows = "MLE,Seattle, WA,2025,180000\nMLE,Boise,2025,150000\n"
    text = f"role,location,year,salary\n{rows}"
    comps = read_comps(write("c.csv", text))
    assert [row.pay for row in comps.rows] == [150_000]
    assert comps.dropped == {"the row has more cells than the header": [2]}


def test_a_file_all_in_thousands_is_scaled_and_says_so(write: Write) -> None:
    comps = read_comps(write("c.csv", "salary\n150\n160.5\n"))
    assert comps.in_thousands
    assert [row.pay for row in comps.rows] == [150_000, 160_500]


def test_percentiles_out_of_order_are_dropped(write: Write) -> None:
    text = "role,p25,p50,p75\na,140000,150000,160000\nb,160000,150000,140000\nc,,,\n"
    text += "d,x,150000,160000\ne,140,150,160\n"
    comps = read_comps(write("c.csv", text))
    assert comps.kind == "percentiles"
    assert [row.percentiles for row in comps.rows] == [
        {25: 140_000, 50: 150_000, 75: 160_000}
    ]
    assert list(comps.dropped) == [
        "the percentiles are out of order",
        "no percentile",
        "a percentile is not a number",
        "a percentile is under 1,000: write whole dollars",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("role,city\na,b\n", "no wage column among role, city; name one with --map"),
        ("salary\nlots\n", r"no usable row: the pay is not a number \(1\)"),
        ("salary\n", "no usable row: it has no row"),
        ("salary,salary\n1,2\n", "the header 'salary' stands twice"),
        ("", "is empty"),
    ],
)
def test_files_that_cannot_answer_are_told(write: Write, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_comps(write("c.csv", text))
