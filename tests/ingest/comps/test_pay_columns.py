from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import Comps, columns, read_comps
from offerlab.ingest.comps.header import words_of

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


def test_a_row_of_units_below_the_header_is_part_of_it(write: Write) -> None:
    comps = read_comps(write("c.csv", "Role,Base\n(text),(GBP k)\nMLE,60\nSWE,50\n"))
    assert [(row.low, row.currency) for row in comps.rows] == [
        (60_000, "GBP"),
        (50_000, "GBP"),
    ]
    assert (comps.read, reasons(comps)) == (2, [])


@pytest.mark.parametrize("first", ["MLE,Competitive,EUR,year", "MLE,,EUR,year"])
def test_a_first_row_without_a_pay_is_no_row_of_units(write: Write, first: str) -> None:
    text = f"title,salary,currency,period\n{first}\nSWE,5000,GBP,month\n"
    comps = read_comps(write("c.csv", text))
    assert [(r.low, r.currency, r.period) for r in comps.rows] == [
        (5_000, "GBP", "month")
    ]
    assert comps.read == 2


def test_rows_that_sum_up_others_are_no_pay_of_anybody(write: Write) -> None:
    rows = "MLE,Max,150000\nSWE,Total,140000\nAverage,,145000\nTotal,,290000\n"
    comps = read_comps(write("c.csv", f"role,company,salary\n{rows}"))
    assert [row.low for row in comps.rows] == [150_000, 140_000]  # Max is a firm
    assert reasons(comps) == [("a row that sums up others", 2)]


def test_a_question_is_judged_without_its_explanation(write: Write) -> None:
    question = (
        "\"What is your annual salary? (You'll indicate the currency later. If you are"
        ' hourly, enter what 40 hours a week would earn.)"'
    )
    comps = read_comps(write("c.csv", f"Job title,{question}\nMLE,150000\n"))
    assert ends(comps) == [(150_000, 150_000, "year")]


def test_of_several_years_the_last_counts(write: Write) -> None:
    text = "role,2022 salary,2024 salary,2023 salary\nMLE,1200,1400,1300\n"
    path = write("c.csv", text)
    assert ends(read_comps(path))[0][0] == 1_400


def test_a_vague_header_is_pay_where_its_cells_say_money(write: Write) -> None:
    path = write("c.csv", "title,rate\nMLE,£450 per day\nMLE,£500 per day\n")
    assert ends(read_comps(path))[0] == (450, 450, "day")
    with pytest.raises(InputError, match="--map base_salary=HEADER"):
        read_comps(write("d.csv", "title,rate\nMLE,4.5\nMLE,5.0\n"))


def test_labor_certifications_are_filings_too(write: Write) -> None:
    text = (
        "CASE_NUMBER,CASE_STATUS,JOB_TITLE,WAGE_OFFER_FROM,WAGE_OFFER_TO,"
        "WAGE_OFFER_UNIT_OF_PAY\n"
        "1,Certified,MLE,150000,170000,Year\n2,Certified-Expired,MLE,70,,Hour\n"
        "3,Denied,MLE,90000,,Year\n"
    )
    comps = read_comps(write("c.csv", text))
    assert comps.kind.name == "DOL PERM disclosure data"
    assert [(r.low, r.currency, r.period) for r in comps.rows] == [
        (150_000, "USD", "year"),
        (70, "USD", "hour"),
    ]
    assert reasons(comps) == [("the status is not Certified", 1)]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Median Wage ($/hour)", "p50"),
        ("Wages Median", "p50"),
        ("25th percentile annual salary", "p25"),
        ("Q3", "p75"),
        ("a_pct10", "p10"),
        ("P90 base (USD)", "p90"),
        ("total p50", None),
        ("401k match 50%", None),
        ("mean wage", None),
    ],
)
def test_names_of_a_percentile(header: str, expected: str | None) -> None:
    assert columns.percentile_of(words_of(header)) == expected


def test_codes_that_became_dates_are_repaired_by_their_title(write: Write) -> None:
    text = (
        "title,soc_code,soc_title,salary\n"
        "a,Nov-21,Computer and Information Systems Managers,150000\n"
        "b,Nov-21,Marketing Managers,140000\n"
        "c,Nov-22,,130000\n"  # 11-2022 alone ends so
        "d,2021-11-01 00:00:00,,120000\n"
        "e,Nov-21,Boss,110000\n"  # undecidable
        "f,15-2051.00,Data Scientists,100000\n"
    )
    comps = read_comps(write("c.csv", text))
    at = comps.place("soc")
    assert at is not None
    assert [row.labels[at] for row in comps.rows] == [
        "11-3021", "11-2021", "11-2022", "11-2021", "Nov-21", "15-2051.00",
    ]  # fmt: skip
    assert comps.repaired == 4
    assert comps.notes[0].startswith("1 occupation code")


