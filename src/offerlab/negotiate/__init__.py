"""The negotiation: what to ask of whom, and what has been said so far."""
