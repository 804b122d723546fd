"""The command ``new``: an interview that writes an offer file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from offerlab.cli.say import say
from offerlab.cli.transcript import Transcript
from offerlab.core.company import STAGES
from offerlab.core.visible import visible
from offerlab.errors import InputError, OfferlabError
from offerlab.files import check_writable, write_file
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.draft import Draft

UNKNOWN = ("", "?", "don't know", "dont know", "do not know", "unknown", "skip")
_KINDS = "rsu, double-trigger-rsu, iso, nso, restricted-stock, none"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the key it fills, its words, and the term in a line."""

    key: str
    ask: str
    about: str = ""
    required: bool = False


_COMPANY = (
    Question("company.name", "Company", required=True),
    Question(
        "company.stage",
        "Stage of the company",
        f"One of {', '.join(STAGES)}. Only public stock can be sold, so only that"
        " counts as money.",
    ),
)
_PUBLIC = (
    Question("company.share_price", "Share price", "Today's price of one share."),
    Question("company.as_of", "Date of that price", "For example 2026-11-20."),
    Question("company.valuation", "Market capitalisation", "For example 400B."),
)
_PRIVATE = (
    Question(
        "company.valuation",
        "Valuation",
        "Post-money: what the last round valued the company at, such as 150M.",
    ),
    Question(
        "company.fully_diluted_shares",
        "Fully diluted shares",
        "All shares there would be: issued, options, convertibles. For example 50M.",
    ),
    Question(
        "company.preferred_price",
        "Preferred price",
        "What investors paid a share in the last round.",
    ),
    Question(
        "company.fmv_409a",
        "409A value a share",
        "The appraised value of one common share; usually the strike of new options.",
    ),
)
_JOB = (
    Question("role", "Job title", required=True),
    Question("level", "Level", "The company's own grade, such as L3."),
    Question("location", "Location", "City, ST, or Remote.", required=True),
    Question("start_date", "Start date", "For example 2027-01-11."),
)
_CASH = (
    Question("base_salary", "Base salary a year", "For example 150k.", required=True),
    Question(
        "target_bonus",
        "Target bonus a year",
        "Percent of base (10%) or an amount, if the targets are met; 0 if none.",
    ),
    Question("sign_on.1.amount", "Sign-on payment", "One-off, for joining."),
)
_SIGN_ON = (
    Question(
        "sign_on.1.clawback_months",
        "Months until you may keep it",
        "Leaving earlier, you pay it back (clawback); 0 if never.",
    ),
    Question(
        "sign_on.2.amount",
        "Sign-on paid in the second year",
        "If the letter promises one.",
    ),
)
_EQUITY = Question(
    "equity",
    "Kind of equity",
    f"One of {_KINDS}. An RSU is a share when it vests; an option (iso, nso) is the"
    " right to buy at the strike.",
)
_SIZES = (
    Question("percent", "Size in percent of the company", "Write 0.04 for 0.04%."),
    Question("shares", "Size in shares", "If the letter says a number of shares."),
    Question("value", "Size in money", "If the letter says dollars of stock."),
    Question(
        "annual_value", "Size in money a year", "If it is granted anew each year."
    ),
)
_CONVERSION = Question(
    "conversion_price",
    "Price at which the money becomes shares",
    "Often an average of days around the start.",
)
_STRIKE = Question("strike", "Strike", "What you pay for each share of an option.")
_VESTING = Question(
    "vesting",
    "Vesting",
    "A name from 'offerlab catalogue', such as standard-startup-option (four years,"
    " monthly, one-year cliff), or {months: 48, every_months: 1, cliff_months: 12}.",
)
_END = (
    Question(
        "exercise_window_months",
        "Months to exercise options after leaving",
        "Often 3; options not exercised by then are lost.",
    ),
    Question(
        "deadline",
        "Deadline of the offer",
        "Such as 2026-12-04, or with a clock: 2026-12-04T17:00 America/Los_Angeles.",
    ),
    Question(
        "contacts.1.name", "Name of the recruiter", "For the greeting of your letters."
    ),
)
_EMAIL = Question("contacts.1.email", "E-mail of the recruiter")


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over an existing file.")
def new(file: Path, force: bool) -> None:
    """Ask the questions of an offer letter and write the file.

    Answer from the letter. Enter alone, or "don't know", leaves a fact out: it
    becomes a question to ask.

    \b
    Example:
      offerlab new mine.yaml
    """
    try:
        if file.suffix not in (".yaml", ".yml"):
            raise InputError(file, "an offer file is written as .yaml")
        check_writable(file, force=force)
        transcript = Transcript(file)
    except OfferlabError as error:
        raise click.ClickException(str(error)) from error
    try:
        draft = Draft(Catalogue())
        _interview(_Interview(draft, transcript))
        write_file(file, draft.text(), force=force)
    except BaseException as error:
        # Whatever it is: what was answered is not lost.
        kept = transcript.keep()
        if not isinstance(error, click.Abort | OfferlabError):
            raise
        reason = str(error) or "the answers ended before the last question"
        raise click.ClickException(
            f"{reason}; {file} was not written" + (f"; {kept}" if kept else "")
        ) from None
    transcript.forget()
    say(f"Wrote {file}. Next: offerlab check {file}")


