from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.errors import InputError
from offerlab.ingest.json_tree import parse_json
from offerlab.ingest.node import Mapping
from offerlab.ingest.yaml_tree import parse_yaml
from tests.ingest.simple import simple

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def as_written(value: object) -> object:
    if isinstance(value, dict):
        return [(key, as_written(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [as_written(item) for item in value]
    return value if isinstance(value, str) else json.dumps(value)


@given(JSON_VALUES, st.sampled_from([None, 2, "\t"]))
def test_json_trees_hold_every_value(value: object, indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    assert simple(parse_json(text, "f")) == as_written(value)


def test_json_and_yaml_agree_on_places() -> None:
    text = '{"company": {"name": "Acme"},\n  "base_salary": 150000}'
    from_json, from_yaml = parse_json(text, "f"), parse_yaml(text, "f")
    assert from_json == from_yaml
    assert isinstance(from_json, Mapping)
    salary = from_json.get("base_salary")
    assert salary is not None
    assert (salary.line, salary.column) == (2, 18)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        # Until Python 3.12 the place is that of the brace, then that of the comma.
        ('{"a": 1,}', "f:1:[89]: is not valid JSON"),
        ('{"a": 1} {"b": 2}', "is not valid JSON"),
        ("[" * 100 + "]" * 100, "nest too deep"),
        ("[" * 100_000, "nest too deep"),
    ],
)
def test_json_that_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        parse_json(text, "f")


def test_half_a_character_and_the_line_of_a_nan_are_told() -> None:
    with pytest.raises(
        InputError, match="f:1:2: this text contains an incomplete character"
    ):
        parse_json('{"\\ud800": 1}', "f")
    with pytest.raises(InputError, match="f:2: NaN is not a number"):
        parse_json('{"a": 1,\n"b": NaN}', "f")


def test_a_number_of_a_million_digits_is_text() -> None:
    assert simple(parse_json("1" * 10_000, "f")) == "1" * 10_000
