"""The options ``--allow`` and ``--because``: rules that a letter may break, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import with_options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ALLOWED = (
    click.option(
        "--allow",
        multiple=True,
        metavar="RULE",
        help="A rule that this letter may break; say why with --because. Repeatable.",
    ),
    click.option("--because", metavar="TEXT", help="Why the rule may be broken."),
)


def allow_options(command: Callable[..., None]) -> Callable[..., None]:
    """Take the rules that a letter may break, and why."""
    return with_options(command, _ALLOWED)


def check_reason(allow: Sequence[str], because: str | None) -> None:
    """Refuse rules that may be broken for no reason.

    Raises
    ------
    click.UsageError
        If a rule is allowed and no reason is given.
    """
    if allow and not (because or "").strip():
        raise click.UsageError(
            "--allow needs --because TEXT: why the rule may be broken"
        )
