"""Benefits with a worth: match, health account, purchase plan, stipends, days off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.health import read_health
from offerlab.ingest.letter.match import read_match
from offerlab.ingest.letter.spans import COUNT, as_written, count_in, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence
    from offerlab.ingest.letter.spans import Money

_DAYS = rx(
    rf"\b{COUNT.format('n')} (?:business |working |paid )?(?:days?'?|PTO days|vacation days) (?:of |a year of |per year of )?(?:paid |annual |personal )?"
    r"(?P<what>privilege leave|earned leave|PTO|vacation|paid time off|paid leave|annual leave|holiday|leave|time off|paid vacation)\b"
    rf"|\b(?:vacation|annual leave|paid vacation|holiday|time off|PTO|paid time off)\b[^.\d]{{0,25}}{COUNT.format('m')} (?:working |business )?days\b"
    rf"|\b(?:holidays|leave):? {COUNT.format('h')} days (?:\+|plus|and|in addition)"
    rf"|\b{COUNT.format('k')} (?:PTO|vacation|annual leave) days\b"
    rf"|\bearn {COUNT.format('j')} days of vacation\b"
    rf"|\b\d+(?:\.\d+)? hours (?:of PTO a year|per (?:bi-?weekly )?pay(?: |-)?period) \({COUNT.format('q')} days(?: (?:per|a) year)?\)"
)
_HOURS = rx(
    r"\b(?P<n>\d{2,3}) hours (?:of )?(?:paid )?(?:vacation|PTO|time off|paid time off|leave)\b"
    r"|^\W{0,3}(?:vacation|PTO|paid time off|annual leave) ?:? ?(?P<m>\d{2,3}) hours (?:per|a|each) year\b"
)
_WEEKS = rx(
    rf"\b{COUNT.format('n')} weeks'?(?: of| per year of)? (?:paid |annual )?(?:vacation|PTO|time off|leave|holiday)\b(?! leave)"
    rf"|\b(?:vacation|time off|PTO|annual leave):? {COUNT.format('m')} weeks\b"
)
MOST_WEEKS = 8
_MONTH = rx(r"\bmonth|/ ?mo\b")
_EACH_MONTH = rx(r"\b(?:each|every|per) month\b|\bmonthly\b")
_YEAR = rx(r"\b(?:year|annual)|/ ?yr\b")
_STIPEND = rx(
    r"\bstipends?\b|\bfor internet\b|\binternet credit\b|\blifestyle account\b|\ballowance\b|\bfor your phone\b|\bwellness\b|\btowards? your (?:\w+ )?(?:phone|internet|gym|commute)\b|\b(?:lunch|meal|food|transit|commuter|phone|internet|gym|fitness|childcare|parking) (?:credit|benefit|budget|subsidy)\b|\breimbursed per year\b|\bfor (?:books|courses|conferences|learning|home office|equipment|gym|professional development)\b|\bto spend on\b|\bfor (?:your )?(?:internet|phone)"
)


def read_benefits(letter: Letter) -> None:
    """Each benefit that has a figure."""
    for sentence in letter.passage.sentences:
        read_match(letter, sentence)
        _read_days(letter, sentence)
        _read_plan(letter, sentence)
        read_health(letter, sentence)
        _read_stipend(letter, sentence)


def _read_days(letter: Letter, sentence: Sentence) -> None:
    text = sentence.text
    if rx(r"\bunlimited\b|\bflexible time off\b|\bno accrual\b").search(text):
        return
    weeks = _WEEKS.search(text)
    if weeks:
        count = count_in(weeks, "n") or count_in(weeks, "m")
        if count is not None and count <= MOST_WEEKS:
            begin = sentence.start
            letter.add(
                "benefits.pto_days",
                5 * count,
                begin + weeks.start(),
                begin + weeks.end(),
            )
            return
    found = _DAYS.search(text)
    if found is None:
        _read_hours(letter, sentence)
        return
    for name in "nmkjqh":
        if any(found[f"{name}{kind}"] for kind in "pdw"):
            count = count_in(found, name)
            if count is not None and 5 <= count <= 60:
                letter.add(
                    "benefits.pto_days",
                    count,
                    sentence.start + found.start(),
                    sentence.start + found.end(),
                )


def _read_hours(letter: Letter, sentence: Sentence) -> None:
    """Days off that are given in hours of a year, eight to a day."""
    hours = _HOURS.search(sentence.text)
    count = int(hours["n"] or hours["m"]) if hours else 0
    if hours and 40 <= count <= 320 and count % 8 == 0:
        letter.add(
            "benefits.pto_days",
            count // 8,
            sentence.start + hours.start(),
            sentence.start + hours.end(),
        )


def _read_plan(letter: Letter, sentence: Sentence) -> None:
    text = sentence.text
    if not rx(r"\bESPP\b|\bstock purchase plan\b|\bemployee stock purchase\b").search(
        text
    ):
        return
    off = rx(r"(\d{1,2})\s?% (?:discount|below|off)").search(text)
    kept = rx(r"\bat (\d{2})\s?% of\b").search(text)
    if off or kept:
        value = int(off[1]) if off else 100 - int(kept[1])  # type: ignore[index]
        letter.add_at("benefits.espp.discount", f"{value}%", sentence)
    if not letter.has("benefits.espp.discount"):
        return
    offering = rx(
        rf"\b{COUNT.format('n')}-month (?:offering|look-?back)|\b(?:six|6)-month\b"
    ).search(text)
    if offering:
        count = (
            count_in(offering, "n")
            if offering["nd"] or offering["nw"] or offering["np"]
            else 6
        )
        letter.add_at("benefits.espp.offering_months", count, sentence)
    elif kept and rx(r"\beach quarter\b").search(text):
        letter.add_at("benefits.espp.offering_months", 3, sentence)
    if rx(r"\blook-?back\b|\blower of\b").search(text):
        letter.add_at("benefits.espp.lookback", True, sentence)
    elif kept and rx(r"\bprice on the last day\b").search(text):
        letter.add_at("benefits.espp.lookback", False, sentence)


def _read_stipend(letter: Letter, sentence: Sentence) -> None:
    text = sentence.text
    found = _STIPEND.search(text)
    base = next((each for each in letter.found if each.key == "base_salary"), None)
    if base is not None and sentence.start <= base.start < sentence.end:
        return  # a fellow lives on it
    if (
        not found
        or rx(r"\buntil\b").search(text)
        or rx(r"\brelocation|\brent\b|\bmoving|\bAnnexure|\bmonthly \(INR").search(text)
    ):
        return
    for money in money_in(text):
        near = (
            text[money.end : money.end + 45]
            + text[max(0, money.start - 30) : money.start]
        )
        if (
            50 <= money.value <= 20_000
            and rx(
                r"\byear\w*\b|\bannual\w*\b|\bper year\b|\bmonth\w*\b|/ ?mo\b"
            ).search(near)
            and abs(found.start() - money.end) < 60
        ):
            value = money.value * _times_a_year(text, money)
            letter.add_at("benefits.stipends", as_written(value), sentence)
            return


def _times_a_year(text: str, money: Money) -> int:
    """How often a year an amount is paid, by the words after it, else before it."""
    after, before = text[money.end : money.end + 20], text[: money.start]
    if _MONTH.search(after):
        return 12
    told = _YEAR.search(text[money.end : money.end + 45])
    return 12 if _EACH_MONTH.search(before) and not told else 1
