"""Months of pay in a year, where they are more than twelve: ``x 13``, ``14薪``."""

from __future__ import annotations

import re

_NUMBER = r"(1[2-8])(?![\d.,]?\d|[%k])"
_TIMES = re.compile(
    rf"(?:[x×*·•|] ?{_NUMBER} ?(?:薪|months?\b|salaries\b)?|{_NUMBER} ?薪)"
)
_PAYMENTS = re.compile(
    rf"(?:\b(?:in|over|en|em|auf|su) )?\b{_NUMBER} (?:monthly )?(?:payments|salaries"
    r"|months?(?: salary)?|pagas|mensualidades|mensilità|monatsgehälter|gehälter"
    r"|monatslöhne|salários|maanden)\b(?: (?:a|per) year)?"
)


def months_paid(text: str) -> tuple[str, int, bool]:
    """What is left of a text without its months of pay.

    Returns
    -------
    rest : str
    months : int
        0 if the text names none.
    times : bool
        Whether the pay beside it is one of a month, as in ``3,000 x 13``; else it may
        be the year's, paid in so many parts.

    Examples
    --------
    >>> months_paid("20-40k·14薪"), months_paid("45,000 a year in 14 payments")
    (('20-40k', 14, True), ('45,000 a year', 14, False))
    >>> months_paid("120k x 2")
    ('120k x 2', 0, False)
    """
    for pattern, times in ((_TIMES, True), (_PAYMENTS, False)):
        if match := pattern.search(text):
            months = next(int(group) for group in match.groups() if group)
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return " ".join(rest.split()), months, times
    return text, 0, False
