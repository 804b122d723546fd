"""The questions of an interview, in the order of an offer letter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from offerlab.core.company import STAGES

KINDS = "rsu, double-trigger-rsu, iso, nso, restricted-stock, none"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the key it fills, its words, the term in a line, more on ``?``."""

    key: str
    ask: str
    about: str = ""
    required: bool = False
    more: str = ""

    @property
    def help(self) -> str:
        """What ``?`` explains."""
        words = self.more or self.about or "As the letter says it."
        unknown = (
            "This one is needed."
            if self.required
            else (
                "Enter alone, or 'skip', leaves it out: it becomes a question to ask."
            )
        )
        return f"{words} {unknown} '<' goes back."


COMPANY = (
    Question(
        "company.name",
        "Company",
        required=True,
        more="The name at the head of the letter.",
    ),
)
JOB = (
    Question("role", "Job title", required=True, more="As the letter writes it."),
    Question(
        "level",
        "Level",
        "The company's own grade, such as L3.",
        more="The company's own grade, such as L3, IC2 or E4. Comps of your level are"
        " closer to you than those of all levels.",
    ),
    Question(
        "location",
        "Location",
        "City, ST, or Remote.",
        required=True,
        more="Where the work is done: it picks the market that pay is set against, and"
        " the time zone of the deadline.",
    ),
    Question(
        "start_date",
        "Start date",
        "Such as 2027-01-11, or January 11, 2027.",
        more="The first day. Salary, clawbacks and vesting are counted from it.",
    ),
)
CURRENCY = Question(
    "currency",
    "Currency of the pay",
    "A code or sign: USD, GBP, EUR, INR, CAD; £, €, ₹, CA$.",
    required=True,
    more="The currency that the salary is paid in. Where the stock is in another, write"
    " its sign beside the amount ($450).",
)
STAGE = Question(
    "company.stage",
    "Stage of the company",
    f"One of {', '.join(STAGES)}. Only public stock can be sold, so only that counts as"
    " money.",
    more=f"One of {', '.join(STAGES)}: the last round of investment that it closed, or"
    " public where its shares trade on an exchange.",
)
PUBLIC = (
    Question("company.share_price", "Share price", "Today's price of one share."),
    Question("company.as_of", "Date of that price", "For example 2026-11-20."),
    Question(
        "company.valuation",
        "Market capitalization",
        "For example 400B.",
        more="What all its shares are worth at that price.",
    ),
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
        more="All shares there would be: issued, options, convertibles. Without it a"
        " number of shares says nothing about your part of the company: ask for it.",
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
CASH = (
    Question(
        "base_salary",
        "Base salary a year",
        "For example 150k.",
        required=True,
        more="Before tax, for a year, such as 150k or £78,000 or ₹18.4 lakh. A month's"
        " pay is written twelve times.",
    ),
    Question(
        "target_bonus",
        "Target bonus a year",
        "Percent of base (10%) or an amount, if the targets are met; 'none' if none.",
    ),
    Question(
        "sign_on.1.amount",
        "Sign-on payment",
        "One-off, for joining; 'none' if none.",
    ),
)
SIGN_ON = (
    Question(
        "sign_on.1.clawback_months",
        "Months until you may keep it",
        "Leaving earlier, you pay it back (clawback): 12, or 'a year'; 0 if never.",
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
    more=f"One of {KINDS}. A double-trigger RSU also waits for a sale or listing of the"
    " company; an ISO is an option that the tax law favors, an NSO any other.",
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
    "In the letter's words: '4 years, 1-year cliff, then monthly', 'quarterly over 3"
    " years', '5/15/40/40' at the ends of years; or a name of 'offerlab catalogue'.",
    more="When the shares become yours. Say how long, how often, and whether there is a"
    " cliff (nothing before it): '4 years, 1-year cliff, then monthly', 'quarterly over"
    " 3 years', '5/15/40/40'. A name of 'offerlab catalogue', such as amazon-new-hire,"
    " and a block such as {months: 48, every_months: 1, cliff_months: 12} also work.",
)
WINDOW = Question(
    "exercise_window_months",
    "Time to exercise options after leaving",
    "Often '3 months' or '90 days'; options not exercised by then are lost.",
)
END = (
    Question(
        "deadline",
        "Deadline of the offer",
        "Such as December 4, 2026, or with a clock: December 4, 2026, 5 pm Pacific.",
    ),
    Question(
        "contacts.1.name", "Name of the recruiter", "For the greeting of your letters."
    ),
)
EMAIL = Question("contacts.1.email", "E-mail of the recruiter")
OPTIONS = ("iso", "nso")


def of_grant(question: Question) -> Question:
    """A question about the first grant."""
    return replace(question, key=f"equity.1.{question.key}")
