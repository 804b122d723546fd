"""Which column holds what, by the words of its header: a guess that is shown."""

from __future__ import annotations

import re
from functools import lru_cache

from offerlab.ingest.comps.currency import find_currencies
from offerlab.ingest.comps.period import find_periods

LABELS = (
    "employer", "role", "soc", "level", "city", "state", "country", "location", "date",
    "stage",
)  # fmt: skip
"""What a row says about itself besides its pay."""

MEASURES = ("base", "total", "equity_percent", "equity_value", "bonus")
"""What a pay can measure; a file answers with the first that it has."""

GRID = ("p10", "p25", "p50", "p75", "p90")
FIELDS = (
    *LABELS, "base_salary", "bonus", "equity_value", "equity_percent", "total",
    "currency", "period", *GRID, "source", "count",
)  # fmt: skip
"""Names that ``--map`` takes."""

HOURLY = ("hourly", "is hourly", "hourly flag", "paid hourly", "hourly paid")
"""Headers over yes and no."""

VAGUE = ("rate", "amount", "package", "money", "offered", "price", "how much")
"""Headers over pay only where the cells say that they are money."""

BARE_ENDS = ("min", "minimum", "low", "lower", "max", "maximum", "high", "upper")
AVERAGE = re.compile(r"\b(?:avg|average|mean)\b")
POINTS = re.compile(r"\bbps?\b|\bbasis points?\b")
"""A hundredth of a percent."""
COUNTED = re.compile(
    r"(?:# ?|no |num |number of |total )?(?:stock |share )?"
    r"(?:options?|shares?|rsus?|units)"
    r"(?: granted| count| number)?"
)
"""Headers over numbers of shares, unless the cells have the sign of a currency."""

FIELD_OF_MEASURE = {"base": "base_salary"}

