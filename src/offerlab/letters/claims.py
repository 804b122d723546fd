"""What a letter claims: amounts, percents of pay, days. Everything else is free.

A claim must equal a fact of the same kind. What counts things ("12k lines", "half a
million sentences"), names things ("H100", "401(k)") or measures them ("2% accuracy")
is no claim; an amount with nothing counted behind it is money.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.number_words import plain_digits, spoken_numbers
from offerlab.letters.days import Kind, find_days
from offerlab.letters.percents import MEASURED, SENTENCE, THINGS, percents_of_pay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Claim(NamedTuple):
    """A claim: its kind, its value, the words of the letter, and where they begin.

    `value` is an amount, a percent, a day, or the number of a weekday from Monday.
    `weekday` is what is before a day, if anything does. `spelled` says that it is
    in words.
    """

    kind: Kind
    value: Decimal | date | int
    text: str
    start: int
    weekday: int | None = None
    spelled: bool = False


_SIGN = (
    r"(?:US|CA|AU|NZ|HK|S)?\$|[€£₹¥₩]|(?:Rs\.?|USD|EUR|GBP|CAD|AUD|INR|CHF|SEK|SGD)\s?"
)
_DIGITS = r"\d{1,3}(?:[,_' ’]\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?:k|K|m|M|mn|bn|B|billion|million|thousand|grand|lakh|crore)\b)?"
_CURRENCY = r"(?:dollars?|bucks|euros?|pounds?|rupees|USD|EUR|GBP|CAD|AUD|INR|CHF)"
_SIGNED = re.compile(rf"(?:{_SIGN})\s?({_DIGITS})({_SCALE})")
_NAMED = re.compile(rf"(?<![\w.,-])({_DIGITS})({_SCALE})\s?{_CURRENCY}\b")
_SCALED = re.compile(
    rf"(?<![\w.$€£-])({_DIGITS})\s?(k|K|grand|thousand)\b(?![-\w])(\s+[\w'-]+)?"
)
_BARE = re.compile(
    r"(?<![\w.,:/#$€£-])(\d{1,3}(?:,\d{3})+|\d{4,7}|\d{3})(?![\w%,:/-]|\.\d)"
)
_SPACED = re.compile(r"(?<![\w.])\d(?: \d){2,}(?= ?k\b)")
_OF_PAY = re.compile(
    r"\s+(?:worth\s+)?of\s+(?:\w+\s+)?(?:stock|equity|rsus?|shares|options|base|cash|"
    r"bonus|salary|sign-?on|grants?|refreshers?)\b",
    re.IGNORECASE,
)
"""What makes of thousands pay: "180k of stock"."""
_SCALES = {
    "k": 1_000, "grand": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000,
    "million": 1_000_000, "bn": 10**9, "b": 10**9, "billion": 10**9,
    "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip

# Words that do not name what is counted: an amount before them is money.
_NOT_COUNTED = frozenset(
    re.findall(
        r"[a-z-]+",
        """
        a about above across after an and annual annually are around as at base be
        because before below bonus but by cash closer comp compensation could during
        each equity every fair fixed flat for from gross guaranteed if in instead is it
        less minimum more net now offer on or over per please plus right rsu rsus
        salary seems should sign-on signing since so sounds stock than that the then
        to today too total under until up upfront was when which while will with
        within works would yearly
        """,
    )
)
PAY = re.compile(
    rf"{THINGS}|\b(?:salary|salaries|pays?|paid|paying|bonus|sign-on|signing|equity|"
    r"compensation|total comp|tc|offer(?:ed|s|ing)?|package|stake|shares?|ownership|"
    r"options?|rsus?|grant|vest\w*|fully diluted|earn\w*|raise|wage|stipend|"
    r"relocation|making|bands?|pay range|market rate|going rate)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:make (?:it|that|this)|call it|get (?:me )?to|how about|closer to|settle|"
    r"let's say|land on|meet (?:me )?at|sign at|come (?:up )?to|doable|thinking of|"
    r"in mind|draw the line|the mark|be (?:fair|fine|possible|right|great|realistic)|"
    r"realistic|on the table|no problem|aim(?:ing)? (?:at|for)|within reach|"
    r"feasible|achievable|shake hands|let us say|"
    r"hop(?:e|ing) for)\b",
    re.IGNORECASE,
)
"""What makes a number pay that is said for short: "make it a hundred and sixty"."""
_WANTED = re.compile(
    r"\bI(?:'m| am) after\b|\bI(?:'d| would)? (?:want|like|ask for|need)\b"
    r"|\blooking for\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?:{THINGS}|\b(?:salary|offer|pay|paid|making|earn\w*|band|package|comp|"
    r"market rate|going rate)\b)"
    r"[^.]{0,40}\b(?:to|at|"
    r"of|is|be|around|about|near|for|above|over|below|under|making|paid|base|salary)\s+$"
    rf"|(?:\b(?:making|paid|earn|at)|{THINGS}|\bsalary)\s+$",
    re.IGNORECASE,
)
"""What comes before pay written in thousands: "a base closer to 162"."""
_OTHERS_MONEY = re.compile(
    r"\b(?:revenue|sales|savings|funding|grants?|donations?|arr|customers|sponsors?|prize)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(rf"(?<![\w.-])(?:{_DIGITS})\s?(?:k|K|grand|thousand)?(?![\w%-])")
_AFTER_PAY = _NOT_COUNTED | set(
    ["after", "before", "last", "then", "there", "this", "though"]
)
_LEAST_PAY = 30
_SAID_SHORT = (120, 400)
"""Thousands a year, as they are said for short."""


def find_claims(text: str, today: date) -> list[Claim]:
    """Claims of a text, in order; `today` gives days without a year theirs."""
    plain = plain_digits(text)
    found = [
        *_signed(text, plain),
        *(Claim(Kind.PERCENT, *each) for each in percents_of_pay(text, plain)),
        *(Claim(*each) for each in find_days(text, today)),
        *_spoken(text),
    ]
    taken = [(each.start, each.start + len(each.text)) for each in found]
    for each in (*_scaled(text, plain), *_bare(text, plain), *_pairs(text)):
        if all(each.start >= end or each.start < start for start, end in taken):
            found.append(each)
            taken.append((each.start, each.start + len(each.text)))
    return sorted(found, key=lambda each: each.start)


def names_pay(text: str, start: int) -> bool:
    """Whether an amount that nothing is counted by comes in the rest of a sentence.

    Unlike a claim it needs no word of pay: "I made 121 last year".
    """
    rest = re.split(r"[.!?](?!\d)|\n", text[start : start + 200], maxsplit=1)[0]
    if _OTHERS_MONEY.search(rest):
        return False
    plain = plain_digits(rest)
    if _SIGNED.search(plain) or _NAMED.search(plain) or _SPACED.search(plain):
        return True
    figures = [(found.group(), found.end()) for found in _FIGURE.finditer(plain)]
    if any(_looks_like_pay(*each) and _uncounted(rest, each[1]) for each in figures):
        return True
    spoken = spoken_numbers(rest)
    return any(
        (each.words > 1 or each.value >= _LEAST_PAY) and _uncounted(rest, each.end)
        for each in spoken
        if not each.percent
    )


def _looks_like_pay(figure: str, _: int) -> bool:
    digits = Decimal(re.sub(r"[^\d.]", "", figure) or 0)
    year = len(figure) == 4 and 1900 <= digits <= 2099
    return digits >= _LEAST_PAY and not year


def _uncounted(text: str, end: int) -> bool:
    following = re.match(r"\s+([\w'-]+)", text[end:])
    return following is None or following[1].lower() in _AFTER_PAY


def _amount(digits: str, scale: str) -> Decimal:
    number = Decimal(re.sub(r"[,_' ’]", "", digits))
    return number * _SCALES.get(scale.strip().lower(), 1)


def _signed(text: str, plain: str) -> Iterator[Claim]:
    for pattern in (_SIGNED, _NAMED):
        for found in pattern.finditer(plain):
            value = _amount(found[1], found[2])
            words = text[found.start() : found.end()].strip()
            yield Claim(Kind.MONEY, value, words, found.start())


def _scaled(text: str, plain: str) -> Iterator[Claim]:
    """Thousands without a sign, where nothing that is counted comes after them."""
    joined = _SPACED.sub(
        lambda m: m.group().replace(" ", "").rjust(len(m.group())), plain
    )
    for found in _SCALED.finditer(joined):
        after = (found[3] or "").strip().lower().strip("'")
        stock = _OF_PAY.match(joined, found.end(2))
        if after and after not in _NOT_COUNTED and not stock:
            continue
        end = found.end() - len(found[3] or "")
        words = text[found.start() : end].strip()
        value = _amount(found[1], "k")
        yield Claim(Kind.MONEY, value, words, found.start())


def _bare(text: str, plain: str) -> Iterator[Claim]:
    """Figures of the size of a salary in a sentence that speaks of pay."""
    for sentence in SENTENCE.finditer(plain):
        if not (PAY.search(sentence.group()) or _CLOSING.search(sentence.group())):
            continue
        for found in _BARE.finditer(sentence.group()):
            digits, after = found[1], sentence.group()[found.end() :]
            value = _amount(digits, "")
            next_word = re.match(r"\s+([\w'-]+)", after)
            counted = next_word and next_word[1].lower() not in _NOT_COUNTED
            year = len(digits) == 4 and 1900 <= value <= 2099
            before = sentence.group()[: found.start()]
            said = _SHORT.search(before) or _CLOSING.search(sentence.group())
            short = len(digits) < 4 and not (said and value >= 60)
            if counted or year or short:
                continue
            start = sentence.start() + found.start()
            yield Claim(Kind.MONEY, value, text[start : start + len(digits)], start)


def _spoken(text: str) -> Iterator[Claim]:
    """Amounts in words that name money, or a part of the company."""
    for each in spoken_numbers(text):
        if re.search(r"\d\s?$", text[max(each.start - 3, 0) : each.start]):
            continue  # "150 thousand" is one number, written in digits
        said = text[each.start : each.end]
        after = re.match(r"\s+([\w'-]+)", text[each.end :])
        following = after[1].lower() if after else ""
        counted = bool(following) and following not in _NOT_COUNTED
        if each.percent or following in ("percent",):
            sentence = _sentence_at(text, each.start)
            if not MEASURED.search(sentence):
                yield Claim(Kind.PERCENT, each.value, said, each.start, spelled=True)
        elif re.fullmatch(_CURRENCY, following, re.IGNORECASE):
            yield Claim(Kind.MONEY, each.value, said, each.start, spelled=True)
        elif counted:
            continue
        elif each.scaled and each.value >= 1_000:
            yield Claim(Kind.MONEY, each.value, said, each.start, spelled=True)
        elif each.words > 1 and following in ("base", "salary"):
            value = each.value * 1_000 if each.value < 1_000 else each.value
            yield Claim(Kind.MONEY, value, said, each.start, spelled=True)


def _pairs(text: str) -> Iterator[Claim]:
    """Thousands as they are said: "a base of one sixty"."""
    for each in spoken_numbers(text):
        said = text[each.start : each.end]
        short = each.words > 1 and _SAID_SHORT[0] <= each.value < _SAID_SHORT[1]
        if not short or not _uncounted(text, each.end):
            continue
        sentence = _sentence_at(text, each.start)
        paid = "hundred" not in said.lower() and PAY.search(sentence)
        if paid or _CLOSING.search(sentence) or _WANTED.search(sentence):
            value = 1_000 * each.value
            yield Claim(Kind.MONEY, value, said, each.start, spelled=True)


def _sentence_at(text: str, place: int) -> str:
    for sentence in SENTENCE.finditer(text):
        if sentence.start() <= place < sentence.end():
            return sentence.group()
    return text
