"""Offer letters as people get them: their text, and what each sentence says.

Reading is by small rules, a file for each field, over one layer of amounts, dates and
durations. A value that is not sure is left out and becomes a question.
"""
