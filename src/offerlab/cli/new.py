"""The command ``new``: an interview that writes an offer file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.defaults import user_defaults
from offerlab.cli.interview import Interview
from offerlab.cli.letter_answer import letter_answers
from offerlab.cli.process import undisturbed
from offerlab.cli.say import say
from offerlab.cli.today import read_today
from offerlab.cli.transcript import Back, Transcript
from offerlab.errors import InputError, OfferlabError
from offerlab.files import check_writable, write_file
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.cli.letter_answer import LetterAnswer


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--letter",
    metavar="LETTER",
    shell_complete=complete.files,
    help="Read this letter first; each value is shown with its sentence.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
def new(file: Path, letter: str | None, force: bool) -> None:
    """Ask the questions of an offer letter and write the file.

    Answer from the letter, in its words. Enter alone, or "skip", leaves a fact out: it
    becomes a question to ask. ? explains a question, < goes back, and Ctrl-C keeps the
    answers: the same command goes on from there.

    \b
    Example:
      offerlab new mine.yaml
    """
    try:
        if file.suffix not in (".yaml", ".yml"):
            raise InputError(file, "an offer file is written as .yaml")
        check_writable(file, force=force)
        currency = user_defaults().currency
        read = letter_answers(letter) if letter else []
        transcript = Transcript(file)
    except OfferlabError as error:
        raise click.ClickException(str(error)) from error
    try:
        draft = _answered(transcript, read, currency)
        write_file(file, draft.text(), force=force)
    except BaseException as error:
        # Whatever it is: what was answered is not lost.
        with undisturbed():
            kept = transcript.keep()
        if not isinstance(error, click.Abort | OfferlabError):
            raise
        if transcript.is_talk:
            click.echo(err=True)  # the prompt's line is not ended
        ended = "stopped" if transcript.is_talk else "the answers ended too early"
        reason = str(error) or ended
        raise click.ClickException(
            f"{reason}; {file} was not written" + (f"; {kept}" if kept else "")
        ) from None
    transcript.forget()
    say(f"Wrote {file}. Next: offerlab check {file}")


def _answered(
    transcript: Transcript, read: Sequence[LetterAnswer], currency: str | None
) -> Draft:
    """The answers of a whole interview; each step back goes through it again."""
    today = read_today()
    while True:
        draft = Draft(Catalogue())
        with suppress(Back):
            Interview(draft, transcript, today, currency).run(read)
            return draft
