"""The command ``negotiate call``: one page to have at hand while you speak."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.cli.ask import ask_options
from offerlab.cli.negotiate.plan import evidence_options, situation_of
from offerlab.cli.options import parsed, reading, running, some_offers, writing
from offerlab.cli.say import say
from offerlab.core.ask_stop import ask_stops, money_line
from offerlab.core.problem import Severity, has_errors
from offerlab.errors import AskError
from offerlab.ingest.amount import parse_date
from offerlab.ingest.negotiation_facts import read_recruiter_lines
from offerlab.letters.known import known_facts
from offerlab.letters.lint import lint_text
from offerlab.negotiate.call_view import Call, ask_sentence, call_view
from offerlab.negotiate.folder import open_negotiation
from offerlab.negotiate.lever import lever_questions
from offerlab.negotiate.plan import make_plan
from offerlab.views.view import View

if TYPE_CHECKING:
    from datetime import date

    from offerlab.cli.negotiate.plan import Evidence
    from offerlab.cli.run import Run
    from offerlab.core.ask import Ask
    from offerlab.core.offer import Offer
    from offerlab.ingest.ask import AskWords
    from offerlab.negotiate.lever import LeverQuestion


@click.command()
@some_offers
@ask_options
@evidence_options
@click.option(
    "--reason", metavar="TEXT", required=True, help="Your sentence: why this job."
)
@click.option(
    "--by",
    metavar="DATE",
    callback=parsed(parse_date),
    help="You would sign by this day if the ask is met.",
)
@click.option("--stop-line", is_flag=True, help="Show your stop line, on a terminal.")
@reading
@writing
@running
def call(
    run: Run,
    asked: AskWords,
    given: Evidence,
    reason: str,
    by: date | None,
    stop_line: bool,
) -> None:
    """Prepare a call: the ask, what to say at each step, answers.

    The ask is what the options name, else what the plan gives.

    \b
    Example:
      offerlab negotiate call offer.yaml --ask-base 150k
        --reason "The ranking work is what I want to do."
    """
    offers = run.offers()
    if not offers or has_errors(run.problems):
        run.present(View({"ask": None}))
        return
    offer, *rivals = offers
    if by is not None and by < run.today:
        raise AskError(f"--by: {by} is over")
    ask, ladder, also = _ask(run, offers, asked, given)
    line = money_line(offer, run.assumptions, run.benchmark())
    for stop in ask_stops(ask, offer, line=line):
        raise AskError(str(stop))
    words = reason.strip()
    words += "" if words.endswith((".", "!", "?")) else "."
    lines = read_recruiter_lines(run.library)
    sheet = Call(offer, ask, words, by, lines, run.today, ladder, also)
    known = known_facts([offer, *rivals], ask, (), today=run.today)
    if by is not None:
        known.days.add(by)
    _check(f"{reason}\n{ask_sentence(sheet)}", known, run)
    run.present(call_view(sheet))
    if stop_line:
        _show_stop_line(run, offer)


def _ask(
    run: Run, offers: list[Offer], asked: AskWords, given: Evidence
) -> tuple[Ask, tuple[float, ...], tuple[LeverQuestion, ...]]:
    """The ask, the plan's ladder where the ask is the plan's, and other levers."""
    from offerlab.ingest.ask import read_ask

    situation = situation_of(run, offers, given)
    plan = make_plan(situation)
    own = read_ask(asked, offers[0])
    named = (own or plan.ask).asked
    questions = lever_questions(offers[0], situation.employer.levers)
    also = tuple(each for each in questions if each.lever not in named)
    # A base of one's own that equals the plan's first step has the plan's ladder.
    ladder = plan.ladder if not own or own.base == plan.ask.base else ()
    return own or plan.ask, ladder, also


def _check(text: str, known: object, run: Run) -> None:
    """Lint what will be said like a letter."""
    findings = lint_text(text, known, run.today)  # type: ignore[arg-type]
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if errors:
        raise AskError(f"{errors[0].rule}: {errors[0].message}")
    for each in findings:
        say(f"Warning: {each.message}")


def _show_stop_line(run: Run, offer: Offer) -> None:
    """Show it on the terminal alone: no file and no pipe gets it."""
    if not sys.stderr.isatty() or not sys.stdout.isatty():
        say("Note: the stop line is shown on a terminal only")
        return
    words = open_negotiation(offer.company.name, run.library).stop_line()
    say(f"Stop line: {words or 'none is kept'}")
