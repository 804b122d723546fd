from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ROWS = "role,base_salary,location,year\n" + "".join(
    f"ML Engineer,{100_000 + 1_000 * k},Seattle,2026\n" for k in range(41)
)


def test_shipped_wages_equal_the_published_cells(offerlab: Run) -> None:
    said = offerlab(
        "market", "percentile", "--role", "ml engineer", "--city", "San Francisco, CA",
        "--value", "150k", "--json",
    )  # fmt: skip
    found = said.json
    assert found["schema"] == "offerlab.market.percentile/1"
    assert found["percentiles"] == {
        "10": 99_170, "25": 130_430, "50": 170_110, "75": 212_970, "90": 272_430,
    }  # fmt: skip
    assert (found["count"], found["interval"]) == (None, None)
    assert (found["rung"], found["employment"]) == ("metro", 10_460)
    assert found["rank"]["words"] == "between P25 and P50, about P37"
    assert found["as_of"] == "2025-05"
    assert found["beside"]["group"] == "Software Developers"
    assert any("all levels of experience" in note for note in found["notes"])


def test_entry_level_answers_when_asked(offerlab: Run) -> None:
    found = offerlab(
        "market", "percentile", "--role", "MLE", "--level", "entry", "--json"
    ).json
    assert found["percentiles"]["50"] == 139_875
    assert found["sample_size"] == 276


def test_own_rows_have_a_count_and_intervals(offerlab: Run, write: Write) -> None:
    path = write("c.csv", ROWS)
    args = ("market", "percentile", path, "--role", "ml engineer", "--value", "110k")
    found = offerlab(*args, "--percentiles", "25,50", "--json").json
    # 41 rows from 100,000 by 1,000: the median is the 21st.
    assert found["percentiles"] == {"25": 110_000, "50": 120_000}
    assert found["count"] == 41
    assert found["sufficient"]
    low, high = found["interval"]["50"]
    assert low < 120_000 < high
    # Ten rows lie below 110,000 and one is equal: 10.5 of 41.
    assert found["rank"]["percent"] == pytest.approx(100 * 10.5 / 41)
    assert found["columns"][str(path)]["role"] == "role"
    printed = offerlab(*args)
    assert "95% from" in printed.out
    assert "base_salary from 'base_salary'" in " ".join(printed.out.split())


def test_several_files_are_pooled_only_when_asked(offerlab: Run, write: Write) -> None:
    one, two = write("a.csv", ROWS), write("b.csv", ROWS)
    said = offerlab("market", "percentile", one, two)
    assert said.code == 1
    assert "pool them with --blend" in said.err
    found = offerlab("market", "percentile", one, two, "--blend", "--json").json
    assert found["count"] == 82


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "say which job"),
        (("--role", "astronout"), "the role 'astronout' is not known here"),
        (("--role", "mle", "--city", "San Fransisco"), "did you mean"),
        (("--role", "mle", "--employer", "Acme"), "have no --employer"),
        (("--role", "statistician", "--level", "entry"), "no entry-level figures"),
        (("--soc", "99-0000"), "no occupation 99-0000"),
    ],
)
def test_questions_that_cannot_be_answered_are_told(
    offerlab: Run, args: tuple[str, ...], words: str
) -> None:
    said = offerlab("market", "percentile", *args)
    assert said.code == 1
    assert words in said.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--city", "Boston"), "no row is left after --city 'Boston' (41 before it"),
        (("--employer", "Acme"), "--map employer=HEADER"),
        (("--soc", "15-2051"), "--map soc=HEADER"),
        (("--map", "base_salary=pay"), "there is no header 'pay'"),
    ],
)
def test_an_empty_filter_is_named(
    offerlab: Run, write: Write, args: tuple[str, ...], words: str
) -> None:
    said = offerlab("market", "percentile", write("c.csv", ROWS), *args)
    assert said.code == 1
    assert words in said.err


def test_groups_of_percentiles_are_not_pooled(offerlab: Run, write: Write) -> None:
    text = "role,p25,p50,p75\nMLE,140k,150k,160k\nSWE,130k,140k,150k\n"
    path = write("c.csv", text)
    assert "cannot be pooled" in offerlab("market", "percentile", path).err
    found = offerlab("market", "percentile", path, "--role", "swe", "--json").json
    assert found["percentiles"]["50"] == 140_000
    assert found["count"] is None