@pytest.mark.parametrize(("cell", "expected"), [("25", 0.25), ("25 bps", 0.25)])
def test_basis_points_in_the_header_or_the_cell(
    write: Write, cell: str, expected: float
) -> None:
    path = write("c.csv", f"stage,equity (bps)\nSeed,{cell}\nSeed,{cell}0\n")
    comps = read_comps(path)
    assert (comps.measure, comps.rows[0].low) == ("equity_percent", expected)


def test_numbers_of_shares_are_no_money(write: Write) -> None:
    text = "company,salary,options\nA,150000,20000\nB,160000,30000\n"
    assert read_comps(write("c.csv", text)).measures == ("base",)
    text = "company,salary,options\nA,150000,$20000\nB,160000,$30000\n"
    assert "equity_value" in read_comps(write("d.csv", text)).measures


def test_thousands_of_euros_in_one_word(write: Write) -> None:
    comps = read_comps(write("c.csv", "Stelle;Gehalt in TEUR\nDev;60,5\nDev;70\n"))
    assert [(row.low, row.currency) for row in comps.rows] == [
        (60_500, "EUR"),
        (70_000, "EUR"),
    ]


def test_two_tables_side_by_side_are_said(write: Write) -> None:
    text = "Role,Salary,,Role,Salary\nMLE,150000,,SWE,120000\n"
    comps = read_comps(write("c.csv", text))
    assert comps.notes == [
        "2 columns are named 'Salary': the first is read (rename one, and give it with"
        " --map)"
    ]


def test_minimum_and_maximum_alone_are_the_ends_of_a_pay(write: Write) -> None:
    text = "Job Title,Minimum,Midpoint,Maximum\nMLE,100000,125000,150000\n"
    assert ends(read_comps(write("c.csv", text))) == [(100_000, 150_000, "")]
    with pytest.raises(InputError, match="--map base_salary=HEADER"):
        read_comps(write("d.csv", "team,minimum,maximum\nA,2,5\nB,3,6\n"))


def test_averages_beside_a_median_are_figures_of_a_group(write: Write) -> None:
    text = "year,title,salary_avg,salary_median\n2023,DS,100000,95000\n"
    comps = read_comps(write("c.csv", text))
    assert comps.is_grid
    assert [row.percentiles for row in comps.rows] == [{50: 95_000}]


def test_a_stipend_of_an_intern_is_pay_and_one_for_a_move_is_not(write: Write) -> None:
    assert ends(read_comps(write("c.csv", "Job,Stipend per month\nIntern,7000\n"))) == [
        (7_000, 7_000, "month")
    ]
    with pytest.raises(InputError):
        read_comps(write("d.csv", "Job,Relocation stipend\nIntern,7000\n"))


@pytest.mark.parametrize(
    ("text", "low", "currency", "period"),
    [
        # 850 x 10,000; 6,500 x 10,000
        ("職種,年収（万円）\nML,850\nDS,720\n", 8_500_000, "JPY", "year"),
        ("직무,연봉(만원)\n개발,6500\n분석,7200\n", 65_000_000, "KRW", "year"),
        ("직무,연봉(만원)\n개발,65000000\n분석,72000000\n", 65_000_000, "KRW", "year"),
        ("Yrke,Månadslön (kr)\nUtvecklare,48500\nTest,52000\n", 48_500, "kr", "month"),
        ("Stanowisko,Wynagrodzenie brutto PLN / miesiąc\nA,20000\nB,18000\n", 20_000,
         "PLN", "month"),
        ("Pozice,Mzda CZK měsíčně\nA,90000\nB,80000\n", 90_000, "CZK", "month"),
    ],
)  # fmt: skip
def test_headers_of_other_languages_name_currency_period_and_unit(
    tmp_path: Path, text: str, low: float, currency: str, period: str
) -> None:
    path = tmp_path / "pay.csv"
    path.write_text(text, encoding="utf-8")
    row = read_comps(path).rows[0]
    assert (row.low, row.currency, row.period) == (low, currency, period)


def test_net_pay_of_another_language_is_no_base(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text("Titel,Nettogehalt EUR\nA,40000\nB,42000\n", encoding="utf-8")
    with pytest.raises(InputError, match="name the column of the pay"):
        read_comps(path)
