from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, Said, monthly_prices
from tests.ocf_terms import monthly

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def test_vest_as_json(offerlab: Run, write: Write) -> None:
    (grant,) = offerlab("vest", write("a.yaml", PUBLIC), "--json").json["grants"]
    assert (grant["grant"], grant["kind"], grant["total_shares"]) == (1, "rsu", 1000)
    dated = [(t["date"], t["shares"], t["cumulative"]) for t in grant["tranches"]]
    assert dated == [
        ("2028-02-01", 50, 50),
        ("2029-02-01", 150, 200),
        ("2029-08-01", 200, 400),
        ("2030-02-01", 200, 600),
        ("2030-08-01", 200, 800),
        ("2031-02-01", 200, 1000),
    ]


def test_vest_prints_dates_and_a_running_total(offerlab: Run, write: Write) -> None:
    said = offerlab("vest", write("a.yaml", PRIVATE))
    assert "2028-01-11" in said.out
    assert "5,000" in said.out
    assert "100.00%" in said.out
    assert "[standard-startup-option]" in said.out
    assert "what vests is not cash" in said.out


def test_an_unknown_size_has_null_shares(offerlab: Run, write: Write) -> None:
    text = PRIVATE.replace(UNTOLD_TOTAL, "")
    (grant,) = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    assert grant["total_shares"] is None
    assert grant["tranches"][0]["shares"] is None
    # A quarter of 0.04% × 150M.
    assert grant["tranches"][0]["notional"] == 15_000
    assert grant["tranches"][0]["amount"] == 0


def test_an_offer_without_equity_says_so(offerlab: Run, write: Write) -> None:
    text = PUBLIC.partition("equity:")[0]
    assert "gives no equity" in offerlab("vest", write("a.yaml", text)).out
    unknown = offerlab("vest", write("b.yaml", text + "equity: unknown\n"))
    assert "does not state the equity" in unknown.out


def test_fractional_shares_are_printed(offerlab: Run, write: Write) -> None:
    schedule = "{months: 4, every_months: 1, allocation: FRACTIONAL}"
    text = PUBLIC.partition("equity:")[0]
    text += f"equity: {{kind: rsu, shares: 10, vesting: {schedule}}}\n"
    path = write("a.yaml", text)
    assert "2.5" in offerlab("vest", path).out
    said = offerlab("show", path)
    assert said.code == 0


def test_vest_and_show_agree_when_the_stock_grows(offerlab: Run, write: Write) -> None:
    text = PUBLIC.replace(", share_price: 100", "").replace(
        "shares: 1000", "value: 1e5"
    )
    path = write("a.yaml", text)
    growth = ("--set", "share_growth_rate=20%", "--json")
    (grant,) = offerlab("vest", path, *growth).json["grants"]
    years = offerlab("show", path, *growth).json["years"]
    paid = sum(each["amount"] for each in grant["tranches"])
    assert paid == pytest.approx(sum(y["components"]["equity"] for y in years))


def test_dates_and_shares_need_no_exchange_rate(offerlab: Run, write: Write) -> None:
    text = PUBLIC.replace("{name: Contoso", "{currency: GBP, name: Contoso")
    said = offerlab("vest", write("a.yaml", text), "--json")
    assert said.code == 0
    assert said.json["grants"][0]["tranches"][0]["amount"] is None
    assert "no worth is shown" in said.err


def dated(found: Any) -> list[tuple[str, int, int]]:
    return [(t["date"], t["shares"], t["cumulative"]) for t in found["tranches"]]


