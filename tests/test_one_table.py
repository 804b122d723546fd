"""The recipes of CONTRIBUTING: a component, a kind of grant, a valuation.

Each test adds one to a copy of the sources, in the files that it names and no others,
and runs the commands on an offer that has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import PRIVATE, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    Changes = Mapping[str, str | list[tuple[str, str]]]
    """File of the sources to the texts replaced in it, or to all of its text."""

TOP = Path(__file__).resolve().parents[1]

KIND: Changes = {
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
COMPONENT: Changes = {
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
VALUATION: Changes = {
    "model/net_value.py": """
from dataclasses import dataclass
from offerlab.model.input import company_fact
from offerlab.model.prices import above

@dataclass(frozen=True)
class NetValue:
    prices: object
    name: str = "net"
    words: str = "net: shares × (preferred price - strike), at least 0"

    def worth(self, claim):
        price = self.prices.at(claim.month, claim.day)
        return claim.shares * above(price - claim.hurdle)

    def inputs(self, offer, claims):
        yield from company_fact(offer, "preferred_price")
""",
    "model/valuation.py": [
        (
            "from offerlab.model.input import",
            "from offerlab.model.net_value import NetValue\n"
            "from offerlab.model.input import",
        ),
        (
            '        found["notional"] = at_preferred(offer, assumptions)\n',
            '        found["notional"] = at_preferred(offer, assumptions)\n'
            '        found["net"] = NetValue(found["notional"].prices)\n',
        ),
    ],
}
PRINTED: Changes = {
    "model/figure.py": [
        ('("notional", "intrinsic", ', '("notional", "intrinsic", "net", ')
    ],
    "model/totals.py": [
        (
            "    scenario: dict[str, float | None] | None = None\n",
            "    scenario: dict[str, float | None] | None = None\n"
            "    net: float | None = None\n",
        ),
        (
            "_times(self.intrinsic, rate), scenario",
            "_times(self.intrinsic, rate), scenario, _times(self.net, rate)",
        ),
        (
            "        exits and _values(exits),\n",
            '        exits and _values(exits),\n        figures["net"].value,\n',
        ),
    ],
    "views/years.py": [
        (
            "    at_409a = ",
            '    yield YearRow("illiquid: net", [part.net for part in parts])\n'
            "    at_409a = ",
        ),
    ],
}


class Changed:
    """A copy of the sources with some texts replaced, and its commands."""

    def __init__(self, folder: Path, changes: Changes) -> None:
        self.folder = folder
        source = folder / "src" / "offerlab"
        shutil.copytree(
            TOP / "src" / "offerlab", source, ignore=shutil.ignore_patterns("*.pyc")
        )
        for name in ("market_data", "templates"):
            (folder / name).symlink_to(TOP / name)
        for name, pairs in changes.items():
            if isinstance(pairs, str):
                (source / name).write_text(pairs, encoding="utf-8")
                continue
            text = (source / name).read_text(encoding="utf-8")
            for old, new in pairs:
                assert text.count(old) == 1, f"{old!r} in {name}"
                text = text.replace(old, new)
            (source / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """Output of a command; it must succeed."""
        return self.python("-m", "offerlab", *arguments)

    def python(self, *arguments: str) -> str:
        """Output of the interpreter on the changed sources; it must succeed."""
        done = subprocess.run(
            [sys.executable, *arguments],
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
    accepted = offerlab.run("email", "accept", "a.yaml", "--signature", "Sam Rivera")
    assert "retention bonus of $24,000" in " ".join(accepted.split())


def test_a_valuation_is_a_file_and_its_line(tmp_path: Path) -> None:
    assert len(VALUATION) == 2
    offerlab = Changed(tmp_path, VALUATION)
    (tmp_path / "a.yaml").write_text(PRIVATE, encoding="utf-8")
    # 0.04% of 50,000,000 shares × ($3.00 - $0.90) = $42,000.
    frame = (
        "import offerlab as o; from pathlib import Path;"
        "offer = o.read_offers([Path('a.yaml')])[0][0];"
        "ledger = o.build_ledger(offer, o.read_assumptions());"
        "print(round(ledger.to_frame()['net'].sum(), 6))"
    )
    assert offerlab.python("-c", frame) == "42000.0\n"


def test_a_printed_valuation_is_three_files_more(tmp_path: Path) -> None:
    offerlab = Changed(tmp_path, {**VALUATION, **PRINTED})
    (tmp_path / "a.yaml").write_text(PRIVATE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(PRIVATE, encoding="utf-8")
    assert "42,000" in offerlab.run("show", "a.yaml")
    assert "preferred price - strike" in offerlab.run(
        "explain", "a.yaml", "illiquid.net"
    )
    assert '"net": 42000' in offerlab.run("compare", "a.yaml", "b.yaml", "--json")
