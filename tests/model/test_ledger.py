from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from offerlab.model.ledger import Line
from offerlab.model.offer_ledger import build_ledger
from tests.conftest import assume

if TYPE_CHECKING:
    from offerlab.core.offer import Offer


def test_lines_are_in_date_order(public_offer: Offer) -> None:
    ledger = build_ledger(public_offer, assume())
    dates = [line.date for line in ledger if line.date]
    assert dates == sorted(dates)
    assert len(dates) == 48 + 6


def test_a_ledger_is_a_frame_with_the_columns_of_a_line(public_offer: Offer) -> None:
    ledger = build_ledger(public_offer, assume())
    frame = ledger.to_frame()
    assert list(frame.columns) == [field.name for field in fields(Line)]
    assert frame["amount"].sum() == pytest.approx(sum(line.amount for line in ledger))
    assert len(frame) == len(ledger.lines)


def test_an_empty_ledger_is_an_empty_frame() -> None:
    from offerlab.model.ledger import Ledger

    assert Ledger((), "USD", 4, None).to_frame().empty
