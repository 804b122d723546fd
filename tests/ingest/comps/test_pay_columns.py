from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import Comps, read_comps

Write = Callable[[str, str], Path]
Ends = list[tuple[float | None, float | None, str]]


def ends(comps: Comps) -> Ends:
    return [(row.low, row.high, row.period) for row in comps.rows]


def reasons(comps: Comps) -> list[tuple[str, int]]:
    return [(drop.reason, drop.rows) for drop in comps.dropped]


def test_a_posting_tells_a_range_or_a_median_each_in_its_own_columns(
    write: Write,
) -> None:
    text = (
        "title,max_salary,med_salary,min_salary,pay_period\n"
        "MLE,180000,,140000,YEARLY\nMLE,,150000,,YEARLY\nMLE,90,,60,HOURLY\n"
    )
    assert ends(read_comps(write("c.csv", text))) == [
        (140_000, 180_000, "year"),
        (150_000, 150_000, "year"),
        (60, 90, "hour"),
    ]


def test_a_median_between_two_ends_is_a_figure_of_a_group(write: Write) -> None:
    text = (
        "role,low salary,median salary,high salary,n\n"
        "MLE,100000,130000,170000,20\nSWE,90000,120000,150000,40\n"
    )
    comps = read_comps(write("c.csv", text))
    assert comps.is_grid
    assert [row.percentiles for row in comps.rows] == [{50: 130_000}, {50: 120_000}]
    assert "not read, as no header says which percentiles" in comps.notes[0]


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("equity (4 yr)", "300000", (300_000, 300_000, "4-years")),
        ("RSU value over four years", "300k", (300_000, 300_000, "4-years")),
        ("annual equity", "75000", (75_000, 75_000, "year")),
        ("equity", "300000 over 4 years", (300_000, 300_000, "4-years")),
    ],
)
def test_equity_dollars_keep_the_years_that_they_are_for(
    write: Write, header: str, cell: str, expected: tuple[float, float, str]
) -> None:
    path = write("c.csv", f"role,base,{header}\nMLE,150000,{cell}\n")
    assert ends(read_comps(path, measure="equity_value")) == [expected]


def test_years_of_a_person_are_no_period_of_a_base(write: Write) -> None:
    path = write("c.csv", "role,base salary (4 years experience)\nMLE,150000\n")
    assert ends(read_comps(path)) == [(150_000, 150_000, "")]
    path = write("d.csv", "role,base\nMLE,600000 over 4 years\nMLE,150000\n")
    assert ends(read_comps(path)) == [(150_000, 150_000, "")]


def test_a_column_of_yes_and_no_says_which_pay_is_hourly(write: Write) -> None:
    path = write("c.csv", "title,hourly,salary\nMLE,0,150\nMLE,1,60\n")
    comps = read_comps(path, unit=1000.0)
    # No hour is paid in thousands: 60 stays, 150 becomes 150,000.
    assert ends(comps) == [(150_000, 150_000, ""), (60, 60, "hour")]


def test_a_wage_of_millions_is_no_filing(write: Write) -> None:
    text = (
        "CASE_NUMBER,CASE_STATUS,PREVAILING_WAGE,JOB_TITLE\n"
        "1,CERTIFIED,150000,MLE\n2,CERTIFIED,329139200,MLE\n"
    )
    comps = read_comps(write("c.csv", text))
    assert ends(comps) == [(150_000, 150_000, "year")]
    assert reasons(comps) == [("the pay does not fit its period: a slip", 1)]


@pytest.mark.parametrize(
    ("codes", "labels"), [(("030", "15"), ()), (("15-2051", "15-1252"), ("soc",))]
)
def test_three_digits_of_an_early_filing_are_no_soc(
    write: Write, codes: Sequence[str], labels: tuple[str, ...]
) -> None:
    rows = "".join(f"{n},CERTIFIED,150000,{c}\n" for n, c in enumerate(codes))
    text = "CASE_NUMBER,CASE_STATUS,PREVAILING_WAGE,JOB_CODE\n" + rows
    assert read_comps(write("c.csv", text)).labels == labels