# Tried in this order: the first that matches the words of a header names its field.
_EXACT: dict[str, tuple[str, ...]] = {
    "role": (
        "role", "job title", "title", "job titles", "position", "job", "position title",
        "job role", "designation", "occupation", "dev type", "role en", "job roles",
        "business title", "position name", "civil service title", "soc title",
        "job title full", "roles", "job name", "profession",
    ),
    "employer": (
        "employer", "company", "employer name", "company name", "organization",
        "organisation", "agency", "firm",
    ),
    "soc": ("soc", "soc code", "occ code", "soccode"),
    "level": (
        "level", "grade", "seniority", "experience level", "level name", "job level",
        "seniority level", "career level", "pw wage level", "wage level", "band",
    ),
    "city": ("city", "job city", "office city", "work city", "metro", "town", "cbsa"),
    "location": (
        "location", "job location", "work location", "place", "office", "locations",
        "area title", "area", "region", "location name", "office location", "cityname",
        "headquarters location", "er name", "community/area", "area name", "geography",
    ),
    "state": ("state", "province", "work state", "job state", "prim state", "prov"),
    "country": (
        "country", "company location", "job country", "work country", "country code",
    ),
    "date": (
        "date", "year", "work year", "as of", "survey year", "timestamp", "submit date",
        "posting date", "date posted", "submitted at", "decision date",
        "created at", "start date", "post date", "reference period",
    ),
    "stage": (
        "stage", "company stage", "funding stage", "round", "funding round",
        "last round",
    ),
    "source": ("source",),
    "count": ("n", "count", "sample size"),
    "currency": (
        "currency", "salary currency", "currency code", "pay currency", "curr",
    ),
    "period": (
        "period", "pay period", "salary frequency", "pay frequency", "frequency",
        "unit of pay", "wage unit", "salary unit", "pay unit", "rate type", "pay basis",
        "salary period", "wage unit of pay", "pay type", "salary type", "per", "unit",
        "interval", "compensation interval", "salary interval", "hourly or annual",
    ),
}  # fmt: skip
_LOOSE = (
    (
        "period",
        r"^(?!.*\b(?:pw|prevailing)\b)(?:\w+ ){0,3}(?:wage|salary|pay|compensation)"
        r" (?:\w+ ){0,2}(?:unit(?: of pay)?|period|frequency|interval|per)(?: \d+)?$",
    ),
    ("currency", r"\bcurrency\b(?!.*\bother\b)(?!.*later)"),
    ("role", r"\bjob title\b(?!.*\b(?:context|clarify)\b)"),
    (
        "role",
        r"\b(?:your|current) (?:role|position|title|job)\b|\bposition\b(?=.*\bwhat)",
    ),
    (
        "employer",
        r"\b(?:company|employer) name\b|\bname of (?:your )?(?:company|employer)",
    ),
    ("level", r"\bseniority\b|\bexperience level\b"),
    ("location", r"\bwhere (?:are you|do you)\b.*\b(?:located|work|live)\b"),
    ("country", r"\bwhat country\b|\bcountry\b.*\bwork\b|\bwork\b.*\bcountry\b"),
    ("state", r"\bwhat u ?s state\b|\bwhich state\b"),
    ("city", r"\bwhat city\b|\bwhich city\b|\bcity\b(?=.*\bwork\b)"),
    # Names of schema.org's JobPosting.
    ("period", r"\bunit text$"),
    ("employer", r"\bhiring organi[sz]ation name$"),
    ("city", r"\baddress locality$"),
    ("state", r"\baddress region$"),
    ("country", r"\baddress country(?: name)?$"),
    ("date", r"\btimestamp\b|\bsubmitted (?:at|on)\b"),
)
_GRID = re.compile(
    r"(?:(?:p|pct|percentile) ?)?(10|25|50|75|90)(?:th)?"
    r"(?: ?(?:%|pct|percentile|perc|pctl))?"
)
_NAMED = {
    "median": "p50", "med": "p50", "q1": "p25", "q2": "p50", "q3": "p75",
    "lower quartile": "p25", "first quartile": "p25", "1st quartile": "p25",
    "upper quartile": "p75", "third quartile": "p75", "3rd quartile": "p75",
    "1st decile": "p10", "first decile": "p10", "9th decile": "p90",
    "ninth decile": "p90", "top decile": "p90",
}  # fmt: skip
_AROUND = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|pay|base|gross|of|in|the|value|a|h|"
    r"(?:percentile|pct)(?= ?p ?\d))\b|[$€£₹/]"
)
"""Words that stand around the name of a percentile of base pay."""


def field_of(words: str) -> str | None:
    """Label that the words of a header name, or None."""
    for field, known in _EXACT.items():
        if words in known:
            return field
    for field, pattern in _LOOSE:
        if re.search(pattern, words):
            return field
    return None


def preference(field: str, words: str) -> int:
    """Rank of a header among those of its field: the smaller, the better."""
    known = _EXACT.get(field, ())
    return known.index(words) if words in known else len(known)


@lru_cache(maxsize=4096)
def percentile_of(words: str) -> str | None:
    """``p10`` ... ``p90`` if the words name a percentile of base pay.

    Examples
    --------
    >>> percentile_of("median wage $ /hour"), percentile_of("25th percentile salary")
    ('p50', 'p25')
    """
    _, words = find_periods(words)
    _, words = find_currencies(words)
    words = " ".join(_AROUND.sub(" ", words).split())
    if words in _NAMED:
        return _NAMED[words]
    match = _GRID.fullmatch(words)
    return f"p{match[1]}" if match else None


