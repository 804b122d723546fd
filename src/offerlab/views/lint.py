"""The findings of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.finding import Finding


def lint_view(findings: Sequence[Finding]) -> View:
    """View of the rules that a letter breaks, errors first."""
    ordered = sorted(findings, key=lambda each: each.severity != "error")
    lines = [f"{x.severity.capitalize()} ({x.rule}): {x.message}" for x in ordered]
    text = "\n".join(lines) if lines else "No rule is broken."
    return View({"lint": list(ordered)}, (Text(text),))
