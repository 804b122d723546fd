from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import open_sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_parquet_is_read_in_batches_as_text(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    table = "SELECT 'r' || i AS role, i * 1.0 AS pay FROM range(25000) t(i)"
    duckdb.execute(f"COPY ({table}) TO '{path}' (FORMAT parquet)")
    sheet = open_sheet(path)
    rows = list(sheet.rows)
    assert sheet.format == "parquet"
    assert rows[0] == (1, ["role", "pay"])
    assert (len(rows), rows[-1][0], rows[-1][1][0]) == (25_001, 25_001, "r24999")


def test_a_damaged_parquet_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(InputError, match="is damaged or is not a Parquet file"):
        open_sheet(path)
