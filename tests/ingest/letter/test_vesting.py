from __future__ import annotations

from typing import Any

import pytest

from offerlab.ingest.letter.vesting import vesting_block

MONTHLY = {"months": 48, "every_months": 1, "cliff_months": 12}
QUARTERLY = {"months": 48, "every_months": 3, "cliff_months": 12}


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("four years with a one-year cliff, monthly after that", MONTHLY),
        ("25% on the first anniversary and 1/48th monthly thereafter", MONTHLY),
        (
            "one-fourth vests twelve months after your first day and the balance in"
            " thirty-six (36) equal monthly installments",
            MONTHLY,
        ),
        ("12/48ths after twelve months of service and 3/48ths each quarter", QUARTERLY),
        ("25% after one year and 6.25% each quarter after that", QUARTERLY),
        (
            "one-sixteenth each quarter over four years",
            {"months": 48, "every_months": 3},
        ),
        ("in four equal annual installments", {"months": 48, "every_months": 12}),
        ("vests 25% per year over four years", {"months": 48, "every_months": 12}),
        (
            "one third on the first anniversary and the rest in eight equal quarterly"
            " installments",
            {"months": 36, "every_months": 3, "cliff_months": 12},
        ),
        (
            "33% at the end of year one, 33% of year two, 22% of year three and 12%",
            {"yearly": [33, 33, 22, 12], "every_months": 12},
        ),
        (
            "5% after 12 months, 15% after 24 months and then 20% every six months",
            {
                "yearly": [5, 15, 40, 40],
                "every_months": {"1": 12, "2": 12, "3": 6, "4": 6},
            },
        ),
        (
            "all of the units vest together on the fourth anniversary",
            {"months": 48, "every_months": 48},
        ),
        (
            "monthly over 4 years after a six-month cliff",
            {"months": 48, "every_months": 1, "cliff_months": 6},
        ),
        ("on a schedule that the board sets", None),
        ("subject to continued service", None),
    ],
)
def test_vesting_in_prose(text: str, block: dict[str, Any] | None) -> None:
    assert vesting_block(text) == block
