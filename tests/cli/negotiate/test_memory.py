"""The memory of a negotiation, and the playbook's case from screen to accept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offerlab.cli.negotiate import SUBCOMMANDS, negotiate
from tests.conftest import NOTHING_MORE, PRIVATE, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
NAME = "Northwind Robotics"
LETTER = PRIVATE + "basis: letter\ndeadline: 2026-12-11T17:00 America/Los_Angeles\n"
FIRST = (
    LETTER.partition("equity:")[0].replace("150_000\n", "138_000\n").replace(
        "valuation: 138_000\n", "valuation: 150_000_000\n")
    + "equity: []\nbasis: letter\ndeadline: 2026-12-11T17:00 America/Los_Angeles\n"
    + "contacts: [{name: Dana Lee, role: recruiter, email: dana@example.com}]\n"
)  # fmt: skip
REVISED = (
    LETTER.replace("base_salary: 150_000", "base_salary: 152_000")
    .replace("percent: 0.04", "percent: 0.05") + NOTHING_MORE
)  # fmt: skip


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-11-25")


@pytest.fixture
def neg(offerlab: Run) -> Callable[..., Any]:
    def run(command: str, *args: object) -> Any:
        said = offerlab("negotiate", command, *args, "--json")
        assert said.code == 0, said.err
        return said.json

    return run


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_the_list_has_the_first_line_of_each_help(name: str) -> None:
    command = negotiate.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.help is not None
    assert command.help.partition("\n")[0] == SUBCOMMANDS[name]


def test_the_playbook_from_screen_to_accept(
    offerlab: Run, write: Write, neg: Callable[..., Any]
) -> None:
    ask = ("--ask-base", "150k", "--ask-equity-percent", "0.04", "--signature", "Sam",
           "--reason", "The ranking work is what I want to do.",
           "--milestone", "the evaluation pipeline")  # fmt: skip
    first = write("first.yaml", FIRST)
    neg("start", NAME, "--role", "Machine Learning Engineer")
    assert neg("next", NAME)["next"][0]["letter"] == "expectations"
    refused = offerlab("email", "counter", first, *ask)
    assert refused.code == 1
    assert "'expectations' or 'timeline'" in refused.err

    neg("signal", NAME, "Dana called: the team wants to hire me")
    assert neg("offer", NAME, first)["version"] == 1
    strict = offerlab("check", first, "--no-market", "--strict")
    assert strict.code == 1  # $138,000 and no equity miss both benchmarks
    assert "below offerlab's default band" in " ".join(strict.out.split())

    plan = neg("plan", first, "--posted-range", "140k-160k")
    assert plan["verdict"] == "counter"
    assert (plan["ask"]["base"], plan["ask"]["equity_percent"]) == (150_000, 0.04)

    counter = offerlab("email", "counter", first, *ask)  # the signal is on file
    assert counter.code == 0, counter.err
    for words in ("$150,000 base and 0.04% of the company", "over four years",
                  "$60,000", "$150 million", "the evaluation pipeline"):  # fmt: skip
        assert words in " ".join(counter.out.split()), words
    neg("sent", NAME, "counter", *ask[:4])
    assert neg("next", NAME)["stage"] == "asked"

    neg("reply", NAME, "full", "even a little more")
    revised = write("revised.yaml", REVISED)
    kept = neg("offer", NAME, revised)
    assert kept["version"] == 2
    changed = {each["term"]: each for each in kept["differences"]}
    assert changed["base_salary"]["after"] == 152_000
    assert changed["equity.1.percent"]["after"] == 0.05
    assert offerlab("check", revised, "--no-market", "--strict").code == 0
    assert neg("next", NAME)["next"][0]["letter"] == "accept"

    again = offerlab("email", "counter", revised, *ask[:1], "160k", *ask[4:])
    assert again.code == 1
    assert "break your word" in again.err
    accept = offerlab("email", "accept", revised, "--signature", "Sam")
    assert accept.code == 0, accept.err
    assert "$152,000" in accept.out
    assert "0.05%" in accept.out
    neg("sent", NAME, "accept")
    assert neg("next", NAME)["stage"] == "accepted"


def test_the_stage_of_a_negotiation(
    write: Write, neg: Callable[..., Any], offerlab: Run
) -> None:
    neg("start", NAME)
    assert neg("stage", NAME)["stage"] == "screen"
    assert "hire signal: not yet" in offerlab("negotiate", "stage", NAME).out
    neg("signal", NAME, "they said yes")
    neg("offer", NAME, write("a.yaml", LETTER))
    neg("promise", NAME, "a review in July", "--by", "Dana",
        "--medium", "phone")  # fmt: skip
    neg("sent", NAME, "counter", "--ask-base", "200k")
    found = neg("stage", NAME)
    assert (found["stage"], found["versions"]) == ("asked", 1)
    assert found["asked"] == {"base": 200_000}
    out = offerlab("negotiate", "stage", NAME).out
    assert "last ask: base 200,000, no answer since 2026-11-25" in out
    assert "promised: a review in July (by Dana)" in out
    neg("reply", NAME, "base-fixed", "no")
    assert "base does not move" in offerlab("negotiate", "stage", NAME).out
    assert offerlab("negotiate", "stage", "Nobody").code == 1


def test_a_rule_that_was_allowed_is_logged(
    write: Write, neg: Callable[..., Any], offerlab: Run
) -> None:
    path = write("a.yaml", LETTER)
    neg("start", NAME)
    neg("signal", NAME, "they said yes")
    args = ("--ask-base", "200k", "--reason", "The work is good.", "--signature", "Sam")
    allow = ("--allow", "threat", "--because", "a joke between us")
    drafted = offerlab("email", "counter", path, *args, *allow, "--json")
    assert drafted.json["allowed"] == [
        {"rule": "threat", "because": "a joke between us"}
    ]
    assert "offerlab negotiate sent" in drafted.err
    assert neg("log", NAME)["log"][-1]["kind"] == "signal"  # a draft writes nothing
    refused = offerlab("negotiate", "sent", NAME, "counter", "--allow", "threat")
    assert refused.code == 2
    neg("sent", NAME, "counter", *allow)
    last = neg("log", NAME)["log"][-1]
    assert (last["allowed"], last["text"]) == (["threat"], "a joke between us")
    assert "threat" in offerlab("negotiate", "log", NAME).out


def test_versions_are_immutable(
    write: Write, neg: Callable[..., Any], offerlab: Run, tmp_path: Path
) -> None:
    neg("start", NAME)
    neg("offer", NAME, write("a.yaml", PRIVATE + "basis: verbal\n"))
    neg("offer", NAME, write("a.yaml", PRIVATE + "basis: letter\n"))
    found = neg("diff", NAME)
    assert found["before"] == {"version": 1, "medium": "verbal"}
    assert found["after"] == {"version": 2, "medium": "written"}
    assert {each["term"] for each in found["differences"]} >= {"basis"}
    kept = tmp_path / "home" / "negotiations" / "northwind-robotics" / "offers"
    assert (kept / "v1.yaml").stat().st_mode & 0o777 == 0o600
    (kept / "v1.yaml").write_text(LETTER)
    said = offerlab("negotiate", "diff", NAME)
    assert said.code == 1
    assert "was changed after it was kept" in said.err
    assert offerlab("negotiate", "diff", NAME, "2", "7").code == 1
    (kept / "v3.yaml").write_text("left by a run that was killed")
    assert neg("offer", NAME, write("b.yaml", LETTER))["version"] == 4


def test_promises_stand_beside_the_paper(
    write: Write, neg: Callable[..., Any], offerlab: Run
) -> None:
    neg("start", NAME)
    said = offerlab("negotiate", "diff", NAME)
    assert said.code == 1
    neg("offer", NAME, write("a.yaml", LETTER))
    neg("promise", NAME, "a review in July", "--by", "Dana", "--medium", "phone",
        "--on", "2026-11-24")  # fmt: skip
    neg("offer", NAME, write("b.yaml", LETTER))
    said = offerlab("negotiate", "diff", NAME)
    assert "say the same" in said.out
    assert "a review in July (Dana, phone, 2026-11-24)" in said.out
    late = offerlab("negotiate", "promise", NAME, "x", "--by", "D", "--medium", "phone",
                    "--on", "2027-01-01")  # fmt: skip
    assert late.code == 2


def test_an_ask_above_the_last_needs_a_reason(
    write: Write, neg: Callable[..., Any], offerlab: Run
) -> None:
    neg("start", NAME)
    neg("offer", NAME, write("a.yaml", LETTER))
    neg("sent", NAME, "counter", "--ask-base", "155k")
    more = ("negotiate", "sent", NAME, "counter", "--ask-base", "165k")
    said = offerlab(*more)
    assert said.code == 1
    assert "what is new" in said.err
    assert offerlab(*more, "--because", "the level went up").code == 0


def test_base_fixed_is_remembered_by_the_plan(
    write: Write, neg: Callable[..., Any]
) -> None:
    path = write("a.yaml", FIRST)
    neg("start", NAME)
    neg("offer", NAME, path)
    neg("reply", NAME, "base-fixed", "the band is fixed")
    found = neg("plan", path, "--posted-range", "140k-160k")
    assert found["verdict"] == "do_not_counter_base"
    # The gap of 12,000 to the middle, times 1.5.
    assert found["ask"]["sign_on"] == [{"year": 1, "amount": 18_000.0}]


def test_a_torn_log_is_said_and_goes_on(
    neg: Callable[..., Any], offerlab: Run, tmp_path: Path
) -> None:
    neg("start", NAME)
    log = tmp_path / "home" / "negotiations" / "northwind-robotics" / "log.jsonl"
    with log.open("a") as file:
        file.write('{"kind": "sig')
    said = offerlab("negotiate", "log", NAME)
    assert said.code == 0
    assert "cut off" in said.err
    neg("signal", NAME, "yes")
    assert [each["kind"] for each in neg("log", NAME)["log"]] == ["start", "signal"]
    assert neg("log")["negotiations"] == [{"company": NAME, "stage": "signal"}]


def test_the_stop_line_is_in_no_output(
    write: Write, offerlab: Run, neg: Callable[..., Any], tmp_path: Path
) -> None:
    path = write("a.yaml", LETTER)
    neg("start", NAME)
    said = offerlab("negotiate", "stop", NAME, stdin="143217 base\n")
    assert said.code == 0
    assert "143217" not in said.out + said.err
    assert offerlab("negotiate", "stop", NAME, stdin="\n").code == 2
    neg("offer", NAME, path)
    reason = ("--reason", "The work is what I want to do.")
    runs = [
        ("negotiate", "log", NAME), ("negotiate", "next", NAME),
        ("negotiate", "plan", path, "--verbose"),
        ("negotiate", "call", path, "--ask-base", "160k", *reason, "--stop-line"),
        ("email", "counter", path, "--ask-base", "160k", *reason, "--signature", "Sam"),
        ("negotiate", "stage", NAME), ("negotiate", "diff", NAME, "1", "1"),
        ("negotiate", "evidence", path), ("negotiate", "facts"),
        ("negotiate", "packages", path, "--ask-base", "160k", "--stock-weight", "35%"),
        *(("email", name, path, *reason, "--signature", "Sam")
          for name in ("accept", "acknowledge", "ask-range", "clarify", "nudge")),
        ("check", path), ("show", path), ("compare", path, path),
    ]  # fmt: skip
    for run in runs:
        for more in ((), ("--json",)):
            said = offerlab(*run, *more)
            assert said.code == 0, said.err
            assert "143217" not in said.out + said.err
    home = tmp_path / "home" / "negotiations" / "northwind-robotics"
    assert (home / "stop-line").stat().st_mode & 0o777 == 0o600
    holding = [
        p.name for p in home.rglob("*") if p.is_file() and b"143217" in p.read_bytes()
    ]
    assert holding == ["stop-line"]


def test_purge_deletes_all_of_it(
    neg: Callable[..., Any], offerlab: Run, tmp_path: Path
) -> None:
    neg("start", NAME)
    kept = offerlab("negotiate", "purge", NAME, stdin="n\n")
    assert kept.code == 1
    assert offerlab("negotiate", "start", NAME).code == 1  # it is on file
    assert offerlab("negotiate", "purge", NAME, "--yes").code == 0
    assert not (tmp_path / "home" / "negotiations" / "northwind-robotics").exists()
    said = offerlab("negotiate", "next", NAME)
    assert said.code == 1
    assert "is on file" in said.err


@pytest.mark.parametrize("args", [("start", " "), ("start", "a\nb"),
                                  ("next", "Northwnd")])  # fmt: skip
def test_a_company_that_is_none(offerlab: Run, args: tuple[str, ...]) -> None:
    offerlab("negotiate", "start", NAME)
    assert offerlab("negotiate", *args).code == 1


def test_an_empty_signal_is_none(offerlab: Run) -> None:
    offerlab("negotiate", "start", NAME)
    assert offerlab("negotiate", "signal", NAME, " ").code == 2


def test_an_offer_of_another_company_is_not_kept(write: Write, offerlab: Run) -> None:
    offerlab("negotiate", "start", "Contoso")
    said = offerlab("negotiate", "offer", "Contoso", write("a.yaml", LETTER))
    assert said.code == 1
    assert "this negotiation is with Contoso" in said.err


def test_a_letter_that_raises_pay_is_not_logged_before_the_signal(
    offerlab: Run,
) -> None:
    offerlab("negotiate", "start", NAME)
    said = offerlab("negotiate", "sent", NAME, "counter")
    assert said.code == 1
    assert "no hire signal is on file" in said.err
    assert offerlab("negotiate", "sent", NAME, "expectations").code == 0
    assert offerlab("negotiate", "sent", NAME, "countr").code == 1


def test_an_offer_with_errors_is_not_kept(
    write: Write, offerlab: Run, neg: Callable[..., Any]
) -> None:
    neg("start", NAME)
    said = offerlab("negotiate", "offer", NAME, write("a.yaml", "offerlab: 1\n"))
    assert said.code == 1
    assert neg("next", NAME)["stage"] == "screen"


def test_friendly_words_are_no_signal(offerlab: Run) -> None:
    offerlab("negotiate", "start", NAME)
    said = offerlab("negotiate", "signal", NAME, "Things look good so far")
    assert said.code == 1
    assert "not a yes yet" in said.err
    assert offerlab("negotiate", "stage", NAME, "--json").json["stage"] == "screen"
    yes = offerlab("negotiate", "signal", NAME, "It looks good: they said yes")
    assert yes.code == 0


def test_an_acceptance_holds_what_was_promised_and_agreed(
    offerlab: Run, write: Write, neg: Callable[..., Any]
) -> None:
    paper = write("paper.yaml", LETTER)
    neg("start", NAME)
    neg("offer", NAME, paper)
    neg(
        "promise",
        NAME,
        "a review after six months",
        "--by",
        "Dana",
        "--medium",
        "phone",
    )
    neg("sent", NAME, "counter", "--ask-sign-on", "10k")
    neg("reply", NAME, "full")
    name = ("--signature", "Sam")
    # They agreed to 10,000 of sign-on, and the paper has none.
    refused = offerlab("email", "accept", paper, *name)
    assert refused.code == 1
    assert "they agreed to $10,000 sign-on in year 1" in refused.err
    better = write("better.yaml", LETTER + "sign_on: {amount: 10_000, paid_month: 1}\n")
    said = offerlab("email", "accept", better, *name)
    assert said.code == 0, said.err
    assert "- a review after six months (promised by Dana, by phone)" in said.out


def test_an_ask_in_the_log_is_in_words(neg: Callable[..., Any], offerlab: Run) -> None:
    neg("start", NAME)
    neg("signal", NAME, "yes")
    neg("sent", NAME, "counter", "--ask-base", "150k", "--ask-equity-percent", "0.04")
    out = " ".join(offerlab("negotiate", "log", NAME).out.split())
    assert "ask base 150,000 and equity percent 0.04" in out
