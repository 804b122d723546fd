"""The folder of a negotiation: its log, the versions of its offer, the stop line."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.errors import InputError, OutputError
from offerlab.files import make_folder, update_file, write_file
from offerlab.ingest.fields import nearest
from offerlab.ingest.offer_text import offer_text
from offerlab.ingest.offers import read_offers
from offerlab.negotiate.journal import Event, append, read_journal
from offerlab.negotiate.state import State, fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from offerlab.core.offer import Offer
    from offerlab.resources import Library

_LOG, _STOP = "log.jsonl", "stop-line"


def slug_of(company: str) -> str:
    """Name of a company's folder.

    Examples
    --------
    >>> slug_of("Lumen Robotics, Inc."), slug_of("Müller & Söhne")
    ('lumen-robotics-inc', 'muller-sohne')
    """
    plain = unicodedata.normalize("NFKD", company.casefold())
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    if not words:
        return hashlib.sha256(company.encode()).hexdigest()[:12]
    return "-".join(words)[:60]


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One negotiation on file."""

    company: str
    folder: Path

    def events(self) -> tuple[list[Event], list[str]]:
        """Events in order, and what of the log could not be read."""
        return read_journal(self.folder / _LOG)

    @property
    def state(self) -> State:
        """Where it is."""
        return fold(self.events()[0])

    def add(self, make: Callable[[State], Event]) -> Event:
        """Append the event that follows the state, under the log's lock."""
        return append(self.folder / _LOG, lambda before: make(fold(before)))

    def add_offer(self, offer: Offer, on: date, medium: str) -> Event:
        """Keep a version of the offer, which no later one replaces.

        Raises
        ------
        InputError
            If it is an offer of another company.
        """
        if slug_of(offer.company.name) != self.folder.name:
            raise InputError(
                offer.file,
                f"is an offer of {offer.company.name}; this negotiation is with"
                f" {self.company}",
            )
        text = offer_text(offer)
        make_folder(self.folder / "offers")

        def make(state: State) -> Event:
            version = state.versions + 1
            while True:
                try:
                    write_file(self.offer_path(version), text)
                    break
                except OutputError:
                    # A run that was killed left a file that no event names.
                    if not self.offer_path(version).exists():
                        raise
                    version += 1
            digest = hashlib.sha256(text.encode()).hexdigest()
            more = {"version": version, "medium": medium, "sha256": digest}
            return Event("offer", on, offer.id, more)

        return self.add(make)

    def offer_path(self, version: int) -> Path:
        """File of a version."""
        return self.folder / "offers" / f"v{version}.yaml"

    def offer(self, version: int, library: Library) -> Offer:
        """Read a version.

        Raises
        ------
        InputError
            If there is none, or somebody has changed it.
        """
        events = self.events()[0]
        kept = {e.get("version"): e for e in events if e.kind == "offer"}
        path = self.offer_path(version)
        if version not in kept:
            known = ", ".join(str(each) for each in kept) or "none"
            raise InputError(path, f"there is no version {version} (known: {known})")
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise InputError(path, f"cannot be read ({error.strerror})") from error
        if digest != kept[version].get("sha256"):
            raise InputError(path, "was changed after it was kept; keep a new version")
        return read_offers([path], library=library)[0][0]

    def versions(self) -> list[tuple[int, str]]:
        """Number and medium of each version."""
        return [
            (int(event.get("version")), str(event.get("medium")))
            for event in self.events()[0]
            if event.kind == "offer"
        ]

    def keep_stop_line(self, words: str) -> None:
        """Keep the stop line, in a file that no letter and no other command reads."""
        update_file(self.folder / _STOP, words + "\n")

    def stop_line(self) -> str | None:
        """The stop line, for the user's own eyes; None if there is none."""
        try:
            return (self.folder / _STOP).read_text(encoding="utf-8").strip()
        except OSError:
            return None

    def purge(self) -> None:
        """Delete all that is kept of it.

        Raises
        ------
        OutputError
            If something cannot be deleted.
        """
        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            reason = error.strerror or "unknown"
            raise OutputError(self.folder, f"cannot be deleted ({reason})") from error


def _home(library: Library) -> Path:
    if library.home is None:
        raise InputError("negotiate", "there is no folder of yours to keep it in")
    return library.home / "negotiations"


def start(company: str, role: str, on: date, library: Library) -> Negotiation:
    """Begin a negotiation.

    Raises
    ------
    OutputError
        If one with that company is on file.
    """
    if not company.strip() or not company.isprintable():
        raise InputError("company", "give its name in one line")
    found = Negotiation(company.strip(), _home(library) / slug_of(company))

    def make(before: list[Event]) -> Event:
        if before:
            raise OutputError(found.folder, "exists already; a purge deletes it")
        return Event("start", on, company.strip(), {"role": role})

    append(found.folder / _LOG, make)
    return found


def negotiations(library: Library) -> list[Negotiation]:
    """All on file, by name."""
    if library.home is None:
        return []
    paths = sorted(_home(library).glob(f"*/{_LOG}"))
    return [
        Negotiation(events[0].text, path.parent)
        for path in paths
        if (events := read_journal(path)[0])
    ]


def open_negotiation(company: str, library: Library) -> Negotiation:
    """The one with a company, by its name or the name of its folder.

    Raises
    ------
    InputError
        If none is on file; the nearest is named.
    """
    known = {each.folder.name: each for each in negotiations(library)}
    found = known.get(slug_of(company))
    if found is None:
        close = nearest(slug_of(company), known)
        hint = f"; did you mean '{close}'?" if close else ""
        raise InputError(
            "company",
            f"no negotiation with '{company}' is on file{hint} (begin one: offerlab"
            " negotiate start)",
        )
    return found


def state_with(company: str, library: Library) -> State | None:
    """State of the negotiation with a company; None if none is on file."""
    known = {each.folder.name: each for each in negotiations(library)}
    found = known.get(slug_of(company))
    return found.state if found else None
