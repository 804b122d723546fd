"""The words and the inputs of leaving; its figures: `test_walkaway`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Offer
from offerlab.model.input import Input
from offerlab.model.leaving_query import clawback_inputs, leaving_queries
from offerlab.model.offer_ledger import build_ledger
from tests.conftest import PRIVATE, PUBLIC, assume
from tests.model.lines import with_grant

if TYPE_CHECKING:
    from offerlab.model.query import Query

Read = Callable[[str], Offer]
SIGN_ON = (
    "sign_on: {amount: 24k, basis: verbal, clawback_months: 24, clawback: prorated}\n"
)
OWED = (
    "clawback: with s = m - from months served of T, amount × max(0, T - s) / T of a"
    " payment when prorated, else all of it while s < T; steps in order; gross"
)
KEPT = "the sum of all lines up to the end of month 12, less the clawback"
VESTED = "the vests up to the end of month 12"
LATER = "the later vests of grants made before, at the ledger's values"


def queries(offer: Offer) -> dict[str, Query]:
    return leaving_queries(offer, build_ledger(offer, assume()), 12)


def test_each_figure_of_leaving_says_what_is_summed(read: Read) -> None:
    found = queries(read(PRIVATE + SIGN_ON))
    assert {path: query.words for path, query in found.items()} == {
        "paid": "the sum of all lines up to the end of month 12",
        "clawback": OWED,
        "net": f"{KEPT}; {OWED}",
        "net_after_exercise": f"{KEPT}, less strike × shares of the vested private"
        f" options; {OWED}",
        "exercise_cost": "strike × shares of the options vested up to the end of"
        " month 12; tax is not counted",
        "vested.shares": f"the shares of {VESTED}",
        "vested.amount": f"the sum over {VESTED}",
        "vested.notional": f"the sum over {VESTED}; it is not cash",
        "vested.intrinsic": f"the sum over {VESTED}; it is not cash",
        "forfeited.shares": f"the shares of {LATER}",
        "forfeited.amount": f"the sum over {LATER}",
        "forfeited.notional": f"the sum over {LATER}; it is not cash",
        "forfeited.intrinsic": f"the sum over {LATER}; it is not cash",
        "benefits": "the sum of the benefits up to the end of month 12",
    }


def test_public_options_wait_for_the_price_of_the_month(read: Read) -> None:
    grant = "{kind: nso, shares: 1000, strike: 60, vesting: snap-1yr}"
    found = queries(read(with_grant(PUBLIC, grant)))
    spread = ", options at their spread at the price of that month"
    assert found["vested.amount"].words == f"the sum over {VESTED}{spread}"


def test_what_is_owed_rests_on_the_terms_of_the_payment(read: Read) -> None:
    offer = read(PRIVATE + SIGN_ON)
    terms = (
        Input(
            "sign_on.1.clawback",
            "$24,000, 24 months, prorated; served from the first day",
            "verbal",
        ),
    )
    assert tuple(clawback_inputs(offer)) == terms
    found = queries(offer)
    for path in ("clawback", "net", "net_after_exercise"):
        assert found[path].inputs == terms
    assert found["paid"].inputs == ()


def test_what_is_kept_after_buying_the_options(read: Read) -> None:
    # 150,000 + 24,000 paid, half of the sign-on owed, and 5,000 options at $0.90.
    found = queries(read(PRIVATE + SIGN_ON))
    assert found["clawback"].value == pytest.approx(12_000)
    assert found["net"].value == pytest.approx(162_000)
    assert found["net_after_exercise"].value == pytest.approx(157_500)


def test_what_a_ledger_leaves_out_makes_the_vested_money_unknown(read: Read) -> None:
    unknown = queries(read(PUBLIC.replace(", share_price: 100", "")))
    assert unknown["vested.amount"].value is None