@pytest.mark.parametrize(
    ("text", "low", "currency", "period"),
    [
        ("Titel;Stad;Månadslön (SEK)\nX;Lund;55 000\n", 55_000, "SEK", "month"),
        ("Beruf;Stadt;Jahresgehalt\nX;Köln;70.000,00 €\n", 70_000, "EUR", "year"),
        ("Beruf;Ort;Jahreslohn CHF\nX;Bern;110'000\n", 110_000, "CHF", "year"),
        ("Ruolo;Città;RAL\nX;Roma;€ 40.000\n", 40_000, "EUR", "year"),
        ("Functie;Stad;Maandsalaris\nX;Breda;€ 4.500,00\n", 4_500, "EUR", "month"),
        ("Cargo;Cidade;Salário mensal\nX;Recife;R$ 12.000\n", 12_000, "BRL", "month"),
        ("Poste;Ville;Salaire annuel\nX;Lyon;50 000 €\n", 50_000, "EUR", "year"),
        ("title,city,wage,unit\nX,Ames,110000,A\n", 110_000, "", "year"),
    ],
)
def test_headers_of_other_languages(
    write: Write, text: str, low: float, currency: str, period: str
) -> None:
    comps = read_comps(write("c.csv", text))
    (row,) = comps.rows
    assert (row.low, row.currency, row.period) == (low, currency, period)
    assert comps.labels == ("role", "city")


def test_postings_as_records_within_records(write: Write) -> None:
    value = {"minValue": 140_000, "maxValue": 180_000, "unitText": "YEAR"}
    posting = {
        "@type": "JobPosting",
        "title": "MLE",
        "hiringOrganization": {"name": "Acme"},
        "jobLocation": {"address": {"addressLocality": "Ames", "addressRegion": "IA"}},
        "baseSalary": {"currency": "USD", "value": value},
    }
    comps = read_comps(write("c.json", json.dumps([posting])))
    assert ends(comps) == [(140_000, 180_000, "year")]
    assert dict(zip(comps.labels, comps.rows[0].labels, strict=True)) == {
        "employer": "Acme",
        "role": "MLE",
        "city": "Ames",
        "state": "IA",
    }


def test_amounts_named_as_such_are_pay_where_both_ends_are_there(
    write: Write,
) -> None:
    text = "title,interval,min_amount,max_amount\nMLE,hourly,60,80\n"
    assert ends(read_comps(write("c.csv", text))) == [(60, 80, "hour")]
    with pytest.raises(InputError, match="--map base_salary=HEADER"):
        read_comps(write("d.csv", "title,amount\nMLE,150000\n"))


def test_percentiles_have_the_currency_and_period_of_their_row(write: Write) -> None:
    text = "role,currency,unit,p25,p50\nMLE,EUR,year,70000,80000\n"
    text += "SWE,GBP,month,5000,6000\n"
    comps = read_comps(write("c.csv", text))
    assert [(row.currency, row.percentiles) for row in comps.rows] == [
        ("EUR", {25: 70_000, 50: 80_000}),
        ("GBP", {25: 60_000, 50: 72_000}),  # 12 x 5,000 and 12 x 6,000
    ]


def test_percentiles_of_parts_of_a_company(write: Write) -> None:
    comps = read_comps(
        write("c.csv", "stage,p25,p50\nSeed,0.3%,0.5%\nSeries A,0.1%,0.2%\n")
    )
    assert (comps.measure, comps.is_grid) == ("equity_percent", True)
    assert [(row.currency, row.percentiles) for row in comps.rows] == [
        ("%", {25: 0.3, 50: 0.5}),
        ("%", {25: 0.1, 50: 0.2}),
    ]
