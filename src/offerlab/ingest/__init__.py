"""Files in, records and problems out: all faults of a file in one run."""
