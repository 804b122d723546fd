from __future__ import annotations

import pytest

from offerlab.ingest.duration import Duration, parse_duration


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("90 days", Duration(days=90)),
        ("90-day", Duration(days=90)),
        ("1 day", Duration(days=1)),
        ("3 months", Duration(months=3)),
        ("10 years", Duration(months=120)),
        ("0 days", Duration(days=0)),
    ],
)
def test_a_span_is_days_or_months(text: str, span: Duration) -> None:
    assert parse_duration(text) == span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3", "write '3 months' or '3 days'"),
        ("three months", "write '3 months', in digits"),
        ("ninety days", "write '90 days', in digits"),
        ("1.5 years", "write '18 months'"),
        ("12 weeks", "write 84 days"),
        ("3 moons", "write 90 days, 3 months or 10 years"),
        ("soon", "is not a span of time"),
        ("-3 months", "is not a span of time"),
        ("30 years", "over 20 years"),
        ("9999 days", "over 20 years"),
    ],
)
def test_another_span_is_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_duration(text)
