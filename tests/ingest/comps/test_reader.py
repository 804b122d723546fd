from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import Comps, read_comps

DATA = Path(__file__).parents[2] / "data" / "comps"
Write = Callable[[str, str], Path]


def ends(comps: Comps) -> list[tuple[float | None, float | None]]:
    return [(row.low, row.high) for row in comps.rows]


def reasons(comps: Comps) -> dict[str, int]:
    return {drop.reason: drop.rows for drop in comps.dropped}


def test_columns_are_told_from_their_headers(write: Write) -> None:
    text = "Job Title;Base Pay;City;Company;Year\nMLE;150k;Seattle;Acme;2026\n"
    comps = read_comps(write("c.csv", text))
    assert comps.columns == {
        "base_salary": "Base Pay",
        "employer": "Company",
        "role": "Job Title",
        "city": "City",
        "date": "Year",
    }
    assert ends(comps) == [(150_000, 150_000)]
    assert comps.rows[0].labels == ("Acme", "MLE", "Seattle", "2026")


def test_a_mapping_goes_over_what_the_headers_tell(write: Write) -> None:
    path = write("c.csv", "salary,offer\n1,150000\n2,160000\n")
    comps = read_comps(path, ["base_salary=offer"])
    assert ends(comps) == [(150_000, 150_000), (160_000, 160_000)]
    for mapping, words in (
        ("base_salary=ofer", "did you mean 'offer'"),
        ("bse_salary=offer", "did you mean 'base_salary'"),
        ("offer", "write FIELD=HEADER"),
    ):
        with pytest.raises(InputError, match=words):
            read_comps(path, [mapping])


def test_rows_that_cannot_be_used_are_counted_with_their_reason(write: Write) -> None:
    text = "role,salary\na,150000\nb,lots\nc,\nd,-5\n,\n"
    comps = read_comps(write("c.csv", text))
    assert (comps.read, len(comps.rows)) == (5, 1)
    assert reasons(comps) == {
        "the pay was not understood": 2,
        "no pay": 1,
        "a blank row": 1,
    }
    assert comps.dropped[0].examples == ["line 3: lots", "line 5: -5"]


def test_exact_repeats_count_once_and_an_unnamed_column_is_no_part(
    write: Write,
) -> None:
    text = ",role,salary\n1,a,150000\n2,a,150000\n3,b,150000\n"
    comps = read_comps(write("c.csv", text))
    assert len(comps.rows) == 2
    assert reasons(comps) == {"an exact repeat of another row: counted once": 1}


def test_a_header_says_thousands_or_lakhs(write: Write) -> None:
    comps = read_comps(write("c.csv", "Salary (in thousands)\n150\n160.5\n150000\n"))
    assert ends(comps) == [
        (150_000, 150_000),
        (160_500, 160_500),
        (150_000, 150_000),
    ]
    comps = read_comps(write("d.csv", "Salary (lakhs INR)\n12.5\n"))
    assert (comps.rows[0].low, comps.rows[0].currency) == (1_250_000, "INR")


def test_small_amounts_are_never_scaled_without_a_word(write: Write) -> None:
    comps = read_comps(write("c.csv", "salary\n150\n160.5\n"))
    assert ends(comps) == [(150, 150), (160.5, 160.5)]


def test_percentiles_out_of_order_are_dropped(write: Write) -> None:
    text = "role,p25,p50,p75\na,140000,150000,160000\nb,160000,150000,140000\nc,,,\n"
    text += "d,abc,150000,160000\ne,140,150,160\n"
    comps = read_comps(write("c.csv", text))
    assert comps.is_grid
    assert [row.percentiles for row in comps.rows] == [
        {25: 140_000, 50: 150_000, 75: 160_000}
    ]
    assert set(reasons(comps)) == {
        "the percentiles are out of order",
        "no percentile",
        "a percentile was not understood",
        "a percentile is under 1,000 a year: give its period or its unit",
    }


