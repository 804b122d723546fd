from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ASK = ("--ask-base", "152k", "--ask-equity-percent", "0.05", "--signature", "Sam")


def test_a_counter_is_printed(offerlab: Run, write: Write) -> None:
    said = offerlab("email", "counter", write("a.yaml", PRIVATE), *ASK)
    assert said.code == 0
    assert said.out.startswith("Subject: Machine Learning Engineer offer")
    assert "$152,000 base plus 0.05% equity" in said.out
    assert "Warning: stronger with one true sentence" in said.err


def test_a_counter_as_json(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "email", "counter", write("a.yaml", PRIVATE), *ASK, "--json",
        "--reason", "I like it.", "--milestone", "a model", "--slot", "recruiter=Priya",
    )  # fmt: skip
    found = said.json
    assert found["schema"] == "offerlab.email/1"
    assert found["template"] == "counter"
    assert found["body"].startswith("Hi Priya,")
    assert found["slots"]["ask_base"] == "$152,000"
    assert found["slots"]["milestones"] == ["a model"]
    assert found["lint"] == []


@pytest.mark.parametrize("suffix", ["txt", "eml"])
def test_a_counter_is_written(
    offerlab: Run, write: Write, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"counter.{suffix}"
    args = ("email", "counter", write("a.yaml", PRIVATE), *ASK, "-o", out)
    assert offerlab(*args).code == 0
    text = out.read_text(encoding="utf-8")
    assert "Subject: Machine Learning Engineer offer: base and equity" in text
    assert ("To: dana@example.com" in text) == (suffix == "eml")
    assert out.stat().st_mode & 0o777 == 0o600
    assert offerlab(*args).code == 1
    assert offerlab(*args, "--force").code == 0


def test_a_missing_fact_is_named_and_nothing_is_written(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "counter.eml"
    path = write("a.yaml", PRIVATE.replace("  valuation: 150_000_000\n", ""))
    said = offerlab("email", "counter", path, *ASK, "-o", out)
    assert said.code == 1
    assert "valuation" in said.err
    assert not out.exists()
    unasked = offerlab("email", "counter", path, "--json")
    assert unasked.code == 1
    assert "--ask-base" in unasked.json["problems"][-1]["message"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--ask-base", "lots"), 2, "'lots' is not an amount"),
        (("--ask-base", "150"), 2, "too little"),
        (("--ask-equity-percent", "50"), 2, "out of range"),
        (("--slot", "x"), 2, "key=value"),
        (("--slot", "x=1"), 1, "has no slot 'x'"),
        (("-o", "letter.docx"), 1, "written as .txt or .eml"),
    ],
)
def test_wrong_options_are_told(
    offerlab: Run, write: Write, args: tuple[str, ...], code: int, words: str
) -> None:
    said = offerlab("email", "counter", write("a.yaml", PRIVATE), *ASK, *args)
    assert said.code == code
    assert words in said.err


def test_an_unknown_letter_and_a_bad_offer_end_with_one(
    offerlab: Run, write: Write
) -> None:
    assert offerlab("email", "contra", write("a.yaml", PRIVATE), *ASK).code == 1
    assert offerlab("email", "counter", write("b.yaml", "x"), *ASK).code == 1


def test_a_second_offer_is_not_cited_by_a_counter(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "email", "counter", write("a.yaml", PRIVATE), write("b.yaml", PUBLIC), *ASK
    )
    assert said.code == 0
    assert "cites no other offer" in said.err
    assert "Contoso" not in said.out
