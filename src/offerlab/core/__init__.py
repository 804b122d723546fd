"""Records, and exact arithmetic on one record."""
