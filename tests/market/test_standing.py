from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import CurrencyError, MarketDataError
from offerlab.ingest.comps import read_comps
from offerlab.market.standing import (
    admissible_evidence,
    offer_evidence,
    own_evidence,
)
from offerlab.market.terms import Terms

if TYPE_CHECKING:
    from offerlab.core.offer import Offer

Write = Callable[[str, str], Path]
ROWS = """\
role,base_salary,location,year
ML Engineer,140000,San Francisco,2025
Machine Learning Engineer,160000,"San Francisco, CA",2026
Data Analyst,90000,San Francisco,2026
ML Engineer,120000,Seattle,2026
"""


def no_rate(source: str, target: str) -> float:
    if source == target:
        return 1.0
    raise CurrencyError(source)


def test_own_comps_answer_for_the_same_role_and_metro(
    write: Write, private_offer: Offer
) -> None:
    comps = read_comps(write("c.csv", ROWS))
    (found,), _ = own_evidence(comps, private_offer, no_rate, Terms())
    assert (found.count, found.rung, found.as_of) == (2, "yours", "2025 to 2026")
    assert found.percentiles[50] == 150_000
    assert found.group == "Machine Learning Engineer and like titles"
    assert not found.sufficient
    assert found.caveat == ""


def test_a_city_of_the_same_metro_is_the_same_place(
    write: Write, private_offer: Offer
) -> None:
    text = "role,base_salary,city,state\nMLE,140000,Oakland,CA\nMLE,150000,Fresno,CA\n"
    comps = read_comps(write("c.csv", text))
    (found,), _ = own_evidence(comps, private_offer, no_rate, Terms())
    assert found.count == 1
    elsewhere = replace(private_offer, location="Sacramento, CA")
    (found,), _ = own_evidence(comps, elsewhere, no_rate, Terms())
    assert found.count == 2
    assert found.caveat == "no row of that place: its state"


def test_own_comps_without_such_rows_say_so(write: Write, private_offer: Offer) -> None:
    comps = read_comps(write("c.csv", ROWS))
    offer = replace(private_offer, role="Astronaut", location="Boston, MA")
    (found,), _ = own_evidence(comps, offer, no_rate, Terms())
    assert found.count == 4
    assert found.group == "all roles"
    assert "no row of that role" in found.caveat
    assert "no row of that place" in found.caveat


def test_labels_are_never_invented(write: Write, private_offer: Offer) -> None:
    comps = read_comps(write("c.csv", "company,salary\nA,140000\nB,150000\n"))
    (found,), _ = own_evidence(comps, private_offer, no_rate, Terms())
    assert found.group == "role not stated: all rows"
    assert found.area == "place not stated: all rows"
    assert found.level == "level not stated"


def test_own_percentiles_are_a_grid(write: Write, private_offer: Offer) -> None:
    text = "role,p25,p50,p75,n,year\nML Engineer,140k,150k,160k,25,2026\n"
    comps = read_comps(write("c.csv", text))
    offer = replace(private_offer, base_salary=145_000.0)
    (found,), _ = own_evidence(comps, offer, no_rate, Terms())
    assert found.rank.words == "between P25 and P50, about P38"
    assert (found.count, found.as_of) == (25, "2026")


def test_a_base_is_never_ranked_among_totals(
    write: Write, private_offer: Offer
) -> None:
    comps = read_comps(write("c.csv", "role,total compensation\nMLE,250000\n"))
    found, notes = own_evidence(comps, private_offer, no_rate, Terms())
    assert found == []
    assert "a base is not ranked among it" in notes[0]


def test_a_place_that_does_not_ship_costs_the_shipped_evidence_only(
    write: Write, private_offer: Offer
) -> None:
    text = "role,salary,location\nMLE,C$140000,Toronto\nMLE,C$150000,Toronto\n"
    comps = read_comps(write("c.csv", text))
    offer = replace(private_offer, location="Toronto", currency="CAD")
    found, notes = offer_evidence(offer, [comps], no_rate)
    assert [(each.rung, each.currency, each.count) for each in found] == [
        ("yours", "CAD", 2)
    ]
    assert any("United States" in note for note in notes)


def test_pay_that_states_no_currency_is_in_that_of_the_offer(
    write: Write, private_offer: Offer
) -> None:
    comps = read_comps(write("c.csv", "role,salary,city\nMLE,70000,Berlin\n"))
    offer = replace(private_offer, location="Berlin", currency="EUR")
    (found,), notes = own_evidence(comps, offer, no_rate, Terms())
    assert found.currency == "EUR"
    assert any("taken as EUR" in note for note in notes)
    with pytest.raises(MarketDataError, match="--currency"):
        own_evidence(comps, private_offer, no_rate, Terms())


def test_comps_of_another_currency_than_the_offers_are_left_out_without_a_rate(
    write: Write, private_offer: Offer
) -> None:
    text = "role,salary\nMLE,€70000\nMLE,$150000\n"
    comps = read_comps(write("c.csv", text))
    (found,), notes = own_evidence(comps, private_offer, no_rate, Terms())
    assert (found.count, found.currency) == (1, "USD")
    assert any("pay in EUR" in note for note in notes)


LETTER = "role,level,base_salary,location,date\n" + "".join(
    f'ML Engineer,L3,{150_000 + 1_000 * k},"San Francisco, CA",2026-0{k + 1}-01\n'
    for k in range(6)
)


def test_only_near_and_recent_rows_are_an_argument(
    write: Write, private_offer: Offer
) -> None:
    comps = read_comps(write("c.csv", LETTER))
    offer = replace(private_offer, level="L3")
    today = date(2026, 11, 26)
    (found,), notes = admissible_evidence(offer, [comps], today, no_rate)
    assert (found.count, found.level, found.percentiles[50]) == (6, "L3", 152_500)
    # On 2027-08-02 the oldest day is 2026-02-02: two of six rows are too old.
    found_late, notes = admissible_evidence(offer, [comps], date(2027, 8, 2), no_rate)
    assert found_late == []
    assert "only 4 rows are of the offer's date in the last 18 months" in notes[0]


@pytest.mark.parametrize(
    ("level", "role", "location", "words"),
    [
        ("L4", "ML Engineer", "San Francisco, CA", "level"),
        ("", "ML Engineer", "San Francisco, CA", "level"),
        ("L3", "Engineering Manager", "San Francisco, CA", "role family"),
        ("L3", "ML Engineer", "Boise, ID", "place"),
    ],
)
def test_comps_of_another_job_are_no_argument(
    write: Write, private_offer: Offer, level: str, role: str, location: str, words: str
) -> None:
    comps = read_comps(write("c.csv", LETTER))
    offer = replace(private_offer, level=level, role=role, location=location)
    found, (note,) = admissible_evidence(offer, [comps], date(2026, 11, 26), no_rate)
    assert found == []
    assert f"of the offer's {words}" in note
