"""The commands against the second implementation, on random offers.

``ORACLE_CASES`` sets how many (`make check`: 2,000); a difference names its
seed, and ``draw(seed)`` is the offer.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from offerlab.cli import main
from tests.oracle.draw import draw
from tests.oracle.figures import present_value, show
from tests.oracle.leaving import expected, leaving
from tests.oracle.verdicts import base_verdict, equity_percent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CASES = int(os.environ.get("ORACLE_CASES", "400"))
CHUNKS = 8
CENT = 0.02  # the commands round what they print

ZERO = ("raise_rate", "share_growth_rate", "discount_rate", "leaving_rate")

Difference = tuple[str, Any, Any]


def ask(command: str, folder: Path, *more: str) -> dict[str, Any]:
    """The JSON of a command on the offer of a folder."""
    files = [str(folder / "offer.json"), *more]
    told = ["--json", "--assumptions", str(folder / "assumptions.json")]
    result = CliRunner().invoke(main, [command, *files, *told])
    assert result.exit_code == 0, result.output[-1000:]
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def steady(offer: dict[str, Any]) -> dict[str, Any]:
    """A plain offer to compare with: $160,000 a year, in the same currency."""
    return {
        "offerlab": 1,
        "company": {"name": "Steady", "stage": "public"},
        "role": "Machine Learning Engineer",
        "location": "Seattle, WA",
        "start_date": offer["start_date"],
        "base_salary": 160_000,
        "target_bonus": "none",
        "currency": offer.get("currency", "USD"),
    }


def near(got: float | None, want: float | None, room: float = CENT) -> bool:
    """Are two figures the same to what is printed?"""
    if got is None or want is None:
        return got is want
    return abs(got - want) <= room + 1e-9 * abs(want)


def of_show(
    offer: dict[str, Any], told: dict[str, Any], answer: dict[str, Any]
) -> Iterator[Difference]:
    """Pairs of one name each: what the command says and what it should."""
    right = show(offer, told)
    assert len(answer["years"]) == len(right["years"])
    pairs = zip(answer["years"], right["years"], strict=True)
    for number, (said, want) in enumerate(pairs, 1):
        parts = said["components"]
        for part in sorted({*parts, *want}):
            yield f"year {number} {part}", parts.get(part, 0.0), want.get(part, 0.0)
    yield "total", answer["total"], right["total"]
    for name, value in {**answer["headlines"], **answer["illiquid"]}.items():
        yield name, value, right[name]


def of_walkaway(
    offer: dict[str, Any], told: dict[str, Any], answer: dict[str, Any]
) -> Iterator[Difference]:
    """Every month of leaving, then the expectation."""
    rows = leaving(offer, told)
    for said, want in zip(answer["walkaway"], rows, strict=True):
        month = said["month"]
        for name in ("paid", "clawback"):
            yield f"month {month} {name}", said[name], want[name]
        for side, mine in (("vested", "vested"), ("forfeited", "lost")):
            for unit in ("shares", "amount"):
                name = f"month {month} {side} {unit}"
                yield name, said[side][unit], want[f"{mine}_{unit}"]
    for name, value in expected(
        rows, told["leaving_rate"], told["horizon_years"]
    ).items():
        yield f"expected {name}", answer["expected"][name], value


def of_compare(
    offer: dict[str, Any], told: dict[str, Any], answer: dict[str, Any]
) -> Iterator[Difference]:
    """Present values, and the gap that the verdict gives."""
    years = told["horizon_years"]
    other = steady(offer)
    if "end_date" in offer:  # the shortest term holds for all
        other["end_date"] = offer["end_date"]
    values = [present_value(one, told, years) for one in (offer, other)]
    for said, value in zip(answer["offers"], values, strict=True):
        yield f"present value of {said['id']}", said["present_value"], value
    yield "gap", answer["verdict"]["gap"], abs(values[0] - values[1])


def of_check(
    offer: dict[str, Any], told: dict[str, Any], answer: dict[str, Any]
) -> Iterator[Difference]:
    """Both verdicts: their words as 0 or 1, the percent as it is."""
    said = answer["offers"][0]["verdicts"]
    word, percent = equity_percent(offer, told)
    yield "equity verdict", said["equity_percent"]["verdict"] == word, True
    yield "percent", said["equity_percent"]["value"], percent
    right = base_verdict(offer, told)
    yield "base verdict", said["base_salary"]["verdict"] == right, True


def differences(seed: int, folder: Path) -> list[Difference]:
    """What the commands and the second implementation do not agree on."""
    offer, told = draw(seed)
    other = folder / "steady.json"
    other.write_text(json.dumps(steady(offer)))
    (folder / "offer.json").write_text(json.dumps(offer))
    (folder / "assumptions.json").write_text(json.dumps(told))
    pairs = [
        *of_show(offer, told, ask("show", folder)),
        *of_walkaway(offer, told, ask("walkaway", folder)),
        *of_compare(offer, told, ask("compare", folder, str(other))),
        *of_check(offer, told, ask("check", folder, "--no-market")),
    ]
    room = {"percent": 1e-6}
    return [one for one in pairs if not near(one[1], one[2], room.get(one[0], CENT))]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_commands_agree_with_a_second_implementation(
    chunk: int, tmp_path: Path
) -> None:
    found = {
        seed: wrong
        for seed in range(chunk, CASES, CHUNKS)
        if (wrong := differences(seed, tmp_path))
    }
    assert not found, f"{len(found)} differ; the first: {next(iter(found.items()))}"


def test_the_second_implementation_by_hand() -> None:
    """Figures worked out here, so that both implementations cannot be wrong alike."""
    offer = {
        "company": {"stage": "public", "share_price": 50},
        "start_date": "2027-01-01",
        "base_salary": 120_000,
        "target_bonus": "10%",
        "sign_on": [{"amount": 12_000, "clawback_months": 12, "clawback": "prorated"}],
        "equity": [
            {
                "kind": "rsu",
                "value": 100_000,
                "vesting": {"months": 48, "every_months": 12},
            }
        ],
    }
    told = dict.fromkeys(ZERO, 0) | {"horizon_years": 4, "refreshers": "none"}
    told |= {"bonus_payout": 1, "psu_payout": 1, "fx": {}}
    # 4 x (120,000 + 12,000) + 12,000 + 2,000 shares x 50
    assert show(offer, told)["total"] == pytest.approx(640_000)
    assert present_value(offer, told, 4) == pytest.approx(640_000)
    third = leaving(offer, told)[3]
    # three months of base and the sign-on; nine of twelve months owed; nothing vested
    assert third["paid"] == pytest.approx(42_000)
    assert third["clawback"] == pytest.approx(9_000)
    assert (third["vested_shares"], third["lost_shares"]) == (0, 2_000)
