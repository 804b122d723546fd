from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.text import read_text
from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def test_show_as_json(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC + "sign_on: 30k\nbenefits: {hsa: 500}\n")
    found = offerlab("show", path, "--json").json
    assert found["schema"] == "offerlab.show/1"
    assert found["currency"] == "USD"
    first = found["years"][0]
    assert (first["from"], first["to"]) == ("2027-02-01", "2028-02-01")
    assert first["components"] == {
        "base_salary": 145_000,
        "sign_on": 30_000,
        "equity": 5_000,
    }
    assert first["total"] == 180_000
    assert first["benefits"] == {"hsa": 500}
    assert found["total"] == 710_000
    assert found["headlines"]["annual_average"] == 170_000
    assert found["illiquid"] == {"notional": 0, "intrinsic": 0}
    assert found["beyond_horizon"]["shares"] == 0
    assert [item["field"] for item in found["not_counted"]] == [
        "target_bonus",
        "refreshers",
        "benefits.retirement_match",
        "relocation",
        "tax",
    ]
    used = {item["key"]: item for item in found["assumptions"]}
    assert used["share_growth_rate"]["default"] == 0
    assert set(used["horizon_years"]) == {"key", "value", "unit", "source", "default"}


def test_show_prints_the_basis_of_every_figure(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE + "target_bonus: 10%\nhours_per_week: 40\n")
    said = offerlab("show", path)
    for words in (
        "base salary (guaranteed)",
        "target bonus (target)",
        "Private stock (illiquid) is not cash and in no total.",
        "illiquid: notional, gross of strike",
        "Not counted: hours_per_week.",
        "Before tax. Assumed: 4 defaults (--verbose lists them).",
    ):
        assert words in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80
    whole = offerlab("show", path, "--verbose").out
    assert "raise_rate = 0 a year [convention" in whole
    assert "hours_per_week: hours are in no figure yet" in whole


def test_show_begins_with_the_answer_and_fits_a_screen(
    offerlab: Run, write: Write
) -> None:
    lines = offerlab("show", write("a.yaml", PRIVATE)).out.splitlines()
    # 150,000 a year; discounted monthly at 4%: 554,396 (a twelfth of the sum of
    # 1.04^(-p/12), p = 1..48, is 3.695972)
    assert " ".join(" ".join(lines[:2]).split()) == (
        "Northwind Robotics pays $150,000 in year one and $600,000 over four years,"
        " before tax; $150,000 a year is guaranteed. Present value: $554,396."
    )
    assert len(lines) <= 24


def test_an_unused_assumption_is_told(offerlab: Run, write: Write) -> None:
    said = offerlab("show", write("a.yaml", PUBLIC), "--set", "tax_year=2027")
    assert said.code == 0
    assert "tax_year: no figure of 'show' uses this assumption" in said.err


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("growth=1", "there is no assumption 'growth'"),
        ("Acme:raise_rate=1%", "no offer here has the id 'Acme' (ids: Contoso)"),
    ],
)
def test_a_wrong_setting_ends_with_one(
    offerlab: Run, write: Write, setting: str, words: str
) -> None:
    said = offerlab("show", write("a.yaml", PUBLIC), "--set", setting)
    assert said.code == 1
    assert words in said.err


def test_several_offers_of_a_file_are_shown_or_one_is_picked(
    offerlab: Run, write: Write
) -> None:
    body = "\n".join("    " + line for line in PUBLIC.splitlines()[1:])
    path = write("two.yaml", f"offerlab: 1\noffers:\n  -\n{body}\n  -\n{body}\n")
    assert len(offerlab("show", path, "--json").json["offers"]) == 2
    said = offerlab("explain", path, "total")
    assert said.code == 1
    assert "holds 2 offers; pick one by its number" in said.err
    assert offerlab("explain", f"{path}#2", "total").code == 0


@pytest.mark.parametrize("command", ["show", "vest", "walkaway"])
def test_several_offers_stand_wherever_one_does(
    offerlab: Run, write: Write, command: str
) -> None:
    first, second = write("a.yaml", PUBLIC), write("b.yaml", PRIVATE)
    alone = offerlab(command, first, "--json").json
    both = offerlab(command, first, second, "--json").json["offers"]
    assert {"schema", "assumptions", "problems"} < set(alone)
    assert [each["id"] for each in both] == ["Contoso", "Northwind Robotics"]
    assert {k: v for k, v in alone.items() if k in both[0]} == both[0]
    text = " ".join(offerlab(command, first, second).out.split())
    assert "Contoso" in text
    assert "Northwind Robotics" in text


