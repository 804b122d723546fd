from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.allocation import Allocation
from offerlab.core.benefit import MatchTier
from offerlab.core.bonus import TargetBonus
from offerlab.core.grant import Acceleration, Conversion, GrantKind
from offerlab.core.offer import Deadline, Offer
from offerlab.core.payment import Payment
from offerlab.core.vesting import tranches

if TYPE_CHECKING:
    from collections.abc import Callable

EVERYTHING = """\
offerlab: 1
company:
  name: Northwind Robotics
  stage: series-b
  valuation: $150M
  fully_diluted_shares: 50_000_000
  preferred_price: 3.00
  fmv_409a: 0.90
  share_price: null
  as_of: 2026-10-01
label: first offer
role: Machine Learning Engineer
level: L3
location: San Francisco, CA
start_date: 2027-01-11
currency: USD
basis: letter
base_salary: {amount: 150_000, basis: contract}
target_bonus: {target: 10%, guaranteed_first_year: true, paid_in_month: 3}
sign_on:
  - {amount: 20_000, clawback_months: 12, clawback: prorated}
  - {amount: 15_000, paid_month: 13, basis: verbal}
relocation: 5_000
equity:
  - kind: iso
    percent: 0.04
    strike: 0.90
    vesting: standard-startup-option
    vesting_start: 2027-01-15
    acceleration: {trigger: double, share: 100%}
    expires_months: 84
    early_exercise: true
  - kind: double-trigger-rsu
    value: 200_000
    conversion_price: 52.10
    conversion: {rule: average, days: 30}
    vesting: {yearly: [5, 15, 40, 40], every_months: {1: 12, 2: 12, 3: 6, 4: 6}}
  - kind: rsu
    annual_value: 120_000
    years: 1
    vesting:
      {months: 48, every_months: 1, cliff_months: 12, allocation: CUMULATIVE_ROUNDING}
  - {kind: iso, shares: 4_000, strike: 1.25, vesting: {ocf: vesting_terms.json}}
  - {kind: ppu, shares: 10, threshold: 5, currency: EUR}
refreshers: {promised: true, annual_value: 50k, vesting: {months: 48, every_months: 3}}
exercise_window_months: 3
benefits:
  retirement_match: {rate: 50%, up_to: 6%, vesting: immediate}
  hsa: 1_000
  health_premium: 1_800
  espp: {discount: 15%, lookback: true, offering_months: 6}
  stipends: 1_200
  pto_days: 20
hours_per_week: 40
deadline: 2026-12-04T17:00 America/Los_Angeles
contacts: [{name: Dana Lee, role: recruiter, email: dana@example.com}]
promises: [{text: salary review, by: Dana Lee, medium: phone, date: 2026-11-20}]
ratings: {learning: 5, team: 4, commute: 2}
notes: |
  free text
  on two lines
"""


def test_every_key_of_the_format_is_read(read: Callable[[str], Offer]) -> None:
    offer = read(EVERYTHING)
    assert offer.id == "first offer"
    assert (offer.base_salary, offer.base_basis) == (150_000, "contract")
    assert offer.company.valuation == 150_000_000
    assert offer.target_bonus == TargetBonus("letter", 0.1, None, True, 3)
    assert offer.sign_on == (
        Payment(20_000, "letter", 1, 12, "prorated"),
        Payment(15_000, "verbal", 13),
    )
    assert offer.relocation == (Payment(5_000, "letter"),)
    assert offer.deadline == Deadline(
        date(2026, 12, 4), time(17), "America/Los_Angeles", assumed=False
    )
    assert offer.ratings == {"learning": 5, "team": 4, "commute": 2}
    assert offer.notes == "free text\non two lines"
    benefits = offer.benefits
    assert benefits is not None
    assert benefits.retirement_match is not None
    assert benefits.retirement_match.tiers == (MatchTier(0.5, 0.06),)
    assert benefits.espp is not None
    assert benefits.espp.discount == 0.15
    assert offer.refreshers is not None
    assert offer.refreshers.annual_value == 50_000


def test_every_key_of_a_grant_is_read(read: Callable[[str], Offer]) -> None:
    iso, double, yearly, terms, ppu = read(EVERYTHING).equity or ()
    assert (iso.kind, iso.percent, iso.strike) == (GrantKind.ISO, Decimal("0.04"), 0.9)
    assert iso.vesting_name == "standard-startup-option"
    assert iso.vesting_start == date(2027, 1, 15)
    assert iso.acceleration == Acceleration("double", Fraction(1))
    assert (iso.expires_months, iso.early_exercise) == (84, True)
    assert double.conversion == Conversion("average", 30)
    assert double.vesting is not None
    assert [t.month for t in tranches(double.vesting, None, None)][-1] == 48
    assert yearly.annual_value == 120_000
    assert yearly.vesting is not None
    assert yearly.vesting.allocation is Allocation.CUMULATIVE_ROUNDING
    assert terms.vesting_file == "vesting_terms.json"
    assert (ppu.currency, ppu.threshold) == ("EUR", 5)
