"""Random offers that use the keys of the format, one for every seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.dates import add_months

EVERY = [1, 3, 6, 12]


def draw(seed: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """An offer and the assumptions it is counted under."""
    pick = Random(seed)
    offer: dict[str, Any] = {
        "offerlab": 1,
        "company": _company(pick),
        "role": "Machine Learning Engineer",
        "location": "Seattle, WA",
        "start_date": _day(pick, date(2026, 12, 1), 500).isoformat(),
        "base_salary": _base(pick),
    }
    told: dict[str, Any] = {
        "horizon_years": pick.choice([1, 2, 3, 4, 4, 4, 5, 6]),
        "raise_rate": pick.choice([0, 0, 0.03, 0.05]),
        "bonus_payout": pick.choice([1, 1, 0.5, 0, 1.2]),
        "share_growth_rate": pick.choice([0, 0, 0.1, 0.25, -0.2]),
        "discount_rate": pick.choice([0.04, 0.04, 0, 0.1]),
        "leaving_rate": pick.choice([0, 0.1, 0.25]),
        "psu_payout": pick.choice([1, 1, 0, 0.5, 1.5]),
        "refreshers": pick.choice(["promised", "promised", "none"]),
        "fx": {"EUR": pick.choice([1.1, 1.25, 0.9])},
    }
    if pick.random() < 0.25:
        offer["currency"] = "EUR"
        if pick.random() < 0.5:
            offer["company"]["currency"] = "USD"
    if isinstance(offer["base_salary"], dict) and pick.random() < 0.5:
        offer["hours_per_week"] = pick.choice([35, 38, 40])
    _end(pick, offer)
    _cash(pick, offer, told)
    _stock(pick, offer, told)
    _benefits(pick, offer)
    return offer, told


def _day(pick: Random, first: date, days: int) -> date:
    return first + timedelta(days=pick.randrange(days))


def _company(pick: Random) -> dict[str, Any]:
    if pick.random() < 0.5:
        return {
            "name": "Contoso",
            "stage": "public",
            "share_price": pick.choice([12.5, 40, 88.2, 250]),
        }
    company: dict[str, Any] = {
        "name": "Northwind",
        "stage": pick.choice(["series-a", "series-c", "late"]),
    }
    price, count = pick.choice([2, 3.5, 20]), pick.choice([10_000_000, 40_000_000])
    if pick.random() < 0.8:
        company["valuation"] = int(price * count)
        if pick.random() < 0.7:
            company["fully_diluted_shares"] = count
    if pick.random() < 0.8:
        company["preferred_price"] = price
    if pick.random() < 0.8:
        company["fmv_409a"] = pick.choice([0.6, 1.4])
    return company


def _base(pick: Random) -> Any:
    if pick.random() < 0.15:
        per = pick.choice(["hour", "week", "two-weeks", "half-month", "month"])
        yearly = {
            "hour": 2000,
            "week": 52,
            "two-weeks": 26,
            "half-month": 24,
            "month": 12,
        }
        return {"amount": round(140_000 / yearly[per]), "per": per}
    return pick.choice([98_500, 138_000, 150_000, 187_250])


def _end(pick: Random, offer: dict[str, Any]) -> None:
    """A fixed term, whole years or any number of days."""
    start, chance = date.fromisoformat(offer["start_date"]), pick.random()
    if chance < 0.1:
        day = add_months(start, 12 * pick.choice([1, 2, 3])) - timedelta(days=1)
        offer["end_date"] = day.isoformat()
    elif chance < 0.2:
        offer["end_date"] = _day(pick, add_months(start, 3), 1200).isoformat()


def _cash(pick: Random, offer: dict[str, Any], told: dict[str, Any]) -> None:
    offer["target_bonus"] = _bonus(pick, offer, told)
    offer["sign_on"] = [_payment(pick) for _ in range(pick.choice([0, 1, 2]))] or "none"
    if pick.random() < 0.4:
        move = _payment(pick)
        move["paid_month"] = pick.choice([0, 1, 2])
        offer["relocation"] = move
        if pick.random() < 0.3:
            offer["relocation"] = {"amount": 8_000, "kind": "reimbursement"}
    else:
        offer["relocation"] = "none"


def _bonus(pick: Random, offer: dict[str, Any], told: dict[str, Any]) -> Any:
    target = pick.choice(["10%", "15%", "12.5%", 20_000])
    clock = {"paid_in_month": pick.choice([1, 3, 9, 12])}
    if "end_date" in offer or (told["raise_rate"] and isinstance(target, str)):
        clock = {}
    chance = pick.random()
    if chance < 0.2:
        return "none"
    if chance < 0.4:
        return target
    if chance < 0.6:
        first = {"guaranteed_first_year": True} if pick.random() < 0.5 else {}
        return {"target": target, **first, **clock}
    plan = []
    for year in range(1, pick.choice([2, 3, 4])):
        kind = pick.random()
        one: dict[str, Any] = {"year": year, **clock}
        one |= {"amount": 30_000 + 500 * year} if kind < 0.5 else {"target": target}
        one |= {"guaranteed": True} if pick.random() < 0.4 else {}
        plan.append(one)
    return plan


def _payment(pick: Random) -> dict[str, Any]:
    month = pick.choice([0, 1, 1, 2, 6, 13, 25])
    one: dict[str, Any] = {
        "amount": pick.choice([5_000, 12_000, 33_333]),
        "paid_month": month,
    }
    chance = pick.random()
    if chance < 0.3:
        return one
    if pick.random() < 0.4:
        one["clawback_from"] = pick.choice(["start", "payment", -2, 3, 12])
    if chance < 0.7:
        one["clawback_months"] = pick.choice([6, 12, 24, 18])
        one["clawback"] = pick.choice(["prorated", "all-or-nothing"])
        return one
    owed = ["all", "prorated", "50%", "25%"]
    one["clawback"] = [
        {"until_month": until, "owed": pick.choice(owed)}
        for until in pick.choice([[12], [12, 24], [6, 12, 24]])
    ]
    return one


def _block(pick: Random) -> dict[str, Any]:
    if pick.random() < 0.3:
        yearly = pick.choice(
            [[5, 15, 40, 40], [25, 25, 25, 25], [38, 32, 20, 10], [50, 50], [100]]
        )
        block: dict[str, Any] = {"yearly": yearly}
        if pick.random() < 0.5:
            block["every_months"] = pick.choice(EVERY)
        elif pick.random() < 0.5:
            block["every_months"] = {
                str(y): pick.choice(EVERY) for y in range(1, len(yearly) + 1)
            }
        return block
    every = pick.choice(EVERY)
    block = {"months": pick.choice([12, 24, 36, 48, 60]), "every_months": every}
    if pick.random() < 0.5:
        block["cliff_months"] = 12
    if pick.random() < 0.15:
        block["allocation"] = "CUMULATIVE_ROUNDING"
    return block


def _stock(pick: Random, offer: dict[str, Any], told: dict[str, Any]) -> None:
    public = offer["company"]["stage"] == "public"
    offer["equity"] = [
        _grant(pick, offer, public) for _ in range(pick.choice([0, 1, 1, 2, 3]))
    ]
    offer["refreshers"] = "none"
    if pick.random() < 0.3:
        offer["refreshers"] = {"annual_value": 40_000, "vesting": _block(pick)}


KINDS = ["rsu", "rsu", "psu", "restricted-stock", "nso", "iso", "option", "cash-award"]


def _grant(pick: Random, offer: dict[str, Any], public: bool) -> dict[str, Any]:
    kind = pick.choice(KINDS if public else ["double-trigger-rsu", *KINDS[3:]])
    grant: dict[str, Any] = {"kind": kind, "vesting": _block(pick)}
    if kind == "cash-award":
        grant["value"] = pick.choice([60_000, 101_000])
        return grant
    grant |= _made(pick, offer)
    if kind in ("nso", "iso", "option"):
        _option(pick, grant, offer, public)
        return grant
    if kind == "restricted-stock" and pick.random() < 0.6:
        grant["purchase_price"] = pick.choice([0.2, 1.0])
    _size(pick, grant, offer, public)
    if "shares" not in grant and pick.random() < 0.3:
        grant["rounding"] = pick.choice(["up", "nearest"])
    in_dollars = public and "value" in grant and "currency" in offer["company"]
    if in_dollars and pick.random() < 0.3:
        grant["currency"] = "USD"
    return grant


def _made(pick: Random, offer: dict[str, Any]) -> dict[str, Any]:
    """A day of its own for the grant, or for its vesting; within the term."""
    start, chance = date.fromisoformat(offer["start_date"]), pick.random()
    end = date.fromisoformat(offer.get("end_date", "9999-01-01"))
    month, day = pick.choice([1, 6, 12, 15]), _day(pick, start, 400)
    if chance < 0.15 and add_months(start, month) <= end:
        return {"granted_month": month}
    if 0.15 < chance < 0.3 and day <= end:
        return {"grant_date": day.isoformat()}
    if chance > 0.9:
        return {"vesting_start": _day(pick, start, 90).isoformat()}
    return {}


def _size(
    pick: Random, grant: dict[str, Any], offer: dict[str, Any], public: bool
) -> None:
    chance = pick.random()
    if chance < 0.4 or grant["kind"] == "psu":
        grant["shares"] = pick.choice([997, 4_000, 12_345])
    elif chance < 0.75 or not public:
        grant["value"] = pick.choice([120_000, 200_000, 333_333])
        if pick.random() < 0.4:
            grant["conversion_price"] = pick.choice([11, 52.1])
    else:
        grant["annual_value"] = pick.choice([50_000, 90_001])
        _yearly(pick, grant, offer)


def _yearly(pick: Random, grant: dict[str, Any], offer: dict[str, Any]) -> None:
    grant.pop("vesting_start", None)
    first = _day(pick, date.fromisoformat(offer["start_date"]), 60)
    days = [add_months(first, 12 * k) for k in range(pick.choice([1, 2, 3]))]
    has_day = not {"grant_date", "granted_month"}.isdisjoint(grant)
    if has_day or "end_date" in offer or pick.random() < 0.7:
        grant["years"] = pick.choice([1, 2, 4])
    else:
        grant["grant_dates"] = [day.isoformat() for day in days]


def _option(
    pick: Random, grant: dict[str, Any], offer: dict[str, Any], public: bool
) -> None:
    grant["strike"] = pick.choice([0.5, 1.4, 30.0] if public else [0.6, 1.4])
    if pick.random() < 0.3 and (public or "fmv_409a" in offer["company"]):
        grant["strike"] = "at-grant"
    chance = pick.random()
    if chance < 0.4 or (not public and chance < 0.7):
        grant["shares"] = pick.choice([1_000, 15_001])
        if not public and pick.random() < 0.5:
            del grant["shares"]
            grant["percent"] = pick.choice([0.04, 0.25, "6%"])
    elif chance < 0.85 or grant["strike"] == "at-grant":
        grant |= {
            "value": 100_000,
            "value_basis": "fair-value",
            "option_value": pick.choice([4, 16.5]),
        }
    else:
        grant |= {"value": 100_000, "value_basis": "face"}


def _benefits(pick: Random, offer: dict[str, Any]) -> None:
    if pick.random() < 0.4:
        match = pick.choice(
            [
                {"rate": "50%", "up_to": "6%"},
                {
                    "tiers": [
                        {"rate": "100%", "up_to": "3%"},
                        {"rate": "50%", "up_to": "5%"},
                    ],
                    "max": 6_000,
                },
            ]
        )
        offer["benefits"] = {"retirement_match": match}
