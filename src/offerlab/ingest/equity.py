"""The `equity:` and `refreshers:` keys of an offer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from offerlab.core.grant import (
    Acceleration,
    Conversion,
    Grant,
    GrantKind,
    granted_percent,
)
from offerlab.core.offer import BASES, Refreshers
from offerlab.ingest import amount
from offerlab.ingest.fields import Fields
from offerlab.ingest.node import Mapping, Scalar
from offerlab.ingest.vesting import read_vesting

if TYPE_CHECKING:
    from offerlab.core.company import Company
    from offerlab.ingest.catalogue import Catalogue

SIZES = ("percent", "shares", "value", "annual_value")
MAX_PERCENT = Decimal(5)
MIN_PERCENT = Decimal("0.001")


def read_equity(
    fields: Fields, company: Company, basis: str, catalogue: Catalogue
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
            block = Fields(node, fields.log, name)
            grant = _grant(block, number, company, basis, catalogue)
            block.close()
            if grant is not None:
                grants.append(grant)
        else:
            fields.log.add(node, name, "a grant is a block with 'kind' and a size")
    return tuple(grants)


def _grant(
    block: Fields, number: int, company: Company, basis: str, catalogue: Catalogue
) -> Grant | None:
    kind = block.choice("kind", list(GrantKind), required=True)
    _check_size(block)
    vesting = read_vesting(block, catalogue)
    grant = Grant(
        number=number,
        kind=GrantKind(kind or GrantKind.RSU),
        currency=read_currency(block) or company.currency,
        basis=block.choice("basis", BASES) or basis,
        percent=_percent(block),
        shares=block.whole("shares", high=10**12),
        value=block.money("value", high=1e12),
        annual_value=block.money("annual_value", high=1e12),
        years=block.whole("years", low=1, high=10) or 1,
        strike=block.money("strike", high=1e9),
        conversion_price=_positive(block, "conversion_price"),
        conversion=_conversion(block),
        vesting=vesting.terms,
        vesting_name=vesting.name,
        vesting_source=vesting.source,
        vesting_start=block.date("vesting_start"),
        vesting_file=vesting.file,
        acceleration=_acceleration(block),
        expires_months=block.whole("expires_months", low=1, high=240),
        early_exercise=block.flag("early_exercise") or False,
        threshold=block.money("threshold"),
    )
    if block.has("years") and not block.has("annual_value"):
        block.fault("years", "goes with 'annual_value' only")
    if kind is None:
        return None
    _check_kind(block, grant, company)
    return grant


def _check_size(block: Fields) -> None:
    if not _sizes(block, "this grant", SIZES):
        only = ", only a strike" if block.has("strike") else ""
        block.log.add(
            block.block,
            block.prefix,
            f"this grant has no size{only}",
            f"give one of {', '.join(SIZES)} (or 'equity: unknown')",
        )


def _sizes(block: Fields, what: str, known: tuple[str, ...]) -> list[str]:
    """Sizes that a block names; more than one is a fault."""
    sizes = [size for size in known if block.has(size)]
    if len(sizes) > 1:
        block.fault(
            sizes[1],
            f"{what} has {len(sizes)} sizes ({', '.join(sizes)})",
            "keep the one that the letter names",
        )
    return sizes


def _percent(block: Fields) -> Decimal | None:
    percent = block.percent("percent")
    if percent is None:
        return None
    if percent < 0:
        block.fault("percent", f"{percent} is negative")
    elif percent > MAX_PERCENT:
        block.fault(
            "percent",
            f"{percent} would be {percent} percent of the whole company, almost"
            " surely a slip",
            "0.04 means 0.04 percent, four basis points",
        )
    elif percent < MIN_PERCENT:
        block.warn(
            "percent",
            f"{percent} percent of the company is under {MIN_PERCENT}",
            "percent means percent: 0.04 is four basis points; check the letter",
        )
    return percent


def _positive(block: Fields, key: str) -> float | None:
    price = block.money(key, high=1e9)
    if price == 0:
        block.fault(key, "is 0, and a price is more")
        return None
    return price


def read_currency(block: Fields) -> str | None:
    """ISO code of a currency, in capitals, or None."""

    def parse(text: str) -> str:
        if len(text) != 3 or not text.isascii() or not text.isalpha():
            raise ValueError(f"'{text}' is not a currency; write its code, such as USD")
        return text.upper()

    return block.value("currency", parse)


def _conversion(block: Fields) -> Conversion | None:
    inner = block.block_of("conversion")
    if inner is None:
        return None
    rule = inner.choice("rule", ("close", "average"), required=True)
    conversion = Conversion(rule or "close", inner.whole("days", low=1, high=365))
    inner.close()
    return conversion


def _acceleration(block: Fields) -> Acceleration | None:
    inner = block.block_of("acceleration")
    if inner is None:
        return None
    trigger = inner.choice("trigger", ("single", "double"), required=True)
    share = inner.value("share", lambda text: amount.parse_percentage(text) / 100)
    inner.close()
    if share is not None and not 0 < share <= 1:
        inner.fault("share", "is not between 0% and 100%")
    whole = Decimal(1) if share is None else share
    return Acceleration(trigger or "double", amount.parse_fraction(str(whole)))


def _check_kind(block: Fields, grant: Grant, company: Company) -> None:
    """Faults and warnings that need the kind and the company."""
    _check_fields_of_kind(block, grant)
    _check_part(block, grant, company)
    if grant.kind is GrantKind.RSU and not company.is_public:
        stage = company.stage or "of unknown stage"
        block.warn(
            "kind",
            f"'rsu' at a company that is {stage} is almost always 'double-trigger-rsu'",
            "ask whether a sale or listing must happen before the shares are yours",
        )
    if grant.kind.is_option:
        _check_strike(block, grant, company)


def _check_fields_of_kind(block: Fields, grant: Grant) -> None:
    if grant.kind is GrantKind.CASH_AWARD:
        for key in ("percent", "shares"):
            if block.has(key):
                block.fault(
                    key, "a cash award is money", "give 'value' or 'annual_value'"
                )
    if grant.threshold is not None and grant.kind is not GrantKind.PPU:
        block.warn("threshold", f"a threshold does not belong to '{grant.kind}'")
    if grant.strike is not None and not grant.kind.is_option:
        block.warn("strike", f"a strike does not belong to '{grant.kind}'")
    if grant.early_exercise and not grant.kind.is_option:
        block.warn("early_exercise", f"nothing of '{grant.kind}' is exercised")
    if grant.conversion_price is not None and not (grant.value or grant.annual_value):
        block.warn("conversion_price", "is of no use: the size is no money")


def _check_part(block: Fields, grant: Grant, company: Company) -> None:
    """Note a part of the company that nobody is given."""
    percent = granted_percent(grant, company)
    if percent is None or grant.percent is not None or percent <= MAX_PERCENT:
        return
    key = next((size for size in SIZES if block.has(size)), "shares")
    note = block.fault if percent > 100 else block.warn
    note(
        key,
        f"would be {percent:.4g} percent of the whole company",
        "check the size, and the company's shares or valuation",
    )


def _check_strike(block: Fields, grant: Grant, company: Company) -> None:
    if grant.strike is None:
        if company.is_public:
            block.fault(
                "strike",
                "is missing: options of a public company are worth price minus strike",
                "the letter or the grant notice has it",
            )
        return
    price = company.share_price if company.is_public else company.preferred_price
    same = grant.currency == company.currency
    if same and price is not None and grant.strike > price:
        block.warn(
            "strike",
            f"the strike of {grant.strike:g} is above the price of {price:g}",
            "the option is worth nothing today; check both numbers",
        )


REFRESHER_SIZES = ("percent", "shares", "annual_value")


def read_refreshers(
    fields: Fields, basis: str, catalogue: Catalogue
) -> Refreshers | None:
    """Later grants, promised on paper or only spoken of."""
    several = fields.several("refreshers")
    if len(several) > 1:
        fields.fault(
            "refreshers",
            f"{len(several)} definitions of refreshers stand here",
            "write one block; a grant that differs goes under 'equity' with its own"
            " 'vesting_start'",
        )
        return None
    block = fields.block_of("refreshers")
    if block is None:
        return None
    promised = block.flag("promised")
    if not _sizes(block, "the refresher", REFRESHER_SIZES) and promised is not False:
        block.warn(
            "promised",
            "a refresher is promised and its size is not given",
            f"add one of {', '.join(REFRESHER_SIZES)}, or ask",
        )
    vesting = read_vesting(block, catalogue)
    refreshers = Refreshers(
        promised=True if promised is None else promised,
        basis=block.choice("basis", BASES) or basis,
        annual_value=block.money("annual_value", high=1e12),
        percent=_percent(block),
        shares=block.whole("shares", high=10**12),
        vesting=vesting.terms,
        vesting_name=vesting.name,
        vesting_source=vesting.source,
        vesting_file=vesting.file,
    )
    block.close()
    return refreshers
