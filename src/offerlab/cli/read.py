"""The command ``read``: an offer letter into an offer file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import drafting, running

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument("letter", metavar="LETTER")
@drafting
@running
def read(run: Run, letter: str) -> None:
    """Read an offer letter: each value with the sentence it comes from.

    LETTER is a .txt, .md, .eml, .pdf or .docx file, or - for text that is pasted. What
    is not sure is left out and becomes a question. With -o the offer file is written,
    each quote as a comment above its value. Nothing leaves this machine.

    \b
    Example:
      offerlab read letter.pdf -o offer.yaml
    """
    from offerlab.ingest.letter.reading import read_letter
    from offerlab.ingest.letter.source import read_source
    from offerlab.views.read import read_view

    source = read_source(letter)
    reading = read_letter(source.text, letter, source.pages)
    run.present(read_view(letter, reading))
