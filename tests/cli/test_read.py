from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from offerlab.cli import main
from tests.conftest import DATA, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
LETTERS = DATA / "offer_letters"
FIRST = LETTERS / "open" / "07.txt"


def test_read_as_json(offerlab: Run) -> None:
    found = offerlab("read", FIRST, "--json").json
    assert found["schema"] == "offerlab.read/1"
    base = found["fields"]["base_salary"]
    assert base["value"] == 141_000
    assert base["quote"] in FIRST.read_text(encoding="utf-8")
    assert base["page"] == 1
    assert found["questions"] == []
    assert any("$80,000" in each for each in found["unread"])


def test_read_prints_each_value_with_its_words(offerlab: Run) -> None:
    said = offerlab("read", FIRST)
    assert said.code == 0
    assert "141,000" in said.out
    assert "Not read, look at these yourself:" in said.out


def test_read_writes_an_offer_file(offerlab: Run, tmp_path: Path) -> None:
    out = tmp_path / "offer.yaml"
    said = offerlab("read", FIRST, "-o", out)
    assert said.code == 0
    text = out.read_text(encoding="utf-8")
    assert '# "Your starting salary is $141,000 per year' in text
    assert "basis: letter" in text
    assert out.stat().st_mode & 0o777 == 0o600
    assert offerlab("check", out, "--no-market").code == 0
    assert offerlab("read", FIRST, "-o", out).code == 1
    assert offerlab("read", FIRST, "-o", tmp_path / "offer.txt").code == 1


def test_two_letters_of_one_offer(offerlab: Run, write: Write) -> None:
    text = FIRST.read_text(encoding="utf-8")
    revised = write("new.txt", text.replace("$141,000", "$149,000"))
    found = offerlab("read", "--against", FIRST, revised, "--json").json
    (change,) = found["changes"]
    assert (change["key"], change["before"], change["after"]) == (
        "base_salary",
        141_000,
        149_000,
    )
    said = offerlab("read", "--against", FIRST, revised)
    assert "149,000" in said.out
    assert "say the same" in offerlab("read", "--against", FIRST, FIRST).out


def test_pasted_text_and_wrong_usage(offerlab: Run) -> None:
    pasted = FIRST.read_text(encoding="utf-8")
    said = CliRunner().invoke(main, ["read", "-", "--json"], input=pasted)
    assert '"value": 141000' in said.output
    assert offerlab("read", FIRST, FIRST).code == 2
    assert offerlab("read", "--against", FIRST).code == 2


@pytest.mark.parametrize("name", ["h09.txt", "h10.txt"])
def test_what_is_no_offer_writes_nothing(
    offerlab: Run, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "offer.yaml"
    assert offerlab("read", LETTERS / "own" / name, "-o", out).code == 1
    assert not out.exists()
