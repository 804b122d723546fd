"""JSON tables: lists of records, of lists, or one record a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import Row, Sheet, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_BYTES = 512 << 20
_DEPTH = 6


def open_records(path: Path) -> Sheet:
    """Open a JSON file whose records are the rows.

    Raises
    ------
    InputError
        If it is not JSON, holds no list of records, or is too large.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(path, "is larger than 512 MiB; save it as CSV or Parquet")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8 text; save it as UTF-8") from error
    try:
        found = _records(_parse(text))
    except (ValueError, RecursionError) as error:
        raise InputError(path, f"is not JSON ({error})") from error
    if not found:
        raise InputError(path, "holds no list of records")
    return Sheet(str(path), "json", _rows(found))


def _parse(text: str) -> Any:
    """Value of a JSON text, or of one value a line; raw control letters are taken."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [json.loads(line, strict=False) for line in lines]


def _records(value: Any, depth: int = 0) -> list[Any]:
    """The longest list of records, or of lists, in a value."""
    if depth > _DEPTH:
        return []
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return value
        if value and all(isinstance(item, list) for item in value):
            nested = [_records(item, depth + 1) for item in value]
            if all(nested) and all(isinstance(rows[0], dict) for rows in nested):
                return [row for rows in nested for row in rows]
            return value
        return []
    if isinstance(value, dict):
        columns = list(value.values())
        if columns and all(isinstance(column, dict) for column in columns):
            keys = dict.fromkeys(key for column in columns for key in column)
            if all(str(key).isdigit() for key in keys):
                return [
                    {name: column.get(key) for name, column in value.items()}
                    for key in keys
                ]
            if not all(str(name).isdigit() for name in value):
                return []
            return columns
        found = [_records(item, depth + 1) for item in columns]
        return max(found, key=len, default=[])
    return []


def _flat(record: dict[str, Any], depth: int = 0) -> dict[str, str]:
    """Cells of a record; records inside it give ``outer.inner``, however deep."""
    cells: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, dict) and depth < _DEPTH:
            inner = _flat(value, depth + 1)
            cells |= {f"{name}.{key}": text for key, text in inner.items()}
        else:
            cells[name] = _text(value)
    return cells


def _text(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return cell_text(value)


def _rows(found: list[Any]) -> Iterator[Row]:
    if any(isinstance(record, dict) for record in found):
        cells = [_flat(record) for record in found if isinstance(record, dict)]
        header = list(dict.fromkeys(name for record in cells for name in record))
        yield 1, header
        for line, record in enumerate(cells, start=2):
            yield line, [record.get(name, "") for name in header]
    else:
        for line, row in enumerate(found, start=1):
            yield line, [_text(value) for value in row]
