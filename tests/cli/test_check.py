from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

EXAMPLES = ("northwind", "contoso")
Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def test_check_prints_verdicts_flags_and_questions(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE.replace("base_salary: 150_000", "base_salary: 138k"))
    said = offerlab("check", path, "--verbose")
    assert said.code == 0
    assert "0.92 of midpoint" in said.out
    assert "Flag: base $138,000 is $2,000 below offerlab's default band" in said.out
    assert "Ask: How long after leaving" in said.out
    assert "below market" not in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_two_offers_fit_one_screen_verdict_first(offerlab: Run) -> None:
    said = offerlab("check", *(f"templates/offers/{n}.yaml" for n in EXAMPLES))
    lines = said.out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    words = " ".join(said.out.split())
    assert words.startswith(
        "Northwind Robotics, flagged: base $138,000, $2,000 below offerlab's default"
        " band ($140,000 to $160,000); equity 0.02%, below offerlab's default 0.04%"
        " ($30,000 notional, not cash)."
    )
    assert "equity $166,720 at today's price (compare dollars, not percent)" in words
    assert (
        "Answer by 2026-12-04 17:00 America/Los_Angeles. 1 more question (--verbose)."
        in words
    )


LETTERS = Path("tests/data/offer_letters/open")


@pytest.mark.parametrize("number", ["02", "16", "18", "28"])
def test_a_letter_fits_one_screen_with_its_warnings(
    offerlab: Run, write: Write, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-11-27")
    path = write("offer.yaml", "")
    letter = offerlab("read", LETTERS / f"{number}.txt", "-o", path, "--force")
    assert letter.code == 0
    repeated = "title,pay\n" + 6 * "ML Engineer,140000\n" + "ML Engineer,none\n"
    monkeypatch.chdir(path.parent)
    write("comps.csv", repeated)
    said = offerlab("check", "offer.yaml")
    with_comps = offerlab("check", "offer.yaml", "--comps", "comps.csv")
    # stderr is not folded by offerlab but by the terminal: 80 to a line; the first
    # line tells the day that this test sets
    warnings = said.err.splitlines()[1:]
    folded = sum(-(-len(line) // 80) for line in warnings)
    assert len(said.out.splitlines()) + folded <= 24
    for shown in (said.out.splitlines(), with_comps.out.splitlines()):
        assert 0 < len(shown) <= 24
        assert max(map(len, shown)) <= 80


def test_the_band_is_yours_only_if_you_wrote_it(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path = write("a.yaml", PRIVATE.replace("base_salary: 150_000", "base_salary: 138k"))
    for options in ([], ["--verbose"]):
        words = " ".join(offerlab("check", path, *options).out.split())
        assert "offerlab's default" in words
        assert "your configured" not in words
    write(
        "benchmarks.yaml",
        "profiles: {low: {description: x, base_salary: {midpoint: 160k, tolerance: 5k},"
        " equity: {percent: 0.05, vesting: standard-startup-option},"
        " as_of: 2026, source: me, confidence: low}}\n",
    )
    own = ["--market-data", tmp_path, "--profile", "low"]
    words = " ".join(offerlab("check", path, *own).out.split())
    # 155,000 - 138,000 = 17,000
    assert "base $138,000, $17,000 below your configured band" in words
    assert "offerlab's default" not in words
    shipped = ["--market-data", tmp_path, "--profile", "ml-new-grad"]
    assert "your configured" not in offerlab("check", path, *shipped).out


def test_what_cannot_be_assessed_is_said_in_short(offerlab: Run, write: Write) -> None:
    text = PRIVATE.replace("base_salary:", "currency: EUR\nbase_salary:")
    said = offerlab("check", write("a.yaml", text), "--no-market")
    words = " ".join(said.out.split())
    assert "base not assessable" in words
    assert "Market:" not in words


def test_check_as_json(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "check", write("a.yaml", PRIVATE), write("b.yaml", PUBLIC), "--json"
    )
    assert said.code == 0
    found = said.json
    assert list(found)[:3] == ["schema", "assumptions", "problems"]
    assert found["schema"] == "offerlab.check/1"
    first, second = found["offers"]
    assert first["company"] == "Northwind Robotics"
    assert first["verdicts"]["base_salary"]["midpoint_ratio"] == 1
    assert first["verdicts"]["equity_percent"]["value"] == 0.04
    assert first["verdicts"]["equity_percent"]["grant_value"] == 60_000
    assert second["verdicts"]["equity_percent"]["verdict"] == "not_assessable"
    assert second["verdicts"]["equity_percent"]["value"] is None
    assert {"field", "question", "why"} == set(first["questions"][0])


def test_a_bad_file_ends_with_one_and_the_good_ones_are_still_assessed(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    bad = write("bad.yaml", PRIVATE.replace("base_salary", "base_salry"))
    said = offerlab(
        "check", bad, write("a.yaml", PUBLIC), tmp_path / "no.yaml", "--json"
    )
    assert said.code == 1
    assert [offer["company"] for offer in said.json["offers"]] == ["Contoso"]
    problems = said.json["problems"]
    assert {
        "file": str(bad),
        "line": 12,
        "column": 1,
        "field": "base_salry",
        "severity": "error",
        "message": "is not a known key",
        "remedy": "did you mean 'base_salary'?",
    } in problems
    assert "there is no such file" in [problem["message"] for problem in problems]
    assert f"Error: {bad}:12:1: base_salry: is not a known key" in said.err


def test_strict_fails_on_a_flag(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE.replace("percent: 0.04", "percent: 0.03"))
    assert offerlab("check", path).code == 0
    assert offerlab("check", path, "--strict").code == 1
    assert offerlab("check", write("b.yaml", PRIVATE), "--strict").code == 0


def test_a_profile_of_ones_own(offerlab: Run, write: Write, tmp_path: Path) -> None:
    write(
        "benchmarks.yaml",
        "profiles: {low: {description: x, base_salary: {midpoint: 100k, tolerance: 5k},"
        " equity: {percent: 0.01, vesting: lyft-1yr}, as_of: 2026, source: me,"
        " confidence: low}}\n",
    )
    path = write("a.yaml", PRIVATE)
    said = offerlab(
        "check", path, "--market-data", tmp_path, "--profile", "low", "--json"
    )
    assert said.json["offers"][0]["verdicts"]["base_salary"]["verdict"] == "above"
    unknown = offerlab("check", path, "--profile", "nope", "--json")
    assert unknown.code == 1
    assert "there is no benchmark profile 'nope'" in unknown.err
    assert "error" in [each["severity"] for each in unknown.json["problems"]]


def test_no_offer_is_wrong_usage(offerlab: Run) -> None:
    assert offerlab("check").code == 2


def test_a_base_is_placed_on_the_market_with_source_date_and_size(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PRIVATE)
    market = offerlab("check", path, "--json").json["offers"][0]["evidence"]
    assert [each["group"] for each in market] == [
        "Data Scientists",
        "Software Developers",
        "Machine Learning Engineer",
    ]
    assert market[0]["rank"]["words"] == "between P25 and P50, about P37"
    assert market[0]["level"] == "all levels of experience"
    words = " ".join(offerlab("check", path, "--verbose").out.split())
    assert "BLS OEWS May 2025, all levels of experience" in words
    assert "employment estimate 10,460" in words
    assert (
        offerlab("check", path, "--no-market", "--json").json["offers"][0]["evidence"]
        == []
    )


def test_own_comps_come_before_the_shipped_data(offerlab: Run, write: Write) -> None:
    comps = write("c.csv", "title,pay\nML Engineer,140000\nML Engineer,160000\n")
    said = offerlab("check", write("a.yaml", PRIVATE), "--comps", comps, "--json")
    first = said.json["offers"][0]["evidence"][0]
    assert (first["rung"], first["count"], first["sufficient"]) == ("yours", 2, False)
    assert first["percentiles"]["50"] == 150_000
    assert said.json["comps"][0]["columns"] == {"base_salary": "pay", "role": "title"}
    printed = offerlab("check", write("a.yaml", PRIVATE), "--comps", comps)
    assert "base_salary from 'pay', role from 'title'" in " ".join(printed.out.split())


def test_no_evidence_is_a_warning_and_no_failure(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE.replace("San Francisco, CA", "Atlantis"))
    said = offerlab("check", path)
    assert said.code == 0
    assert "place: 'Atlantis' is not a place known here" in said.err
    astronaut = PRIVATE.replace("Machine Learning Engineer", "Astronaut")
    said = offerlab("check", write("b.yaml", astronaut))
    assert "'Astronaut' is of no known role" in said.err


def test_the_value_of_a_promised_grant_is_of_all_its_years(
    offerlab: Run, write: Write
) -> None:
    # $10,000 a year for two years is a grant of $20,000.
    grant = "{kind: rsu, annual_value: 10k, years: 2, vesting: amazon-new-hire}"
    text = PUBLIC.partition("equity:")[0] + f"equity: {grant}\n"
    found = offerlab("check", write("a.yaml", text), "--json", "--no-market").json
    verdict = found["offers"][0]["verdicts"]["equity_percent"]
    assert verdict["grant_value"] == 20_000


def test_the_value_of_a_grant_is_of_today_like_the_benchmarks(
    offerlab: Run, write: Write
) -> None:
    # 0.04% of 150 million is $60,000 for both, whatever later rounds may take.
    text = PRIVATE.replace("  fully_diluted_shares: 50_000_000\n", "")
    text = text.replace("  preferred_price: 3.00\n", "")
    words = ("--set", "rounds=2", "--json", "--no-market")
    found = offerlab("check", write("a.yaml", text), *words).json
    verdict = found["offers"][0]["verdicts"]["equity_percent"]
    assert verdict["grant_value"] == verdict["benchmark_value"] == 60_000


def test_the_unit_is_percent_where_the_valuation_is_unknown(
    offerlab: Run, write: Write
) -> None:
    text = PRIVATE.replace("  valuation: 150_000_000\n", "")
    text = text.replace("  preferred_price: 3.00\n", "")
    found = offerlab("check", write("a.yaml", text), "--json", "--no-market").json
    verdict = found["offers"][0]["verdicts"]["equity_percent"]
    assert verdict["unit_in_market"] == "percent"


def test_public_shares_without_a_price_are_asked_for_their_price_first(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PUBLIC.replace(", share_price: 100", ""))
    out = offerlab("check", path, "--no-market").out
    words = " ".join(out.split())
    assert "equity of unknown worth (compare dollars, not percent)." in words
    asked = [line for line in out.splitlines() if "Ask:" in line]
    assert asked[0] == "  Ask: What is the share price, and as of what date?"
