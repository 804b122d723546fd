"""What is known of a component, and of a kind of grant, is one row of one table.

Each test adds one to a copy of the sources, in the files that it names and no others,
and runs the commands on an offer that has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import PUBLIC

TOP = Path(__file__).resolve().parents[1]

KIND = {
    "core/grant_kind.py": [
        (
            '    PPU = "ppu"\n',
            '    PPU = "ppu"\n    SAR = "sar"\n',
        ),
        (
            "    GrantKind.CASH_AWARD: Kind(",
            '    GrantKind.SAR: Kind("appreciation rights", "strike", True),\n'
            "    GrantKind.CASH_AWARD: Kind(",
        ),
    ]
}
COMPONENT = {
    "model/component.py": [
        (
            '    EQUITY = "equity"\n',
            '    RETENTION = "retention"\n    EQUITY = "equity"\n',
        ),
        (
            "    Component.EQUITY: Row(",
            '    Component.RETENTION: Row("retention", "retention: the amount of the'
            ' letter", name="retention bonus", fill=Fill("#999999", "//",'
            ' "retention")),\n    Component.EQUITY: Row(',
        ),
    ],
    "core/offer.py": [
        (
            "    relocation: tuple[Payment, ...] = ()\n",
            "    relocation: tuple[Payment, ...] = ()\n"
            "    retention: tuple[Payment, ...] = ()\n",
        ),
        (
            '("relocation", self.relocation))',
            '("relocation", self.relocation), ("retention", self.retention))',
        ),
    ],
    "ingest/offer.py": [
        (
            '        relocation=read_payments(fields, "relocation", basis),\n',
            '        relocation=read_payments(fields, "relocation", basis),\n'
            '        retention=read_payments(fields, "retention", basis),\n',
        ),
    ],
}


class Changed:
    """A copy of the sources with some texts replaced, and its commands."""

    def __init__(self, folder: Path, changes: dict[str, list[tuple[str, str]]]) -> None:
        self.folder = folder
        source = folder / "src" / "offerlab"
        shutil.copytree(
            TOP / "src" / "offerlab", source, ignore=shutil.ignore_patterns("*.pyc")
        )
        for name in ("market_data", "templates"):
            (folder / name).symlink_to(TOP / name)
        for name, pairs in changes.items():
            text = (source / name).read_text(encoding="utf-8")
            for old, new in pairs:
                assert text.count(old) == 1, f"{old!r} in {name}"
                text = text.replace(old, new)
            (source / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """Output of a command; it must succeed."""
        done = subprocess.run(
            [sys.executable, "-m", "offerlab", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def test_a_kind_of_grant_is_one_row_of_one_file(tmp_path: Path) -> None:
    assert len(KIND) == 1
    offerlab = Changed(tmp_path, KIND)
    vesting = "{months: 48, every_months: 12}"
    grant = f"{{kind: sar, shares: 1_000, strike: 60, vesting: {vesting}}}"
    text = PUBLIC.partition("equity:")[0] + f"equity:\n  - {grant}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    # 1,000 × ($100 - $60) = $40,000 beside 4 × 145,000 of base.
    assert "620,000" in offerlab.run("show", "a.yaml")
    assert "1,000" in offerlab.run("vest", "a.yaml")


def test_a_component_of_pay_is_a_row_and_its_reader(tmp_path: Path) -> None:
    assert len(COMPONENT) <= 4
    offerlab = Changed(tmp_path, COMPONENT)
    more = "retention: {amount: 24_000, paid_month: 24}\n"
    (tmp_path / "a.yaml").write_text(PUBLIC + more, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(PUBLIC + "label: other\n", encoding="utf-8")
    # 4 × 145,000 + 1,000 × $100 + 24,000: every table has it, and adds up.
    shown = offerlab.run("show", "a.yaml")
    assert "704,000" in shown
    assert "retention" in shown
    assert "retention" in offerlab.run("compare", "a.yaml", "b.yaml")
    assert "the letter" in offerlab.run("explain", "a.yaml", "total")
    assert "retention bonus" in offerlab.run("check", "a.yaml", "--verbose")
    offerlab.run("plot", "total", "a.yaml", "-o", "a.svg")
