"""The constants of a plan: the user's own table must have them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.levers import read_constants
from offerlab.resources import Library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_table_without_a_constant_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "negotiation.csv").write_text(
        "name,value,why,source\nusual_times,1.2,mine,me\n"
    )
    with pytest.raises(InputError, match="add a row for strong_times, anchor_times"):
        read_constants(Library(market_data=tmp_path))


def test_an_own_constant_counts(tmp_path: Path) -> None:
    own = "".join(f"{name},2,mine,me\n" for name in read_constants())
    (tmp_path / "negotiation.csv").write_text(f"name,value,why,source\n{own}")
    assert set(read_constants(Library(market_data=tmp_path)).values()) == {2.0}
