"""Files of Open Cap Format: vesting terms as JSON, alone or in their envelope."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from offerlab.core.ocf_reader import parse_terms
from offerlab.errors import InputError, Place, VestingError
from offerlab.ingest.fields import nearest
from offerlab.ingest.json_tree import decode_json
from offerlab.ingest.text import read_text

if TYPE_CHECKING:
    from offerlab.core.terms import VestingTerms

LONGEST_NUMBER = 30
ENVELOPE = "OCF_VESTING_TERMS_FILE"


def read_terms(name: str) -> VestingTerms:
    """Vesting terms of a file.

    Parameters
    ----------
    name : str
        A file with one VESTING_TERMS object, or an OCF_VESTING_TERMS_FILE;
        ``FILE#2`` or ``FILE#id`` picks one of several terms.

    Raises
    ------
    InputError
        If the file cannot be read, is not JSON, or holds several terms and none is
        picked.
    VestingError
        If the terms are invalid.
    """
    path, pick = name, ""
    if "#" in name and not Path(name).exists():
        path, _, pick = name.rpartition("#")
    text = read_text(path)
    items = _items(_parse(text, path), path)
    if pick:
        return _terms(_picked(items, pick, path), text, path)
    if len(items) > 1:
        ids = ", ".join(_ids(items))
        raise InputError(
            path, f"holds {len(items)} vesting terms; pick one as {path}#1 ({ids})"
        )
    return _terms(items[0], text, path)


def _terms(item: Any, text: str, path: str) -> VestingTerms:
    try:
        return parse_terms(item)
    except VestingError as error:
        raise error.at(Place(path, _line_of(str(error), text))) from error


def _line_of(message: str, text: str) -> int | None:
    """Line of the condition that a message names, where its id is written once."""
    named = re.search(r"vesting condition '([^']{1,80})'", message)
    if named is None:
        return None
    key = rf'"id"\s{{0,20}}:\s{{0,20}}{re.escape(json.dumps(named[1]))}'
    places = [match.start() for match in re.finditer(key, text)]
    return text.count("\n", 0, places[0]) + 1 if len(places) == 1 else None


def _parse(text: str, path: str) -> Any:
    try:
        return decode_json(text, path, object_pairs_hook=_once, parse_int=_whole)
    except ValueError as error:
        raise InputError(path, str(error)) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    block = dict(pairs)
    if len(block) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise ValueError(f"the key '{twice}' appears twice in one object")
    return block


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number has {len(digits):,} digits")
    return int(digits)


def _items(root: Any, path: str) -> list[Any]:
    if not isinstance(root, dict):
        raise InputError(path, "is not an object of Open Cap Format")
    if "file_type" not in root:
        return [root]
    if root["file_type"] != ENVELOPE:
        raise InputError(path, f"is a '{root['file_type']}' and not an {ENVELOPE}")
    items = root.get("items")
    if not isinstance(items, list) or not items:
        raise InputError(path, "has no vesting terms under 'items'")
    return items


def _ids(items: list[Any]) -> list[str]:
    return [str(item.get("id")) if isinstance(item, dict) else "?" for item in items]


def _picked(items: list[Any], pick: str, path: str) -> Any:
    ids = _ids(items)
    if pick in ids:
        return items[ids.index(pick)]
    if pick.isdecimal() and 1 <= int(pick[:9]) <= len(items):
        return items[int(pick) - 1]
    close = nearest(pick, ids)
    hint = f"; did you mean '{close}'?" if close else ""
    raise InputError(
        path, f"holds {len(items)} vesting terms and none is called '{pick}'{hint}"
    )
