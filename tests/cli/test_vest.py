from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
    assert grant["tranches"][0]["value"] == 15_000


def test_an_offer_without_equity_says_so(offerlab: Run, write: Write) -> None:
    text = PUBLIC.partition("equity:")[0]
    assert "gives no equity" in offerlab("vest", write("a.yaml", text)).out
    unknown = offerlab("vest", write("b.yaml", text + "equity: unknown\n"))
    assert "not told yet" in unknown.out
