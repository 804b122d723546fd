"""The command ``email``: a letter, filled and checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.ask import ask_options
from offerlab.cli.options import (
    comps_options,
    drafting,
    reading,
    running,
    some_offers,
)
from offerlab.cli.say import say
from offerlab.core.problem import has_errors
from offerlab.errors import OutputError
from offerlab.files import check_free, write_file
from offerlab.ingest.comps import Comps, read_comps
from offerlab.letters.mailto import mailto_link

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.ask import AskWords
    from offerlab.letters.context import Words
    from offerlab.letters.letter import Letter
    from offerlab.letters.template import Template

SUFFIXES = (".txt", ".md", ".eml")


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
@ask_options
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
@click.option("--mailto", is_flag=True, help="Print a mailto link instead.")
@comps_options
@reading
@drafting
@running
def email(
    run: Run,
    template: str,
    asked: AskWords,
    signature: str | None,
    reason: str | None,
    milestones: tuple[str, ...],
    slots: dict[str, str],
    mailto: bool,
    comps: tuple[str, ...],
    mapping: tuple[str, ...],
) -> None:
    """Fill a letter, check it, and write it.

    TEMPLATE is counter, competing-offer, extension, clarify, accept, decline, or one
    of your own. The first OFFER is the one you answer; competing-offer cites the
    second. Nothing is sent: you read the draft and send it yourself.

    \b
    Example:
      offerlab email counter offer.yaml --ask-base 150k
        --ask-equity-percent 0.05 --signature "Sam Rivera" -o counter.eml
    """
    from offerlab.letters.context import Words
    from offerlab.letters.template import read_template

    _check_output(run)
    chosen = read_template(template, run.library)
    words = Words(signature, reason, milestones, slots)
    written = _written(
        run, chosen, asked, words, [read_comps(f, mapping) for f in comps]
    )
    if written is None:
        run.finish({"template": template}, None)
        return
    letter, to = written
    for finding in letter.findings:
        say(f"{finding.severity.capitalize()}: {finding.message}")
    link = mailto_link(letter, to)
    if run.as_json:
        run.finish(_as_json(letter, link), None)
    elif run.output is not None:
        _write(run, letter, chosen, to)
        run.finish({}, None)
    else:
        run.finish({}, None)
        if mailto and link is None:
            raise OutputError(Path("mailto"), "the letter is too long; use -o FILE.eml")
        click.echo(f"{link}\n" if mailto else letter.text, nl=False)


def _check_output(run: Run) -> None:
    if run.output is None or run.as_json:
        return
    if run.output.suffix.lower() not in SUFFIXES:
        raise OutputError(run.output, f"a letter is written as {', '.join(SUFFIXES)}")
    check_free(run.output, force=run.force)


def _written(
    run: Run, template: Template, asked: AskWords, words: Words, comps: list[Comps]
) -> tuple[Letter, str | None] | None:
    """Write the letter for the first offer; with the recruiter's address."""
    from offerlab.ingest.ask import read_ask
    from offerlab.letters.ask_lint import lint_ask
    from offerlab.letters.context import Occasion, letter_facts
    from offerlab.letters.facts import recruiter_of
    from offerlab.letters.letter import write_letter

    offers = run.offers()
    if not offers or has_errors(run.problems):
        return None
    offer, *others = offers
    ask = read_ask(asked, offer)
    cites = any(slot.origin == "other" for slot in template.slots.values())
    if others and not cites:
        say(
            f"Warning: the letter '{template.name}' answers {offer.id}; it cites no"
            " other offer"
        )
    needs_market = "market" in template.slots
    evidence = run.evidence(offer, comps) if needs_market else []
    occasion = Occasion(offer, run.today, ask, words, tuple(others), tuple(evidence))
    benchmark = run.benchmark()
    facts = letter_facts(template, occasion, benchmark, run.assumptions)
    recruiter = recruiter_of(offer)
    letter = write_letter(template, facts)
    if any(slot.origin == "ask" for slot in template.slots.values()):
        second_looks = lint_ask(offer, ask, benchmark, run.assumptions)
        letter = replace(letter, findings=(*second_looks, *letter.findings))
    return letter, recruiter.email if recruiter else None


def _write(run: Run, letter: Letter, template: Template, to: str | None) -> None:
    from offerlab.letters.eml import draft_bytes
    from offerlab.letters.markdown import letter_page

    assert run.output is not None
    content: bytes | str = letter.text
    if run.output.suffix.lower() == ".eml":
        content = draft_bytes(letter, to)
    elif run.output.suffix.lower() == ".md":
        content = letter_page(letter, template)
    write_file(run.output, content, force=run.force)
    say(f"Wrote {run.output}")


def _as_json(letter: Letter, link: str | None) -> dict[str, Any]:
    return {
        "template": letter.template,
        "subject": letter.subject,
        "body": letter.body,
        "slots": dict(letter.slots),
        "mailto": link,
        "lint": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "message": finding.message,
            }
            for finding in letter.findings
        ],
    }
