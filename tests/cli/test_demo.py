from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.conftest import Said

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Said]


def test_the_demo_writes_everything_once(offerlab: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    said = offerlab("demo", folder)
    assert said.code == 0, said.err
    assert {path.name for path in folder.iterdir()} == {
        "northwind.yaml",
        "contoso.yaml",
        "invented.csv",
        "comps.txt",
        "check.txt",
        "compare.png",
        "market.png",
        "show.txt",
        "vest.txt",
        "walkaway.txt",
        "walkaway.png",
        "compare.txt",
        "total.png",
        "total.svg",
        "counter.txt",
        "counter.eml",
    }
    assert said.out.splitlines()[-1].startswith("Contoso Cloud leads Northwind")
    again = offerlab("demo", folder)
    assert again.code == 1
    assert "exists already" in again.err
    assert offerlab("demo", folder, "--force").code == 0


def test_a_demo_needs_a_folder_it_can_make(offerlab: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert offerlab("demo", tmp_path / "file" / "demo").code == 1
