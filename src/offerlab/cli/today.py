"""The day of a run."""

from __future__ import annotations

import os
from datetime import date

from offerlab.cli.say import say
from offerlab.errors import InputError


def read_today() -> date:
    """The clock's day, or that of ``OFFERLAB_TODAY``, which is said.

    Raises
    ------
    InputError
        If ``OFFERLAB_TODAY`` is not a date.
    """
    text = os.environ.get("OFFERLAB_TODAY")
    if not text:
        return date.today()
    from offerlab.ingest.amount import parse_date  # only where a day is set

    try:
        day = parse_date(text)
    except ValueError as error:
        raise InputError("OFFERLAB_TODAY", str(error)) from error
    say(f"Note: today is {day}, as OFFERLAB_TODAY says")
    return day
