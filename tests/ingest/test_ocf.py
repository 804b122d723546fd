from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.ocf import read_terms
from tests.ocf_terms import monthly

Write = Callable[[str, str], Path]


def envelope(*ids: str) -> str:
    items = [{**monthly(), "id": name} for name in ids]
    return json.dumps({"file_type": "OCF_VESTING_TERMS_FILE", "items": items})


def test_terms_are_read_alone_and_from_their_envelope(write: Write) -> None:
    assert read_terms(str(write("a.json", json.dumps(monthly())))).id == "vt"
    path = write("b.json", envelope("one", "two"))
    assert read_terms(f"{path}#two").id == "two"
    assert read_terms(f"{path}#1").id == "one"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not valid JSON here"),
        ("[]", "not an object of Open Cap Format"),
        ('{"file_type": "OCF_STAKEHOLDERS_FILE"}', "not an OCF_VESTING_TERMS_FILE"),
        ('{"file_type": "OCF_VESTING_TERMS_FILE", "items": []}', "no vesting terms"),
        ('{"id": "a", "id": "b"}', "the key 'id' appears twice"),
        ("[" * 100_000, "nest too deep|not valid JSON"),
    ],
)
def test_files_of_another_shape_are_told(write: Write, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_terms(str(write("a.json", text)))


def test_one_of_several_terms_must_be_picked(write: Write) -> None:
    path = write("a.json", envelope("founders", "staff"))
    with pytest.raises(InputError, match=r"holds 2 vesting terms.*founders, staff"):
        read_terms(str(path))
    with pytest.raises(InputError, match="did you mean 'founders'"):
        read_terms(f"{path}#founder")
