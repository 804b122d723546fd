from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from offerlab.core.offer import Offer
from offerlab.ingest.offers import read_offers
from offerlab.model.ocf_terms import exported_terms
from offerlab.ocf import terms_file
from tests.conftest import PRIVATE, PUBLIC
from tests.ocf_terms import monthly

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[[str], Offer]


def test_every_terms_have_an_id_and_a_schema_once(
    write: Callable[[str, str], Path],
) -> None:
    write("terms.json", json.dumps(monthly()))
    grant = "{kind: rsu, shares: 8, vesting: {ocf: terms.json}}"
    text = PUBLIC.partition("equity:")[0] + f"equity: [{grant}, {grant}]\n"
    for _ in range(2):  # out and in again
        (offer,), _problems = read_offers([write("a.yaml", text)])
        found = [terms for _, terms in exported_terms(offer)]
        assert [each.id for each in found] == ["vt", "vt-2"]
        assert found[0].comments == ("Open Cap Format 1.2.0",)
        write("terms.json", json.dumps(terms_file(found[:1])))


def test_what_the_terms_leave_out_is_said_in_them(read: Read) -> None:
    text = PRIVATE.replace("kind: iso", "kind: double-trigger-rsu")
    ((number, terms),) = exported_terms(read(text.replace(", strike: 0.90", "")))
    assert number == 1
    assert "a sale or listing must happen too" in " ".join(terms.comments or ())


def test_money_has_no_vesting_terms_of_stock(read: Read) -> None:
    grant = "{kind: cash-award, value: 4000, vesting: lyft-1yr}"
    text = PUBLIC.partition("equity:")[0] + f"equity: {grant}\n"
    assert exported_terms(read(text)) == []
