"""The questions of an interview, in the order of an offer letter."""

from __future__ import annotations

from dataclasses import dataclass

from offerlab.core.company import STAGES

KINDS = "rsu, double-trigger-rsu, iso, nso, restricted-stock, none"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the key it fills, its words, and the term in a line."""

    key: str
    ask: str
    about: str = ""
    required: bool = False


COMPANY = (
    Question("company.name", "Company", required=True),
    Question(
        "company.stage",
        "Stage of the company",
        f"One of {', '.join(STAGES)}. Only public stock can be sold, so only that"
        " counts as money.",
    ),
)
PUBLIC = (
    Question("company.share_price", "Share price", "Today's price of one share."),
    Question("company.as_of", "Date of that price", "For example 2026-11-20."),
    Question("company.valuation", "Market capitalisation", "For example 400B."),
)
PRIVATE = (
    Question(
        "company.valuation",
        "Valuation",
        "Post-money: what the last round valued the company at, such as 150M.",
    ),
    Question(
        "company.fully_diluted_shares",
        "Fully diluted shares",
        "All shares there would be: issued, options, convertibles. For example 50M.",
    ),
    Question(
        "company.preferred_price",
        "Preferred price",
        "What investors paid a share in the last round.",
    ),
    Question(
        "company.fmv_409a",
        "409A value a share",
        "The appraised value of one common share; usually the strike of new options.",
    ),
)
JOB = (
    Question("role", "Job title", required=True),
    Question("level", "Level", "The company's own grade, such as L3."),
    Question("location", "Location", "City, ST, or Remote.", required=True),
    Question("start_date", "Start date", "For example 2027-01-11."),
)
CASH = (
    Question("base_salary", "Base salary a year", "For example 150k.", required=True),
    Question(
        "target_bonus",
        "Target bonus a year",
        "Percent of base (10%) or an amount, if the targets are met; 0 if none.",
    ),
    Question("sign_on.1.amount", "Sign-on payment", "One-off, for joining."),
)
SIGN_ON = (
    Question(
        "sign_on.1.clawback_months",
        "Months until you may keep it",
        "Leaving earlier, you pay it back (clawback); 0 if never.",
    ),
    Question(
        "sign_on.2.amount",
        "Sign-on paid in the second year",
        "If the letter promises one.",
    ),
)
EQUITY = Question(
    "equity",
    "Kind of equity",
    f"One of {KINDS}. An RSU is a share when it vests; an option (iso, nso) is the"
    " right to buy at the strike.",
)
SIZES = (
    Question("percent", "Size in percent of the company", "Write 0.04 for 0.04%."),
    Question("shares", "Size in shares", "If the letter says a number of shares."),
    Question("value", "Size in money", "If the letter says dollars of stock."),
    Question(
        "annual_value", "Size in money a year", "If it is granted anew each year."
    ),
)
CONVERSION = Question(
    "conversion_price",
    "Price at which the money becomes shares",
    "Often an average of days around the start.",
)
STRIKE = Question("strike", "Strike", "What you pay for each share of an option.")
VESTING = Question(
    "vesting",
    "Vesting",
    "A name from 'offerlab catalogue', such as standard-startup-option (four years,"
    " monthly, one-year cliff), or {months: 48, every_months: 1, cliff_months: 12}.",
)
END = (
    Question(
        "exercise_window_months",
        "Months to exercise options after leaving",
        "Often 3; options not exercised by then are lost.",
    ),
    Question(
        "deadline",
        "Deadline of the offer",
        "Such as 2026-12-04, or with a clock: 2026-12-04T17:00 America/Los_Angeles.",
    ),
    Question(
        "contacts.1.name", "Name of the recruiter", "For the greeting of your letters."
    ),
)
EMAIL = Question("contacts.1.email", "E-mail of the recruiter")
