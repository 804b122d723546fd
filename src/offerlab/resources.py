"""The one place that knows where shipped files live: installed, or in a checkout."""

from __future__ import annotations

from pathlib import Path

from offerlab.errors import InputError, MissingResourceError

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str, *, before: Path | None = None) -> Path:
    """Path of a shipped file or folder such as ``market_data/benchmarks.yaml``.

    Parameters
    ----------
    name : str
        Path below the repository's top, with forward slashes.
    before : Path, optional
        The user's own folder in place of the first part of `name`; a file
        there comes before the shipped one.

    Raises
    ------
    MissingResourceError
        If it is in neither home.
    InputError
        If the user's own folder is none.
    """
    places = [_PACKAGE / "_shipped" / name, _PACKAGE.parents[1] / name]
    if before is not None and not before.is_dir():
        raise InputError(before, "there is no such folder")
    if before is not None:
        places.insert(0, before / name.partition("/")[2])
    for place in places:
        if place.exists():
            return place
    raise MissingResourceError(name, places)
