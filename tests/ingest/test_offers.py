"""Whole files: each way to be wrong ends in a sentence with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.core.problem import Problem
from offerlab.ingest.offers import read_offers
from tests.conftest import PRIVATE, PUBLIC

Write = Callable[[str, str], Path]
Faults = Callable[[str], list[Problem]]


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"   \n\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a text file"),
        ("offerlab: 1\n".encode("utf-16"), "UTF-16"),
        (b"offerlab: 1\nrole: caf\xe9\n", "is not UTF-8 text (byte 0xe9)"),
        (b"x" * 2_000_000, "larger than 1024 KiB"),
        (b"just words\n", "is not an offer"),
        (b"- a\n- b\n", "is not an offer"),
    ],
)
def test_files_that_are_no_offers(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "offer.yaml"
    path.write_bytes(content)
    offers, problems = read_offers([path])
    assert offers == []
    assert [words in problem.message for problem in problems] == [True]
    assert problems[0].file == str(path)


def test_the_place_of_a_wrong_byte_is_told(tmp_path: Path) -> None:
    path = tmp_path / "offer.yaml"
    path.write_bytes(b"offerlab: 1\nrole: caf\xe9\n")
    assert read_offers([path])[1][0].line == 2


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    other = tmp_path / "letter.docx"
    other.write_text("x")
    problems = read_offers([missing, tmp_path, other])[1]
    assert [problem.message for problem in problems] == [
        "there is no such file",
        "this is a folder; name a file in it",
        "is not one of .yaml, .yml, .json, .csv",
    ]


def test_all_faults_of_a_file_are_told_at_once(faults: Faults) -> None:
    text = """\
offerlab: 1
company: {name: Acme, stage: serie-b, valuation: -5}
role: Engineer
base_salry: 150k
start_date: 2027-02-30
target_bonus: 10
equity:
  - {kind: isso, percent: 9, shares: 5, vesting: standard-startup}
