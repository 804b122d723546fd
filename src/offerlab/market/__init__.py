"""Comps in, percentiles and ranks out, each with its source, date and size."""
