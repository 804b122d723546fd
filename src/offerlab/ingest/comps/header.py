"""Headers: the row that holds them, and the words that each is made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.ingest.comps.currency import find_currencies
from offerlab.ingest.comps.period import find_periods

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.ingest.sheet.sheet import Row

SEARCHED = 25
"""First rows of a file among which the header is looked for."""

_FOREIGN = {
    "kuukausi": " monthly ", "vuosi": " yearly ", "palkka": " salary ",
    "tulot": " income ", "gehalt": " salary ", "jahres": " yearly ",
    "monats": " monthly ", "salaire": " salary ", "annuel": " yearly ",
    "mensuel": " monthly ", "salario": " salary ", "anual": " yearly ",
    "mensual": " monthly ", "薪资": " salary ", "薪水": " salary ", "工资": " salary ",
    "lön": " salary ", "løn": " salary ", "lohn": " salary ", "salaris": " salary ",
    "salário": " salary ", "remuneração": " salary ",
    "stipendio": " salary ", "retribuzione": " salary ", "sueldo": " salary ",
    "vergütung": " salary ", "wynagrodzenie": " salary ",
    "månad": " monthly ", "måned": " monthly ", "maand": " monthly ",
    "mensal": " monthly ", "mensile": " monthly ", "miesięcz": " monthly ",
    "miesiąc": " monthly ", "roczn": " yearly ", "měsíč": " monthly ",
    "ročn": " yearly ", "mzda": " salary ", "aylık": " monthly ", "yıllık": " yearly ",
    "maaş": " salary ", "зарплата": " salary ", "netto": " net ",
    "연봉": " yearly salary ", "월급": " monthly salary ", "年収": " yearly salary ",
    "月給": " monthly salary ", "万円": " jpy ten thousands ",
    "만원": " krw ten thousands ", "職種": " role ", "직무": " role ",
    "annuale": " yearly ", "jaar": " yearly ", "års": " yearly ",
    "jahr": " yearly ", "monat": " monthly ", "stunden": " hourly ",
    "月薪": " monthly salary ", "年薪": " yearly salary ", "职位": " role ",
    "城市": " city ", "公司": " company ", "lakhs": " lakh ",
}  # fmt: skip
_WHOLE = {
    "stadt": "city", "ort": "city", "stad": "city", "ville": "city", "ciudad": "city",
    "cidade": "city", "città": "city", "miasto": "city", "kaupunki": "city",
    "beruf": "role", "funktion": "role", "functie": "role", "befattning": "role",
    "stilling": "role", "poste": "role", "puesto": "role", "cargo": "role",
    "ruolo": "role", "stanowisko": "role", "titel": "role", "yrkestitel": "role",
    "unternehmen": "company", "bedrijf": "company", "företag": "company",
    "entreprise": "company", "empresa": "company", "azienda": "company",
    "firma": "company", "land": "country", "pays": "country", "país": "country",
    "paese": "country", "währung": "currency", "valuta": "currency",
    "devise": "currency", "moneda": "currency", "moeda": "currency",
    "datum": "date", "fecha": "date", "ral": "annual salary",
}  # fmt: skip
"""Headers of one word in other languages: a part of a longer one they may not be."""

_JOINED = {
    "basesalary": "base salary", "jobtitle": "job title", "companyname": "company name",
    "totalyearlycompensation": "total yearly compensation", "basepay": "base pay",
    "stockgrantvalue": "stock grant value", "employername": "employer name",
    "positionname": "position name", "totalcompensation": "total compensation",
    "teur": "k eur", "keur": "k eur", "tchf": "k chf", "kchf": "k chf",
    "kusd": "k usd", "kgbp": "k gbp", "tsek": "k sek",
    "annualsalary": "annual salary", "hourlyrate": "hourly rate",
}  # fmt: skip


@lru_cache(maxsize=4096)
def words_of(header: str) -> str:
    """Words of a header in lower case.

    Examples
    --------
    >>> words_of("ConvertedCompYearly"), words_of("salary_in_usd"), words_of("Pay ($)")
    ('converted comp yearly', 'salary in usd', 'pay $')
    """
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header.strip())
    text = text.lower()
    for foreign, english in _FOREIGN.items():
        text = text.replace(foreign, english)
    text = " ".join(re.sub(r"[^\w$€£₹%&/+]+|_", " ", text).split())
    text = " ".join(_JOINED.get(word, word) for word in text.split())
    return _WHOLE.get(text, text)


def with_units(
    header: Sequence[str], row: Sequence[str], is_pay: Callable[[str], object]
) -> list[str] | None:
    """The header with the units of the row below it; None if that row holds none.

    Only what is under a pay is a unit of it: ``EUR`` in a column of currencies is the
    currency of a row whose pay may be missing.

    Examples
    --------
    >>> with_units(["Role", "Base"], ["", "EUR/yr"], lambda words: words == "base")
    ['Role', 'Base EUR/yr']
    >>> with_units(["Role", "Base"], ["MLE", "150000"], bool) is None
    True
    """
    if any(char.isdigit() for cell in row for char in cell):
        return None
    units = {
        place: cell.strip()
        for place, (name, cell) in enumerate(zip(header, row, strict=False))
        if is_pay(words_of(name)) and _is_unit(cell)
    }
    if not units:
        return None
    return [f"{n} {units[at]}" if at in units else n for at, n in enumerate(header)]


def _is_unit(cell: str) -> bool:
    """Whether a cell is nothing but a currency, a period or a size."""
    words = words_of(cell)
    found, rest = find_currencies(words)
    periods, rest = find_periods(rest)
    signs = [sign for sign in "$€£₹" if sign in rest]
    rest = re.sub(r"[$€£₹/%]|\b(?:per|in|k|thousands?|lakhs?)\b", " ", rest)
    return bool(found or periods or signs) and not rest.strip()


def find_header(rows: Sequence[Row], knows: Callable[[str], bool]) -> int:
    """Place of the row that is the header.

    Parameters
    ----------
    rows : sequence of (line, cells)
        The first of the file.
    knows : callable
        Whether a header's words are those of a known field.

    Notes
    -----
    The header is the row with most known words; of equals the first. A row with
    fewer than half as many cells as the widest is a title above it. Below a row of two
    known words and a row with a number, it is looked for no more: what looks like a
    header there begins another table.
    """
    widest = max(len(_filled(cells)) for _, cells in rows)
    best, most = 0, -1
    for place, (_, cells) in enumerate(rows):
        filled = _filled(cells)
        if len(filled) * 2 < widest:
            continue
        numbers = sum(bool(re.fullmatch(r"[-$€£₹]?[\d.,]+%?k?", c)) for c in filled)
        if numbers and most >= 2:
            break
        known = sum(len(cell) < 400 and knows(words_of(cell)) for cell in filled)
        score = known if numbers * 4 <= len(filled) else 0
        if score > most:
            best, most = place, score
    return best


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]
