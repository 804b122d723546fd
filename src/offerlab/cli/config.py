"""The command ``config``: the user's defaults and where they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import running, writing
from offerlab.resources import user_home
from offerlab.views.config import config_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@writing
@running
def config(run: Run) -> None:
    """Show your defaults and where they are kept.

    They are lines of one text file: your signature, currency, exchange rates, and
    folders of market data and letters. An option always comes before them.

    \b
    Example:
      offerlab config
    """
    run.check_output()
    run.present(config_view(run.config, user_home()))
