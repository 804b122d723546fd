"""The command ``negotiate next``: what to do today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, last_offer, opened
from offerlab.cli.options import running, writing
from offerlab.model.question import questions
from offerlab.negotiate.advice import next_steps
from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command("next")
@company_argument
@writing
@running
def next_(run: Run, company: str) -> None:
    """Say what to do today.

    By its deadline, open questions, two working days of silence, and the last reply.

    \b
    Example:
      offerlab negotiate next "Lumen Robotics"
    """
    negotiation = opened(run, company)
    found = last_offer(run, negotiation)
    state = negotiation.state
    count = len(questions(found)) if found else 0
    steps = next_steps(state, found, count, run.today)
    lines = [f"{negotiation.company}: stage {state.stage}"]
    for place, step in enumerate(steps, start=1):
        letter = f" Letter: {step.letter}." if step.letter else ""
        lines.append(f"  {place}. {step.do} {step.why}{letter}")
    figures = {"company": negotiation.company, "stage": state.stage, "next": steps}
    run.present(View(figures, (Text("\n".join(lines)),)))
