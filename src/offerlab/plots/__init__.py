"""Results in, matplotlib figures out; pyplot is never imported."""
