"""The aim of a counter: the formula, its invariants, and its hand-worked cases."""

from __future__ import annotations

import random

import pytest

from offerlab.ingest.levers import read_constants
from offerlab.negotiate.aim import Aim, base_aim, step_of
from offerlab.negotiate.standard import Standard

CONSTANTS = read_constants()
BAND = Standard("comps", 140_000, 150_000, 160_000, "mine.csv", "2026", 9)


def aim(
    offered: float,
    standard: Standard | None = None,
    top: float | None = None,
    rival: float | None = None,
    band: str = "usual",
) -> Aim | None:
    return base_aim(offered, standard, top, rival, band, CONSTANTS)


def test_far_below_the_evidence_one_ask_at_its_middle() -> None:
    assert aim(118_000, BAND) == Aim(
        150_000, 150_000, 150_000, "the evidence's P50", far_below=True
    )


def test_a_rival_without_evidence_is_matched_and_no_less() -> None:
    # 118,000 x 1.2 = 141,600 is below the rival: the cap is the rival.
    assert aim(118_000, rival=145_000) == Aim(
        145_000, 145_000, 145_000, "the offer in hand", far_below=False
    )


def test_within_the_evidence_a_quarter_of_the_way_to_p75() -> None:
    # 150,000 + 0.25 x 10,000 = 152,500; times 1.05 = 160,125, over the P75.
    found = aim(145_000, BAND)
    assert found == Aim(152_500, 160_000, 160_000, "the evidence's P75", False)


def test_the_offers_multiple_holds_a_wide_range() -> None:
    wide = Standard("comps", 100_000, 140_000, 220_000, "mine.csv", "2026", 9)
    # 120,000 x 1.15 = 138,000.
    found = aim(120_000, wide)
    assert found is not None
    assert (found.ask, found.bound) == (138_000, "1.15 times the offer")


def test_the_top_of_the_posting_holds() -> None:
    posted = Standard("posted", 130_000, 142_500, 155_000, "posting", "")
    found = aim(138_000, posted, 155_000, 150_000, "strong")
    assert found is not None
    assert found.ask == 155_000
    assert found.bound == "the top of the posted range"
    assert found.target == 150_000


def test_nothing_to_lean_on_gives_no_number() -> None:
    assert aim(138_000) is None
    assert aim(138_000, rival=130_000) is None


@pytest.mark.parametrize(
    ("amount", "step"),
    [(72_000, 500), (199_999, 500), (200_000, 1000), (2_500_000, 10_000)],
)
def test_steps(amount: float, step: float) -> None:
    assert step_of(amount) == step


def test_an_offer_at_the_lower_quartile_is_not_far_below() -> None:
    # At the P25, 140,000: the P75 bounds the ask and not the P50.
    found = aim(140_000, BAND)
    assert found is not None
    assert not found.far_below
    assert found.cap == 160_000
    below = aim(139_500, BAND)
    assert below is not None
    assert (below.far_below, below.cap) == (True, 150_000)


def test_a_rival_above_a_posting_without_other_evidence() -> None:
    # The cap is never below the rival, and the aim is what is held.
    found = aim(118_000, None, 130_000, 145_000)
    assert found is not None
    assert (found.target, found.cap) == (145_000, 145_000)


def test_invariants_of_random_cases() -> None:
    rng = random.Random(13)
    for _ in range(20_000):
        offered = rng.randrange(60_000, 400_000, 500)
        low = rng.randrange(60_000, 400_000, 500)
        middle = low + rng.randrange(0, 60_000, 500)
        high = middle + rng.randrange(0, 60_000, 500)
        standard = rng.choice(
            [None, Standard("comps", low, middle, high, "mine.csv", "2026", 9)]
        )
        top = rng.choice([None, float(rng.randrange(offered // 2, 400_000, 500))])
        rival = rng.choice([None, float(rng.randrange(60_000, 400_000, 10))])
        band = rng.choice(["small", "usual", "strong"])
        found = aim(offered, standard, top, rival, band)
        alone = aim(offered, standard, top, None, band)
        if rival is None or rival <= offered:
            assert found == alone  # a lower rival changes nothing
        if found is None:
            assert standard is None
            continue
        assert found.target <= found.ask <= found.cap
        assert found.ask % 500 == 0 or rival is not None or top is not None
        if rival is not None and rival > offered:
            assert found.ask >= min(rival, rival if top is None else top)
            assert found.cap >= rival
            if alone is not None:
                assert found.target >= alone.target  # a rival never lowers the target
        elif standard is not None and offered < low:
            assert found.far_below
            assert found.ask <= middle


def test_a_rival_as_high_as_the_offer_changes_nothing() -> None:
    assert aim(138_000, BAND, rival=138_000) == aim(138_000, BAND)
    assert aim(138_000, rival=138_000) is None
