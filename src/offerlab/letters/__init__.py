"""Letters: templates filled from an offer, an ask and a benchmark, and checked."""
