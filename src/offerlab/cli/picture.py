"""What the surroundings of a run say to matplotlib, and what of it is not obeyed."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from contextlib import chdir, suppress
from pathlib import Path

from offerlab.errors import OutputError

_VARIABLES = ("MATPLOTLIBRC", "MPLBACKEND")


def load_matplotlib(output: Path) -> None:
    """Import matplotlib as it ships: no ``matplotlibrc``, no backend of the user.

    Parameters
    ----------
    output : Path
        The picture that is wanted, for the error.

    Raises
    ------
    OutputError
        If its cache could only be put into the current folder.
    """
    if "matplotlib" in sys.modules:
        return
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    _check_cache(output)
    kept = {name: os.environ.pop(name) for name in _VARIABLES if name in os.environ}
    try:
        # It looks for a file of settings in the current folder before all others.
        with chdir(Path(__file__).parent):
            import matplotlib  # noqa: F401
    finally:
        os.environ.update(kept)


def _check_cache(output: Path) -> None:
    """Refuse what would leave a cache of fonts in the current folder."""
    if "MPLCONFIGDIR" in os.environ:
        return
    with suppress(OSError, RuntimeError):
        home = Path.home()
        while not home.exists():
            home = home.parent
        if os.access(home, os.W_OK):
            return
    try:
        here = Path(tempfile.gettempdir()).resolve() == Path.cwd().resolve()
    except OSError:
        here = True
    if here:
        raise OutputError(
            output, "a plot needs a folder for its fonts; set MPLCONFIGDIR to one"
        )
