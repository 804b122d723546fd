"""Good files, from which hostile ones are made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from offerlab.resources import shipped


def _shipped(name: str, lines: int = 10_000) -> str:
    text = shipped(name).read_text(encoding="utf-8")
    return "\n".join(text.split("\n")[:lines]) + "\n"


OFFERS = (
    _shipped("templates/offers/northwind.yaml"),
    _shipped("templates/offers/contoso.yaml"),
    """\
offerlab: 1
company: {name: Acme, stage: public, share_price: 52.10, currency: EUR}
currency: EUR
role: Engineer
location: Berlin
start_date: 2027-02-01
base_salary: {amount: 55, per: hour}
hours_per_week: 38
target_bonus: [{year: 1, amount: 12_000, guaranteed: true}, {year: 2, target: 15%}]
sign_on: [{amount: 20_000, clawback: [{until_month: 12, owed: all}]}]
relocation: {amount: 10_000, kind: reimbursement}
equity:
  - {kind: rsu, value: 160_000, vesting: {yearly: [5, 15, 40, 40], every_months: {1: 12, 3: 6}}}
  - {kind: nso, shares: 1000, strike: at-grant, grant_date: 2027-03-01, vesting: google-33-33-22-12}
refreshers: {annual_value: 40_000, vesting: meta-quarterly}
exercise_window: [{after_months: 24, window: 5 years}]
benefits:
  retirement_match: {tiers: [{rate: 100%, up_to: 3%}, {rate: 50%, up_to: 5%}]}
  espp: {discount: 15%, lookback: true, offering_months: 6}
