"""Hostile inputs by the hundred thousand: ``make fuzz``."""