def test_cells_beyond_the_header_are_left_out(write: Write) -> None:
    comps = read_comps(write("c.csv", "role,salary\na,1,500,000\nb,150000,,\n"))
    assert ends(comps) == [(150_000, 150_000)]
    assert reasons(comps) == {"more cells than the header": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("role,city\na,b\n", "--map base_salary=HEADER: none of its 2 headers"),
        ("role,amount\na,150000\n", "these hold amounts: amount"),
        ("", "is empty"),
    ],
)
def test_files_that_cannot_answer_are_told(write: Write, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_comps(write("c.csv", text))


def test_the_employers_city_is_not_the_place_of_the_job(write: Write) -> None:
    text = (
        "CASE_NUMBER,CASE_STATUS,JOB_TITLE,EMPLOYER_CITY,WAGE_RATE_OF_PAY_FROM,"
        "WAGE_UNIT_OF_PAY,WORKSITE_CITY,WORKSITE_STATE\n"
        "I-1,Certified,MLE,DALLAS,150000,Year,SEATTLE,WA\n"
    )
    comps = read_comps(write("lca.csv", text))
    assert comps.columns["city"] == "WORKSITE_CITY"


def test_filings_follow_their_rules(write: Write) -> None:
    head = (
        "CASE_NUMBER,CASE_STATUS,FULL_TIME_POSITION,WAGE_RATE_OF_PAY_FROM,"
        "WAGE_RATE_OF_PAY_TO,WAGE_UNIT_OF_PAY\n"
    )
    rows = [
        "I-1,Certified,Y,100000,,Year",  # replaced by the last row of its case
        "I-2,Certified,Y,50,60,Hour",
        "I-3,Certified - Withdrawn,Y,90000,,Year",
        "I-4,Certified,N,90000,,Year",
        "I-5,Certified,,90000,,Year",  # a blank mark is not told and stays
        "I-6,Certified,Y,85000,,Hour",  # a slip of the unit
        "I-7,Certified,Y,24.59,,Year",
        "I-8,Certified,Y,90000,,Select Pay Range",
        "I-1,Certified,Y,120000,,Year",
    ]
    comps = read_comps(write("lca.csv", head + "\n".join(rows) + "\n"))
    assert [(row.case, row.low, row.period) for row in comps.rows] == [
        ("I-2", 50, "hour"),
        ("I-5", 90_000, "year"),
        ("I-1", 120_000, "year"),
    ]
    assert reasons(comps) == {
        "the same case again: its last row counts": 1,
        "the status is not Certified": 1,
        "part time": 1,
        "the pay does not fit its period: a slip": 2,
        "the period is not known": 1,
    }
    assert comps.read == len(comps.rows) + sum(reasons(comps).values())


def test_a_withdrawn_mark_beside_certified_is_withdrawn(write: Write) -> None:
    text = (
        "CASE_NO,APPROVAL_STATUS,WAGE_RATE_1,RATE_PER_1,MAX_RATE_1,PART_TIME_1,"
        "WITHDRAWN\n"
        "a,CERTIFIED,80000,yr,0,N,N\n"
        "b,CERTIFIED,80000,yr,0,N,Y\n"
        "c,CERTIFIED,80000,yr,0,Y,N\n"
        "d,CERTIFIED,4000,mth,0,N,N\n"
    )
    comps = read_comps(write("lca.csv", text))
    assert [(row.low, row.period) for row in comps.rows] == [
        (80_000, "year"),
        (4_000, "month"),
    ]


def test_a_currency_in_the_row_that_contradicts_the_cell_is_left_out(
    write: Write,
) -> None:
    text = "salary,currency\n£50000,USD\n£50000,GBP\n$50000,CAD\n50000,Klingon\n"
    comps = read_comps(write("c.csv", text))
    assert [(row.low, row.currency) for row in comps.rows] == [
        (50_000, "GBP"),
        (50_000, "CAD"),
    ]
    assert reasons(comps) == {
        "the cell and its row name two currencies": 1,
        "the currency is not known": 1,
    }


def test_comps_are_a_frame_with_a_row_a_pay(write: Write) -> None:
    text = "Job Title;Base Pay;City\nMLE;150k;Seattle\nMLE;160k;Austin\n"
    frame = read_comps(write("c.csv", text)).to_frame()
    assert list(frame["line"]) == [2, 3]
    assert list(frame["low"]) == list(frame["high"]) == [150_000, 160_000]
    assert list(frame["city"]) == ["Seattle", "Austin"]
    assert [frame[name].dtype for name in ("role", "currency")] == ["category"] * 2


def test_a_grid_is_a_frame_with_a_column_a_percentile(write: Write) -> None:
    text = "role,p25,p50\na,140000,150000\nb,,170000\n"
    frame = read_comps(write("c.csv", text)).to_frame()
    assert list(frame["p50"]) == [150_000, 170_000]
    assert frame["p25"].isna().tolist() == [False, True]
    # BLS cuts pay off at $239,200 a year ("#"): the column has the lower bound.
    cut = read_comps(DATA / "oews_national_M2024_topcode.csv").to_frame()
    assert cut.filter(regex=r"^p\d").max(axis=None) == 239_200


def test_no_rows_are_an_empty_frame(write: Write) -> None:
    comps = read_comps(write("c.csv", "role,base_salary\na,150k\n"))
    assert replace(comps, rows=()).to_frame().empty
