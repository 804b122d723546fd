"""The ledger of an offer, and every figure as a query over it."""
