from __future__ import annotations

import pytest

from offerlab.core.company import Company
from offerlab.core.offer import Contact, Offer, unique_ids


def test_ids_are_unique_in_order() -> None:
    names = ["Acme", "Acme (2)", "Acme", "Beta", "Acme"]
    assert unique_ids(names) == ["Acme", "Acme (2)", "Acme (3)", "Beta", "Acme (4)"]


@pytest.mark.parametrize(
    ("location", "state"),
    [("San Francisco, CA", "CA"), ("Remote", None), ("Zürich, Switzerland", None)],
)
def test_the_state_is_read_from_the_location(location: str, state: str | None) -> None:
    offer = Offer("f", "i", Company("Acme"), "Engineer", location, 150_000)
    assert offer.state == state


def test_a_contact_has_a_first_name() -> None:
    assert Contact("Dana Lee").first_name == "Dana"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Dr. Dana Lee", "Dana"),
        ("Dr. Lee", "Dr. Lee"),
        ("Prof", "Prof"),
        ("Lee, Dana", "Dana"),
        ("Dana Lee, PhD", "Dana"),
        ("Dana, PhD", "Dana"),
        ("DANA LEE", "Dana"),
        ("dana lee", "Dana"),
        ("JP Morel", "JP"),
        ("Anne-Marie Roy", "Anne-Marie"),
        ("dana@lumen.example", None),
        ("{{ name }}", None),
        ("", None),
    ],
)
def test_how_somebody_is_greeted(name: str, first: str | None) -> None:
    assert Contact(name).first_name == first


def test_unknown_equity_has_no_stock_that_is_known() -> None:
    offer = Offer("f", "i", Company("Acme"), "Engineer", "Austin", 1, equity=None)
    assert offer.stock == ()