def test_output_goes_to_a_file_for_its_owner_only(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path, out = write("a.yaml", PUBLIC), tmp_path / "show.txt"
    assert offerlab("show", path, "-o", out).code == 0
    assert "by year of employment" in out.read_text(encoding="utf-8")
    assert out.stat().st_mode & 0o777 == 0o600
    again = offerlab("show", path, "-o", out)
    assert again.code == 1
    assert "exists already; --force writes over it" in again.err
    assert offerlab("show", path, "-o", out, "--force", "--json").code == 0
    assert out.read_text(encoding="utf-8").startswith("{")
    assert offerlab("show", path, "-o", tmp_path / "no" / "x.txt").code == 1
    assert offerlab("show", path, "-o", tmp_path, "--force").code == 1
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize("years", [1, 3, 5, 7, 10])
def test_every_horizon_fits_eighty_columns(
    offerlab: Run, write: Write, years: int
) -> None:
    paths = [write("a.yaml", PUBLIC), write("b.yaml", PRIVATE)]
    for args in (["show", paths[1]], ["compare", *paths, "--verbose"]):
        said = offerlab(*args, "--set", f"horizon_years={years}")
        assert max(len(line) for line in said.out.splitlines()) <= 80
        assert "…" not in said.out
        assert f"year {years}" in said.out
        assert "Northwind Robotics" in said.out


def test_nothing_is_written_when_the_data_failed(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "o.txt"
    for command in ("check", "show", "vest"):
        said = offerlab(command, write("bad.yaml", "x"), "-o", out)
        assert said.code == 1
        assert "was not written" in said.err
        assert not out.exists()


def test_only_ordinary_files_are_written(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path, link = write("a.yaml", PUBLIC), tmp_path / "link.txt"
    link.symlink_to(tmp_path / "target.txt")
    assert offerlab("show", path, "-o", link).code == 1
    assert offerlab("show", path, "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert (tmp_path / "target.txt").stat().st_size > 0
    assert (
        "not an ordinary file"
        in offerlab("show", path, "-o", "/dev/null", "--force").err
    )
    assert offerlab("show", path, "-o", tmp_path / ("x" * 300)).code == 1


def test_control_characters_do_not_reach_the_terminal(
    offerlab: Run, write: Write
) -> None:
    path = write("a.json", '{"offerlab": 1, "a\\nb": 1, "\\u001b[31mred": 2}')
    said = offerlab("check", path)
    assert said.code == 1
    assert "\x1b" not in said.err
    assert all(line.startswith("Error: ") for line in said.err.splitlines())


@pytest.mark.parametrize("option", ["--market-data"])
def test_a_folder_that_is_not_there_is_told(
    offerlab: Run, write: Write, tmp_path: Path, option: str
) -> None:
    said = offerlab("show", write("a.yaml", PUBLIC), option, tmp_path / "none")
    assert said.code == 1
    assert "there is no such folder" in said.err


def test_help_has_its_example_on_lines_of_its_own(offerlab: Run) -> None:
    said = offerlab("show", "--help")
    assert "\\b" not in said.out
    assert "  Example:\n    offerlab show offer.yaml" in said.out


def test_an_offer_is_never_written_over_by_its_own_report(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PUBLIC)
    said = offerlab("show", path, "-o", path, "--force")
    assert said.code == 1
    assert "is the file that is read; name another" in said.err
    assert path.read_text(encoding="utf-8") == PUBLIC


def test_prices_are_needed_for_the_horizon_only(offerlab: Run, write: Write) -> None:
    # Refreshers vest to 2034; the file ends with the horizon, and its last price stays.
    months = [(y, m) for y in range(27, 31) for m in range(1, 13)] + [(31, 1), (31, 2)]
    rows = "".join(f"20{y}-{m:02}-01,100\n" for y, m in months)
    prices = write("p.csv", "date,price\n" + rows)
    path = write("a.yaml", PUBLIC + "refreshers: {shares: 40, vesting: snap-4yr}\n")
    said = offerlab("show", path, "--set", f"share_prices={prices}", "--json")
    assert said.code == 0, said.err
    # 40 shares at months 12, 24, 36: 30 + 20 + 10 vest by month 48, 60 after it.
    assert said.json["beyond_horizon"] == {
        "shares": 60,
        "value": 6_000,
        "notional": 0,
        "bonus": 0,
    }


def test_refreshers_are_told_in_three_cases(offerlab: Run, write: Write) -> None:
    text = PUBLIC + "refreshers: {shares: 40, vesting: snap-4yr}\n"
    path = write("a.yaml", text)
    cases = offerlab("show", path, "--json").json["refresher_cases"]
    # 10, 20 and 30 shares at $100 in years two to four.
    assert cases["promised"]["total"] - cases["none"]["total"] == 6_000
    said = offerlab("show", path)
    assert "promised (counted above)" in said.out
    assert "expected (no more)" in said.out
    empty = offerlab("show", path, "--set", "refreshers=")
    assert empty.code == 1
    assert "write one of none, promised, expected" in empty.err


def test_an_exit_is_shown_before_preferences(offerlab: Run, write: Write) -> None:
    args = ("--set", "exit_scenarios.sale=500M")
    said = offerlab("show", write("a.yaml", PRIVATE), *args)
    assert "illiquid: exit 'sale', before" in said.out
    assert "182,000" in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_a_bonus_with_a_month_and_no_first_day_is_a_question_and_no_crash(
    offerlab: Run, write: Write
) -> None:
    text = PUBLIC.replace("start_date: 2027-02-01\n", "")
    text += "target_bonus: {target: 10%, paid_in_month: 3}\n"
    path = write("a.yaml", text)
    for command in ("show", "check", "vest", "walkaway"):
        assert offerlab(command, path).code == 0


def test_a_dash_is_an_offer_from_a_pipe(offerlab: Run, write: Write) -> None:
    shown = offerlab("show", write("a.yaml", PUBLIC), "--json").json
    piped = offerlab("show", "-", "--json", stdin=PUBLIC).json
    assert piped["file"] == "-"
    assert piped["total"] == shown["total"]
    empty = offerlab("show", "-", stdin="")
    assert (empty.code, empty.out) == (1, "")
    assert "-: is empty" in empty.err
    as_json = '{"offerlab": 1, "company": 3}'
    assert "company" in offerlab("check", "-", stdin=as_json).err


def test_a_terminal_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offerlab.ingest.text.sys.stdin", None)
    with pytest.raises(InputError, match="nothing is piped in"):
        read_text("-")
