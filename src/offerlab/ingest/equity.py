"""The `equity:` key of an offer: its grants."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from offerlab.core.grant import ROUNDINGS, Acceleration, Grant, GrantKind
from offerlab.core.offer import BASES
from offerlab.ingest.amount import parse_date, parse_fraction, parse_percentage
from offerlab.ingest.conversion import read_conversion
from offerlab.ingest.csv_tree import split_list
from offerlab.ingest.currency import read_currency
from offerlab.ingest.grant_size import SIZES, read_percent, read_sizes
from offerlab.ingest.kind_check import check_kind
from offerlab.ingest.node import Mapping, Node, Scalar
from offerlab.ingest.term import Term, check_dates
from offerlab.ingest.vesting import read_vesting

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.company import Company
    from offerlab.ingest.catalogue import Catalogue
    from offerlab.ingest.fields import Fields

AT_GRANT = "at-grant"


def read_equity(
    fields: Fields, company: Company, basis: str, catalogue: Catalogue, term: Term
) -> tuple[Grant, ...] | None:
    """Grants of an offer; empty if the paper gives none, None for ``unknown``."""
    items = fields.several("equity")
    if len(items) == 1 and isinstance(items[0][1], Scalar):
        word = items[0][1].text.lower()
        if word == "unknown":
            return None
        if word != "none":
            fields.fault(
                "equity",
                f"'{word}' is neither a grant, 'none' nor 'unknown'",
                "write a block with 'kind' and a size",
            )
        return ()
    grants = []
    for number, (name, node) in enumerate(items, start=1):
        if isinstance(node, Mapping):
            block = fields.inner(node, name)
            grant = _grant(block, number, company, basis, catalogue)
            block.close()
            if grant is not None:
                check_dates(block, grant, term)
                grants.append(grant)
        else:
            fields.log.add(node, name, "a grant is a block with 'kind' and a size")
    return tuple(grants)


def _grant(
    block: Fields, number: int, company: Company, basis: str, catalogue: Catalogue
) -> Grant | None:
    kind = block.choice("kind", list(GrantKind), required=True)
    _check_size(block)
    own = read_currency(block)
    block.currency = own or block.currency
    vesting = read_vesting(block, catalogue)
    strike, at_grant = _strike(block)
    grant = Grant(
        number=number,
        kind=GrantKind(kind or GrantKind.RSU),
        currency=block.currency or company.currency,
        price_currency=own or company.currency,
        basis=block.choice("basis", BASES) or basis,
        percent=read_percent(block),
        shares=block.whole("shares", high=10**12),
        value=block.money("value", high=1e12),
        annual_value=block.money("annual_value", high=1e12),
        years=block.whole("years", low=1, high=10) or 1,
        grant_date=block.date("grant_date"),
        granted_month=block.whole("granted_month", high=120),
        grant_dates=_grant_dates(block),
        strike=strike,
        strike_at_grant=at_grant,
        purchase_price=block.price("purchase_price"),
        value_basis=block.choice("value_basis", ("fair-value", "face")),
        option_value=_positive(block, "option_value"),
        conversion_price=_positive(block, "conversion_price"),
        conversion=read_conversion(block),
        rounding=block.choice("rounding", ROUNDINGS) or "down",
        vesting=vesting.terms,
        vesting_name=vesting.name,
        vesting_source=vesting.source,
        vesting_start=block.date("vesting_start"),
        vesting_file=vesting.file,
        acceleration=_acceleration(block),
        expires_months=block.whole("expires_months", low=1, high=240),
        early_exercise=block.flag("early_exercise") or False,
        threshold=block.price("threshold"),
    )
    if kind is None:
        return None
    check_kind(block, grant, company)
    return grant


def _strike(block: Fields) -> tuple[float | None, bool]:
    """Strike a share, and whether it is the market value of the day of the grant."""
    node = block.node("strike")
    text = node.text.lower() if isinstance(node, Scalar) else ""
    if text == AT_GRANT:
        return None, True
    if any(word in text for word in ("fmv", "fair", "market", "grant", "409a")):
        block.fault(
            "strike",
            f"'{text}' is not a price",
            f"write '{AT_GRANT}' for the fair market value of the day of the grant",
        )
        return None, True
    return block.price("strike"), False


def _grant_dates(block: Fields) -> tuple[date, ...]:
    """Days of yearly grants, each later than the one before."""
    days: list[date] = []
    for name, node in _each_date(block):
        if not isinstance(node, Scalar):
            block.log.add(node, name, "a date such as 2027-03-01 belongs here")
            continue
        try:
            day = parse_date(node.text.strip())
        except ValueError as error:
            block.log.add(node, name, str(error))
            continue
        if days and day <= days[-1]:
            message = f"{day} is not after {days[-1]}, the date before it"
            block.log.add(node, name, message, "put the dates in order, each once")
        days.append(day)
    return tuple(days)


def _each_date(block: Fields) -> list[tuple[str, Node]]:
    """Items of `grant_dates`; in a cell of a table they stand in one text."""
    node = block.node("grant_dates")
    if not isinstance(node, Scalar) or "/" not in node.text:
        return block.several("grant_dates")
    return [
        (f"{block.name('grant_dates')}.{number}", Scalar(day, node.line, node.column))
        for number, day in enumerate(split_list(node.text), start=1)
    ]


def _check_size(block: Fields) -> None:
    if not read_sizes(block, "this grant", SIZES):
        only = ", only a strike" if block.has("strike") else ""
        block.log.add(
            block.block,
            block.prefix,
            f"this grant has no size{only}",
            f"give one of {', '.join(SIZES)} (or 'equity: unknown')",
        )


def _positive(block: Fields, key: str) -> float | None:
    price = block.price(key)
    if price == 0:
        block.fault(key, "is 0, and a price is more")
        return None
    return price


def _acceleration(block: Fields) -> Acceleration | None:
    inner = block.block_of("acceleration", form="{trigger: double, share: 100%}")
    if inner is None:
        return None
    trigger = inner.choice("trigger", ("single", "double"), required=True)
    share = inner.value("share", lambda text: parse_percentage(text) / 100)
    months = inner.whole("months", low=1, high=120)
    inner.close()
    if share is not None and not 0 < share <= 1:
        inner.fault("share", "is not between 0% and 100%")
    if share is not None and months is not None:
        inner.fault(
            "months", "a part and a number of months accelerate", "keep the letter's"
        )
    whole = Decimal(1) if share is None else share
    return Acceleration(trigger or "double", parse_fraction(str(whole)), months)
