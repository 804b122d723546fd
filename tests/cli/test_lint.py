from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DATA, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
OFFER = DATA / "letters" / "offers" / "3_seriesA.yaml"
LETTER = "Hi Dana,\n\nThank you for the offer of $138,000. {}\n\nBest,\nSam\n"


def test_a_letter_of_the_offers_own_figures_passes(offerlab: Run, write: Write) -> None:
    path = write("a.txt", LETTER.format("I cut the loss by 3%."))
    said = offerlab("lint", path, "--offer", OFFER)
    assert (said.code, said.out) == (0, "No rule is broken.\n")
    empty = offerlab("lint", path, "--offer", OFFER, "--json").json
    assert (empty["schema"], empty["lint"]) == ("offerlab.lint/1", [])


def test_a_claim_of_nothing_is_an_error(offerlab: Run, write: Write) -> None:
    path = write("a.txt", LETTER.format("I would like $155,000."))
    said = offerlab("lint", path, "--offer", OFFER, "--json")
    assert said.code == 1
    (found,) = said.json["lint"]
    assert (found["rule"], found["severity"]) == ("untraced-amount", "error")
    assert found["text"] == "$155,000"
    asked = offerlab("lint", path, "--offer", OFFER, "--ask-base", "155k")
    assert asked.code == 0
    attested = offerlab("lint", path, "--offer", OFFER, "--fact", "$155,000 is public")
    assert attested.code == 0


def test_a_rule_may_be_broken_for_a_reason(offerlab: Run, write: Write) -> None:
    path = write("a.txt", LETTER.format("I accept your offer."))
    args = ("lint", path, "--offer", OFFER, "--allow", "acceptance")
    assert offerlab(*args[:-2]).code == 1
    assert offerlab(*args).code == 2
    said = offerlab(*args, "--because", "it is agreed")
    assert said.code == 0
    assert "Warning (acceptance)" in said.out


def test_warnings_do_not_fail(offerlab: Run, write: Write) -> None:
    path = write("a.txt", LETTER.format("I am so sorry to ask."))
    said = offerlab("lint", path, "--offer", OFFER)
    assert said.code == 0
    assert "no apology is due" in said.out


def test_a_rival_on_file_may_be_named(offerlab: Run, write: Write) -> None:
    path = write("a.txt", LETTER.format("I also hold an offer from Meridian Search."))
    rival = OFFER.with_name("1_bigtech.yaml")
    assert offerlab("lint", path, "--offer", OFFER).code == 1
    assert offerlab("lint", path, "--offer", OFFER, "--offer", rival).code == 0


def test_a_missing_letter_is_told(offerlab: Run) -> None:
    said = offerlab("lint", "nowhere.txt")
    assert said.code == 1
    assert "nowhere.txt" in said.err


def test_nothing_is_no_letter(offerlab: Run, tmp_path: Path) -> None:
    said = offerlab("lint", "-", stdin="  \n")
    assert (said.code, said.out) == (1, "")
    assert "-: is empty" in said.err
    (tmp_path / "a.txt").write_text("\n")
    assert offerlab("lint", tmp_path / "a.txt").code == 1


@pytest.mark.parametrize(
    "name", ["Loomgate, Inc.", "Foo & Bar, LLC", "Foo Works (UK) Limited"]
)
def test_the_legal_form_of_the_company_is_no_rival(
    offerlab: Run, write: Write, name: str
) -> None:
    offer = write("o.yaml", PUBLIC.replace("name: Contoso", f'name: "{name}"'))
    first, _, last = name.rpartition(" ")
    for words in (name, f"{first}\n{last}"):
        letter = f"Thank you for the {words} offer. I have a question.\n"
        said = offerlab("lint", write("a.txt", letter), "--offer", offer)
        assert (said.code, said.out) == (0, "No rule is broken.\n")
    other = write("b.txt", "I also hold a Globex, Inc. offer.\n")
    assert offerlab("lint", other, "--offer", offer).code == 1
