from __future__ import annotations

import pytest

from offerlab.errors import InputError
from offerlab.ingest.yaml_tree import parse_yaml
from tests.ingest.simple import simple


def test_a_bare_no_stays_no() -> None:
    tree = parse_yaml("a: NO\nb: 12:30\nc: 0o17\n", "f")
    assert simple(tree) == [("a", "NO"), ("b", "12:30"), ("c", "0o17")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x [1]\nb: *x\n", r"f:1:4: YAML anchors"),
        ("a: !!python/object/apply:os.system [ls]\n", "f:1:4: the YAML tag"),
        ("a: !secret x\n", "f:1:4: the YAML tag"),
        ("a: 1\n---\nb: 2\n", "f:2:1: a second document"),
        ("a: [1, 2\n", "f:2:1: is not valid YAML"),
        ("a:\n\tb: 1\n", "f:2:1: is not valid YAML.*tabs"),
        ("# nothing\n", "f: is empty"),
        ("[" * 100 + "]" * 100, "nest too deep"),
        ("a: b: c\n", "f:1:5: is not valid YAML"),
    ],
)
def test_yaml_that_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        parse_yaml(text, "f")
