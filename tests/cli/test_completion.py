from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(offerlab: Callable[..., Said], shell: str) -> None:
    said = offerlab("completion", shell)
    assert said.code == 0
    assert "_OFFERLAB_COMPLETE" in said.out


def test_another_shell_is_wrong_usage(offerlab: Callable[..., Said]) -> None:
    assert offerlab("completion", "tcsh").code == 2
