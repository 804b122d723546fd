from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def test_vest_as_json(offerlab: Run, write: Write) -> None:
    (grant,) = offerlab("vest", write("a.yaml", PUBLIC), "--json").json["grants"]
    assert (grant["grant"], grant["kind"], grant["total_shares"]) == (1, "rsu", 1000)
    dated = [(t["date"], t["shares"], t["cumulative"]) for t in grant["tranches"]]
    assert dated == [
        ("2028-02-01", 50, 50),
        ("2029-02-01", 150, 200),
        ("2029-08-01", 200, 400),
        ("2030-02-01", 200, 600),
        ("2030-08-01", 200, 800),
        ("2031-02-01", 200, 1000),
    ]


def test_vest_prints_dates_and_a_running_total(offerlab: Run, write: Write) -> None:
    said = offerlab("vest", write("a.yaml", PRIVATE))
    assert "2028-01-11" in said.out
    assert "5,000" in said.out
    assert "100.00%" in said.out
    assert "[standard-startup-option]" in said.out
    assert "what vests is not cash" in said.out


def test_an_unknown_size_has_null_shares(offerlab: Run, write: Write) -> None:
    text = PRIVATE.replace("  fully_diluted_shares: 50_000_000\n", "")
    (grant,) = offerlab("vest", write("a.yaml", text), "--json").json["grants"]
    assert grant["total_shares"] is None
    assert grant["tranches"][0]["shares"] is None
    # A quarter of 0.04% × 150M.
    assert grant["tranches"][0]["notional"] == 15_000
    assert grant["tranches"][0]["amount"] == 0


def test_an_offer_without_equity_says_so(offerlab: Run, write: Write) -> None:
    text = PUBLIC.partition("equity:")[0]
    assert "gives no equity" in offerlab("vest", write("a.yaml", text)).out
    unknown = offerlab("vest", write("b.yaml", text + "equity: unknown\n"))
    assert "not told yet" in unknown.out


def test_fractional_shares_are_printed(offerlab: Run, write: Write) -> None:
    schedule = "{months: 4, every_months: 1, allocation: FRACTIONAL}"
    text = PUBLIC.partition("equity:")[0]
    text += f"equity: {{kind: rsu, shares: 10, vesting: {schedule}}}\n"
    path = write("a.yaml", text)
    assert "2.5" in offerlab("vest", path).out
    said = offerlab("show", path)
    assert said.code == 0


def test_vest_and_show_agree_when_the_stock_grows(offerlab: Run, write: Write) -> None:
    text = PUBLIC.replace(", share_price: 100", "").replace(
        "shares: 1000", "value: 1e5"
    )
    path = write("a.yaml", text)
    growth = ("--set", "share_growth_rate=20%", "--json")
    (grant,) = offerlab("vest", path, *growth).json["grants"]
    years = offerlab("show", path, *growth).json["years"]
    paid = sum(each["amount"] for each in grant["tranches"])
    assert paid == pytest.approx(sum(y["components"]["equity"] for y in years))


def test_dates_and_shares_need_no_exchange_rate(offerlab: Run, write: Write) -> None:
    text = PUBLIC.replace("{name: Contoso", "{currency: GBP, name: Contoso")
    said = offerlab("vest", write("a.yaml", text), "--json")
    assert said.code == 0
    assert said.json["grants"][0]["tranches"][0]["amount"] is None
    assert "no worth is shown" in said.err
