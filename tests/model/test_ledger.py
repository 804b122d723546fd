from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.model.offer_ledger import build_ledger
from tests.conftest import assume

if TYPE_CHECKING:
    from offerlab.core.offer import Offer


def test_lines_are_in_date_order(public_offer: Offer) -> None:
    ledger = build_ledger(public_offer, assume())
    dates = [line.date for line in ledger if line.date]
    assert dates == sorted(dates)
    assert len(dates) == 48 + 6


def test_a_ledger_is_a_frame_with_a_column_for_each_valuation(
    public_offer: Offer, private_offer: Offer
) -> None:
    ledger = build_ledger(public_offer, assume())
    frame = ledger.to_frame()
    assert frame["amount"].sum() == pytest.approx(sum(line.amount for line in ledger))
    assert len(frame) == len(ledger.lines)
    # The calendar view: 10 of 48 months of base, and no vest, are dated in 2027.
    in_2027 = frame[frame["date"].dt.year == 2027]
    assert in_2027["amount"].sum() == pytest.approx(145_000 * 10 / 12)
    assert frame["component"].dtype == "category"
    private = build_ledger(private_offer, assume(settings=["exit_scenarios.sale=500M"]))
    frame = private.to_frame()
    # 20,000 options: × $3.00; × ($1.40 - $0.90); × $0.90; × ($10 - $0.90).
    sums = frame[["notional", "intrinsic", "exercise_cost", "scenario.sale"]].sum()
    assert list(sums) == pytest.approx([60_000, 10_000, 18_000, 182_000])
    assert frame["shares"].sum() == 20_000


def test_an_empty_ledger_is_an_empty_frame() -> None:
    from offerlab.model.ledger import Ledger

    assert Ledger((), "USD", 4, None).to_frame().empty
