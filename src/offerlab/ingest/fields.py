"""Reads the keys of one block, and notes every fault with its place.

A reader asks for each key it knows, by the kind of value that belongs there; a value
that cannot be is noted as a problem and comes back as None, so that reading goes on
and all faults of a file are shown in one run. `close` reports the keys nobody asked
for.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from offerlab.ingest import amount
from offerlab.ingest.in_digits import unit_of
from offerlab.ingest.node import Items, Mapping, Node, Scalar
from offerlab.ingest.problem_log import ProblemLog as ProblemLog  # noqa: TC001 - its old home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

T = TypeVar("T")


MAX_ITEMS = 200
"""Items of a list: grants, payments, contacts."""
MAX_TEXT = 1_000
"""Characters of one line of text; a name, a role or a place has far fewer."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None if none is close."""
    close = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    return close[0] if close else None


class Fields:
    """The keys of one block of a file.

    Parameters
    ----------
    block : Mapping
    log : ProblemLog
    prefix : str
        Dotted key of the block itself; empty at the top of a file.
    currency : str or None
        Of amounts in the block; None where it does not matter.
    """

    def __init__(
        self,
        block: Mapping,
        log: ProblemLog,
        prefix: str = "",
        currency: str | None = None,
    ) -> None:
        self.block = block
        self.log = log
        self.prefix = prefix
        self.currency = currency
        self._nodes: dict[str, Node] = {}
        self._asked: set[str] = set()
        for key, node in block:
            if key.text in self._nodes:
                log.add(key, self.name(key.text), "this key appears twice", "keep one")
            self._nodes[key.text] = node

    def name(self, key: str) -> str:
        """Dotted name of a key of this block."""
        return f"{self.prefix}.{key}" if self.prefix else key

    def has(self, key: str) -> bool:
        """Whether a key is there with a value, without asking for it."""
        node = self._nodes.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.is_null)

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """Value of a key as it stands in the file, or None."""
        self._asked.add(key)
        if self.has(key):
            return self._nodes[key]
        if required:
            self.log.add(self.block, self.name(key), "is missing", f"add '{key}:'")
        return None

    def fault(self, key: str, message: str, remedy: str = "") -> None:
        """Note an error at a key (at the block, if the key is not there)."""
        self.log.add(self._nodes.get(key, self.block), self.name(key), message, remedy)

    def warn(self, key: str, message: str, remedy: str = "") -> None:
        """Note a warning at a key."""
        self.log.warn(self._nodes.get(key, self.block), self.name(key), message, remedy)

    def value(
        self, key: str, parse: Callable[[str], T], *, required: bool = False
    ) -> T | None:
        """Scalar value of a key, parsed; None if absent or wrong (then noted)."""
        node = self.node(key, required=required)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.fault(key, "a single value belongs here, not a list or a block")
            return None
        try:
            return parse(node.text.strip())
        except ValueError as error:
            self.fault(key, str(error))
            return None

    def text(self, key: str, *, required: bool = False) -> str | None:
        """One line of text."""
        return self.value(key, _one_line, required=required)

    def prose(self, key: str) -> str | None:
        """Text that may have several lines."""
        return self.value(key, str)

    def money(
        self,
        key: str,
        *,
        low: float = 0,
        high: float = 1e15,
        required: bool = False,
    ) -> float | None:
        """Amount from `low` to `high`, in the currency of the block."""
        return self.value(
            key, _bounded(self._parse_money, low, high), required=required
        )

    def _parse_money(self, text: str) -> float:
        return amount.parse_money(text, self.currency)

    def price(self, key: str, *, low: float = 0, high: float = 1e9) -> float | None:
        """Price of a share: an amount with any number of decimals."""
        return self.value(key, _bounded(self._parse_price, low, high))

    def _parse_price(self, text: str) -> float:
        return amount.parse_price(text, self.currency)

    def whole(self, key: str, *, low: int = 0, high: int = 10**15) -> int | None:
        """Whole number from `low` to `high`."""
        parse = partial(amount.parse_whole, unit=unit_of(key))
        return self.value(key, _bounded(parse, low, high))

    def percentage(self, key: str, *, high: int = 100) -> float | None:
        """Part of one, written as a percentage with its sign."""
        percent = self.value(key, _bounded(amount.parse_percentage, 0, high))
        return None if percent is None else float(percent / 100)

    def percent(self, key: str) -> Decimal | None:
        """Percent where the key says so."""
        return self.value(key, amount.parse_percent)

    def date(self, key: str) -> date | None:
        """Date such as 2027-01-11."""
        return self.value(key, amount.parse_date)

    def flag(self, key: str) -> bool | None:
        """Read true or false."""
        return self.value(key, amount.parse_flag)

    def choice(
        self, key: str, known: Iterable[str], *, required: bool = False
    ) -> str | None:
        """One of the known words; the nearest is offered for another."""
        return self.value(key, _choice(list(known)), required=required)

    def block_of(
        self, key: str, *, required: bool = False, form: str = ""
    ) -> Fields | None:
        """Read a block below a key; `form` is one as it is written."""
        node = self.node(key, required=required)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            remedy = f"write {form}" if form else ""
            self.fault(key, "a block of keys belongs here, and nothing else", remedy)
            return None
        return self.inner(node, self.name(key))

    def inner(self, block: Mapping, prefix: str) -> Fields:
        """Fields of a block below this one, in the same currency."""
        return Fields(block, self.log, prefix, self.currency)

    def word(self, key: str) -> str | None:
        """``none`` or ``unknown`` where one of them is all that a key says."""
        return word_of(self.node(key))

    def several(self, key: str, *, most: int = MAX_ITEMS) -> list[tuple[str, Node]]:
        """One or several: each item with its dotted name; a single one is a list."""
        node = self.node(key)
        if node is None:
            return []
        items = node.nodes if isinstance(node, Items) else (node,)
        if len(items) > most:
            self.fault(key, f"has {len(items):,} items, over {most:,}", "keep fewer")
            return []
        return [(f"{self.name(key)}.{k}", item) for k, item in enumerate(items, 1)]

    def close(self) -> None:
        """Report keys that nobody asked for, with the nearest known one."""
        for key, _ in self.block:
            if key.text in self._asked:
                continue
            if self.log.is_full:  # it is only counted
                self.log.add(key, "", "is not a known key")
                continue
            if key.text.isdecimal():
                hint = "inside { } a comma ends a value: write 8000 or 8_000"
                self.log.add(key, self.name(key.text), "is not a known key", hint)
                continue
            close = nearest(key.text, sorted(self._asked))
            remedy = (
                f"did you mean '{close}'?"
                if close
                else (f"known here: {', '.join(sorted(self._asked))}")
            )
            self.log.add(key, self.name(key.text), "is not a known key", remedy)


