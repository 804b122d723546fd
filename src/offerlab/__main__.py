"""Runs the command line: ``offerlab`` and ``python -m offerlab``."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run it; Ctrl-C while it is being loaded ends it without a traceback."""
    # A run is short, and what it makes ends with it: looking for cycles among a
    # million rows of pay would take longer than reading them.
    gc.disable()
    try:
        from offerlab.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(1)


if __name__ == "__main__":
    run()
