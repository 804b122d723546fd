"""Codes of occupations that a spreadsheet took for a date: ``Nov-21`` for 11-3021."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORT = re.compile(r"(?:nov|11)[-/ ]?(\d\d)|(\d\d)-nov", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:1-)?nov(?:ember)?[-/ ](\d{4})|11/0?1/(\d{4})|(\d{4})-11(?:-01.*)?",
    re.IGNORECASE,
)


def is_code(text: str) -> bool:
    """Whether a text may be a code as it was published, or is empty."""
    return not text or not (_SHORT.fullmatch(text) or _WHOLE.fullmatch(text))


def repaired(text: str, title: str, library: Library = SHIPPED) -> str | None:
    """Code behind a date; None if neither the date nor the title tells it.

    Only the codes of managers (11-2011 to 11-9199) look like a month and a year. A
    date that keeps the four digits of its year is the code; of two digits the title
    of the occupation decides.

    Examples
    --------
    >>> repaired("Nov-21", "Computer and Information Systems Managers")
    '11-3021'
    >>> repaired("2021-11-01 00:00:00", ""), repaired("Nov-21", "")
    ('11-2021', None)
    """
    if whole := _WHOLE.fullmatch(text):
        return f"11-{next(filter(None, whole.groups()))}"
    short = _SHORT.fullmatch(text)
    if not short:
        return None
    known = _managers(library).get(next(filter(None, short.groups())), {})
    if len(known) == 1:
        return next(iter(known))
    wanted = _words(title)
    found = [code for code, words in known.items() if wanted and words == wanted]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8)
def _managers(library: Library) -> Mapping[str, dict[str, str]]:
    """Last two digits to the codes that end so, each with the words of its title."""
    path = library.find("market_data/soc_managers.csv")
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found[row["code"][-2:]][row["code"]] = _words(row["title"])
    return found


def _words(title: str) -> str:
    return " ".join(re.findall(r"[a-z]+", title.lower()))
