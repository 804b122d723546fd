"""Every exception that offerlab raises on purpose.

    OfferlabError
    ├── InputError            a file cannot be read or holds errors
    ├── AssumptionError       an assumption is unknown or has a value it cannot have
    ├── MarketDataError       comps cannot answer a question
    ├── VestingError          vesting terms that cannot be, or do not fit a grant
    │   └── OverGrantError    they vest more than the grant
    ├── CurrencyError         two currencies and no rate between them
    ├── TemplateError         a letter cannot be written as asked
    │   └── MissingFactsError it needs facts that nobody has given
    ├── FigureError           there is no figure of that name
    ├── AskError              an ask that nobody should send
    ├── PlotError             a plot that nobody could read
    ├── OutputError           a file cannot be written
    └── MissingResourceError  a file that ships with offerlab is not there

Faults in a user's file are not exceptions: readers return them as problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Place(NamedTuple):
    """Where in a file: line and column count from 1, None where it is the whole."""

    file: object
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self if part is not None)


class OfferlabError(Exception):
    """Base of all errors that offerlab raises on purpose.

    Attributes
    ----------
    place : Place or None
        Where in a file the cause is, if it is in one; then the message begins with it.
    reason : str
        The message without the place.
    """

    def __init__(self, reason: str, place: Place | None = None) -> None:
        super().__init__(reason if place is None else f"{place}: {reason}")
        self.reason = reason
        self.place = place

    def at(self, place: Place) -> Self:
        """Return the error itself, with the place of its cause."""
        self.place = place
        self.args = (f"{place}: {self.reason}",)
        return self


class InputError(OfferlabError):
    """A file cannot be read at all, or the faults in it leave nothing to work on.

    Parameters
    ----------
    place : Place or path
    reason : str
        What is wrong, and what to do.
    """

    def __init__(self, place: object, reason: str) -> None:
        super().__init__(reason, place if isinstance(place, Place) else Place(place))


class AssumptionError(OfferlabError):
    """An assumption is unknown or has a value it cannot have."""


class MarketDataError(OfferlabError):
    """Comps cannot answer a question."""


class VestingError(OfferlabError):
    """Vesting terms that cannot be, or do not fit the grant they are put to."""


class OverGrantError(VestingError):
    """Vesting terms give more than the grant."""

    def __init__(self, vested: float, granted: float) -> None:
        super().__init__(
            f"the terms vest {vested:,.10g} of {granted:,.10g} shares: more than the"
            " grant"
        )


class CurrencyError(OfferlabError):
    """Two currencies meet and no rate between them was given."""

    def __init__(self, currency: str) -> None:
        super().__init__(
            f"no exchange rate for {currency}: give one with --set fx.{currency}=RATE"
            f" (US dollars for one {currency})"
        )
        self.currency = currency


class TemplateError(OfferlabError):
    """A letter cannot be written as asked; nothing was written."""


class MissingFactsError(TemplateError):
    """A letter needs facts that nobody has given."""

    def __init__(self, template: str, facts: Sequence[str]) -> None:
        super().__init__(
            f"the letter '{template}' was not written, it still needs: "
            + "; ".join(facts)
        )
        self.facts = tuple(facts)


class FigureError(OfferlabError):
    """There is no figure of that name."""

    def __init__(self, figure: str, known: Sequence[str]) -> None:
        super().__init__(
            f"there is no figure '{figure}'; name one as {', '.join(known)}"
        )


class AskError(OfferlabError):
    """An ask that nobody should send, such as one below the offer."""


class PlotError(OfferlabError):
    """A plot that nobody could read."""

    def __init__(self, reason: str, most: int) -> None:
        super().__init__(f"{reason}: name offers that have up to {most} together")


class OutputError(OfferlabError):
    """A file cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason, Place(path))
        self.path = path


class MissingResourceError(OfferlabError):
    """A file that ships with offerlab is not there."""

    def __init__(self, name: str, tried: Sequence[object]) -> None:
        places = " or ".join(str(place) for place in tried)
        super().__init__(f"'{name}' should have come with offerlab: not in {places}")
