"""The command ``completion``: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from offerlab.cli.choice import OneOf

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=OneOf(SHELLS))
def completion(shell: str) -> None:
    """Print the script that completes offerlab in a shell.

    \b
    Example:
      offerlab completion bash >> ~/.bashrc
    """
    from offerlab.cli import main

    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    script = kind(main, {}, "offerlab", "_OFFERLAB_COMPLETE")
    click.echo(script.source())
