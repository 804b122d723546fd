from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offerlab.core.company import Company
from offerlab.core.offer import Offer
from offerlab.errors import InputError
from offerlab.ingest.offer_text import offer_text
from offerlab.ingest.offers import read_offers
from offerlab.ingest.yaml_text import yaml_text
from tests.conftest import PRIVATE, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMPANIES = st.sampled_from([
    {"name": "Acme: AI", "stage": "seed", "valuation": "10M"},
    {"name": "007", "stage": "public", "share_price": "52.125", "as_of": "2026-11-20"},
    {"name": "Null", "preferred_price": "3.00", "fully_diluted_shares": "50_000_000"},
])  # fmt: skip
GRANTS = st.sampled_from([
    {"kind": "iso", "percent": "0.04", "strike": "0.90",
     "vesting": "standard-startup-option"},
    {"kind": "rsu", "value": "160k", "vesting": {"yearly": ["5", "15", "40", "40"],
     "every_months": {"1": "12", "3": "6"}}},
    {"kind": "nso", "shares": "1,000", "strike": "at-grant",
     "vesting": {"months": "48", "every_months": "1", "cliff_months": "12"}},
    {"kind": "rsu", "annual_value": "100_000", "years": "2"},
])  # fmt: skip
PAYMENTS = st.sampled_from(["20k", {"amount": "15,000", "paid_month": "13"}])
NAMES = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20
).map(str.strip).filter(bool)  # fmt: skip
REST = st.fixed_dictionaries(
    {"company": COMPANIES, "role": NAMES, "location": NAMES, "base_salary":
     st.sampled_from(["150k", "150_000", "$150,000", "0.2M"])},
    optional={
        "label": NAMES,
        "equity": st.lists(GRANTS, max_size=3) | st.sampled_from(["none", "unknown"]),
        "sign_on": st.lists(PAYMENTS, min_size=1, max_size=2) | PAYMENTS,
        "target_bonus": st.sampled_from(["10%", "15_000", "unknown", "none"]),
        "start_date": st.just("2027-01-11"),
        "deadline": st.just("2026-12-04T17:00 America/Los_Angeles"),
        "contacts": st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=2),
        "notes": st.text(st.characters(exclude_categories=["C"]), max_size=40),
        "ratings": st.just({"team": "4", "learning": "5"}),
        "exercise_window_months": st.sampled_from(["3", "120"]),
    },
)  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60,
    deadline=None,
)  # fmt: skip
@given(REST)
def test_an_offer_reads_back_as_itself(tmp_path: Path, tree: dict[str, Any]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(yaml_text({"offerlab": "1", **tree}), encoding="utf-8")
    offers, problems = read_offers([path])
    if not offers:
        assert problems
        return
    path.write_text(offer_text(offers[0]), encoding="utf-8")
    again, _ = read_offers([path])
    assert again == offers


def test_offers_of_any_format_read_back(
    write: Callable[[str, str], Path],
) -> None:
    text = (
        "company.name,role,location,base_salary,equity.1.kind,equity.1.shares,"
        'equity.1.vesting.yearly\nA,r,"Boise, ID","150,000",rsu,1000,5/15/40/40\n'
    )
    (offer,), _ = read_offers([write("a.csv", text)])
    (again,), _ = read_offers([write("b.yaml", offer_text(offer))])
    assert replace(again, file=offer.file) == offer


def test_what_changed_is_said_in_words(
    private_offer: Offer, write: Callable[[str, str], Path]
) -> None:
    changes = {
        "base_salary": "160k",
        "sign_on.1.amount": "20k",
        "sign_on.1.paid_month": "13",
        "equity.1.percent": "0.05",
        "contacts": None,
    }
    comments = {"base_salary": "agreed by phone on 2026-12-01"}
    text = offer_text(private_offer, changes, comments)
    assert "# agreed by phone on 2026-12-01\nbase_salary: 160k\n" in text
    (offer,), _ = read_offers([write("b.yaml", text)])
    assert offer.base_salary == 160_000
    assert offer.sign_on[0].paid_month == 13
    assert str((offer.equity or ())[0].percent) == "0.05"
    assert offer.contacts == ()
    assert "0.05" not in offer_text(private_offer)


@pytest.mark.parametrize("name", ["role.x", "equity.3.kind", "equity.x"])
def test_a_change_without_a_place_is_refused(private_offer: Offer, name: str) -> None:
    with pytest.raises(InputError, match="has no place for"):
        offer_text(private_offer, {name: "1"})


def test_a_single_item_becomes_the_first_of_a_list(
    read: Callable[[str], Offer],
) -> None:
    offer = read(PUBLIC + "sign_on: {amount: 20k}\n")
    text = offer_text(offer, {"sign_on.2.amount": "10k"})
    assert "sign_on:\n- amount: 20k\n- amount: 10k\n" in text


def test_an_offer_made_in_code_has_no_text() -> None:
    offer = Offer("code", "A", Company("A"), "r", "l", 1e5)
    with pytest.raises(InputError, match="was not read from a file"):
        offer_text(offer)
    assert PRIVATE
