from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import MissingResourceError
from offerlab.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path


def test_shipped_files_are_found() -> None:
    assert shipped("market_data/benchmarks.yaml").is_file()


def test_own_files_come_first_and_only_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.yaml").write_text("x")
    own = shipped("market_data/benchmarks.yaml", before=tmp_path)
    assert own == tmp_path / "benchmarks.yaml"
    other = shipped("market_data/assumptions.yaml", before=tmp_path)
    assert other.parent != tmp_path


def test_a_missing_file_names_both_places() -> None:
    with pytest.raises(MissingResourceError, match=r"_shipped.* or "):
        shipped("market_data/none.yaml")
