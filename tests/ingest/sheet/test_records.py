from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import open_sheet

if TYPE_CHECKING:
    from pathlib import Path

TWO = [["role", "pay"], ["a", "1"], ["b", "2"]]


def rows(tmp_path: Path, value: Any, name: str = "t.json") -> list[list[str]]:
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value))
    return [cells for _, cells in open_sheet(path).rows]


@pytest.mark.parametrize(
    "value",
    [
        [{"role": "a", "pay": 1}, {"role": "b", "pay": 2.0}],
        {"meta": {"n": 2}, "data": [{"role": "a", "pay": 1}, {"role": "b", "pay": 2}]},
        [[{"role": "a", "pay": 1}], [{"role": "b", "pay": 2}]],
        {"0": {"role": "a", "pay": 1}, "1": {"role": "b", "pay": 2}},
        {"role": {"0": "a", "1": "b"}, "pay": {"0": 1, "1": 2}},
        [["role", "pay"], ["a", 1], ["b", 2]],
        '{"role": "a", "pay": 1}\n\n{"role": "b", "pay": 2}\n',
    ],
    ids=["records", "within", "pages", "by row", "by column", "lists", "lines"],
)
def test_records_are_found_however_they_are_kept(tmp_path: Path, value: Any) -> None:
    assert rows(tmp_path, value) == TWO


def test_a_record_within_a_record_has_its_path_and_what_is_missing_is_empty(
    tmp_path: Path,
) -> None:
    value = [{"pay": {"base": 1, "tags": ["x"]}}, {"role": None, "ok": True}, "stray"]
    assert rows(tmp_path, value) == [
        ["pay.base", "pay.tags", "role", "ok"],
        ["1", '["x"]', "", ""],
        ["", "", "", "TRUE"],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "holds no list of records"),
        ('{"a": {"b": {"x": 1}}}', "holds no list of records"),
        ('"text"', "holds no list of records"),
        ("[1, 2]", "holds no list of records"),
        ("{bad", "is not JSON"),
        ('{"a": 1}\n{bad\n', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('{"a": ' * 8 + "[]" + "}" * 8, "holds no list of records"),
    ],
)
def test_what_is_no_table_is_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        rows(tmp_path, text)


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(b'{"role": "\xff"}')
    with pytest.raises(InputError, match="save it as UTF-8"):
        open_sheet(path)