@pytest.mark.parametrize("percents", ["x", "0", "100", ""])
def test_percents_must_be_percents(offerlab: Run, percents: str) -> None:
    said = offerlab("market", "percentile", "--role", "mle", "--percentiles", percents)
    assert said.code == 2


def test_filings_of_the_h1bdata_kind_are_yearly_dollars(
    offerlab: Run, write: Write
) -> None:
    head = "employer,job title,base salary,city,county,state,submit date,case status\n"
    rows = "".join(
        f"{name},DEV,{pay},AUSTIN,TRAVIS,TX,01/02/2019,{status}\n"
        for name, pay, status in (
            ("A", '"120,000"', "CERTIFIED"),
            ("B", '"100,000"', "CERTIFIED"),
            ("C", '"90,000"', "WITHDRAWN"),
            ("D", '"80,000"', "CERTIFIED-WITHDRAWN"),
        )
    )
    path = write("h.csv", head + rows)
    found = offerlab("market", "percentile", str(path), "--json").json
    # Two are Certified: (120,000 + 100,000) / 2.
    assert (found["count"], found["percentiles"]["50"]) == (2, 110_000)
    assert found["currency"] == "USD"


def test_a_survey_answers_by_its_converted_pay_alone(
    offerlab: Run, write: Write
) -> None:
    text = (
        "Country,DevType,Salary,SalaryType,CurrencySymbol,ConvertedSalary\n"
        "Germany,Dev,5000,Monthly,EUR,73433\nUS,Dev,100000,Yearly,USD,100000\n"
    )
    path = str(write("s.csv", text))
    found = offerlab("market", "percentile", path, "--json").json
    # (73,433 + 100,000) / 2: already yearly, whatever SalaryType says of the answer.
    assert (found["measure"], found["percentiles"]["50"]) == ("total", 86_716.5)
    said = offerlab("market", "percentile", path, "--measure", "base")
    assert said.code == 1
    assert "use --measure total" in said.err


def test_a_payroll_of_pay_rates_leaves_part_time_out(
    offerlab: Run, write: Write
) -> None:
    text = (
        "Name,Title,Full or Part-Time,Pay Basis,Pay Rate\n"
        "Q One,Clerk,F,Annual,60000\nQ Two,Clerk,F,Hourly,30\n"
        "Q Three,Clerk,P,Hourly,20\nQ Four,Clerk,F,Annual,60000\n"
    )
    path = str(write("p.csv", text))
    said = offerlab("market", "percentile", path, "--currency", "USD", "--json")
    found = said.json
    # 60,000, 30 x 2,080 = 62,400, 60,000; rows that differ by the name are people.
    assert (found["count"], found["percentiles"]["50"]) == (3, 60_000)
    assert [(d["reason"], d["rows"]) for d in found["dropped"]] == [("part time", 1)]
    assert "Q Three" not in said.out


def test_a_day_rate_is_pay(offerlab: Run, write: Write) -> None:
    path = write("d.csv", "Role,Town,Day rate (£)\nDev,London,500\nDev,Leeds,400\n")
    found = offerlab("market", "percentile", str(path), "--json").json
    # (500 + 400) / 2 x 260 days.
    assert (found["currency"], found["percentiles"]["50"]) == ("GBP", 117_000)


@pytest.mark.parametrize(
    "text", ["role,salary\n" + ",\n" * 50, "role,hourly rate (USD)\nDev,90000\n"]
)
def test_a_file_of_which_no_row_can_be_used_is_refused_in_words(
    offerlab: Run, write: Write, text: str
) -> None:
    path = str(write("b.csv", text))
    said = offerlab("market", "percentile", path, "--json")
    assert said.code == 1
    assert len(said.json["problems"]) == 1
    assert "no row can be used" in said.err


