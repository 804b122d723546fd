from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from offerlab.core.vesting import tranches
from offerlab.ingest.offers import read_offers
from tests.conftest import Said

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Said]
PRIVATE = """\
Acme AI
series-x
series-b
150M
50M
3
?
Machine Learning Engineer

San Francisco, CA
2027-02-30
2027-01-11

138k
10
10%
15,000
12
20k
is
iso
9
0.02
0.9
monthly
{months: 48
{months: 48, every_months: 1, cliff_months: 12}
3
2026-12-04
Dana Lee
dana
dana@example.com
"""


def test_an_interview_writes_a_valid_offer(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    said = offerlab("new", path, stdin=PRIVATE)
    assert said.code == 0, said.out
    assert path.stat().st_mode & 0o777 == 0o600
    (offer,), problems = read_offers([path])
    assert problems == []
    assert offer.company.valuation == 150_000_000
    assert offer.company.fmv_409a is None
    assert (offer.base_salary, offer.level) == (138_000, None)
    assert [(p.amount, p.paid_month) for p in offer.sign_on] == [(15e3, 1), (20e3, 13)]
    (grant,) = offer.equity or ()
    assert str(grant.percent) == "0.02"
    assert grant.vesting is not None
    assert tranches(grant.vesting, None, None)[0].month == 12
    assert offer.contacts[0].email == "dana@example.com"
    for words in (
        "did you mean 'series-d'?",
        "This one is needed.",
        "there is no date 2027-02-30",
        "is 10 meant as 10%",
        "almost surely a slip",
        "there is no schedule 'monthly'",
        "is not an e-mail address",
    ):
        assert words in " ".join(said.out.split()), words


def test_dont_know_becomes_a_question(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Acme", *["don't know"] * 5, "Engineer", "", "Remote", "", "150k"]
    answers += [""] * 3 + ["rsu"] + [""] * 4 + [""] * 3
    said = offerlab("new", path, stdin="\n".join(answers) + "\n")
    assert said.code == 0, said.out
    (offer,), _ = read_offers([path])
    assert offer.equity is None
    fields = [
        question["field"]
        for question in offerlab("check", path, "--json").json["offers"][0]["questions"]
    ]
    assert "equity" in fields
    assert "start_date" in fields


def test_a_public_company_is_asked_for_its_price(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Contoso", "public", "52.10", "2026-11-20", "400B", "Engineer", "L3"]
    answers += ["Seattle, WA", "", "145k", "", "0", "rsu", "", "", "160k", "50"]
    answers += ["amazon-new-hire", "", "", ""]
    assert offerlab("new", path, stdin="\n".join(answers) + "\n").code == 0
    (offer,), _ = read_offers([path])
    assert offer.company.share_price == 52.1
    assert offer.sign_on == ()
    assert (offer.equity or ())[0].conversion_price == 50


def test_no_equity_is_none(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Acme", *[""] * 5, "Engineer", "", "Remote", "", "150k", "", ""]
    assert (
        offerlab("new", path, stdin="\n".join([*answers, "none", *[""] * 4])).code == 0
    )
    assert read_offers([path])[0][0].equity == ()


def test_an_interview_that_ends_early_writes_nothing(
    offerlab: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    said = offerlab("new", path, stdin="Acme\n")
    assert said.code == 1
    assert "was not written" in said.err
    assert not path.exists()


def test_an_existing_file_is_not_asked_over(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("x")
    assert offerlab("new", path, stdin=PRIVATE).code == 1
    assert path.read_text() == "x"
    assert offerlab("new", tmp_path / "mine.txt", stdin=PRIVATE).code == 1
