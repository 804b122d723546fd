"""What a grant's shares are worth: market if public, notional and intrinsic if not.

Every value is in the offer's currency, and None where an input is missing. A hurdle is
the strike of an option, or the threshold of a participation unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant import granted_shares
from offerlab.errors import AssumptionError
from offerlab.model.dilution import kept_share

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


class Piece(NamedTuple):
    """Shares of a grant, or a part of it where they are unknown, on a day.

    Attributes
    ----------
    shares : int, Fraction or None
        None where the grant is money (or a percent) that cannot become shares yet.
    share : Fraction
        Exact part of `money`, used when `shares` is None.
    money : float or None
        Worth of the whole grant when it was granted, in the offer's currency.
    month, day : int, date or None
        Of employment, on which it vests.
    granted_month, granted_on : int, date or None
        Of employment, on which it was granted.
    """

    shares: Shares | None
    share: Fraction
    money: float | None = None
    month: int = 0
    day: date | None = None
    granted_month: int = 0
    granted_on: date | None = None


def share_price(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    month: int = 0,
    when: date | None = None,
) -> float | None:
    """Price of a public share in a month of employment, in the offer's currency.

    The assumed dated prices, whose last one stays after the horizon; else the market
    price (else the letter's conversion price), grown at the assumed rate. None if
    neither is known.

    Raises
    ------
    AssumptionError
        If the dated prices have a gap there, or the offer has no dates.
    """
    company, into = offer.company, offer.currency
    path = assumptions.price_path()
    if path is not None:
        if when is None:
            raise AssumptionError(
                f"share_prices: {offer.id} has no start date, so its vests have no"
                " dates to look up; add 'start_date' to the offer"
            )
        after = month > 12 * assumptions.whole("horizon_years")
        last = after and when > path.days[-1]
        dated = path.prices[-1] if last else path.on(when)
        return dated * assumptions.rate(company.currency, into)
    price = company.share_price
    if price is not None:
        price *= assumptions.rate(company.currency, into)
    elif grant.conversion_price is not None:
        price = grant.conversion_price * assumptions.rate(grant.currency, into)
    if price is None:
        return None
    return price * _growth(assumptions, month)


def _growth(assumptions: Assumptions, months: float) -> float:
    return float((1 + assumptions.number("share_growth_rate")) ** (months / 12))


def conversion_price_on(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    month: int,
    when: date | None,
) -> float | None:
    """Price at which money becomes shares in a month, in the offer's currency.

    Public: the price of that day, or its average over the days that the letter names.
    Private: the preferred price.
    """
    company = offer.company
    if not company.is_public:
        if company.preferred_price is None:
            return None
        return company.preferred_price * assumptions.rate(
            company.currency, offer.currency
        )
    days = 0
    if grant.conversion is not None and grant.conversion.rule == "average":
        days = grant.conversion.days or 0
    path = assumptions.price_path()
    if path is not None and when is not None and days:
        rate = assumptions.rate(company.currency, offer.currency)
        return path.average(when, days) * rate
    if path is not None or not days:
        return share_price(offer, grant, assumptions, month, when)
    return _trailing_average(offer, grant, assumptions, month, days)


_DAYS_A_MONTH = 365.25 / 12


def _trailing_average(
    offer: Offer, grant: Grant, assumptions: Assumptions, month: int, days: int
) -> float | None:
    """Average of the assumed growth path; it is flat before the first day."""
    first = share_price(offer, grant, assumptions)
    if first is None:
        return None
    ages = (max(0.0, month - day / _DAYS_A_MONTH) for day in range(days))
    return first * sum(_growth(assumptions, age) for age in ages) / days


def hurdle_of(offer: Offer, grant: Grant, assumptions: Assumptions) -> float | None:
    """Strike or threshold in the offer's currency; 0 for whole shares."""
    hurdle = grant.hurdle
    if not hurdle:
        return hurdle
    return hurdle * assumptions.rate(grant.currency, offer.currency)


def market_amount(
    offer: Offer, grant: Grant, piece: Piece, assumptions: Assumptions
) -> float | None:
    """Worth of public stock that vests, net of its hurdle, or None if unknown."""
    price = share_price(offer, grant, assumptions, piece.month, piece.day)
    hurdle = hurdle_of(offer, grant, assumptions)
    if piece.shares is not None:
        if price is None or hurdle is None:
            return None
        return float(piece.shares) * max(price - hurdle, 0.0)
    if piece.money is None:
        return None
    then = None
    if price is not None:
        granted = (piece.granted_month, piece.granted_on)
        then = share_price(offer, grant, assumptions, *granted)
    if then and price is not None:
        grown = price / then
    else:
        grown = _growth(assumptions, piece.month - piece.granted_month)
    if hurdle == 0:
        return piece.money * float(piece.share) * grown
    # Money's worth of shares, each net of its hurdle: needs the price it stands for.
    if not then or hurdle is None:
        return None
    return piece.money * float(piece.share) * max(grown - hurdle / then, 0.0)


def grant_money(
    offer: Offer, grant: Grant, assumptions: Assumptions, *, diluted: bool = True
) -> float | None:
    """Whole grant as money by its own words: its value, or percent × valuation.

    Percent × valuation is diluted by later rounds; a price a share has that already.
    """
    company = offer.company
    if grant.value is not None:
        return grant.value * assumptions.rate(grant.currency, offer.currency)
    if grant.percent is None or company.valuation is None:
        return None
    kept = 1.0
    if diluted and not company.is_public:
        kept = kept_share(company, assumptions)
    rate = assumptions.rate(company.currency, offer.currency)
    return float(grant.percent) / 100 * company.valuation * kept * rate


def notional_amount(
    offer: Offer, piece: Piece, assumptions: Assumptions
) -> float | None:
    """Private stock by the investors' price, gross of strike, or None if unknown.

    Shares × preferred price, else × valuation / fully diluted shares; where the shares
    are unknown, the money it was granted as (percent × valuation).
    """
    company = offer.company
    price = company.preferred_price
    if price is None and company.valuation and company.fully_diluted_shares:
        price = company.valuation / company.fully_diluted_shares
    if piece.shares is None:
        return None if piece.money is None else piece.money * float(piece.share)
    if price is None:
        return None  # shares that nobody has put a price on
    rate = assumptions.rate(company.currency, offer.currency)
    return float(piece.shares) * price * rate


def intrinsic_amount(
    offer: Offer, grant: Grant, piece: Piece, assumptions: Assumptions
) -> float | None:
    """Private stock at the 409A net of its hurdle, or None if an input is missing."""
    company = offer.company
    hurdle = hurdle_of(offer, grant, assumptions)
    if piece.shares is None or company.fmv_409a is None or hurdle is None:
        return None
    fmv = company.fmv_409a * assumptions.rate(company.currency, offer.currency)
    return float(piece.shares) * max(fmv - hurdle, 0.0)


def scenario_amounts(
    offer: Offer, grant: Grant, piece: Piece, assumptions: Assumptions
) -> tuple[float | None, ...]:
    """Private stock in each exit scenario, net of its hurdle.

    The company's value at exit × what later rounds leave, by fully diluted shares:
    percent × value, so later rounds dilute it. Preferences of investors are not taken
    off.
    """
    return tuple(
        _at_exit(offer, grant, piece, assumptions, value)
        for value in assumptions.amounts("exit_scenarios").values()
    )


def _at_exit(
    offer: Offer, grant: Grant, piece: Piece, assumptions: Assumptions, value: float
) -> float | None:
    company = offer.company
    rate = assumptions.rate(company.currency, offer.currency)
    kept = kept_share(company, assumptions)
    hurdle = hurdle_of(offer, grant, assumptions)
    if piece.shares is not None and company.fully_diluted_shares:
        price = value * rate * kept / company.fully_diluted_shares
        if hurdle is None:
            return None
        return float(piece.shares) * max(price - hurdle, 0.0)
    if grant.percent is None or hurdle != 0:
        return None
    return float(grant.percent) / 100 * value * rate * kept * float(piece.share)


def exercise_cost(
    offer: Offer, grant: Grant, shares: Shares | None, assumptions: Assumptions
) -> float | None:
    """Strike × shares: what exercising options costs before tax; 0 for other stock."""
    if not grant.kind.is_option:
        return 0.0
    strike = hurdle_of(offer, grant, assumptions)
    if shares is None or strike is None:
        return None
    return float(shares) * strike


def has_market_price(offer: Offer, grant: Grant, assumptions: Assumptions) -> bool:
    """Whether public stock of a grant can be given a market value."""
    company = offer.company
    has_price = (
        company.share_price is not None
        or grant.conversion_price is not None
        or assumptions.price_path() is not None
    )
    if grant.annual_value is not None:
        return has_price or grant.hurdle == 0
    if granted_shares(grant, company) is not None:
        return has_price
    has_money = grant.value is not None or (
        grant.percent is not None and company.valuation is not None
    )
    return has_money and (has_price or grant.hurdle == 0)