def test_a_grant_without_its_years_is_asked_about(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    rows = "".join(f"MLE,150000,{280_000 + 2_000 * n}\n" for n in range(21))
    path = write("c.csv", f"role,base,RSU grant\n{rows}")
    asked = "market", "percentile", path, "--measure", "equity_value", "--json"
    said = offerlab(*asked)
    assert said.code == 1
    assert "give --period year, or 4-years" in said.err
    said = offerlab(*asked, "--period", "4-years")
    assert said.json["percentiles"]["50"] == 75_000  # 300,000 / 4


@pytest.mark.parametrize(
    ("places", "words", "count"),
    [
        (["Toronto, ON"] * 6, "give --currency CAD or USD", None),
        (["Austin, TX"] * 6 + ["Toronto, ON"], "", 6),
    ],
)
def test_a_bare_dollar_of_another_country_is_not_taken_for_a_us_one(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path],
    places: list[str], words: str, count: int | None,
) -> None:  # fmt: skip
    rows = "".join(f'MLE,"{place}","$15{n},000"\n' for n, place in enumerate(places))
    path = write("c.csv", f"role,location,salary\n{rows}")
    said = offerlab("market", "percentile", path, "--json")
    assert words in said.err
    if count is not None:
        assert said.json["sample_size"] == count
        assert "a bare $ that may be CAD" in said.json["dropped"][0]["reason"]
    told = offerlab("market", "percentile", path, "--currency", "CAD", "--json")
    assert told.json["sample_size"] == len(places)


def test_percentiles_that_none_has_or_all_share(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    nothing = write("n.csv", "role,p25,p50\nMLE,lots,more\n")
    said = offerlab("market", "percentile", nothing)
    assert (said.code, said.out) == (1, "")
    assert "no row can be used" in said.err
    path = write("e.csv", "stage,p25,p50\nSeed,0.3%,0.5%\nSeries A,0.1%,0.2%\n")
    said = offerlab("market", "percentile", path)
    assert "narrow it with --stage: 2 groups" in said.err
    said = offerlab("market", "percentile", path, "--stage", "Seed", "--json")
    assert said.json["percentiles"]["50"] == 0.5
    assert said.json["measure"] == "equity_percent"


def test_parts_of_a_company_without_a_sign_are_no_money(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    path = write("c.csv", "stage,equity\n" + "Seed,0.2\nSeed,0.3\nSeed,0.4\n" * 3)
    said = offerlab("market", "percentile", path)
    assert "give --map equity_percent='equity' if it is percent" in said.err
    said = offerlab("market", "percentile", path, "--map", "equity_percent=equity")
    assert said.code == 0


def test_groups_of_a_country_with_a_dollar_of_its_own(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    text = "Region,Median Wage ($/hour)\nCanada,51.64\nOntario,52.88\n"
    path = write("c.csv", text)
    assert "give --currency CAD or USD" in offerlab("market", "percentile", path).err
    said = offerlab("market", "percentile", path, "--currency", "CAD", "--json")
    assert said.json["percentiles"]["50"] == pytest.approx(107_411.2)  # 51.64 x 2080
    assert said.json["currency"] == "CAD"
    american = write("o.yaml", PRIVATE)
    said = offerlab("check", american, "--comps", path)
    assert said.code == 1
    assert "give --currency CAD or USD" in said.err
    canadian = write("ca.yaml", PRIVATE.replace("\nrole:", "\ncurrency: CAD\nrole:"))
    said = offerlab("check", canadian, "--comps", path, "--json")
    groups = [e["currency"] for e in said.json["offers"][0]["evidence"]]
    assert groups == ["CAD", "CAD"]


def test_the_offers_own_dollar_is_what_a_bare_sign_means_in_its_country(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    rows = "".join(f'MLE,"Toronto, ON","$15{n},000"\n' for n in range(6))
    path = write("c.csv", f"role,location,salary\n{rows}")
    canadian = write("ca.yaml", PRIVATE.replace("\nrole:", "\ncurrency: CAD\nrole:"))
    said = offerlab("check", canadian, "--comps", path, "--json")
    (evidence,) = said.json["offers"][0]["evidence"]
    assert (evidence["currency"], evidence["count"]) == ("CAD", 6)


def test_filings_that_lost_their_units_leave_out_what_is_no_yearly_wage(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    rows = "".join(f"{n},CERTIFIED,{100_000 + n},MLE\n" for n in range(5))
    rows += "7,CERTIFIED,62.50,MLE\n8,CERTIFIED,2900000,MLE\n9,CERTIFIED,8000,MLE\n"
    text = "CASE_NUMBER,CASE_STATUS,PREVAILING_WAGE,JOB_TITLE\n" + rows
    said = offerlab("market", "percentile", write("c.csv", text), "--json")
    assert said.json["count"] == 5
    assert any("prevailing wage is read instead" in n for n in said.json["notes"])
    assert sum(drop["rows"] for drop in said.json["dropped"]) == 3
