from __future__ import annotations

from datetime import date

import pytest

from offerlab.ingest.comps.day import day_of, span_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021", date(2021, 7, 1)),  # a year is its middle
        ("2021-03", date(2021, 3, 1)),
        ("2021/03/09", date(2021, 3, 9)),
        ("4/1/2019 09:10:00", date(2019, 4, 1)),
        ("31/12/19", date(2019, 12, 31)),
        ("Mar 9, 2021", date(2021, 3, 9)),
        ("9 March 2021", date(2021, 3, 9)),
        ("March 2021", date(2021, 3, 1)),
        ("2021-02-30", None),
        ("1850", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_as_files_write_them(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_a_span_is_its_first_and_last_day() -> None:
    assert span_of(["2021", "2019", "soon"]) == "2019 to 2021"
    assert span_of(["2021", "2021"]) == "2021"
    assert span_of(["2021-03-09", "2020"]) == "2020 to 2021-03-09"
    assert span_of(["soon", ""]) == "undated"
