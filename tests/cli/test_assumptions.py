from __future__ import annotations

import json
from collections.abc import Callable

from tests.conftest import Said

Run = Callable[..., Said]


def test_every_assumption_says_what_it_changes(offerlab: Run) -> None:
    said = offerlab("assumptions", "--json")
    found = json.loads(said.out)
    assert found["schema"] == "offerlab.assumptions/1"
    keys = [each["key"] for each in found["assumptions"]]
    assert {"discount_rate", "fx", "iso_limit"} <= set(keys)
    assert set(keys) == set(found["changes"])
    for each in found["assumptions"]:
        assert each["unit"], each
        assert each["source"], each
        assert found["changes"][each["key"]], each


def test_one_assumption_is_shown_with_its_source_and_your_value(offerlab: Run) -> None:
    said = offerlab("assumptions", "discount_rate", "--set", "discount_rate=7%")
    assert said.code == 0
    assert "discount_rate = 0.07 a year" in said.out
    assert "changes: present value" in said.out
    assert "source: --set; by default 0.04" in said.out
    assert "raise_rate" not in said.out


def test_a_mistyped_assumption_names_the_nearest(offerlab: Run) -> None:
    said = offerlab("assumptions", "discount_rat")
    assert said.code == 1
    assert "did you mean 'discount_rate'?" in said.err


def test_the_table_fits_eighty_columns(offerlab: Run) -> None:
    said = offerlab("assumptions")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "leaving_rate" in said.out
