"""The call sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.negotiate.test_plan import BIG, LATE_VESTING
from tests.conftest import PRIVATE, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
REASON = ("--reason", "The ranking work is what I want to do.")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-11-25")


def test_a_sheet(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    found = offerlab("negotiate", "call", path, "--ask-base", "160k", *REASON,
                     "--by", "2026-12-04", "--json").json  # fmt: skip
    assert found["sentence"] == (
        "Could you get to $160,000 base? With that, I would sign by Friday, December 4."
    )
    assert [each["figure"] for each in found["steps"]] == [
        "$160,000 base", "$157,500 base", "$155,000 base", "$152,500 base",
        "$150,000 base",
    ]  # fmt: skip
    assert found["steps"][0]["say"] == (
        "Thank you! Please put it in writing, and I will sign by Friday, December 4."
    )
    close = "At $160,000 base, I would sign by Friday, December 4."
    assert close in found["steps"][1]["say"]
    assert len(found["lines"]) == 14
    assert len(found["questions"]) == 3


def test_without_a_day_nothing_is_signed(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "negotiate", "call", write("a.yaml", PRIVATE), "--ask-base", "160k", *REASON
    )
    assert said.code == 0
    assert "sign by" not in said.out
    assert "put it in writing" in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("text", "ask", "last"),
    [
        (BIG, ("--ask-equity-value", "160k"), "$130,000 of stock"),
        (LATE_VESTING, ("--ask-sign-on", "50k"), "$42,000 sign-on in year 1"),
        (PRIVATE, (), "a range"),
    ],
)
def test_steps_in_the_unit_of_the_ask(
    offerlab: Run, write: Write, text: str, ask: tuple[str, ...], last: str
) -> None:
    path = write("a.yaml", text)
    found = offerlab("negotiate", "call", path, *ask, *REASON, "--json").json
    assert found["steps"][-1]["figure"] == last


def test_the_plan_gives_the_ask(offerlab: Run, write: Write) -> None:
    found = offerlab(
        "negotiate", "call", write("a.yaml", PRIVATE), "--posted-range", "160k-180k",
        *REASON, "--json",
    ).json  # fmt: skip
    assert found["ask"]["base"] == 170_000


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--ask-base", "140k", *REASON), "less than the"),
        (("--ask-base", "160k", *REASON, "--by", "2026-11-24"), "is over"),
        (("--ask-base", "160k", "--reason", "I now make $121,000."), "$121,000"),
        (("--ask-base", "160k", "--reason", "I would take the offer anyway."), ""),
    ],
)
def test_what_nobody_should_say(
    offerlab: Run, write: Write, more: tuple[str, ...], why: str
) -> None:
    said = offerlab("negotiate", "call", write("a.yaml", PRIVATE), *more)
    assert said.code == 1
    assert why in said.err
    assert said.out == ""


def test_an_offer_with_errors(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", "offerlab: 1\n")
    assert offerlab("negotiate", "call", path, *REASON).code == 1
    assert offerlab("negotiate", "plan", path).code == 1


def test_half_of_the_ask_is_not_signed_for(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", LATE_VESTING)
    found = offerlab("negotiate", "call", path, "--ask-sign-on", "1=50k",
                     "--ask-sign-on", "2=36k", *REASON, "--by", "2026-12-01",
                     "--json").json  # fmt: skip
    whole, half, *_ = found["steps"]
    assert "sign-on in year 1 and $36,000 sign-on in year 2" in whole["figure"]
    assert "I will sign" in whole["say"]
    assert half["figure"] == "$50,000 sign-on in year 1 alone"
    assert "sign" not in half["say"]


def test_the_ladder_of_the_plan_is_on_the_sheet(offerlab: Run, write: Write) -> None:
    # A rival at 160,000 above the offer of 150,000: target 160,000, first ask 5%
    # over it, 168,000; both are steps, and at the target there is nothing to push.
    path = write("a.yaml", PRIVATE)
    higher = PRIVATE.replace("base_salary: 150_000", "base_salary: 160_000")
    rival = write("b.yaml", higher.replace("Northwind", "Orrery") + "basis: letter\n")
    found = offerlab("negotiate", "call", path, rival, *REASON, "--json").json
    assert found["ladder"] == [168000, 160000]
    said = {each["figure"]: each["say"] for each in found["steps"]}
    assert "I can work with that" in said["$160,000 base"]
    assert "I can work with that" not in said["$154,500 base"]
    own = offerlab("negotiate", "call", path, rival, "--ask-base", "165k", *REASON,
                   "--json").json  # fmt: skip
    assert own["ladder"] == []


def test_other_levers_are_asked_without_a_figure(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", BIG)
    found = offerlab("negotiate", "call", path, "--ask-equity-value", "160k", *REASON,
                     "--json").json  # fmt: skip
    asked = {each["lever"]: each["question"] for each in found["also_ask"]}
    assert list(asked) == ["level", "relocation", "start"]
    assert "level L3" in asked["level"]
    assert not any(char.isdigit() for char in asked["start"])


def test_an_ask_without_money_has_steps_too(offerlab: Run, write: Write) -> None:
    # PRIVATE grants 0.04%: a call about 0.06% is no question for a range.
    found = offerlab(
        "negotiate", "call", write("a.yaml", PRIVATE), "--ask-equity-percent", "0.06",
        *REASON, "--json",
    ).json  # fmt: skip
    assert found["sentence"] == (
        "Could you get to 0.06% of the company over four years?"
    )
    assert [each["figure"] for each in found["steps"]] == [
        "0.06% of the company over four years",
        "more than 0.04% of the company",
        "0.04% of the company",
    ]


def test_a_day_is_said_as_in_the_country(offerlab: Run, write: Write) -> None:
    london = PRIVATE.replace("San Francisco, CA", "London, UK") + "currency: GBP\n"
    found = offerlab(
        "negotiate", "call", write("a.yaml", london), "--ask-base", "160k", *REASON,
        "--by", "2026-12-04", "--json",
    ).json  # fmt: skip
    assert found["sentence"].endswith("I would sign by Friday 4 December.")
    assert "£160,000 base" in found["sentence"]


def test_a_level_is_met_or_not(offerlab: Run, write: Write) -> None:
    found = offerlab(
        "negotiate", "call", write("a.yaml", BIG), "--ask-level", "L4", *REASON,
        "--json",
    ).json  # fmt: skip
    assert [each["figure"] for each in found["steps"]] == ["level L4", "no change"]
