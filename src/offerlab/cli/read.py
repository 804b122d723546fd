"""The command ``read``: an offer letter into an offer file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import drafting, running
from offerlab.cli.say import say
from offerlab.errors import InputError, OutputError
from offerlab.files import check_free, write_file

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.letter.reading import Reading

SUFFIXES = (".yaml", ".yml")


@click.command()
@click.argument(
    "letters", metavar="LETTER", nargs=-1, required=True, shell_complete=complete.files
)
@click.option(
    "--against",
    is_flag=True,
    help="Compare two letters of one offer: LETTER is the old one and the new one.",
)
@drafting
@running
def read(run: Run, letters: tuple[str, ...], against: bool) -> None:
    """Read an offer letter: each value with the sentence it comes from.

    LETTER is a .txt, .md, .eml, .pdf or .docx file, or - for pasted text. What is not
    sure is left out and becomes a question; a sentence with money, shares or days that
    nothing was made of is listed. With -o the offer file is written, each quote above
    its value. Nothing leaves this machine.

    \b
    Example:
      offerlab read letter.pdf -o offer.yaml
    """
    from offerlab.views.read import against_view, read_view

    if len(letters) != (2 if against else 1):
        wanted = "two letters with --against" if against else "one letter"
        raise click.UsageError(f"read takes {wanted}")
    run.files = letters
    if against:
        old, new = (_reading(each) for each in letters)
        run.present(against_view(letters[0], letters[1], old, new))
        return
    _check_output(run)
    reading = _reading(letters[0])
    if run.output is not None and not run.as_json:
        _write(run, reading)
        return
    run.present(read_view(letters[0], reading))


def _reading(name: str) -> Reading:
    from offerlab.ingest.letter.reading import read_letter
    from offerlab.ingest.letter.source import read_source

    source = read_source(name, _pasted)
    return read_letter(source.text, name, source.pages)


def _pasted() -> str:
    if sys.stdin.isatty():
        say("Paste the letter, then press Ctrl-D:")
    return sys.stdin.read()


def _check_output(run: Run) -> None:
    if run.output is None or run.as_json:
        return
    if run.output.suffix.lower() not in SUFFIXES:
        raise OutputError(run.output, "an offer file is written as .yaml")
    check_free(run.output, force=run.force)


def _write(run: Run, reading: Reading) -> None:
    """Write the offer file, and say what it leaves open."""
    from offerlab.ingest.letter.file import letter_file

    assert run.output is not None
    if not reading.fields:
        raise InputError(run.files[0], "holds nothing that could be read")
    write_file(run.output, letter_file(reading), force=run.force)
    for each in reading.questions:
        say(f"Ask: {each.question}")
    for text in reading.unread:
        say(f"Not read: {' '.join(text.split())}")
    say(f"Wrote {run.output}; compare it with the letter")
    run.finish({})