def word_of(node: Node | None) -> str | None:
    """``none`` or ``unknown`` where one of them is the whole value."""
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    return word if word in ("none", "unknown") else None


def _one_line(text: str) -> str:
    if any(not char.isprintable() for char in text):
        raise ValueError("this text contains a line break or an invisible character")
    if not text:
        raise ValueError("is empty")
    if len(text) > MAX_TEXT:
        raise ValueError(f"has {len(text):,} characters, over {MAX_TEXT:,}")
    return text


def _bounded(parse: Callable[[str], T], low: float, high: float) -> Callable[[str], T]:
    def read(text: str) -> T:
        number = parse(text)
        if number < low:  # type: ignore[operator]
            raise ValueError(
                f"{text} is negative" if low == 0 else f"{text} is below {low:,}"
            )
        if number > high:  # type: ignore[operator]
            raise ValueError(f"{text} is above {high:,.0f}, which is absurd here")
        return number

    return read


def _choice(known: list[str]) -> Callable[[str], str]:
    by_lower = {word.lower(): word for word in known}

    def read(text: str) -> str:
        if text.lower() in by_lower:
            return by_lower[text.lower()]
        close = nearest(text, known)
        hint = f"; did you mean '{close}'?" if close else ""
        raise ValueError(
            f"'{text}' is not known here{hint} (one of: {', '.join(known)})"
        )

    return read