@dataclass(frozen=True, slots=True)
class _Interview:
    """What is asked goes through the transcript, what stands into the draft."""

    draft: Draft
    transcript: Transcript

    def prompt(self, question: Question) -> str:
        """Answer to a question, as it was typed."""
        return self.transcript.ask(question.key, question.ask)

    def try_answer(self, key: str, answer: str) -> str | None:
        """Put an answer into the draft, or say why not."""
        return self.draft.try_answer(key, answer)


def _interview(talk: _Interview) -> None:
    """Ask everything, in the order of an offer letter."""
    click.echo("Answer from the letter. Enter alone means: I don't know.\n")
    answers = _ask_all(talk, _COMPANY)
    public = answers.get("company.stage") == "public"
    _ask_all(talk, _PUBLIC if public else _PRIVATE)
    _ask_all(talk, _JOB)
    if "sign_on.1.amount" in _ask_all(talk, _CASH):
        found = _ask_all(talk, _SIGN_ON)
        if "sign_on.2.amount" in found:
            talk.try_answer("sign_on.2.paid_month", "13")
    _ask_equity(talk)
    if "contacts.1.name" in _ask_all(talk, _END):
        _ask(talk, _EMAIL)


def _ask_all(talk: _Interview, questions: tuple[Question, ...]) -> dict[str, str]:
    """Answers that were given, by key."""
    given = {question.key: _ask(talk, question) for question in questions}
    return {key: answer for key, answer in given.items() if answer is not None}


def _ask(talk: _Interview, question: Question) -> str | None:
    """Ask until an answer stands; None for "don't know" (or 0 where none is fine)."""
    if question.about:
        _tell(question.about)
    while True:
        answer = talk.prompt(question)
        if answer.lower() in UNKNOWN:
            if not question.required:
                return None
            _tell("This one is needed.")
            continue
        if answer in ("0", "none", "no") and question.key.endswith("amount"):
            return None
        wrong = talk.try_answer(question.key, answer)
        if wrong is None:
            return answer.lower()
        _tell(f"{wrong}.")


def _ask_equity(talk: _Interview) -> None:
    """Ask for the first grant; none, unknown, or its kind, size and schedule."""
    _tell(_EQUITY.about)
    while True:
        kind = talk.prompt(_EQUITY).lower()
        if kind == "none":
            return
        if kind in UNKNOWN:
            talk.try_answer("equity", "unknown")
            return
        wrong = talk.try_answer("equity.1.kind", kind)
        # A grant of that kind alone lacks a size, which is asked for next.
        if wrong is None or "no size" in wrong:
            break
        _tell(f"{wrong}.")
    sized = None
    for question in _SIZES:
        if _ask(talk, _of_grant(question)) is not None:
            sized = question.key
            break
    if sized is None:
        _tell("Without a size the equity is unknown: a question to ask.")
        talk.draft.forget("equity.1")
        talk.try_answer("equity", "unknown")
        return
    if sized == "value":
        _ask(talk, _of_grant(_CONVERSION))
    if kind in ("iso", "nso"):
        _ask(talk, _of_grant(_STRIKE))
    _ask(talk, _of_grant(_VESTING))


def _tell(sentence: str) -> None:
    """An indented sentence above a question, folded to the screen."""
    click.echo()
    click.echo(click.wrap_text(visible(sentence), 78, "  ", "  "))


def _of_grant(question: Question) -> Question:
    return Question(f"equity.1.{question.key}", question.ask, question.about)
