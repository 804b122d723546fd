from __future__ import annotations

from offerlab.ingest.fields import Fields, ProblemLog, nearest
from offerlab.ingest.node import Mapping
from offerlab.ingest.yaml_tree import parse_yaml


def fields(text: str) -> Fields:
    root = parse_yaml(text, "f")
    assert isinstance(root, Mapping)
    return Fields(root, ProblemLog("f"))


def test_keys_nobody_asked_for_are_reported_with_the_nearest() -> None:
    block = fields("nmae: x\nzzz: 1\n")
    block.text("name")
    block.close()
    assert [p.remedy for p in block.log.problems] == [
        "did you mean 'name'?",
        "known here: name",
    ]


def test_null_is_absent() -> None:
    block = fields("a: null\nb: ~\nc:\nd: 'null'\n")
    assert [block.has(key) for key in "abcd"] == [False, False, False, True]


def test_one_or_several() -> None:
    assert [name for name, _ in fields("a: 1\n").several("a")] == ["a.1"]
    assert [name for name, _ in fields("a: [1, 2]\n").several("a")] == ["a.1", "a.2"]
    assert fields("b: 1\n").several("a") == []


def test_choices_ignore_case_and_keep_their_own() -> None:
    assert fields("a: fractional\n").choice("a", ["FRACTIONAL"]) == "FRACTIONAL"


def test_nothing_near_is_offered_for_nonsense() -> None:
    assert nearest("qqq", ["base_salary"]) is None
