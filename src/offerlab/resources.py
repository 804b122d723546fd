"""The one place that knows where data live: shipped, and in the user's own folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from offerlab.errors import InputError, MissingResourceError

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Path of a shipped file or folder such as ``market_data/benchmarks.yaml``.

    Parameters
    ----------
    name : str
        Path below the repository's top, with forward slashes.

    Raises
    ------
    MissingResourceError
        If it is neither in the installed package nor in a checkout.
    """
    places = [_PACKAGE / "_shipped" / name, _PACKAGE.parents[1] / name]
    for place in places:
        if place.exists():
            return place
    raise MissingResourceError(name, places)


class Library:
    """The folders of one run; the user's own files come before the shipped ones.

    Two libraries are never equal, so readers may keep what they read for as long as a
    run lasts (``lru_cache`` by library), and a new run reads again.

    Parameters
    ----------
    market_data : Path, optional
        Folder in place of the shipped ``market_data/``, file by file.
    templates : Path, optional
        Folder in place of the shipped ``templates/``, file by file.
    home : Path, optional
        Where the market store, negotiations and the configuration are kept. None:
        there are none, and nothing is kept.

    Raises
    ------
    InputError
        If a folder that is named does not exist; the home may still be made.
    """

    __slots__ = ("__weakref__", "home", "market_data", "templates")

    def __init__(
        self,
        market_data: Path | None = None,
        templates: Path | None = None,
        home: Path | None = None,
    ) -> None:
        self.market_data = market_data
        self.templates = templates
        self.home = home
        for folder in (market_data, templates):
            if folder is not None and not os.path.isdir(folder):  # noqa: PTH112 - False on any fault
                raise InputError(folder, "there is no such folder")

    def find(self, name: str) -> Path:
        """Path of a file such as ``market_data/roles.yaml``: the user's, else shipped.

        Raises
        ------
        MissingResourceError
            If neither has it.
        """
        own = self.own(name)
        return shipped(name) if own is None else own

    def own(self, name: str) -> Path | None:
        """Path of the user's own file of that name, or None if there is none."""
        top, _, below = name.partition("/")
        folders = {"market_data": self.market_data, "templates": self.templates}
        folder = folders.get(top)
        if folder is None or not os.path.lexists(folder / below):
            return None
        return folder / below


SHIPPED = Library()
"""What ships with offerlab, and nothing of the user's."""


def user_home() -> Path:
    """Where this user's store, negotiations and configuration are kept.

    ``OFFERLAB_HOME``, else the folder that the platform has for such data.
    """
    if home := os.environ.get("OFFERLAB_HOME"):
        return Path(home)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "offerlab"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "offerlab"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "offerlab"


def user_config() -> Path:
    """Where this user's defaults are kept: ``config.yaml``.

    In ``OFFERLAB_HOME``, else the folder that the platform has for configuration.
    """
    if os.environ.get("OFFERLAB_HOME") or sys.platform == "darwin":
        return user_home() / "config.yaml"
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or Path.home())
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / "offerlab" / "config.yaml"
