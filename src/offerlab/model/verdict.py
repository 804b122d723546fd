"""Verdicts: an offer held against a benchmark profile, and the flags it raises.

A verdict is about the configured band and never about the market.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.claim import Claim
from offerlab.core.money import format_large, format_money, format_percent
from offerlab.errors import CurrencyError
from offerlab.model.conversion import grant_money
from offerlab.model.equity_percent import equity_percent, four_year_pace
from offerlab.model.granting import award_on, grant_moments
from offerlab.model.private_stock import at_preferred
from offerlab.model.valuation import at_market

if TYPE_CHECKING:
    from decimal import Decimal

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer

BASE_FLAG = "base-below-benchmark"
EQUITY_FLAG = "equity-below-benchmark"


@dataclass(frozen=True, slots=True)
class Flag:
    """A benchmark that an offer misses."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class BaseVerdict:
    """Base salary against the band, in the currency of the benchmark.

    `verdict` is below, within, above or not_assessable; `midpoint_ratio` is base over
    the midpoint. Edges are inside the band.
    """

    verdict: str
    value: float | None
    low: float
    midpoint: float
    high: float
    midpoint_ratio: float | None
    currency: str
    note: str


@dataclass(frozen=True, slots=True)
class EquityVerdict:
    """Equity percent of the whole offer against the benchmark.

    `verdict` is below, meets or not_assessable; amounts are in the offer's currency.
    `grant_value` is gross of strike for private stock, `grant_value_net` net of it;
    `four_year_pace` is the percent that the same grants would come to in four years.
    `unit_in_market` is dollars where the market quotes grants in dollars.
    """

    verdict: str
    value: Decimal | None
    benchmark: Decimal
    grant_value: float | None
    grant_value_net: float | None
    four_year_pace: Decimal | None
    benchmark_value: float | None
    unit_in_market: str
    note: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Both verdicts, the flags they raise, and whose the band and the percent are."""

    base_salary: BaseVerdict
    equity_percent: EquityVerdict
    flags: tuple[Flag, ...]
    whose: str


def assess(offer: Offer, benchmark: Benchmark, assumptions: Assumptions) -> Assessment:
    """Hold an offer against a benchmark profile."""
    own = assumptions.for_offer(offer.id)
    base = _base_verdict(offer, benchmark, own)
    equity = _equity_verdict(offer, benchmark, own)
    whose = benchmark.whose
    flags = (_base_flag(base, whose), _equity_flag(equity, offer, whose))
    return Assessment(base, equity, tuple(flag for flag in flags if flag), whose)


def _base_verdict(
    offer: Offer, benchmark: Benchmark, assumptions: Assumptions
) -> BaseVerdict:
    low, high = benchmark.low, benchmark.high
    value: float | None
    try:
        rate = assumptions.rate(offer.currency, benchmark.currency)
        value = offer.base_salary * rate
    except CurrencyError as error:
        value, verdict, note = None, "not_assessable", str(error)
    else:
        verdict = "below" if value < low else "above" if value > high else "within"
        note = f"the band is configured ({benchmark.name}), not measured"
    return BaseVerdict(
        verdict=verdict,
        value=value,
        low=low,
        midpoint=benchmark.midpoint,
        high=high,
        midpoint_ratio=None if value is None else value / benchmark.midpoint,
        currency=benchmark.currency,
        note=note,
    )


def _base_flag(verdict: BaseVerdict, whose: str) -> Flag | None:
    if verdict.verdict != "below" or verdict.value is None:
        return None
    base, low, gap = (
        format_money(amount, verdict.currency)
        for amount in (verdict.value, verdict.low, verdict.low - verdict.value)
    )
    return Flag(
        BASE_FLAG,
        f"base {base} is {gap} below {whose} band, which begins at {low}",
    )


def _against(
    wanted: Decimal, known: Decimal, *, complete: bool
) -> tuple[str, Decimal | None, list[str]]:
    """Verdict on a percent of the company, the percent if it is known, a note."""
    if known >= wanted:
        least = "at least this much: the size of another grant is unknown"
        return "meets", known, [] if complete else [least]
    if complete:
        return "below", known, []
    unknown = "the percent of the company is not known from the paper"
    return "not_assessable", None, [unknown]


def _equity_verdict(
    offer: Offer, benchmark: Benchmark, assumptions: Assumptions
) -> EquityVerdict:
    known, complete = equity_percent(offer, assumptions)
    wanted = benchmark.equity_percent
    unit = _unit_in_market(offer, benchmark, assumptions)
    notes = []
    worth = net = at_benchmark = None
    try:
        worth = grant_value(offer, assumptions)
        net = grant_value(offer, assumptions, net=True)
        at_benchmark = benchmark_value(offer, wanted, assumptions)
    except CurrencyError as error:
        notes.append(str(error))
    verdict, value, note = _against(wanted, known, complete=complete)
    notes += note
    pace = None if value is None else four_year_pace(offer, assumptions)
    if pace is not None and pace != value:
        notes.append(
            f"at the pace of its vesting {format_percent(pace)} in four years, if"
            " renewed"
        )
    if unit == "dollars":
        notes.append(
            "the percent benchmark does not apply to a company that is public or valued"
            f" above {format_large(benchmark.dollars_above)}: compare dollars"
        )
    return EquityVerdict(
        verdict=verdict,
        value=value,
        benchmark=wanted,
        grant_value=worth,
        grant_value_net=net,
        four_year_pace=pace,
        benchmark_value=at_benchmark,
        unit_in_market=unit,
        note="; ".join(notes),
    )


def grant_value(
    offer: Offer, assumptions: Assumptions, *, net: bool = False
) -> float | None:
    """Whole equity of an offer: notional if private, market value if public.

    In the offer's currency; None if a grant's worth is unknown, 0 without equity.
    With `net` private stock is net of its strike or purchase price.
    """
    if offer.equity is None:
        return None
    total = 0.0
    for grant in offer.stock:
        worth = _grant_value(offer, grant, assumptions, net)
        if worth is None:
            return None
        total += worth
    return total


def _grant_value(
    offer: Offer, grant: Grant, assumptions: Assumptions, net: bool
) -> float | None:
    if grant.annual_value is not None:
        money = grant.annual_value * grant.years
        return assumptions.convert(money, grant.currency, offer.currency)
    award = award_on(offer, grant, assumptions, 0, grant_moments(offer, grant)[0])
    whole = Claim(
        shares=award.shares,
        # Of today, as the benchmark's value beside it: later rounds dilute both.
        money=grant_money(offer, grant, assumptions, diluted=False),
        hurdle=award.hurdle,
        quoted=award.quoted,
        day=offer.start_date,
    )
    if whole.shares is None and whole.money is None:
        return None
    valued = at_market if offer.company.is_public else at_preferred
    worth: float | None = valued(offer, assumptions).worth(whole)
    if not net or worth is None or offer.company.is_public or whole.hurdle == 0:
        return worth
    if whole.shares is None or whole.hurdle is None:
        return None
    return max(worth - float(whole.shares) * whole.hurdle, 0.0)


def benchmark_value(
    offer: Offer, percent: Decimal, assumptions: Assumptions
) -> float | None:
    """Worth of a percent at the company's valuation, in the offer's currency."""
    company = offer.company
    if company.valuation is None:
        return None
    rate = assumptions.rate(company.currency, offer.currency)
    return float(percent) / 100 * company.valuation * rate


def _unit_in_market(
    offer: Offer, benchmark: Benchmark, assumptions: Assumptions
) -> str:
    company = offer.company
    if company.is_public:
        return "dollars"
    if company.valuation is None:
        return "percent"
    try:
        rate = assumptions.rate(company.currency, "USD")
    except CurrencyError:
        return "percent"
    above = company.valuation * rate > benchmark.dollars_above
    return "dollars" if above else "percent"


def _equity_flag(verdict: EquityVerdict, offer: Offer, whose: str) -> Flag | None:
    if verdict.verdict != "below" or verdict.value is None:
        return None
    have, want = format_percent(verdict.value), format_percent(verdict.benchmark)
    message = f"equity {have} of the company is below {whose} {want}"
    if verdict.unit_in_market == "dollars":
        message += "; the percent benchmark does not apply here"
        if verdict.grant_value is not None:
            worth = format_money(round(verdict.grant_value), offer.currency)
            message += f": the grant is {worth}"
        return Flag(EQUITY_FLAG, message)
    if verdict.benchmark_value is not None:
        worth = format_money(round(verdict.benchmark_value), offer.currency)
        message += f" (worth {worth} at the stated valuation)"
    if verdict.four_year_pace not in (None, verdict.value):
        pace = format_percent(verdict.four_year_pace)
        message += f"; at the pace of its vesting {pace} in four years, if renewed"
    return Flag(EQUITY_FLAG, message)
