"""Checks of a grant that need its kind and the company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind, granted_percent
from offerlab.core.grant_kind import HURDLES
from offerlab.ingest.grant_size import MAX_PERCENT, SIZES

if TYPE_CHECKING:
    from offerlab.core.company import Company
    from offerlab.ingest.fields import Fields

_DATES = ("grant_date", "granted_month", "grant_dates")


def check_kind(block: Fields, grant: Grant, company: Company) -> None:
    """Faults and warnings that need the kind and the company."""
    _check_fields_of_kind(block, grant)
    _check_dates(block, grant)
    _check_value_of_options(block, grant)
    _check_part(block, grant, company)
    if grant.kind is GrantKind.RSU and not company.is_public:
        block.warn(
            "kind",
            "'rsu' at a company that is not said to be public is almost always"
            " 'double-trigger-rsu'",
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
    for key, fits in (
        *((key, grant.kind.row.hurdle == key) for key in HURDLES),
        ("option_value", grant.kind.is_option),
        ("value_basis", grant.kind.is_option),
    ):
        if block.has(key) and not fits:
            words = key.replace("_", " ")
            article = "an" if words[0] in "aeiou" else "a"
            block.warn(key, f"{article} {words} does not belong to '{grant.kind}'")
    if grant.early_exercise and not grant.kind.is_option:
        block.warn("early_exercise", f"nothing of '{grant.kind}' is exercised")
    money = grant.value is not None or grant.annual_value is not None
    of_options = ("value_basis", "option_value") if grant.kind.is_option else ()
    for key in ("conversion_price", "conversion", *of_options):
        if block.has(key) and not money:
            block.warn(key, "has no effect: the size is not an amount of money")


def _check_dates(block: Fields, grant: Grant) -> None:
    """Faults of keys that date a grant and do not go together."""
    yearly = grant.annual_value is not None
    for key in ("years", "grant_dates"):
        if block.has(key) and not yearly:
            block.fault(key, "goes with 'annual_value' only")
    dated = [key for key in _DATES if block.has(key)]
    if len(dated) > 1:
        block.fault(
            dated[1],
            f"the grant is dated {len(dated)} times ({', '.join(dated)})",
            "keep the one that the letter names",
        )


def _check_value_of_options(block: Fields, grant: Grant) -> None:
    """Faults of options by value whose parts do not go together."""
    if grant.value_basis == "fair-value" and not block.has("option_value"):
        block.fault(
            "value_basis",
            "a fair value becomes options only with the value of one",
            "add 'option_value', which the letter or the plan names",
        )
    if grant.option_value is not None and grant.value_basis == "face":
        block.fault(
            "option_value",
            "goes with a fair value: a face value is divided by the strike",
            "write 'value_basis: fair-value', or remove it",
        )


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
        if company.is_public and not block.has("strike"):
            block.fault(
                "strike",
                "is missing: options of a public company are worth price minus strike",
                "the letter or the grant notice has it; 'at-grant' is the price of the"
                " day of the grant",
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
    _check_discount(block, grant, company)


def _check_discount(block: Fields, grant: Grant, company: Company) -> None:
    """Warn of options struck below the value of a share on the day of the grant."""
    later = any(block.has(key) for key in _DATES)
    fair = company.share_price if company.is_public else company.fmv_409a
    if grant.strike is None or fair is None or later:
        return
    if grant.prices_in != company.currency or grant.strike >= fair:
        return
    is_iso = grant.kind is GrantKind.ISO
    if company.is_public and not is_iso:
        return  # its price moves every day, and the paper may be older than it
    what = "share price" if company.is_public else "409A value"
    law = "such an option is not an ISO (26 U.S.C. 422(b)(4)); " if is_iso else ""
    block.warn(
        "strike",
        f"the strike of {grant.strike:g} is below the {what} of {fair:g}: {law}a"
        " discounted option may be taxed as it vests, with 20% on top (409A)",
        "ask which value counts on the day of the grant, and whether the 409A value is"
        " newer than the strike",
    )