deadline: 2026-12-04T17:00 America/Los_Angeles
posted_range: {low: 140_000, high: 175_000, source: the posting}
ratings: {team: 4}
""",
    "offerlab: 1\noffers:\n- {company: {name: A}, role: r, location: Boise,"
    " base_salary: 18.4 lakh, currency: INR}\n- {company: {name: B}, role: r,"
    " location: NY, base_salary: 150k}\n",
)  # fmt: skip
JSON_OFFERS = (
    json.dumps({
        "offerlab": 1, "company": {"name": "A", "stage": "seed", "valuation": 10**7},
        "role": "r", "location": "Boise, ID", "base_salary": 150000,
        "equity": [{"kind": "iso", "percent": 0.04, "strike": 0.9,
                    "vesting": {"months": 48, "every_months": 1, "cliff_months": 12}}],
    }, indent=1),
)  # fmt: skip
CSV_OFFERS = (
    "company.name,company.stage,company.share_price,role,location,base_salary,"
    "equity.1.kind,equity.1.shares,equity.1.vesting.yearly,sign_on.1.amount\n"
    'A,public,100,Engineer,"Boise, ID","150,000",rsu,1000,25/25/25/25,20k\n'
    'B,public,50,Engineer,"Austin, TX",145k,rsu,2000,5/15/40/40,\n',
)
TERMS = (
    json.dumps({
        "object_type": "VESTING_TERMS", "id": "t", "name": "n", "description": "d",
        "allocation_type": "CUMULATIVE_ROUND_DOWN",
        "vesting_conditions": [
            {"id": "start", "trigger": {"type": "VESTING_START_DATE"},
             "portion": {"numerator": "1", "denominator": "4"},
             "next_condition_ids": ["monthly"]},
            {"id": "monthly", "quantity": "10", "next_condition_ids": [],
             "trigger": {"type": "VESTING_SCHEDULE_RELATIVE",
                         "relative_to_condition_id": "start",
                         "period": {"length": 1, "type": "MONTHS", "occurrences": 36,
                                    "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH"}}},
        ],
    }, indent=1),
)  # fmt: skip
COMPS = (
    "role,level,location,year,base_salary\n"
    + "".join(f'ML Engineer,L3,"San Francisco, CA",2026,{150 + k}k\n' for k in range(9)),
    "Job Title;City;Base Pay;Currency;Company\nEngineer;Berlin;85.000;EUR;Acme\n"
    "Engineer;Berlin;90.000;EUR;Beta\n",
    "role,location,p25,p50,p75,n\nML Engineer,Seattle,140000,150000,160000,25\n",
    "CASE_NUMBER,CASE_STATUS,JOB_TITLE,SOC_CODE,WORKSITE_CITY,WORKSITE_STATE,"
    "WAGE_RATE_OF_PAY_FROM,WAGE_UNIT_OF_PAY,FULL_TIME_POSITION\n"
    "I-1,Certified,Engineer,15-1252.00,Austin,TX,150000,Year,Y\n"
    "I-2,Certified,Engineer,15-1252.00,Austin,TX,72.5,Hour,Y\n",
)  # fmt: skip
JSON_COMPS = (
    json.dumps([{"title": "Engineer", "city": "Austin", "salary": 150000 + k}
                for k in range(5)]),
)  # fmt: skip
PRICES = (
    "date,price\n" + "".join(f"2027-{m:02}-01,{50 + m}.5\n" for m in range(1, 13)),
)
ASSUMPTIONS = (
    "raise_rate: 3%\nshare_growth_rate: 0.05\nfx: {EUR: 1.08}\nexit_scenarios:\n"
    "  good: 1B\noffers:\n  A: {raise_rate: 2%}\nhorizon_years: 4\nrefreshers: promised\n",
)
TEMPLATES = (
    _shipped("templates/email/counter.j2"),
    _shipped("templates/email/accept.j2"),
    "---\npurpose: p.\nwhen: w.\nslots:\n  company: {from: offer, about: c}\n"
    "  milestones: {from: you, about: m, list: true, optional: true}\n---\n"
    "Subject: {{ company }}\n\n{% for m in milestones %}- {{ m|title }}\n{% endfor %}"
    "{% if company %}{% set a = company ~ '.' %}{{ a }}{% endif %}\n",
)
ANSWERS = (
    "Acme\n150k\n{months: 48, every_months: 1, cliff_months: 12}\n03\nnotes\nx\n",
    "007\n$150,000\nstandard-startup-option\nL3\n\n",
)
NUMBERS = ("150k\n$1,234.50\n10%\n0.04\n2027-01-11\n2026-12-04T17:00 UTC\n18.4 lakh\n",)
WAGES = (_shipped("market_data/oews/15-2051.csv", 12),)
ENTRY = (_shipped("market_data/entry_level.csv", 8),)
ROLES = (_shipped("market_data/roles.yaml", 44),)
SCHEDULES = (_shipped("market_data/vesting_schedules.yaml", 60),)
PROFILES = (_shipped("market_data/benchmarks.yaml"),)

_LETTERS = Path(__file__).parents[2] / "tests/data/offer_letters"
LETTERS = tuple(
    (_LETTERS / f"open/{name}.txt").read_text(encoding="utf-8")
    for name in ("01", "09", "22")
)
MAILS = (
    "From: Dana Reyes <dana@northwind.example>\nTo: sam@example.com\nSubject: Offer\n"
    "Date: Mon, 23 Nov 2026 09:00:00 +0000\nMIME-Version: 1.0\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{LETTERS[0]}",
    "From: d@x.example\nSubject: =?utf-8?q?Offer?=\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
    "Content-Type: text/html; charset=iso-8859-1\n"
    f"Content-Transfer-Encoding: quoted-printable\n\n<p>{LETTERS[1]}</p>\n--b\n"
    "Content-Type: application/pdf; name=a.pdf\n"
    "Content-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n",
)
WORD_PARTS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w='
    '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\n'
    + "\n".join(
        f"<w:p><w:r><w:t>{line.replace('&', '').replace('<', '')}</w:t></w:r></w:p>"
        for line in LETTERS[0].split("\n")
    )
    + "\n<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Base salary</w:t></w:r></w:p></w:tc><w:tc>"
    "<w:p><w:r><w:tab/><w:t>$150,000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\n"
    "</w:body></w:document>\n",
)
WORD_FILES = ((_LETTERS / "rendered/05.docx").read_bytes(),)
PAGES = tuple(
    (_LETTERS / f"rendered/{name}.pdf").read_bytes() for name in ("01", "04", "13")
)
OWN_LETTERS = (
    "Subject: Offer\n\nDear Dana,\n\nthank you for the offer of $150,000 of base and"
    " 0.04% of the company. I have an offer of $165,000 from Fabrikam, and I would sign"
    " by December 4, 2026 if base were $160k.\n\nSam\n",
)
VERSIONS = (OFFERS[0], OFFERS[0].replace("150000", "155000"))
LOGS = (
    "".join(json.dumps(event) + "\n" for event in (
        {"kind": "start", "on": "2026-11-02", "text": "Northwind Labs", "role": "r"},
        {"kind": "signal", "on": "2026-11-03", "text": "the team said yes"},
        *({"kind": "offer", "on": "2026-11-04", "text": "N", "version": number,
           "medium": "paper", "sha256": hashlib.sha256(text.encode()).hexdigest()}
          for number, text in enumerate(VERSIONS, start=1)),
        {"kind": "sent", "on": "2026-11-09", "text": "", "letter": "counter",
         "ask": {"base": 165000.0, "equity_percent": 0.05}, "allowed": ["rival"]},
        {"kind": "promise", "on": "2026-11-10", "text": "a review", "by": "Dana",
         "medium": "call", "said_on": "2026-11-10"},
        {"kind": "reply", "on": "2026-11-11", "text": "half", "outcome": "partial"},
    )),
)  # fmt: skip
MAPS = ('{"role": "Job Title", "base_salary": "Base Pay", "currency": "Currency"}\n',)
MAPPINGS = ("role=Job Title\nbase_salary=Base Pay\ncity=City\nemployer=Company\n",)
DEFAULTS = ("signature: Sam Rivera\ncurrency: USD\nfx:\n  EUR: 1.08\nmarket_data: .\n",)
PARITIES = (_shipped("market_data/price_parities.csv", 40),)
LEVERS = (_shipped("market_data/levers.csv"),)
CONSTANTS = (_shipped("market_data/negotiation.csv"),)
LAW = (_shipped("market_data/negotiation_facts.csv", 12),)
RECRUITERS = (_shipped("market_data/recruiter_lines.csv"),)
PLACES = (_shipped("market_data/places.yaml", 40),)
COUNTRIES = (_shipped("market_data/countries.yaml", 60),)
MANAGERS = (_shipped("market_data/soc_managers.csv"),)
TOP_CODES = (_shipped("market_data/oews_topcode.csv"),)
