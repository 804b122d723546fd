from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.iso_limit import value_words
from offerlab.model.ledger import TaxKind
from tests.conftest import PRIVATE, PUBLIC
from tests.model.lines import totals, vest_lines, with_grant

Read = Callable[[str], Offer]


ISO = "{kind: iso, shares: 400_000, strike: 1.00, vesting: lyft-4yr%s}"


def iso_split(read: Read, more: str = "") -> dict[int, tuple[int, int]]:
    """Shares that stay ISO and that count as NSO, by calendar year."""
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 1.00")
    by_year: dict[int, tuple[int, int]] = {}
    for line in vest_lines(read(with_grant(text, ISO % more))):
        assert line.date is not None
        kept, above = by_year.get(line.date.year, (0, 0))
        shares = int(line.shares or 0)
        if line.tax_kind is TaxKind.ISO_SPREAD:
            kept += shares
        else:
            above += shares
        by_year[line.date.year] = (kept, above)
    return by_year


def test_iso_above_100_000_dollars_a_year_counts_as_nso(read: Read) -> None:
    # 400,000 options worth $1.00 each at grant, from 2027-01-11: 100,000 on the
    # first anniversary and 25,000 a quarter after. 2028 has 100,000 + 3 × 25,000 =
    # 175,000: 100,000 stay. 2029 and 2030 have 4 × 25,000, all within the limit;
    # 2031 has the last 25,000.
    assert iso_split(read) == {
        2028: (100_000, 75_000),
        2029: (100_000, 0),
        2030: (100_000, 0),
        2031: (25_000, 0),
    }


def test_early_exercise_makes_all_of_it_exercisable_in_the_first_year(
    read: Read,
) -> None:
    # All 400,000 count in 2027: the first 100,000 that vest stay ISO.
    found = iso_split(read, ", early_exercise: true")
    assert sum(kept for kept, _ in found.values()) == 100_000
    assert sum(above for _, above in found.values()) == 300_000
    assert found[2028] == (100_000, 75_000)


def test_the_split_changes_no_value(read: Read) -> None:
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 2.00")
    found = totals(read(with_grant(text, ISO % "")))
    assert found.illiquid.intrinsic == pytest.approx(400_000)
    assert found.illiquid.notional == pytest.approx(1_200_000)


def test_the_iso_limit_is_in_dollars_and_stops_nothing(read: Read) -> None:
    text = with_grant(PRIVATE, ISO % "") + "currency: EUR\n"
    found = totals(read(text))
    assert found.illiquid.notional == pytest.approx(1_200_000)
    assert {line.tax_kind for line in vest_lines(read(text))} == {TaxKind.ISO_SPREAD}


def test_the_limit_keeps_whole_options_and_never_a_dollar_too_much(read: Read) -> None:
    # At a 409A of 3.00: 100,000 / 3 = 33,333.3 options of the 100,000 of 2028's cliff.
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 3.00")
    kept = [
        line.shares
        for line in vest_lines(read(with_grant(text, ISO % "")))
        if line.date is not None
        and line.date.year == 2028
        and line.tax_kind is TaxKind.ISO_SPREAD
    ]
    assert kept == [33_333]


def test_the_limit_of_a_public_company_takes_its_share_price(read: Read) -> None:
    # 1,200 options at a price of 100, 300 on each anniversary: 30,000 a year, all ISO;
    # at 1,000 they are 300,000 a year, of which 100 options stay.
    iso = (
        "{kind: iso, shares: 1_200, strike: 1, vesting: {months: 48, every_months: 12}}"
    )
    for price, wanted in ((100, [300] * 4), (1000, [100] * 4)):
        text = PUBLIC.replace("share_price: 100", f"share_price: {price}")
        lines = vest_lines(read(with_grant(text, iso)))
        kept = [line.shares for line in lines if line.tax_kind is TaxKind.ISO_SPREAD]
        assert kept == wanted


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "", "409A"),
        ("  fmv_409a: 1.40\n", "", "strike, the fair market value being unknown"),
        (
            "strike: 0.90",
            "strike: 0.90, granted_month: 6",
            "strike, the fair market value of the day of the grant",
        ),
    ],
)
def test_what_the_limit_counts_a_share_at_is_said(
    read: Read, old: str, new: str, words: str
) -> None:
    offer = read(PRIVATE.replace(old, new) if old else PRIVATE)
    (grant,) = offer.equity or ()
    assert value_words(offer, grant) == words
    public = PUBLIC.replace("kind: rsu", "kind: iso, strike: 60")
    listed = read(public)
    (grant,) = listed.equity or ()
    assert value_words(listed, grant) == "share price"
