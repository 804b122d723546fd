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
        "Could you get to $160,000 base? With that I sign by December 4."
    )
    assert [each["figure"] for each in found["steps"]] == [
        "$160,000 base", "$157,500 base", "$155,000 base", "$152,500 base",
        "$150,000 base",
    ]  # fmt: skip
    assert found["steps"][0]["say"] == "Thank you; I sign."
    assert len(found["lines"]) == 14
    assert len(found["questions"]) == 3


def test_without_a_day_nothing_is_signed(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "negotiate", "call", write("a.yaml", PRIVATE), "--ask-base", "160k", *REASON
    )
    assert said.code == 0
    assert "I sign" not in said.out
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
