"""Comp files of the kinds that people have, each with its right answer or refusal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, Said

Run = Callable[..., Said]
COMPS = DATA / "comps"
EXPECTED = json.loads((COMPS / "expected.json").read_text(encoding="utf-8"))
CASES = EXPECTED["cases"]


def faults(said: Said, wanted: Mapping[str, Any]) -> list[str]:
    """What of the expectation does not hold."""
    if "refused" in wanted:
        found = said.json
        return [
            fault
            for fault, holds in (
                ("exit code", said.code == 1),
                ("problems", bool(found["problems"])),
                ("cut off", "…" not in said.err),
                ("words", any(word in said.err for word in wanted["refused"])),
            )
            if not holds
        ]
    if said.code != 0:
        return [said.err]
    found = said.json
    if "evidence" in wanted:
        return _evidence_faults(found, wanted["evidence"])
    told = [
        f"{each['about']}"
        for each in wanted.get("told", ())
        if not any(
            re.search(each["about"], drop["reason"]) and drop["rows"] == each["rows"]
            for drop in found["dropped"]
        )
    ]
    notes = " ".join(found["notes"])
    rows = found["rows"]
    checks = {
        "count": found["count"] == wanted.get("count", found["count"]),
        "currency": found["currency"] == wanted.get("currency", found["currency"]),
        "currency_not": found["currency"] not in wanted.get("currency_not", ()),
        "percentiles": _close(found["percentiles"], wanted.get("percentiles", {})),
        "said": all(re.search(each, notes) for each in wanted.get("said", ())),
        "output": all(re.search(e, said.out) for e in wanted.get("output", ())),
        "hidden": all(each not in said.out for each in wanted.get("hidden", ())),
        "adds up": rows["read"] == rows["kept"] + rows["dropped"],
    }
    return [*told, *(name for name, holds in checks.items() if not holds)]


def _evidence_faults(found: Any, wanted: Mapping[str, Any]) -> list[str]:
    for each in found["offers"][0]["evidence"]:
        if Path(each["source"]).name == wanted["source"]:
            checks = {
                "count": each["count"] == wanted["count"],
                "percentiles": _close(each["percentiles"], wanted["percentiles"]),
                "group": not any(
                    word in each["group"].lower() for word in wanted["group_not"]
                ),
            }
            return [name for name, holds in checks.items() if not holds]
    return ["no evidence from that source"]


def _close(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(
        found[percent] == pay
        if isinstance(pay, dict)
        else found[percent] == pytest.approx(pay, rel=EXPECTED["tolerance"])
        for percent, pay in wanted.items()
    )


def run_args(case: Mapping[str, Any]) -> list[str]:
    args = [str(COMPS / a) if (COMPS / a).is_file() else a for a in case["run"]]
    return [*args, "--json"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_kind_of_file_has_its_right_answer(
    offerlab: Run, case: Mapping[str, Any]
) -> None:
    said = offerlab(*run_args(case))
    assert any(not faults(said, wanted) for wanted in case["accept"]), [
        faults(said, wanted) for wanted in case["accept"]
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_text_of_each_answer_says_what_the_json_says(
    offerlab: Run, case: Mapping[str, Any]
) -> None:
    said = offerlab(*run_args(case)[:-1])
    for wanted in case["accept"]:
        for words in wanted.get("output", ()):
            assert re.search(words, said.out + said.err)
        for words in wanted.get("hidden", ()):
            assert words not in said.out + said.err
