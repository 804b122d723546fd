"""The command ``new``: an interview that writes an offer file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from offerlab.cli.letter_answer import LetterAnswer, letter_answers
from offerlab.cli.question import (
    CASH,
    COMPANY,
    CONVERSION,
    EMAIL,
    END,
    EQUITY,
    JOB,
    PRIVATE,
    PUBLIC,
    SIGN_ON,
    SIZES,
    STRIKE,
    VESTING,
    Question,
)
from offerlab.cli.say import say
from offerlab.cli.transcript import Transcript
from offerlab.core.visible import visible
from offerlab.errors import InputError, OfferlabError
from offerlab.files import check_writable, write_file
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.draft import Draft

UNKNOWN = ("", "?", "don't know", "dont know", "do not know", "unknown", "skip")


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--letter",
    metavar="LETTER",
    help="Read this letter first; each value is shown with its sentence.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
def new(file: Path, letter: str | None, force: bool) -> None:
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
        read = letter_answers(letter) if letter else []
        transcript = Transcript(file)
    except OfferlabError as error:
        raise click.ClickException(str(error)) from error
    try:
        draft = Draft(Catalogue())
        _interview(_Interview(draft, transcript), read)
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
    told: dict[str, str] = field(default_factory=dict)
    """What a letter said and the user kept, by key; it is not asked again."""

    def answer_told(self, wanted: str) -> str | None:
        """What the letter said of a key, in its own form or in one beside it."""
        for key, answer in self.told.items():
            is_part = f"{key}.".startswith(f"{wanted}.")
            is_whole = f"{wanted}.".startswith(f"{key}.")
            if is_part or is_whole or f"{key}_months" == wanted:
                return answer.lower()
        return None

    def prompt(self, question: Question) -> str:
        """Answer to a question, as it was typed."""
        return self.transcript.ask(question.key, question.ask)

    def try_answer(self, key: str, answer: str) -> str | None:
        """Put an answer into the draft, or say why not."""
        return self.draft.try_answer(key, answer)


def _interview(talk: _Interview, read: list[LetterAnswer]) -> None:
    """Ask everything, in the order of an offer letter."""
    if read:
        _confirm(talk, read)
    click.echo("Answer from the letter. Enter alone means: I don't know.\n")
    answers = _ask_all(talk, COMPANY)
    public = answers.get("company.stage") == "public"
    _ask_all(talk, PUBLIC if public else PRIVATE)
    _ask_all(talk, JOB)
    if "sign_on.1.amount" in _ask_all(talk, CASH):
        found = _ask_all(talk, SIGN_ON)
        if "sign_on.2.amount" in found and "sign_on.2.paid_month" not in talk.told:
            talk.try_answer("sign_on.2.paid_month", "13")
    _ask_equity(talk)
    if "contacts.1.name" in _ask_all(talk, END):
        _ask(talk, EMAIL)


def _confirm(talk: _Interview, read: list[LetterAnswer]) -> None:
    """Each value of a letter with its sentence: kept, changed, or left out."""
    click.echo("From the letter. Enter keeps a value, ? leaves it out.")
    talk.draft.fill({each.key: each.answer for each in read})
    for each in read:
        if each.words is None:
            continue
        _tell(each.words)
        asked = f"{each.key} [{each.answer}]"
        while True:
            answer = talk.prompt(Question(each.key, asked))
            if not answer:
                talk.told[each.key] = each.answer
            elif answer in UNKNOWN:
                talk.draft.forget(each.key)
            elif (wrong := talk.try_answer(each.key, answer)) is None:
                talk.told[each.key] = answer
            else:
                _tell(f"{wrong}.")
                continue
            break
    click.echo("\nThe rest:")


def _ask_all(talk: _Interview, questions: tuple[Question, ...]) -> dict[str, str]:
    """Answers that were given, by key."""
    given = {question.key: _ask(talk, question) for question in questions}
    return {key: answer for key, answer in given.items() if answer is not None}


def _ask(talk: _Interview, question: Question) -> str | None:
    """Ask until an answer stands; None for "don't know" (or 0 where none is fine)."""
    told = talk.answer_told(question.key)
    if told is not None:
        return None if told == "none" else told
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
    if "equity" in talk.told:  # none, or unknown
        return
    kind = talk.told.get("equity.1.kind") or _ask_kind(talk)
    if kind is None:
        return
    told = [each for each in SIZES if f"equity.1.{each.key}" in talk.told]
    sized = None
    for question in told or SIZES:
        if _ask(talk, _of_grant(question)) is not None:
            sized = question.key
            break
    if sized is None:
        _tell("Without a size the equity is unknown: a question to ask.")
        talk.draft.forget("equity")
        talk.try_answer("equity", "unknown")
        return
    if sized == "value":
        _ask(talk, _of_grant(CONVERSION))
    if kind in ("iso", "nso"):
        _ask(talk, _of_grant(STRIKE))
    _ask(talk, _of_grant(VESTING))


def _ask_kind(talk: _Interview) -> str | None:
    """Kind of the first grant; None where there is none, or it is unknown."""
    _tell(EQUITY.about)
    while True:
        kind = talk.prompt(EQUITY).lower()
        if kind == "none":
            return None
        if kind in UNKNOWN:
            talk.try_answer("equity", "unknown")
            return None
        wrong = talk.try_answer("equity.1.kind", kind)
        # A grant of that kind alone lacks a size, which is asked for next.
        if wrong is None or "no size" in wrong:
            return kind
        _tell(f"{wrong}.")


def _tell(sentence: str) -> None:
    """An indented sentence above a question, folded to the screen."""
    click.echo()
    click.echo(click.wrap_text(visible(sentence), 78, "  ", "  "))


def _of_grant(question: Question) -> Question:
    return Question(f"equity.1.{question.key}", question.ask, question.about)
