from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import MarketDataError
from offerlab.ingest.comps import read_comps
from offerlab.market.files import Question, ask_files
from offerlab.market.terms import Terms

Write = Callable[[str, str], Path]


def median(found: object) -> object:
    return found.answer.percentiles[50]  # type: ignore[attr-defined]


def test_rows_are_filtered_and_never_widened(write: Write) -> None:
    text = "role,city,salary\n" + "".join(
        f"{role},{city},{pay}\n"
        for role, city, pay in (
            ("MLE", "Seattle", 150_000),
            ("MLE", "Seattle", 160_000),
            ("MLE", "Austin", 130_000),
            ("Analyst", "Seattle", 90_000),
        )
    )
    comps = read_comps(write("c.csv", text))
    found = ask_files([comps], Question({"role": "MLE", "city": "Seattle"}))
    assert (found.answer.count, median(found)) == (2, 155_000)
    assert "2 rows are not enough to lean on" in found.notes
    assert found.about == "MLE, Seattle"
    everyone = ask_files([comps], Question())
    # 90, 130, 150, 160 thousand: the middle of 130 and 150.
    assert median(everyone) == 140_000
    assert everyone.about == "all roles"


def test_newer_rows_count_more_when_asked(write: Write) -> None:
    rows = [(100_000 + n, 2016) for n in range(6)]
    rows += [(200_000 + n, 2026) for n in range(6)]
    text = "salary,year\n" + "".join(f"{pay},{year}\n" for pay, year in rows)
    text += "170000,\n"
    comps = read_comps(write("c.csv", text))
    assert median(ask_files([comps], Question())) == 170_000
    found = ask_files([comps], Question(half_life_years=1))
    # Ten half-lives: an old row weighs 1/1024 of a new one.
    assert median(found) == pytest.approx(200_002.5, abs=1)
    assert "1 rows without a date are left out of the weighting" in found.notes
    # (6 + 6/1024)² / (6 + 6/1024²) = 6.01 rows.
    assert "the 12 rows know as much as 6" in " ".join(found.notes)
    undated = read_comps(write("d.csv", "salary\n100000\n"))
    with pytest.raises(MarketDataError, match="--map date=HEADER"):
        ask_files([undated], Question(half_life_years=1))


def test_files_are_pooled_only_when_asked_and_alike(write: Write) -> None:
    first = read_comps(write("a.csv", "role,salary\nMLE,100000\n"))
    second = read_comps(write("b.csv", "role,salary\nMLE,200000\n"))
    with pytest.raises(MarketDataError, match="--blend"):
        ask_files([first, second], Question())
    found = ask_files([first, second], Question(blend=True))
    assert median(found) == 150_000
    assert [source.rows for source in found.sources] == [1, 1]
    total = read_comps(write("t.csv", "role,total compensation\nMLE,300000\n"))
    with pytest.raises(MarketDataError, match="give --measure"):
        ask_files([first, total], Question(blend=True))
    grid = read_comps(write("g.csv", "role,p25,p50,p75\nMLE,90000,100000,110000\n"))
    with pytest.raises(MarketDataError, match="cannot be pooled"):
        ask_files([first, grid], Question(blend=True))
    pounds = read_comps(write("p.csv", "role,salary\nMLE,£80000\n"))
    with pytest.raises(MarketDataError, match="give --currency"):
        ask_files([first, pounds], Question(blend=True))


def test_published_percentiles_need_one_group(write: Write) -> None:
    text = (
        "role,location,p25,p50,p75\n"
        "MLE,U.S.,90000,100000,120000\nMLE,Austin,80000,95000,110000\n"
    )
    comps = read_comps(write("g.csv", text))
    found = ask_files([comps], Question({"role": "MLE"}, value=110_000))
    assert "no place was asked for: the nation" in found.notes
    assert median(found) == 100_000
    # Half of the way from P50 to P75.
    assert found.answer.rank is not None
    assert found.answer.rank.percent == pytest.approx(62.5)
    two = read_comps(
        write("h.csv", "role,p25,p50,p75\nMLE,1e5,11e4,12e4\nSWE,9e4,1e5,11e4\n")
    )
    with pytest.raises(MarketDataError, match=r"2 groups.*MLE; SWE"):
        ask_files([two], Question())


@pytest.mark.parametrize(
    ("pays", "words"),
    [
        (["60", "62", "65"], "give --period"),
        (["120", "130", "140"], "give --period"),
    ],
)
def test_a_year_is_not_assumed_of_small_amounts(
    write: Write, pays: list[str], words: str
) -> None:
    comps = read_comps(write("c.csv", "salary\n" + "\n".join(pays) + "\n"))
    with pytest.raises(MarketDataError, match=words):
        ask_files([comps], Question(terms=Terms(currency="USD")))


def test_thousands_among_whole_amounts_are_repaired_and_told(write: Write) -> None:
    text = "salary\n150000\n160000\n155\n"
    found = ask_files([read_comps(write("c.csv", text))], Question())
    assert (median(found), found.repaired) == (155_000, 1)
    assert "1 amount under 1,000 is read as thousands" in " ".join(found.notes)


def test_another_currency_without_a_rate_is_counted_and_left_out(write: Write) -> None:
    text = "salary\n$150000\n$160000\n£80000\n"
    comps = read_comps(write("c.csv", text))
    found = ask_files([comps], Question(terms=Terms(currency="USD")))
    assert median(found) == 155_000
    assert any("GBP" in drop.reason for drop in found.dropped)
    terms = Terms(currency="USD", rate=lambda _from, _to: 2.0)
    # 80,000 × 2 = 160,000
    assert median(ask_files([comps], Question(terms=terms))) == 160_000


@pytest.mark.parametrize(("end", "pay"), [("low", 1e5), ("mid", 11e4), ("high", 12e4)])
def test_the_end_of_a_range_that_counts_is_told(
    write: Write, end: str, pay: float
) -> None:
    comps = read_comps(write("c.csv", "salary\n100000-120000\n"))
    found = ask_files([comps], Question(terms=Terms(range_end=end)))
    assert median(found) == pay
    assert any("(--range)" in note for note in found.notes)


def test_a_slip_is_left_out_and_counted(write: Write) -> None:
    text = "salary\n150000\n160000\n170000\n12\n"
    comps = read_comps(write("c.csv", text))
    found = ask_files([comps], Question(terms=Terms(period="year")))
    assert median(found) == 160_000
    assert [(d.reason, d.rows) for d in found.dropped][-1:] == [
        ("under 1,000 a year: a slip", 1)
    ]
