"""The command ``email``: a letter, filled and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli import complete
from offerlab.cli.allow import allow_options, check_reason
from offerlab.cli.ask import ask_options
from offerlab.cli.choice import LetterName
from offerlab.cli.letter import letter_options
from offerlab.cli.options import (
    comps_options,
    drafting,
    reading,
    running,
    some_offers,
)
from offerlab.cli.progress import PROGRESS
from offerlab.cli.say import say
from offerlab.core.problem import has_errors
from offerlab.errors import AskError, OutputError
from offerlab.files import check_free, write_file
from offerlab.letters.mailto import mailto_link

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.ingest.ask import AskWords
    from offerlab.letters.context import Occasion
    from offerlab.letters.letter import Letter
    from offerlab.letters.template import Template
    from offerlab.market.evidence import Evidence
    from offerlab.negotiate.standard import Standard
    from offerlab.negotiate.state import State

SUFFIXES = (".txt", ".md", ".eml", ".ics")


@click.command()
@click.argument("template", type=LetterName(), shell_complete=complete.letters)
@some_offers
@ask_options
@letter_options
@allow_options
@click.option(
    "--templates",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder whose email/*.j2 come before the shipped ones.",
)
@comps_options
@click.option("--mailto", is_flag=True, help="Print a mailto link instead.")
@reading
@drafting
@running
def email(run: Run, template: str, asked: AskWords, mailto: bool, **said: Any) -> None:
    """Fill a letter, check it, and write it.

    TEMPLATE is counter, ask-range, base-fixed, final-ask, competing-offer, extension,
    clarify, acknowledge, accept, decline, recap, nudge, differs, expectations,
    timeline, withdraw, or one of your own. The first OFFER is the one you answer, the
    others are offers you hold. A letter that asks for more needs --hire-signal. Nothing
    is sent: you read the draft and send it yourself.

    \b
    Example:
      offerlab email counter offer.yaml --hire-signal --ask-base 150k
        --reason "The ranking work is what I want to do." --signature "Sam Rivera"
    """
    from offerlab.letters.template import read_template

    check_reason(said["allow"], said["because"])
    if said["would_sign"] != (said["by"] is not None):
        raise click.UsageError("--would-sign and --by DATE belong together")
    _check_output(run)
    chosen = read_template(template, run.library)
    written = _written(run, chosen, asked, said)
    if written is None:
        run.finish({"template": template})
        return
    letter, occasion = written
    for finding in letter.findings:
        say(f"{finding.severity.capitalize()}: {finding.message}")
    if occasion.allow:
        rules = " ".join(f"--allow {each}" for each in occasion.allow)
        say(
            "Note: once it is sent, log what you allowed: offerlab negotiate sent"
            f' "{occasion.offer.company.name}" {template} {rules} --because TEXT'
        )
    _hand_over(run, letter, chosen, occasion, mailto=mailto)


def _hand_over(
    run: Run, letter: Letter, template: Template, occasion: Occasion, *, mailto: bool
) -> None:
    """Print the letter or its link, or write it."""
    from offerlab.letters.wording import recruiter_of

    recruiter = recruiter_of(occasion.offer)
    to = recruiter.email if recruiter else None
    link = mailto_link(letter, to)
    if run.as_json:
        run.finish(_as_json(letter, link, occasion))
        return
    if run.output is not None:
        _write(run, letter, template, occasion, to)
        run.finish({})
        return
    run.finish({})
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
    run: Run, template: Template, asked: AskWords, said: dict[str, Any]
) -> tuple[Letter, Occasion] | None:
    """Write the letter for the first offer."""
    from offerlab.letters.context import letter_facts
    from offerlab.letters.known import known_facts
    from offerlab.letters.letter import write_letter

    offers = run.offers()
    if not offers or has_errors(run.problems):
        return None
    state = _state_on_file(run, offers[0], template, said["allow"])
    if state is not None:
        from offerlab.negotiate.agreed import with_promises

        offers[0] = with_promises(offers[0], state)
    signal = said["hire_signal"] or (state is not None and state.hire_signal)
    occasion, left = _occasion(run, offers, asked, said, hire_signal=signal)
    if "evidence" in template.slots:
        for note in left:
            say(f"Warning: {note}")
    facts, notes = letter_facts(template, occasion, run.benchmark(), run.assumptions)
    # The ask is in its slot: a letter without one may not name its figures.
    words, promises = occasion.words, occasion.offer.promises
    attested = (*words.facts, *(each.text for each in promises))
    known = known_facts(offers, occasion.ask, attested, today=run.today)
    if occasion.sign_by is not None:
        known.days.add(occasion.sign_by)
    letter = write_letter(template, facts, known, words, run.today, occasion.allow)
    return letter.with_findings(notes), occasion


def _occasion(
    run: Run,
    offers: list[Offer],
    asked: AskWords,
    said: dict[str, Any],
    *,
    hire_signal: bool,
) -> tuple[Occasion, list[str]]:
    """What the letter is written on, and what was left out of the user's comps."""
    from offerlab.ingest.ask import read_ask
    from offerlab.letters.context import Occasion, Words

    offer, *others = offers
    own = ("signature", "reason", "case", "milestones", "facts", "slots")
    said["signature"] = said["signature"] or run.config.signature
    words = Words(**{key: said[key] for key in own})
    own_evidence, left = _own_evidence(run, offer, said["comps"], said["mapping"])
    occasion = Occasion(
        offer,
        run.today,
        read_ask(asked, offer),
        words,
        tuple(others),
        attested=said["attest"],
        disclose=said["disclose"],
        hire_signal=hire_signal,
        sign_by=said["by"],
        use_benchmark=said["use_benchmark"],
        plain=said["tone"] == "plain",
        allow=tuple(said["allow"]),
        because=said["because"],
        own=own_evidence,
    )
    return occasion, left


