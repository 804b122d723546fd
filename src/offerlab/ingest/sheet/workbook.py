"""Workbooks: values of the sheet that holds the most cells; macros are never run."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import Row, Sheet, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet

_MOST_INFLATED = 4 << 30
_MOST_RATIO = 150


def open_workbook(path: Path) -> Sheet:
    """Open the largest sheet of a workbook.

    Raises
    ------
    InputError
        If it is damaged, protected by a password, or holds no cell.
    """
    # Imported here: only workbooks need it.
    from python_calamine import CalamineError, CalamineWorkbook

    _check_size(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(
            path,
            "is protected by a password; save a copy of it without one"
            if "password" in str(error).lower()
            else "is damaged or is not a workbook; download or save it again",
        ) from error
    filled = [sheet for sheet in sheets if sheet.height]
    if not filled:
        raise InputError(path, "holds no cell")
    largest = max(filled, key=lambda sheet: sheet.height * sheet.width)
    notes = []
    if len(filled) > 1:
        notes.append(f"of {len(filled)} sheets '{largest.name}' was read, the largest")
    if path.suffix.lower() == ".xlsm":
        notes.append("its macros were not run")
    return Sheet(str(path), path.suffix.lower()[1:], _rows(largest), notes)


def _check_size(path: Path) -> None:
    """Refuse an archive that is damaged or grows beyond measure."""
    if path.suffix.lower() == ".xls":
        return
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(
            path, "is damaged or is not a workbook; download or save it again"
        ) from error
    if size > _MOST_INFLATED or (
        size > _MOST_INFLATED // 40 and size > _MOST_RATIO * path.stat().st_size
    ):
        raise InputError(
            path, "is too large when it is unpacked; save the sheet as CSV"
        )


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    start = sheet.start[0] if sheet.start else 0
    for place, row in enumerate(sheet.iter_rows(), start=start + 1):
        yield place, [cell_text(value) for value in row]
