"""Options that commands share, gathered into a `Run`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from offerlab.cli import complete
from offerlab.cli.run import Run
from offerlab.cli.say import wipe
from offerlab.errors import OfferlabError, Place
from offerlab.files import keeping_inputs
from offerlab.resources import Library, user_home

Command = Callable[..., None]
Decorator = Callable[[Command], Command]


def with_options(command: Command, options: Sequence[Decorator]) -> Command:
    """Take options, in the order in which the help lists them."""
    for option in reversed(options):
        command = option(command)
    return command


market_data_option = click.option(
    "--market-data",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder whose files come before the shipped ones.",
)

_READING = (
    click.option(
        "--assumptions",
        "assumptions_file",
        metavar="FILE",
        shell_complete=complete.files,
        help="Assumptions in place of the defaults.",
    ),
    click.option(
        "--set",
        "settings",
        metavar="KEY=VALUE",
        multiple=True,
        shell_complete=complete.settings,
        help="One assumption; ID:KEY=VALUE for one offer only. Repeatable.",
    ),
    click.option(
        "--profile",
        metavar="NAME",
        shell_complete=complete.profiles,
        help="Benchmark profile.",
    ),
    market_data_option,
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
_CSV = click.option(
    "--csv", "as_csv", is_flag=True, help="Print the main table as CSV."
)
_VERBOSE = click.option(
    "--verbose", is_flag=True, help="Print all tables, notes and assumptions."
)
_PLAIN = click.option(
    "--plain", is_flag=True, help="Draw no lines or boxes, for screen readers."
)
_OUTPUT = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE instead; a table as .txt, .md, .csv or .json.",
)
_FORCE = click.option("--force", is_flag=True, help="Write over an existing file.")

_RUN_FIELDS = (
    "files",
    "assumptions_file",
    "settings",
    "profile",
    "as_json",
    "as_csv",
    "verbose",
    "plain",
    "output",
    "force",
)


def parsed(parse: Callable[[str], Any]) -> Callable[..., Any]:
    """Turn a parser's sentence into wrong usage: a callback for an option."""

    def read(_ctx: click.Context, _param: click.Parameter, text: str | None) -> Any:
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return read


def one_offer(command: Command) -> Command:
    """Take exactly one offer."""

    @click.argument("offer", metavar="OFFER", shell_complete=complete.files)
    @functools.wraps(command)
    def taking_one(*args: Any, offer: str, **kwargs: Any) -> None:
        command(*args, files=(offer,), **kwargs)

    return taking_one


def some_offers(command: Command) -> Command:
    """Take one or more offers."""
    return click.argument(
        "files",
        metavar="OFFER...",
        nargs=-1,
        required=True,
        shell_complete=complete.files,
    )(command)


def reading(command: Command) -> Command:
    """Take the options of what is read: assumptions, profile, market data."""
    return with_options(command, _READING)


def reading_assumptions(command: Command) -> Command:
    """Take assumptions and market data, and no benchmark profile."""
    return with_options(command, (*_READING[:2], market_data_option))


def writing(command: Command) -> Command:
    """Take the options of a result of tables: its format, its length, a file."""
    for option in (_PLAIN, _VERBOSE, _CSV):
        command = option(command)
    return drafting(command)


def drafting(command: Command) -> Command:
    """Take the options of a result with a format of its own: JSON, a file, force."""
    for option in (_FORCE, _OUTPUT, _JSON):
        command = option(command)
    return command


def comps_files(command: Command) -> Command:
    """Take files of the user's own comps."""
    return click.option(
        "--comps",
        multiple=True,
        metavar="FILE",
        shell_complete=complete.files,
        help="Your own comps; they come before the shipped data. Repeatable.",
    )(command)


def comps_options(command: Command) -> Command:
    """Take files of the user's own comps, and the names of their columns."""
    mapping = click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar="FIELD=HEADER",
        help="Which column of the comps is which field. Repeatable.",
    )
    return comps_files(mapping(command))


def running(command: Callable[..., None]) -> Command:
    """Gather the shared options into a `Run` and end well when something fails."""

    @functools.wraps(command)
    def run_command(**kwargs: Any) -> None:
        name = ".".join(click.get_current_context().command_path.split()[1:])
        shared = {key: kwargs.pop(key) for key in _RUN_FIELDS if key in kwargs}
        run = Run(name, **{k: v for k, v in shared.items() if v is not None})
        own = {key: kwargs.pop(key, None) for key in ("market_data", "templates")}
        try:
            run.library = _library(run, own)
            run.of_tables = "as_csv" in shared
            with keeping_inputs():
                if run.profile is not None:
                    run.benchmark()  # an unknown profile is refused by every command
                command(run, **kwargs)
        except OfferlabError as error:
            run.fail(error)
        except BrokenPipeError:
            raise  # the reader of a pipe left: click ends quietly
        except OSError as error:
            if error.filename is None:
                raise  # the output: the program says so
            run.fail(OfferlabError(f"{error.strerror}", Place(error.filename)))
        finally:
            wipe()

    return run_command


def _library(run: Run, own: dict[str, Path | None]) -> Library:
    """The folders of a run: as asked, else the user's defaults."""
    usual = run.config
    return Library(
        own["market_data"] or usual.market_data,
        own["templates"] or usual.templates,
        home=user_home(),
    )
