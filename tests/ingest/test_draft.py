from __future__ import annotations

import pytest

from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.draft import Draft


@pytest.fixture
def draft() -> Draft:
    return Draft(Catalogue())


def test_an_answer_that_cannot_stand_is_left_out(draft: Draft) -> None:
    assert draft.try_answer("company.name", "Acme") is None
    wrong = draft.try_answer("base_salary", "lots")
    assert wrong is not None
    assert "is not an amount" in wrong
    assert "base_salary" not in draft.text()
    assert draft.try_answer("base_salary", "150k") is None
    assert "base_salary: 150k" in draft.text()


@pytest.mark.parametrize("name", ["Acme: AI", "- x", "#1", "{x}", "null", "a\tb\u00e9"])
def test_any_name_survives(draft: Draft, name: str) -> None:
    if draft.try_answer("company.name", name) is None:
        from offerlab.ingest.yaml_tree import parse_yaml

        assert parse_yaml(draft.text(), "f")


def test_items_of_lists_are_counted_from_one(draft: Draft) -> None:
    draft.try_answer("sign_on.1.amount", "20k")
    draft.try_answer("sign_on.2.amount", "10k")
    assert "sign_on:\n- amount: 20k\n- amount: 10k\n" in draft.text()
    draft.forget("sign_on.2")
    assert "10k" not in draft.text()
