"""``python -m tools.fuzz --minutes 20 --seed 1``: the report of a campaign."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.fuzz.campaign import run
from tools.fuzz.door import DOORS


def main() -> None:
    """Run a campaign and print what it counted."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=20.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--ways", default="api,command,process")
    options.add_argument("--doors", default=",".join(door.name for door in DOORS))
    options.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    given = options.parse_args()
    tally = run(
        given.seed,
        seconds=60 * given.minutes,
        ways=tuple(given.ways.split(",")),
        doors=tuple(d for d in DOORS if d.name in given.doors.split(",")),
        kept=given.keep,
    )
    print(f"seed: {given.seed}, {given.minutes:g} minutes")
    print("\n".join(tally.lines()))
    sys.exit(0 if tally.is_clean else 1)


if __name__ == "__main__":
    main()
