"""The command line: parses, prints and exits; every figure comes from below.

A command is imported only when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import atexit
import builtins
import gc
import sys
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from io import StringIO
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from offerlab import __version__
from offerlab.cli.process import (
    drop_output,
    ending_on_signals,
    flush_output,
    prepare_streams,
)
from offerlab.cli.say import say
from offerlab.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GROUPS = {
    "Your offers": {
        "demo": "Do the whole job once on the example offers.",
        "new": "Ask the questions of an offer letter and write the file.",
        "read": "Read an offer letter: each value with the sentence it comes from.",
        "check": "Check offer files: faults, open questions, missed benchmarks.",
        "template": "Write an empty CSV with the right headers.",
    },
    "What they are worth": {
        "compare": "Put offers side by side.",
        "show": "Show what an offer pays in each year.",
        "vest": "Show every vest of an offer, dated, in whole shares.",
        "walkaway": "Show what you keep, owe and lose by leaving in a month.",
        "explain": "Explain a figure: formula, inputs, lines.",
        "plot": "Draw a plot of one or more offers.",
    },
    "The market": {
        "market": "Ask what the market pays.",
    },
    "What to write": {
        "email": "Fill a letter, check it, and write it.",
        "lint": "Check a letter that you wrote or edited against the rules.",
        "negotiate": "Plan a negotiation, keep its memory, prepare the call.",
    },
    "Reference": {
        "assumptions": "List every assumption: unit, default, source, what it changes.",
        "config": "Show your defaults and where they are kept.",
        "catalogue": "List the vesting schedules known by company.",
        "ocf": "Show the dates and shares of Open Cap Format vesting terms.",
        "completion": "Print the script that completes offerlab in a shell.",
    },
}
"""Commands by what they are for, each with the first line of its help."""
COMMANDS = {name: line for group in GROUPS.values() for name, line in group.items()}
"""Command to the first line of its help; a test keeps the two the same."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is used.

    Parameters
    ----------
    package : str
        Where its commands live: ``<package>.<name>`` holds the command ``<name>``.
    helps : mapping of str to str
        Command to the first line of its help.
    """

    def __init__(
        self, *args: Any, package: str, helps: Mapping[str, str], **attrs: Any
    ) -> None:
        super().__init__(*args, **attrs)
        self.package = package
        self.helps = helps

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a first day, not of the alphabet."""
        return list(self.helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module."""
        if cmd_name not in self.helps:
            return None
        # `import_`, `list_`: a word of the language has an underscore after it.
        word = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"{self.package}.{word}")
        attribute = f"{cmd_name}_" if hasattr(builtins, cmd_name) else word
        command: click.Command = getattr(module, attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; a mistyped name gets the nearest one."""
        name = args[0]
        if name not in self.helps and not name.startswith("-"):
            near = get_close_matches(name, self.helps, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.helps.items()))


class Program(LazyGroup):
    """The whole program: ends with a sentence and the right code, whatever happens."""

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the commands by what they are for."""
        for name, commands in GROUPS.items():
            with formatter.section(name):
                formatter.write_dl(list(commands.items()))

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command line, and end the process unless `standalone_mode` is off."""
        # `python -m offerlab` is the same program, in usage lines and schemas too.
        extra.setdefault("prog_name", "offerlab")
        inner: Any = super().main
        run = partial(inner, *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        prepare_streams()
        with ending_on_signals():
            code = _ended(run)
        sys.exit(code)


def _ended(run: Callable[[], Any]) -> int:
    """Exit code of a run, given when its output is written out."""
    code: Any = 0
    try:
        try:
            code = run()
        except SystemExit as end:
            code = end.code
        flush_output()
    except click.ClickException as error:
        words = StringIO()
        error.show(words)
        click.echo(visible(words.getvalue()), err=True, nl=False)
        return error.exit_code
    except click.Abort:
        click.echo("Aborted!", err=True)
        return 1
    except BrokenPipeError:
        drop_output()  # whoever read it has read enough
        return 1
    except UnicodeEncodeError as error:
        drop_output()
        say(
            f"Error: a name holds {error.object[error.start]!a}, which no file can have"
        )
        return 1
    except OSError as error:
        drop_output()
        say(f"Error: the output cannot be written ({error.strerror or error})")
        return 1
    return code if isinstance(code, int) else 0


@click.group(
    cls=Program,
    package="offerlab.cli",
    helps=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="offerlab")
def main() -> None:
    """Show what each job offer is worth over four years and what to write back.

    Everything stays on this machine. Begin with: offerlab demo
    """
    _spare_the_collector()


def _spare_the_collector() -> None:
    """Collect next to no garbage: a command is a short process.

    While matplotlib loads, collecting is a tenth of the time, and as much again when
    the process ends; what little garbage there is goes with it.
    """
    gc.set_threshold(100_000, 50, 100)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
