"""The command ``email``: a letter, filled and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import parsed, reading, running, some_offers, writing
from offerlab.cli.outfile import check_free, write_file
from offerlab.errors import OutputError
from offerlab.ingest.amount import parse_amount, parse_percent
from offerlab.ingest.equity import MAX_PERCENT

if TYPE_CHECKING:
    from decimal import Decimal

    from offerlab.cli.run import Run
    from offerlab.letters.context import Ask, Words
    from offerlab.letters.letter import Letter

SUFFIXES = (".txt", ".eml")


def _amount(text: str) -> float:
    number = parse_amount(text)
    if number < 1000:
        raise ValueError(f"{text} is too little for a year's base salary")
    return number


def _percent(text: str) -> Decimal:
    percent = parse_percent(text)
    if not 0 < percent <= MAX_PERCENT:
        raise ValueError(
            f"{text} percent of the company is out of range; 0.04 means 0.04 percent"
        )
    return percent


def _slots(
    _ctx: click.Context, _param: click.Parameter, texts: tuple[str, ...]
) -> dict[str, str]:
    slots = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.BadParameter(f"'{text}': write it as key=value")
        slots[name.strip()] = value
    return slots


@click.command()
@click.argument("template")
@some_offers
@click.option("--ask-base", callback=parsed(_amount), help="Base you ask for.")
@click.option(
    "--ask-equity-percent",
    callback=parsed(_percent),
    help="Percent of the fully diluted company you ask for.",
)
@click.option("--signature", metavar="NAME", help="Your name.")
@click.option("--reason", metavar="TEXT", help="Your own sentence: why this job.")
@click.option(
    "--milestone",
    "milestones",
    multiple=True,
    metavar="TEXT",
    help="What you expect to deliver. Repeatable.",
)
@click.option(
    "--slot",
    "slots",
    multiple=True,
    metavar="KEY=VALUE",
    callback=_slots,
    help="Another word of the letter. Repeatable.",
)
@click.option(
    "--templates",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder whose email/*.j2 come before the shipped ones.",
)
@reading
@writing
@running
def email(
    run: Run,
    template: str,
    ask_base: float | None,
    ask_equity_percent: Decimal | None,
    signature: str | None,
    reason: str | None,
    milestones: tuple[str, ...],
    slots: dict[str, str],
    templates: Path | None,
) -> None:
    r"""Fill a letter, check it, and write it.

    TEMPLATE is 'counter'. The first OFFER is the one you answer. Nothing is sent:
    you read the draft and send it yourself.

    \b
    Example:
      offerlab email counter offer.yaml --ask-base 150k
        --ask-equity-percent 0.05 --signature "Sam Rivera" -o counter.eml
    """
    from offerlab.letters.context import Ask, Words

    _check_output(run)
    ask = Ask(ask_base, ask_equity_percent)
    words = Words(signature, reason, milestones, slots)
    letter, to = _written(run, template, templates, ask, words)
    if letter is None:
        run.finish({"template": template}, None)
        return
    for finding in letter.findings:
        click.echo(f"{finding.severity.capitalize()}: {finding.message}", err=True)
    if run.output is not None and not run.as_json:
        _write(run, letter, to)
        run.finish({}, None)
        return
    run.finish(_as_json(letter), None)
    if not run.as_json:
        click.echo(letter.text, nl=False)


def _check_output(run: Run) -> None:
    if run.output is None or run.as_json:
        return
    if run.output.suffix not in SUFFIXES:
        raise OutputError(run.output, f"a letter is written as {' or '.join(SUFFIXES)}")
    check_free(run.output, force=run.force)


def _written(
    run: Run, name: str, templates: Path | None, ask: Ask, words: Words
) -> tuple[Letter | None, str | None]:
    """Write the letter for the first offer; with the recruiter's address."""
    from offerlab.letters.context import letter_facts, recruiter_of
    from offerlab.letters.letter import write_letter
    from offerlab.letters.template import read_template

    template = read_template(name, templates)
    offers = run.offers()
    if not offers or any(each.severity == "error" for each in run.problems):
        return None, None
    offer = offers[0]
    if len(offers) > 1:
        click.echo(
            f"Warning: the letter '{name}' answers {offer.id}; it cites no other offer",
            err=True,
        )
    facts = letter_facts(template, offer, ask, run.benchmark(), run.assumptions, words)
    recruiter = recruiter_of(offer)
    return write_letter(template, facts), recruiter.email if recruiter else None


def _write(run: Run, letter: Letter, to: str | None) -> None:
    from offerlab.letters.eml import draft_bytes

    assert run.output is not None
    content = draft_bytes(letter, to) if run.output.suffix == ".eml" else letter.text
    write_file(run.output, content, force=run.force)
    click.echo(f"Wrote {run.output}", err=True)


def _as_json(letter: Letter) -> dict[str, Any]:
    return {
        "template": letter.template,
        "subject": letter.subject,
        "body": letter.body,
        "slots": dict(letter.slots),
        "lint": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "message": finding.message,
            }
            for finding in letter.findings
        ],
    }
