from __future__ import annotations

import csv
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.comps import read_comps
from offerlab.ingest.offers import read_offers
from tests.conftest import Said

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Said]


def filled(path: Path, cells: dict[str, str]) -> Path:
    with path.open(newline="", encoding="utf-8") as file:
        (header,) = csv.reader(file)
    assert set(cells) <= set(header)
    with path.open("a", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow([cells.get(name, "") for name in header])
    return path


def test_every_header_of_the_offers_template_is_a_key(
    offerlab: Run, tmp_path: Path
) -> None:
    path = tmp_path / "offers.csv"
    assert offerlab("template", path).code == 0
    cells = {
        "company.name": "Acme", "company.stage": "public", "company.share_price": "50",
        "company.as_of": "2026-11-20", "company.valuation": "1e9",
        "company.fully_diluted_shares": "20M", "company.preferred_price": "1",
        "company.fmv_409a": "1", "label": "first", "role": "Engineer", "level": "L3",
        "location": "Remote", "start_date": "2027-01-11", "base_salary": "150,000",
        "target_bonus": "10%", "sign_on.1.amount": "20k", "sign_on.1.paid_month": "1",
        "sign_on.1.clawback_months": "12", "sign_on.2.amount": "10k",
        "sign_on.2.paid_month": "13", "relocation.amount": "5k", "equity.1.kind": "nso",
        "equity.1.value": "100k", "equity.1.conversion_price": "50",
        "equity.1.strike": "10", "equity.1.vesting": "meta-quarterly",
        "exercise_window_months": "3", "deadline": "2026-12-04",
    }  # fmt: skip
    offers, problems = read_offers([filled(path, cells)])
    assert [p for p in problems if "known key" in p.message] == []
    assert offers[0].base_salary == 150_000
    assert len(offers[0].sign_on) == 2


def test_the_market_template_is_read_as_comps(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "market.csv"
    assert offerlab("template", path).code == 0
    comps = read_comps(filled(path, {"role": "MLE", "base_salary": "150k"}))
    assert comps.rows[0].low == 150_000
    assert len(comps.columns) == 7


@pytest.mark.parametrize(
    ("args", "code"), [((), 2), (("--kind", "market"), 0), (("--kind", "x"), 2)]
)
def test_the_kind_is_told_by_the_name_or_the_option(
    offerlab: Run, tmp_path: Path, args: tuple[str, ...], code: int
) -> None:
    assert offerlab("template", tmp_path / "mine.csv", *args).code == code


def test_a_template_overwrites_nothing(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_text("x")
    assert offerlab("template", path).code == 1
    assert path.read_text() == "x"
    assert offerlab("template", path, "--force").code == 0
