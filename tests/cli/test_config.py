from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.resources import user_config
from tests.conftest import Said

Run = Callable[..., Said]

OFFER = """\
offerlab: 1
company: {name: Acme, stage: seed}
role: Machine Learning Engineer
location: Leeds, UK
start_date: 2027-01-11
currency: GBP
base_salary: 78k
equity: none
"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the defaults are: in a home of the test's own."""
    monkeypatch.setenv("OFFERLAB_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / "config.yaml"


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    path = tmp_path / "offer.yaml"
    path.write_text(OFFER)
    return path


def test_without_a_file_it_says_where_one_would_be(offerlab: Run, config: Path) -> None:
    said = offerlab("config")
    assert said.code == 0
    assert "none are set yet" in said.out
    assert str(config) in said.out.replace("\n", "").replace("  ", "")
    shown = offerlab("config", "--json").json
    assert shown["schema"] == "offerlab.config/1"
    assert shown["file"] == str(config)
    assert shown["exists"] is False
    assert set(shown["defaults"].values()) == {None}


def test_what_is_set_is_shown(offerlab: Run, config: Path) -> None:
    config.write_text("signature: Sam Rivera\ncurrency: gbp\nfx: {GBP: 1.27}\n")
    shown = offerlab("config", "--json").json
    assert shown["exists"] is True
    assert shown["defaults"] == {
        "signature": "Sam Rivera", "currency": "GBP", "fx": {"GBP": "1.27"},
        "market_data": None, "templates": None,
    }  # fmt: skip


def test_a_rate_is_used_and_an_option_comes_before_it(
    offerlab: Run, config: Path, offer: Path
) -> None:
    config.write_text("fx:\n  GBP: 1.25\n")
    # 78,000 pounds at 1.25 are 97,500 dollars; at 1.30 they are 101,400.
    base = offerlab("check", offer, "--no-market", "--json").json["offers"][0]
    assert base["verdicts"]["base_salary"]["value"] == 97_500
    said = offerlab("check", offer, "--no-market", "--set", "fx.GBP=1.30", "--json")
    assert said.json["offers"][0]["verdicts"]["base_salary"]["value"] == 101_400
    sources = {each["key"]: each["source"] for each in said.json["assumptions"]}
    assert sources["fx"] == "--set"
    shown = offerlab("check", offer, "--no-market", "--json").json["assumptions"]
    assert {each["source"] for each in shown if each["key"] == "fx"} == {str(config)}


def test_a_rate_that_nothing_needs_is_no_complaint(
    offerlab: Run, config: Path, offer: Path
) -> None:
    config.write_text("fx: {EUR: 1.08}\n")
    assert "no figure of" not in offerlab("show", offer).err


def test_the_signature_stands_under_a_letter(
    offerlab: Run, config: Path, offer: Path
) -> None:
    config.write_text("signature: Sam Rivera\n")
    said = offerlab("email", "decline", offer, "--reason", "I chose another role.")
    assert "Sam Rivera" in said.out
    other = ["--signature", "Samira Rivera", "--reason", "I chose another role."]
    said = offerlab("email", "decline", offer, *other)
    assert "Samira Rivera" in said.out


def test_folders_are_seen_from_the_file(
    offerlab: Run, config: Path, offer: Path
) -> None:
    own = config.parent / "mine"
    own.mkdir()
    (own / "benchmarks.yaml").write_text("profiles: [\n")
    config.write_text("market_data: mine\n")
    said = offerlab("check", offer, "--no-market")
    assert said.code == 1
    assert "benchmarks.yaml" in said.err


def test_new_proposes_the_usual_currency(
    offerlab: Run, config: Path, tmp_path: Path
) -> None:
    config.write_text("currency: EUR\n")
    answers = "Acme\nseed\n\n\n\n\nEngineer\n\n{}\n\n"
    said = offerlab("new", tmp_path / "a.yaml", stdin=answers.format("Remote"))
    assert "Currency of the pay [EUR]" in said.out
    said = offerlab("new", tmp_path / "b.yaml", stdin=answers.format("Leeds, UK"))
    assert "Currency of the pay [GBP]" in said.out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("signatur: Sam\n", "config.yaml:1: 'signatur' is not a default; did you mean"),
        ("colour: red\n", "known are signature, currency"),
        ("currency: USD\ncurrency: EUR\n", "config.yaml:2: 'currency' appears twice"),
        ("currency: dollars\n", "'dollars' is not a currency code"),
        ("signature: [a, b]\n", "one value belongs here"),
        ("signature:\n", "one value belongs here"),
        ('signature: "a\\nBcc: x@y.z"\n', "write one short line"),
        ("market_data: nowhere\n", "config.yaml:1: market_data: there is no folder"),
        ("- a\n", "is not a list of 'key: value' lines"),
        ("fx: {EUR: -1}\n", "fx.EUR"),
        ("fx: {EURO: 1}\n", "'EURO' is not a currency"),
        ("signature: [\n", "config.yaml"),
    ],
)
def test_a_broken_file_is_one_sentence(
    offerlab: Run, config: Path, offer: Path, text: str, words: str
) -> None:
    config.write_text(text)
    said = offerlab("show", offer)
    assert said.code == 1, said.out
    assert words in " ".join(said.err.split())
    assert "Traceback" not in said.err


def test_a_folder_in_its_place_is_no_traceback(
    offerlab: Run, config: Path, offer: Path
) -> None:
    config.mkdir()
    said = offerlab("show", offer)
    assert "Traceback" not in said.err
    assert said.code in (0, 1)


def test_the_platform_has_a_folder_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OFFERLAB_HOME", raising=False)
    for platform, folder in (
        ("linux", "/cfg/offerlab"),
        ("win32", "/app/offerlab"),
        ("darwin", "/home/ada/Library/Application Support/offerlab"),
    ):
        monkeypatch.setattr("sys.platform", platform)
        monkeypatch.setenv("XDG_CONFIG_HOME", "/cfg")
        monkeypatch.setenv("APPDATA", "/app")
        monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
        assert user_config().as_posix() == f"{folder}/config.yaml"
