"""Runs the command line: ``python -m offerlab``."""

from offerlab.cli import main

if __name__ == "__main__":
    main()