"""
    found = {(p.field, p.line, p.column): p for p in errors(faults(text))}
    assert {
        ("company.stage", 2, 30),
        ("company.valuation", 2, 50),
        ("base_salary", 1, 1),
        ("location", 1, 1),
        ("base_salry", 4, 1),
        ("start_date", 5, 13),
        ("target_bonus", 6, 15),
        ("equity.1.kind", 8, 12),
        ("equity.1.percent", 8, 27),
        ("equity.1.shares", 8, 38),
        ("equity.1.vesting", 8, 50),
    } <= set(found)
    assert found["base_salry", 4, 1].remedy == "did you mean 'base_salary'?"
    assert "did you mean 'series-b'" in found["company.stage", 2, 30].message
    assert "standard-startup-option" in found["equity.1.vesting", 8, 50].remedy


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("base_salary: lots", "base_salary", "'lots' is not an amount"),
        ("base_salary: .nan", "base_salary", "is not a number"),
        ("base_salary: .inf", "base_salary", "is not a number"),
        ("base_salary: -150000", "base_salary", "negative"),
        ("base_salary: 150", "base_salary", "too little for a base"),
        ("base_salary: 15_000_000_000", "base_salary", "absurd"),
        ("base_salary: [1, 2]", "base_salary", "a single value belongs here"),
        ("base_salary: 10%", "base_salary", "is a percentage"),
        ("base_salary:", "base_salary", "is missing"),
        ("current_salary: 1", "current_salary", "no field for current or past pay"),
        ("salary_history: [1]", "salary_history", "no field for current or past pay"),
        ("target_bonus: 10", "target_bonus", "10% or as an amount"),
        ("target_bonus: 900%", "target_bonus", "out of range"),
        ("target_bonus: {target: 10%, paid_in_month: 13}", "target_bonus.paid_in_month",
         "absurd"),
        ("sign_on: {amount: -1}", "sign_on.1.amount", "negative"),
        ("sign_on: {paid_month: 1}", "sign_on.1.amount", "is missing"),
        ("relocation: {amount: 5000, grossed_up: maybe}", "relocation.1.grossed_up",
         "neither true nor false"),
        ('role2: "x"', "role2", "is not a known key"),
        ('level: "L3\\nL4"', "level", "line break"),
        ("currency: dollars", "currency", "is not a currency"),
        ("hours_per_week: 400", "hours_per_week", "absurd"),
        ("ratings: {team: 6}", "ratings.team", "absurd"),
        ("contacts: [Dana]", "contacts.1", "a block with 'name'"),
        ("contacts: [{name: D, email: dana}]", "contacts.1.email", "not an e-mail"),
        ("promises: [x]", "promises.1", "a block with 'text'"),
        ("benefits: {retirement_match: {rate: 0.5, up_to: 6%}}",
         "benefits.retirement_match.rate", "with its sign"),
        ("company: Acme", "company", "a block of keys belongs here"),
        ("basis: rumour", "basis", "not known here"),
    ],
)  # fmt: skip
def test_wrong_values_are_told(
    faults: Faults, line: str, field: str, words: str
) -> None:
    key = line.partition(":")[0]
    kept = [row for row in PUBLIC.splitlines() if not row.startswith(f"{key}:")]
    found = errors(faults("\n".join([*kept, line])))
    assert [p.field for p in found if words in p.message] == [field], found


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        # each with the nearest right form, and nothing else
        ("target_bonus: {target: 10%, paid_in_month: March}",
         "target_bonus.paid_in_month", "write 3"),
        ("target_bonus: [{year: two, amount: 9k}]", "target_bonus.1.year", "write 2"),
        ("sign_on: {amount: 9k, clawback_months: one year}",
         "sign_on.1.clawback_months", "write 12, in months"),
        ("sign_on: {amount: 9k, clawback: []}", "sign_on.1.clawback", "has no steps"),
        ("sign_on: {amount: 9k, clawback: [12]}", "sign_on.1.clawback.1",
         "{until_month: 12, owed: all}"),
        ("base_salary: {amount: 55, per: day}", "base_salary.per", "one of: year"),
        ("exercise_window_months: 90 days", "exercise_window_months",
         "write the months in digits"),
        ("end_date: 24 months", "end_date", "write 2029-01-31"),  # from 1 February 2027
        ("end_date: none", "end_date", "without the key"),
        ("refreshers: yes", "refreshers", "'none' or 'unknown'"),
        ("posted_range: 140-175k", "posted_range", "{low: 140_000, high: 175_000}"),
        ("contacts: [{email: x}]", "contacts.1.email", "is not an e-mail address"),
        ("benefits: {retirement_match: {tiers: []}}", "benefits.retirement_match",
         "{rate: 50%, up_to: 6%}"),
        ("benefits: {retirement_match: {employer: 5}}",
         "benefits.retirement_match.employer", "with its sign"),
        ("equity: {kind: nso, shares: 9, strike: tbd, vesting: snap-4yr}",
         "equity.1.strike", "write 12.50"),
        ("equity: {kind: rsu, value: 9k, conversion: average, vesting: snap-4yr}",
         "equity.1.conversion", "{rule: average, days: 30}"),
        ("equity: {kind: rsu, shares: 9, vesting: snap-4yr, acceleration: double}",
         "equity.1.acceleration", "{trigger: double, share: 100%}"),
        ("equity: {kind: iso, percent: four bps, strike: 100, vesting: snap-4yr}",
         "equity.1.percent", "write 10% or 0.04%"),
        ("equity: {kind: iso, percent: '%1%', strike: 100, vesting: snap-4yr}",
         "equity.1.percent", "write 1%"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_with_the_right_form(
    faults: Faults, line: str, field: str, words: str
) -> None:
    key = line.partition(":")[0]
    text = PUBLIC.partition("equity:")[0] if key == "equity" else PUBLIC
    kept = [row for row in text.splitlines() if not row.startswith(f"{key}:")]
    (only,) = faults("\n".join([*kept, line]))
    assert only.field == field
    assert words in f"{only.message} {only.remedy}"


@pytest.mark.parametrize(
    ("grant", "field", "words"),
    [
        ("{kind: iso, vesting: meta-quarterly}", "equity.1", "no size"),
        ("{kind: iso, shares: 1, value: 5}", "equity.1.value", "2 sizes"),
        ("{kind: iso, percent: 5.5}", "equity.1.percent", "almost surely a slip"),
        ("{kind: iso, percent: -0.1}", "equity.1.percent", "negative"),
        ("{kind: iso, shares: 10.5}", "equity.1.shares", "not a whole number"),
        ("{kind: iso, shares: 1, vesting: monthly}", "equity.1.vesting", "catalogue"),
        ("{kind: iso, shares: 1, vesting: uber-4yr}", "equity.1.vesting", "only a"),
        ("{kind: iso, shares: 1, vesting: {months: 48}}",
         "equity.1.vesting.every_months", "is missing"),
        ("{kind: iso, shares: 1, vesting: {every_months: 1}}", "equity.1.vesting",
         "needs 'yearly' or 'months'"),
        ("{kind: iso, shares: 1, vesting: {months: 12, yearly: [100]}}",
         "equity.1.vesting", "and not both"),
        ("{kind: iso, shares: 1, vesting: {yearly: [25, 50, 75, 100]}}",
         "equity.1.vesting.yearly", "looks cumulative"),
        ("{kind: iso, shares: 1, vesting: {yearly: [25, 25, 25, 24]}}",
         "equity.1.vesting.yearly", "not to 100"),
        ("{kind: iso, shares: 1, vesting: {yearly: [x]}}", "equity.1.vesting.yearly",
         "not an amount"),
        ("{kind: iso, shares: 1, vesting: {yearly: [50, 50], every_months: {1: x}}}",
         "equity.1.vesting.every_months", "a map of years"),
        ("{kind: iso, shares: 1, vesting: {months: 48, every_months: 1, cliff: 12}}",
         "equity.1.vesting.cliff", "is not a known key"),
        ("{kind: iso, shares: 1, vesting: {months: 48, every_months: 1,"
         " allocation: ROUND}}", "equity.1.vesting.allocation", "not known here"),
        ("{kind: rsu, value: 5, conversion_price: 0}", "equity.1.conversion_price",
         "is 0"),
        ("{kind: nso, shares: 5}", "equity.1.strike", "is missing"),
        ("{kind: rsu, shares: 5, years: 2}", "equity.1.years", "'annual_value' only"),
        ("maybe", "equity", "neither a grant"),
        ("[4, 5]", "equity.1", "a grant is a block"),
    ],
)  # fmt: skip
def test_wrong_grants_are_told(
    faults: Faults, grant: str, field: str, words: str
) -> None:
    text = PUBLIC.partition("equity:")[0] + f"equity: {grant}\n"
    found = errors(faults(text))
    assert field in [p.field for p in found if words in p.message], found


def test_duplicate_keys_are_told(faults: Faults) -> None:
    found = errors(faults(PUBLIC + "role: Developer\n"))
    assert [(p.field, p.message) for p in found] == [("role", "this key appears twice")]


@pytest.mark.parametrize("version", ["2", "one", "[1]"])
def test_an_unknown_format_version_is_told(faults: Faults, version: str) -> None:
    found = errors(faults(PUBLIC.replace("offerlab: 1", f"offerlab: {version}")))
    assert [p.field for p in found] == ["offerlab"]


def test_a_missing_format_version_is_told(faults: Faults) -> None:
    found = errors(faults(PUBLIC.replace("offerlab: 1\n", "")))
    assert [p.remedy for p in found] == ["begin the file with 'offerlab: 1'"]


# Options at the value of their day: PRIVATE strikes below it, which draws a warning.
AT_VALUE = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 0.90")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("fmv_409a: 0.90", "fmv_409a: 1.40", "below the 409A value of 1.4"),
        ("percent: 0.04", "percent: 0.0004", "under 0.001"),
        ("strike: 0.90", "strike: 4", "above the price"),
        ("kind: iso, percent: 0.04, strike: 0.90", "kind: rsu, percent: 0.04",
         "double-trigger-rsu"),
        ("preferred_price: 3.00", "preferred_price: 3.10", "over 2% apart"),
    ],
)  # fmt: skip
def test_odd_values_draw_a_warning(
    faults: Faults, old: str, new: str, words: str
) -> None:
    (warning,) = faults(AT_VALUE.replace(old, new))
    assert warning.severity == "warning"
    assert words in warning.message


def test_two_percent_apart_is_not_odd(faults: Faults) -> None:
    # 3.06 × 50,000,000 = 153,000,000: exactly 2% above the valuation.
    assert (
        faults(AT_VALUE.replace("preferred_price: 3.00", "preferred_price: 3.06")) == []
    )


def test_several_offers_in_a_file_and_how_to_pick_one(write: Write) -> None:
    body = "\n".join("    " + line for line in PUBLIC.splitlines()[1:])
    first = "  -\n" + body + "\n    label: first\n"
    text = f"offerlab: 1\noffers:\n{first}  -\n{body}\n"
    path = write("two.yaml", text)
    assert [offer.id for offer in read_offers([path])[0]] == ["first", "Contoso"]
    assert [o.id for o in read_offers([f"{path}#2", f"{path}#first"])[0]] == [
        "Contoso",
        "first",
    ]
    (problem,) = read_offers([f"{path}#frist"])[1]
    assert "did you mean 'first'?" in problem.message


def test_a_file_whose_name_has_a_hash_is_read(write: Write) -> None:
    assert len(read_offers([write("offer #2.yaml", PUBLIC)])[0]) == 1


def test_one_offer_in_three_formats_is_the_same(write: Write) -> None:
    from_yaml = write("offer.yaml", PUBLIC)
    from_json = write(
        "offer.json",
        '{"offerlab": 1, "company": {"name": "Contoso", "stage": "public",'
        ' "share_price": 100}, "role": "Machine Learning Engineer",'
        ' "location": "Seattle, WA", "start_date": "2027-02-01",'
        ' "base_salary": 145000,'
        ' "equity": [{"kind": "rsu", "shares": 1000, "vesting": "amazon-new-hire"}]}',
    )
    from_csv = write(
        "offer.csv",
        "\ufeffcompany.name;company.stage;company.share_price;role;location;start_date;"
        "base_salary;equity.1.kind;equity.1.shares;equity.1.vesting.yearly;"
        "equity.1.vesting.every_months\r"
        "Contoso;public;100;Machine Learning Engineer;Seattle, WA;2027-02-01;145,000;"
        "rsu;1000;5/15/40/40;1:12/2:12/3:6/4:6\r",
    )
    offers, problems = read_offers([from_yaml, from_json, from_csv])
    assert problems == []
    equities = [offer.equity for offer in offers]
    assert [grants and grants[0].vesting for grants in equities] == [
        grants and grants[0].vesting for grants in equities[:1] * 3
    ]
    assert {(o.base_salary, o.start_date, o.role, o.company) for o in offers} == {
        (o.base_salary, o.start_date, o.role, o.company) for o in offers[:1]
    }


def test_no_equity_is_none_and_unknown_is_not_told(
    read: Callable[[str], object],
) -> None:
    none = PUBLIC.partition("equity:")[0]
    offers, _ = read_offers([])
    assert offers == []
    assert read(none).equity == ()  # type: ignore[attr-defined]
    assert read(none + "equity: unknown\n").equity is None  # type: ignore[attr-defined]


def test_a_comma_inside_brackets_is_no_thousand(faults: Faults) -> None:
    found = errors(faults(PUBLIC + "sign_on: [20,000, 15,000]\n"))
    assert [p.field for p in found] == [f"sign_on.{k}.amount" for k in (1, 2, 3, 4)]
    assert "a comma ends a value" in found[0].remedy
    found = errors(faults(PUBLIC + "relocation: {amount: 8,000}\n"))
    assert "write 8000 or 8_000" in " ".join(p.remedy for p in found)


@pytest.mark.parametrize(
    "key",
    ["current_ctc", "previous_comp", "current-salary", "Prior pay", "pay_history"],
)
def test_pay_history_is_refused_whatever_its_name(faults: Faults, key: str) -> None:
    (found,) = errors(faults(PUBLIC + f"{key}: 100000\n"))
    assert "no field for current or past pay" in found.message


def test_a_file_of_another_version_gives_no_offer(write: Write) -> None:
    path = write("a.yaml", PUBLIC.replace("offerlab: 1", "offerlab: 2"))
    offers, problems = read_offers([path])
    assert offers == []
    assert [p.field for p in problems] == ["offerlab"]


def test_two_offers_of_one_name_are_picked_by_number(write: Write) -> None:
    body = "\n".join("    " + line for line in PUBLIC.splitlines()[1:])
    path = write("two.yaml", f"offerlab: 1\noffers:\n  -\n{body}\n  -\n{body}\n")
    for pick, words in (("#Contoso", "pick by number"), ("#", "none is called ''")):
        (problem,) = read_offers([f"{path}{pick}"])[1]
        assert words in problem.message
    assert len(read_offers([f"{path}#2"])[0]) == 1


@pytest.mark.parametrize(
    "address", ["a@b.c,evil@x.y", "a@b@c.d", "a@.", "a:b;@c.d", "a@bücher.de"]
)
def test_odd_addresses_are_refused(faults: Faults, address: str) -> None:
    text = PUBLIC + f"contacts: [{{name: D, email: '{address}'}}]\n"
    assert [p.field for p in errors(faults(text))] == ["contacts.1.email"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("base_salary: " + "1" * 1_000_001, "base_salary"),
        ("base_salary: $165,000 per year", "base_salary"),
    ],
)
def test_what_is_no_number_is_told_short(faults: Faults, line: str, field: str) -> None:
    text = PUBLIC.replace("base_salary: 145_000", line)
    if len(text) < 2**20:
        (found,) = errors(faults(text))
        assert found.field == field
        assert len(found.message) < 200
        assert "comma separates" not in found.message


@pytest.mark.parametrize("cadence", ["{9: 1}", "{1: 12, 1: 3}", "{}", "{0: 12}"])
def test_a_cadence_names_each_year_once(faults: Faults, cadence: str) -> None:
    vesting = f"{{yearly: [50, 50], every_months: {cadence}}}"
    text = PUBLIC.partition("equity:")[0]
    text += f"equity: {{kind: rsu, shares: 5, vesting: {vesting}}}\n"
    assert errors(faults(text))


def test_names_that_cannot_be_paths_are_told() -> None:
    offers, problems = read_offers(["x" * 300, "x" * 300 + "#1"])
    assert offers == []
    assert len(problems) == 2
