"""What a grant's shares are worth: market if public, notional and intrinsic if not.

Every value is in the offer's currency, and None where an input is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares
from offerlab.errors import AssumptionError

if TYPE_CHECKING:
    from fractions import Fraction

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.company import Company
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


def unit_market_value(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> float | None:
    """Worth today of one public share, in the offer's currency.

    The market price, else the letter's conversion price. None if neither is known.
    """
    company = offer.company
    into = offer.currency
    price = company.share_price
    if price is not None:
        price *= assumptions.rate(company.currency, into)
    elif grant.conversion_price is not None:
        price = grant.conversion_price * assumptions.rate(grant.currency, into)
    return price


def strike_of(offer: Offer, grant: Grant, assumptions: Assumptions) -> float | None:
    """Strike in the offer's currency; 0 for stock that is not an option."""
    if not grant.kind.is_option:
        return 0.0
    if grant.strike is None:
        return None
    return grant.strike * assumptions.rate(grant.currency, offer.currency)


def market_amount(
    offer: Offer,
    grant: Grant,
    shares: Shares | None,
    share: Fraction,
    assumptions: Assumptions,
    month: int = 0,
) -> float | None:
    """Worth of public stock that vests in `month`, net of strike, or None if unknown.

    Parameters
    ----------
    shares : int, Fraction or None
        None where the grant is money (or a percent) that cannot become shares yet.
    share : Fraction
        Exact part of the grant, used when `shares` is None.
    """
    growth = float((1 + assumptions.number("share_growth_rate")) ** (month / 12))
    price = unit_market_value(offer, grant, assumptions)
    strike = strike_of(offer, grant, assumptions)
    if shares is not None:
        if price is None or strike is None:
            return None
        return float(shares) * max(price * growth - strike, 0.0)
    money = grant_money(offer, grant, assumptions)
    if money is None:
        return None
    if not grant.kind.is_option:
        return money * float(share) * growth
    # Money's worth of shares, each net of its strike: needs the price it stands for.
    if not price or strike is None:
        return None
    return money * float(share) * max(growth - strike / price, 0.0)


def grant_money(
    offer: Offer, grant: Grant, assumptions: Assumptions, *, diluted: bool = True
) -> float | None:
    """Whole grant as money by its own words: its value, or percent × valuation.

    Percent × valuation is the one place where dilution by later rounds is applied:
    a price a share has it already.
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


_ROUND_ORDER = ("seed", "series-a", "series-b", "series-c", "series-d")


def kept_share(company: Company, assumptions: Assumptions) -> float:
    """Part of a percent that is left after the assumed rounds: a product, not a sum.

    Each coming round dilutes by the figure of its own stage; rounds after the last
    listed stage dilute as that one.
    """
    rounds = assumptions.whole("rounds")
    if not rounds:
        return 1.0
    stage = company.stage
    if stage is None:
        raise AssumptionError(
            f"rounds: the stage of {company.name} is unknown, and with it which rounds"
            " are to come"
        )
    at = (
        _ROUND_ORDER.index(stage) + 1
        if stage in _ROUND_ORDER
        else (0 if stage == "pre-seed" else len(_ROUND_ORDER))
    )
    kept = 1.0
    for coming in range(at, at + rounds):
        name = _ROUND_ORDER[min(coming, len(_ROUND_ORDER) - 1)]
        kept *= 1 - assumptions.by_stage("dilution_per_round", name)
    return kept


def notional_amount(
    offer: Offer,
    grant: Grant,
    shares: Shares | None,
    share: Fraction,
    assumptions: Assumptions,
    *,
    diluted: bool = True,
) -> float | None:
    """Private stock by the investors' price, gross of strike, or None if unknown.

    Shares × preferred price, else × valuation / fully diluted shares, else percent
    × valuation.
    """
    company = offer.company
    price = company.preferred_price
    if price is None and company.valuation and company.fully_diluted_shares:
        price = company.valuation / company.fully_diluted_shares
    if price is not None and shares is not None:
        rate = assumptions.rate(company.currency, offer.currency)
        return float(shares) * price * rate
    if shares is not None and company.valuation is None:
        return None  # shares that nobody has put a price on
    money = grant_money(offer, grant, assumptions, diluted=diluted)
    return None if money is None else money * float(share)


def intrinsic_amount(
    offer: Offer, grant: Grant, shares: Shares | None, assumptions: Assumptions
) -> float | None:
    """Private stock at the 409A net of strike, or None if an input is missing."""
    company = offer.company
    strike = strike_of(offer, grant, assumptions)
    if shares is None or company.fmv_409a is None or strike is None:
        return None
    fmv = company.fmv_409a * assumptions.rate(company.currency, offer.currency)
    return float(shares) * max(fmv - strike, 0.0)


def has_market_price(offer: Offer, grant: Grant) -> bool:
    """Whether public stock of a grant can be given a market value."""
    company = offer.company
    has_price = company.share_price is not None or grant.conversion_price is not None
    if granted_shares(grant, company) is not None:
        return has_price
    has_money = grant.value is not None or (
        grant.percent is not None and company.valuation is not None
    )
    return has_money and (has_price or not grant.kind.is_option)
