"""A second implementation of the figures, written from the conventions alone.

It shares no code with the package: an offer is a plain dict, a figure a plain
number. Where both read ``docs/arithmetic.md`` alike, they agree to the cent.
"""