_NOT_PAY = re.compile(
    r"\b(?:currency|id|type|frequency|period|unit|date|source|satisf\w*|expected|ago"
    r"|previous|last|gap|count|reported|rating|context|comments?|indicate|clarify|other"
    r"|additional context|raise|prevailing|pw|title|name|job title|level|grade"
    r"|or hourly"
    r"|negotiat\w*|review|range name|paid for|points|growth|increase|basis|notes?"
    r"|url|link|description|interval|hours|sign|signing|relocation|net|after tax)\b"
)
WITHOUT = re.compile(
    r"\b(?:excl(?:uding|udes)?|without|before|not including|no|ex)\b"
    r"(?: (?:any|the|bonus(?:es)?|equity|stocks?|rsus?|benefits|and|or|&|other|taxe?s?"
    r"|deductions|commissions?|overtime))+"
)
_PAY = (
    r"(?:salar(?:y|ies)|wages?|pay|compensation|comp|remuneration|ctc|offer|earnings)"
)
_KINDS = (
    (
        "equity_percent",
        r"\b(?:equity|ownership|stock|options?|shares?)\b.*(?:%|\b(?:percent|pct|fd"
        r"|fully diluted)\b)"
        r"|(?:%|\b(?:percent|pct)\b).*\b(?:equity|ownership|company)\b",
    ),
    ("equity_value", r"\b(?:equity|stocks?|rsus?|options?|shares|stock grant value)\b"),
    (
        "bonus",
        r"\bbonus(?:es)?\b|\badditional monetary\b|\bcommissions?\b|\bvariable\b",
    ),
    (
        "total",
        rf"\btotal\b.*\b(?:{_PAY[3:-1]}|yearly|annual|package|income)\b|\btc\b|\bote\b"
        rf"|\bctc\b|\bincome\b|\bearnings\b|\btotal (?:comp|offer)\b|^total$"
        r"|\bgross (?:pay|earnings)\b|\bcomp total\b",
    ),
    (
        "base",
        r"^(?:(?:monthly|weekly|annual|intern) )?stipend(?: per \w+| a \w+)?$|"
        rf"\bbase\b|\b{_PAY}\b|\brate of pay\b|^(?:min|max)(?:imum)? amount$"
        r"|\b(?:hourly|daily|day|weekly|monthly|annual) rate\b",
    ),
)


def measure_of(words: str) -> str | None:
    """Measure that the words of a header name, or None if it holds no pay.

    Examples
    --------
    >>> measure_of("yearly salary without bonus and stocks in eur")
    'base'
    >>> measure_of("salary currency") is None
    True
    """
    words = WITHOUT.sub(" ", words)
    if _NOT_PAY.search(words) or len(words) > 300:
        return None
    for measure, pattern in _KINDS:
        if re.search(pattern, words):
            return measure
    return None


def is_pay(words: str) -> bool:
    """Whether the words of a header name a pay, or a percentile of it."""
    return bool(measure_of(words) or percentile_of(words))


_LOW = re.compile(r"\b(?:min(?:imum)?|low(?:er|est)?|from|start|bottom|lo)\b")
_HIGH = re.compile(r"\b(?:max(?:imum)?|high(?:er|est)?|to|end|upper|top|hi)\b")


def range_end(words: str) -> tuple[str, str] | None:
    """Which end of a range a header is, and its words without the end's."""
    for end, pattern in (("low", _LOW), ("high", _HIGH)):
        if pattern.search(words):
            return end, " ".join(pattern.sub(" ", words).split())
    return None


def liking(words: str, currency: str, wanted: str) -> float:
    """How much a column of pay is liked over others of its measure."""
    score = 0.0
    for weight, pattern in (
        (6, r"\bbase (?:salary|pay)\b|\bsalary base\b"),
        (5, r"\bbase\b"),
        (4, r"\bsalar(?:y|ies)\b"),
        (3, r"\bwages?\b"),
        (2, r"\bpay\b|\bcompensation\b|\bcomp\b"),
    ):
        if re.search(pattern, words):
            score = weight
            break
    score += 8 if currency == wanted and currency else 0
    score += 1 if re.search(r"\b(?:annual|yearly|year)\b", words) else 0
    if year := re.search(r"\b20(\d\d)\b", words):
        score += int(year[1]) / 1000  # of several years the last
    return score - (
        4 if re.search(r"\b(?:avg|average|mean|est|medi?an?)\b", words) else 0
    )