def test_terms_go_out_as_ocf_and_come_back_the_same(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path, out = write("a.yaml", PRIVATE), tmp_path / "terms.json"
    assert offerlab("vest", path, "--to-ocf", "-o", out).code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["file_type"] == "OCF_VESTING_TERMS_FILE"
    (item,) = document["items"]
    assert item["comments"] == ["Open Cap Format 1.2.0"]
    assert "cliff_installment" not in out.read_text(encoding="utf-8")
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    ours = dated(grant)
    back = ("ocf", out, "--shares", grant["total_shares"], "--start", "2027-01-11")
    assert dated(offerlab(*back, "--json").json) == ours
    # And as the terms of an offer.
    text = PRIVATE.replace("standard-startup-option", "{ocf: terms.json}")
    (again,) = offerlab("vest", write("b.yaml", text), "--json").json["grants"]
    assert [
        (t["date"], t["shares"], t["cumulative"]) for t in again["tranches"]
    ] == ours
    twice = offerlab("vest", path, "--to-ocf", "-o", out)
    assert twice.code == 1
    assert "exists already" in twice.err


def test_loaded_terms_with_a_cliff_say_which_schema_they_need(
    offerlab: Run, write: Write
) -> None:
    loaded = "{months: 48, every_months: 1, cliff_months: 12, allocation: FRONT_LOADED}"
    path = write("a.yaml", PRIVATE.replace("standard-startup-option", loaded))
    (item,) = offerlab("vest", path, "--to-ocf").json["items"]
    assert item["comments"] == ["Open Cap Format 1.2.1-alpha+main (2026-06-28)"]


def test_an_offer_without_stock_has_no_terms(offerlab: Run, write: Write) -> None:
    said = offerlab("vest", write("a.yaml", PUBLIC.partition("equity:")[0]), "--to-ocf")
    assert said.code == 1
    assert "no grant of stock with a vesting schedule" in said.err
    assert offerlab("vest", write("b.yaml", "x"), "--to-ocf").code == 1


def notes(offerlab: Run, path: Path) -> str:
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    return " ".join(grant["notes"])


def test_a_schedule_of_the_catalogue_is_cited_and_marked(
    offerlab: Run, write: Write
) -> None:
    cited = notes(offerlab, write("a.yaml", PUBLIC))
    assert "amazon-new-hire (as of 2024-03, stale, confidence high)" in cited
    meta = notes(
        offerlab, write("b.yaml", PUBLIC.replace("amazon-new-hire", "meta-quarterly"))
    )
    assert "these dates are nominal" in meta
    assert "15 February" in meta


def test_a_letter_that_differs_wins_and_the_difference_is_shown(
    offerlab: Run, write: Write
) -> None:
    own = "{yearly: [25, 25, 25, 25]}"
    text = PUBLIC.replace("name: Contoso", "name: Amazon Web Services")
    path = write("a.yaml", text.replace("amazon-new-hire", own))
    found = notes(offerlab, path)
    assert "the letter differs from the catalogue's amazon-new-hire" in found
    assert "25% by month 12 and not 5%; 50% by month 24 and not 20%" in found
    assert found in offerlab("check", path, "--json").json["offers"][0]["vesting"][0]
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    assert [t["shares"] for t in grant["tranches"]] == [250] * 4
    same = "{yearly: [5, 15, 40, 40], every_months: {3: 6, 4: 6}}"
    agreed = write("b.yaml", text.replace("amazon-new-hire", same))
    assert "the same schedule as the catalogue's" in notes(offerlab, agreed)


def test_what_must_be_said_of_a_kind_is_said(offerlab: Run, write: Write) -> None:
    double = (
        "{kind: double-trigger-rsu, shares: 480, vesting: snap-4yr, expires_months: 84}"
    )
    text = PRIVATE.partition("equity:")[0]
    path = write("a.yaml", f"{text}equity: {double}\n")
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    assert grant["lapses_on"] == "2034-01-11"
    assert "what has not been settled by 2034-01-11 lapses" in grant["notes"][0]
    assert {t["amount"] for t in grant["tranches"]} == {0}


def test_acceleration_is_shown_as_cases(offerlab: Run, write: Write) -> None:
    more = "vesting: amazon-new-hire, acceleration: {trigger: double, share: 50%}"
    path = write("a.yaml", PUBLIC.replace("vesting: amazon-new-hire", more))
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    assert grant["acceleration"]["trigger"] == "double"
    assert grant["acceleration"]["cases"][1] == {
        "month": 12, "date": "2028-02-01", "unvested": 950, "unvested_share": 0.95,
        "accelerated": 475,
    }  # fmt: skip
    said = " ".join(offerlab("vest", path).out.split())
    assert "475 of 950 unvested shares vest at once" in said


def test_options_above_the_yearly_limit_are_told(offerlab: Run, write: Write) -> None:
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 1.00").partition("equity:")[0]
    grant = "{kind: iso, shares: 400_000, strike: 1.00, vesting: lyft-4yr}"
    path = write("a.yaml", f"{text}equity: {grant}\n")
    (found,) = offerlab("vest", path, "--json").json["grants"]
    assert found["tranches"][0]["shares"] == 100_000
    assert sum(t["nso_shares"] for t in found["tranches"]) == 75_000
    assert found["exercise_cost"] == 400_000
    assert "75,000 shares of this grant" in " ".join(found["notes"])
    assert "26 U.S.C. 422(d)" in " ".join(found["notes"])


def test_refreshers_and_yearly_grants_have_one_running_total(
    offerlab: Run, write: Write
) -> None:
    text = PUBLIC.partition("equity:")[0] + (
        "equity: {kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 12, every_months: 6}}\n"
        "refreshers: {annual_value: 12k, vesting: {months: 24, every_months: 12}}\n"
    )
    found = offerlab("vest", write("a.yaml", text), "--json").json
    (grant,) = found["grants"]
    # $10,000 / $100 = 100 shares a year, half each half-year.
    assert [(t["shares"], t["cumulative"]) for t in grant["tranches"]] == [
        (50, 50), (50, 100), (50, 150), (50, 200),
    ]  # fmt: skip
    assert grant["total_shares"] == 200
    # 120 shares at months 12, 24 and 36, halves after one and two years.
    later = [(t["month"], t["shares"]) for t in found["refreshers"]["tranches"]]
    assert later == [(24, 60), (36, 120), (48, 120), (60, 60)]
    assert "refreshers" in offerlab("vest", write("b.yaml", text)).out


def test_without_dates_the_yearly_limit_cannot_be_told(
    offerlab: Run, write: Write
) -> None:
    text = PRIVATE.replace("start_date: 2027-01-11\n", "")
    (grant,) = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    assert {t["nso_shares"] for t in grant["tranches"]} == {None}
    assert "without a start date" in " ".join(grant["notes"])


def test_worth_and_shares_of_refreshers_are_of_the_same_grants(
    offerlab: Run, write: Write
) -> None:
    text = (
        PUBLIC + "refreshers: {shares: 120, vesting: {months: 48, every_months: 12}}\n"
    )
    path = write("a.yaml", text)
    found = offerlab("vest", path, "--set", "horizon_years=2", "--json").json
    worth = [(t["shares"], t["amount"]) for t in found["refreshers"]["tranches"]]
    assert worth == [(30, 3_000)] * 4  # of the one made within two years, at $100


def test_one_size_of_a_grant_on_dated_prices(offerlab: Run, write: Write) -> None:
    # $100,000 at the file's $200 is 500 shares, whatever the letter's share price.
    prices = write("p.csv", monthly_prices("200"))
    path = write("a.yaml", PUBLIC.replace("shares: 1000", "value: 100_000"))
    given = ("--set", f"share_prices={prices}", "--json")
    (grant,) = offerlab("vest", path, *given).json["grants"]
    assert grant["total_shares"] == 500 == grant["tranches"][-1]["cumulative"]
    inputs = offerlab("explain", path, "total", *given).json["inputs"]
    assert {"name": "equity.1.shares", "value": "500"}.items() <= next(
        each for each in inputs if each["name"] == "equity.1.shares"
    ).items()
    checked = offerlab("check", path, *given).json["offers"][0]["verdicts"]
    assert checked["equity_percent"]["grant_value"] == 100_000


def test_one_grant_without_dates_does_not_hide_the_others(
    offerlab: Run, write: Write
) -> None:
    absolute = {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2028-01-01"}
    write("terms.json", json.dumps(monthly(trigger=absolute)))
    dated = "  - {kind: rsu, shares: 8, vesting: {ocf: terms.json}}\n  - {kind: rsu"
    text = PUBLIC.replace("start_date: 2027-02-01\n", "")
    text = text.replace("  - {kind: rsu", dated)
    first, second = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    assert first["tranches"] == []
    assert "need a start date" in first["notes"][0]
    assert second["total_shares"] == 1_000


def test_the_shares_of_a_fractional_grant_above_the_limit_are_not_cut(
    offerlab: Run, write: Write
) -> None:
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 2.50").partition("equity:")[0]
    schedule = "{months: 36, every_months: 1, allocation: FRACTIONAL}"
    text += (
        f"equity: {{kind: iso, shares: 400_000, strike: 2.50, vesting: {schedule}}}\n"
    )
    (grant,) = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    above = sum(t["nso_shares"] for t in grant["tranches"])
    (note,) = [n for n in grant["notes"] if "count as nso" in n]
    assert f"{above:,.4f}".rstrip("0").rstrip(".") in note
    assert "at the 409A" in note


def test_a_grant_without_a_schedule_is_a_question_and_no_crash(
    offerlab: Run, write: Write
) -> None:
    text = PUBLIC.replace(", vesting: amazon-new-hire", "")
    said = offerlab("vest", write("a.yaml", text), "--json")
    assert said.code == 0
    assert said.json["grants"][0]["tranches"] == []


def test_two_grants_of_one_month_vest_on_their_own_days(
    offerlab: Run, write: Write
) -> None:
    # Yearly from 2027-02-03 and from 2027-02-10: both count in months 13, 25, ...
    yearly = "vesting: {months: 24, every_months: 12}"
    text = PUBLIC.partition("equity:")[0] + (
        "equity:\n"
        f"  - {{kind: rsu, shares: 10, vesting_start: 2027-02-03, {yearly}}}\n"
        f"  - {{kind: rsu, shares: 20, vesting_start: 2027-02-10, {yearly}}}\n"
    )
    grants = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    dated = [[(t["date"], t["shares"]) for t in g["tranches"]] for g in grants]
    assert dated == [
        [("2028-02-03", 5), ("2029-02-03", 5)],
        [("2028-02-10", 10), ("2029-02-10", 10)],
    ]
