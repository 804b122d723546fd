"""Arguments that are one of some names; without one the error lists them."""

from __future__ import annotations

import click


class OneOf(click.Choice[str]):
    """One of a few words."""

    def get_missing_message(
        self, param: click.Parameter, ctx: click.Context | None
    ) -> str:
        """Say the words on one line."""
        return _choose(self.choices)


class LetterName(click.ParamType[str]):
    """Name of a letter, shipped or the user's own."""

    name = "letter"

    def get_missing_message(
        self, param: click.Parameter, ctx: click.Context | None
    ) -> str:
        """Say the names of those that ship."""
        from offerlab.letters.template import template_names

        return _choose(template_names())


def _choose(names: list[str] | tuple[str, ...]) -> str:
    return f"Choose one of: {', '.join(names)}"
