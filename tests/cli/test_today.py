from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import PRIVATE, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Said


def test_the_day_can_be_set_and_is_said(
    offerlab: Callable[..., Said],
    write: Callable[[str, str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write("a.yaml", PRIVATE + "deadline: 2026-12-04\n")
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-12-05")
    said = offerlab("check", path)
    assert "today is 2026-12-05, as OFFERLAB_TODAY says" in said.err
    assert "the deadline of 2026-12-04 is over" in said.err
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-12-04")
    assert "is over" not in offerlab("check", path).err


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "1.1.2026"])
def test_a_day_that_is_none_is_refused(
    offerlab: Callable[..., Said],
    write: Callable[[str, str], Path],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", text)
    said = offerlab("vest", write("a.yaml", PUBLIC))
    assert said.code == 1
    assert said.err.startswith("Error: OFFERLAB_TODAY: ")