def _own_evidence(
    run: Run, offer: Offer, files: tuple[str, ...], mapping: tuple[str, ...]
) -> tuple[tuple[Standard, ...], list[str]]:
    """Comps and published levels that a letter may use, and why not others."""
    if not files and offer.published_range is None:
        return (), []
    from offerlab.negotiate.standard import standards

    found: list[Evidence] = []
    left: list[str] = []
    if files:
        from offerlab.ingest.comps import read_comps
        from offerlab.market.standing import admissible_evidence

        comps = [
            read_comps(file, mapping, tell=PROGRESS.reading(file)) for file in files
        ]
        rate = run.assumptions.for_offer(offer.id).rate
        found, left = admissible_evidence(offer, comps, run.today, rate, run.library)
    own, why = standards(offer, None, found, run.today)
    return tuple(own), [*left, *why]


def _state_on_file(
    run: Run, offer: Offer, template: Template, allow: tuple[str, ...]
) -> State | None:
    """State of the negotiation on file.

    A letter that asks after a full yes is refused, and so is an acceptance of a paper
    that holds less than they agreed to.
    """
    from offerlab.negotiate.agreed import missing_from_paper
    from offerlab.negotiate.folder import state_with
    from offerlab.negotiate.state import check_open

    state = state_with(offer.company.name, run.library)
    if state is None:
        return None
    check_open(state, template.name, raises_pay=template.raises_pay)
    missing = missing_from_paper(offer, state)
    if template.binds and missing and "less-than-agreed" not in allow:
        raise AskError(
            f"they agreed to {' and '.join(missing)}, and this paper holds less; send"
            " 'differs' first, or say --allow less-than-agreed --because TEXT"
        )
    return state


def _write(
    run: Run, letter: Letter, template: Template, occasion: Occasion, to: str | None
) -> None:
    from offerlab.letters.eml import draft_bytes
    from offerlab.letters.ics import deadline_event
    from offerlab.letters.markdown import letter_page

    assert run.output is not None
    content: bytes | str = letter.text
    match run.output.suffix.lower():
        case ".eml":
            content = draft_bytes(letter, to)
        case ".md":
            content = letter_page(letter, template)
        case ".ics":
            content = deadline_event(occasion.offer, occasion.today)
    write_file(run.output, content, force=run.force)
    say(f"Wrote {run.output}")


def _as_json(letter: Letter, link: str | None, occasion: Occasion) -> dict[str, Any]:
    return {
        "template": letter.template,
        "subject": letter.subject,
        "body": letter.body,
        "slots": dict(letter.slots),
        "mailto": link,
        "lint": list(letter.findings),
        "allowed": [
            {"rule": rule, "because": occasion.because} for rule in occasion.allow
        ],
    }
