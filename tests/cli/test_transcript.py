"""Sessions of ``new`` in a real terminal: back, help, interrupt, resume."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.offers import read_offers

pty = pytest.importorskip("pty")

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30
"""Seconds for one answer of the program, on a busy machine."""


class Session:
    """A run of offerlab behind a terminal of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.seen = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # A run in the background inherits an interrupt that is ignored.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.chdir(folder)
            os.environ |= {"OFFERLAB_TODAY": "2026-11-20", "TERM": "dumb"}
            os.execv(sys.executable, [sys.executable, "-m", "offerlab", *words])

    def until(self, words: str, *, typed: bytes = b"") -> None:
        """Wait for words on the screen; until then, type now and then."""
        end = time.monotonic() + PATIENCE
        again = time.monotonic() + 0.5
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            if typed and time.monotonic() > again:
                os.write(self.terminal, typed)
                again += 4
            ready, _, _ = select.select([self.terminal], [], [], 0.5)
            if not ready:
                continue
            try:
                got = os.read(self.terminal, 4096)
            except OSError:  # it ended, and its terminal with it
                got = b""
            assert got, self.seen
            self.seen += got.decode().replace("\r\n", "\n")

    def answer(self, question: str, text: str) -> None:
        """Type an answer when a question stands on the screen."""
        self.until(question)
        self.seen = self.seen.partition(question)[2]
        os.write(self.terminal, text.encode())

    def interrupt(self, question: str, words: str) -> None:
        """Press Ctrl-C at a question, until the program says that it ends.

        Once is not enough where the prompt is shown and not yet waited at.
        """
        self.until(question)
        self.until(words, typed=b"\x03")

    def end(self) -> int:
        """Exit code."""
        _, status = os.waitpid(self.process, 0)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))


def test_help_back_interrupt_and_resume(tmp_path: Path) -> None:
    first = Session(tmp_path, "new", "mine.yaml")
    first.answer("Company: ", "?\n")
    first.until("The name at the head of the letter.")
    first.answer("Company: ", "Acne\n")
    first.answer("Stage of the company: ", "<\n")
    first.answer("Company: ", "Acme\n")
    first.answer("Stage of the company: ", "seed\n")
    first.interrupt("Valuation: ", "the answers are kept in mine.yaml.draft")
    assert first.end() == 1
    assert not (tmp_path / "mine.yaml").exists()
    assert (tmp_path / "mine.yaml.draft").stat().st_mode & 0o777 == 0o600

    second = Session(tmp_path, "new", "mine.yaml")
    second.until("Going on from mine.yaml.draft.")
    second.until("Company: Acme\n")
    second.until("Stage of the company: seed\n")
    for question, text in (
        ("Valuation: ", ""), ("Fully diluted shares: ", ""), ("Preferred price: ", ""),
        ("409A value a share: ", ""), ("Job title: ", "ML Engineer"), ("Level: ", "L3"),
        ("Location: ", "Leeds, UK"), ("Start date: ", "3 May 2027"),
        ("Currency of the pay [GBP]: ", ""), ("Base salary a year: ", "£78,000"),
        ("Target bonus a year: ", "none"), ("Sign-on payment: ", "none"),
        ("Kind of equity: ", "none"), ("Deadline of the offer: ", "December 4"),
        ("Name of the recruiter: ", ""), ("Write it?", "no"), ("Write it?", "<"),
        ("Name of the recruiter: ", "Dana Lee"), ("E-mail of the recruiter: ", ""),
        ("Write it?", ""),
    ):  # fmt: skip
        second.answer(question, f"{text}\n")
    second.until("Wrote mine.yaml")
    assert second.end() == 0
    assert not (tmp_path / "mine.yaml.draft").exists()
    (offer,), problems = read_offers([tmp_path / "mine.yaml"])
    assert problems == []
    assert (offer.company.name, offer.role) == ("Acme", "ML Engineer")
    assert (offer.currency, offer.base_salary, offer.equity) == ("GBP", 78_000, ())
    assert str(offer.start_date) == "2027-05-03"
    assert offer.deadline is not None
    assert str(offer.deadline.date) == "2026-12-04"


def test_an_interrupt_before_the_first_answer_leaves_nothing(tmp_path: Path) -> None:
    session = Session(tmp_path, "new", "mine.yaml")
    session.interrupt("Company: ", "was not written")
    assert session.end() == 1
    assert list(tmp_path.iterdir()) == []
