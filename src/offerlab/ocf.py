"""Open Cap Format: vesting by its terms, and terms for others to read.

A façade over `offerlab.core`. Where the standard is silent, `vesting_schedule` follows
the rules in `offerlab.core.walk` and in its own notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from offerlab.core.allocation import Allocation, Shares
from offerlab.core.ocf_export import for_release, schema_version
from offerlab.core.ocf_reader import parse_day, parse_number, parse_terms
from offerlab.core.ocf_writer import terms_json
from offerlab.core.terms import VestingTerms
from offerlab.core.timetable import Tranche, months_from, timetable
from offerlab.errors import VestingError

__all__ = [
    "Tranche",
    "VestingError",
    "parse_terms",
    "schema_version",
    "terms_file",
    "terms_json",
    "vesting_schedule",
]


def vesting_schedule(
    vesting_terms: Mapping[str, Any] | VestingTerms | None,
    quantity: int | str,
    *,
    vesting_start: date | None = None,
    grant_date: date | None = None,
    vesting_events: Iterable[Mapping[str, str]] | None = (),
    vestings: Iterable[Mapping[str, str]] | None = None,
) -> list[Tranche]:
    """Dated shares of a grant by Open Cap Format.

    Parameters
    ----------
    vesting_terms : dict, VestingTerms or None
        A VESTING_TERMS object.
    quantity : int or numeric str
        Shares granted; a fraction only where the allocation is FRACTIONAL.
    vesting_start : date, optional
        Date of the TX_VESTING_START; without it a start condition is not met.
    grant_date : date, optional
        Date of the issuance.
    vesting_events : iterable of dict
        ``vesting_condition_id`` and ``date`` of each TX_VESTING_EVENT.
    vestings : iterable of dict, optional
        ``date`` and ``amount``: exact dates, which win over the terms.

    Returns
    -------
    list of Tranche
        In date order, one a date, none without shares. `shares` are whole, and
        fractions only where the allocation is FRACTIONAL. Conditions that are not met
        vest nothing.

    Raises
    ------
    VestingError
        If the terms are invalid (a dangling id, a cycle, a denominator of 0, ...), an
        event names no condition, the quantity is negative or a fraction of a whole
        share, or more than the grant would vest.

    Notes
    -----
    The standard is silent on these; the choices: amounts are made whole over the whole
    grant in date order, not again for each condition; what is dated before the grant
    date vests on it; installments dated before the condition that led to them vest on
    its date; with both `vestings` and terms, `vestings` win; with neither, the grant
    is vested on the grant date. The rest is in `offerlab.core.walk`.

    References
    ----------
    Open Cap Table Coalition, Open Cap Format, main of 2026-06-28.
    """
    shares = parse_number(quantity, "the quantity of the grant")
    if shares < 0:
        raise VestingError(f"the quantity of the grant, {quantity}, is negative")
    for name, when in (("vesting_start", vesting_start), ("grant_date", grant_date)):
        if when is not None and type(when) is not date:
            raise VestingError(f"{name}: {when!r} is not a date")
    given = _objects(vestings, "vestings")
    if given:
        return _explicit(given, shares, vesting_start)
    if vesting_terms is None:
        return _at_once(shares, vesting_start, grant_date)
    terms = (
        vesting_terms
        if isinstance(vesting_terms, VestingTerms)
        else parse_terms(vesting_terms)
    )
    _check_whole(terms, shares)
    events = tuple(
        (
            str(event.get("vesting_condition_id")),
            parse_day(event.get("date"), "a vesting event: date"),
        )
        for event in _objects(vesting_events, "vesting_events")
    )
    dated = timetable(terms, vesting_start, grant_date, events)
    return dated.tranches(_plain(shares))


def _objects(items: object, what: str) -> list[Mapping[str, Any]]:
    """Objects of a list, which may be left out."""
    if items is None:
        return []
    if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable):
        raise VestingError(f"{what}: a list of objects belongs here")
    found = list(items)
    if not all(isinstance(item, Mapping) for item in found):
        raise VestingError(f"{what}: a list of objects belongs here")
    return found


def _plain(shares: Fraction) -> Shares:
    return shares.numerator if shares.denominator == 1 else shares


def _check_whole(terms: VestingTerms, shares: Fraction) -> None:
    """Refuse fractions of a share where the terms make whole ones."""
    if terms.allocation is Allocation.FRACTIONAL:
        return
    named = [("the quantity of the grant", shares)]
    named += [
        (f"vesting condition '{each.id}': quantity", each.quantity)
        for each in terms.conditions
        if each.quantity is not None
    ]
    for what, number in named:
        if number.denominator != 1:
            raise VestingError(
                f"{what}: {float(number):g} is not whole, and {terms.allocation} makes"
                " whole shares; only FRACTIONAL allows fractions"
            )


def _explicit(
    vestings: list[Mapping[str, str]], quantity: Fraction, start: date | None
) -> list[Tranche]:
    """Tranches of exact dates and amounts."""
    by_date: dict[date, Fraction] = {}
    for each in vestings:
        when = parse_day(each.get("date"), "vestings: date")
        amount = parse_number(each.get("amount"), "vestings: amount")
        if amount < 0:
            raise VestingError(f"vestings: the amount of {when} is negative")
        by_date[when] = by_date.get(when, Fraction(0)) + amount
    total = sum(by_date.values())
    if total > quantity:
        raise VestingError(
            f"the vestings add up to {float(total):,.10g} of {float(quantity):,.10g}"
            " shares: more than the grant"
        )
    result, running = [], Fraction(0)
    for when, amount in sorted(by_date.items()):
        if amount:
            running += amount
            month = months_from(start, when)
            part = amount / quantity
            result.append(Tranche(month, when, part, _plain(amount), _plain(running)))
    return result


def _at_once(
    quantity: Fraction, start: date | None, grant_date: date | None
) -> list[Tranche]:
    """Vest the whole grant on its date: neither terms nor vestings say otherwise."""
    if grant_date is None:
        raise VestingError(
            "a grant without vesting terms is vested on its grant date, and none is"
            " given"
        )
    if not quantity:
        return []
    shares = _plain(quantity)
    month = months_from(start, grant_date)
    return [Tranche(month, grant_date, Fraction(1), shares, shares)]


def terms_file(terms: Iterable[VestingTerms]) -> dict[str, Any]:
    """File of vesting terms, with its envelope, for readers of the format.

    Cliff installments, which Open Cap Format 1.2.0 does not know, become conditions of
    their own wherever that changes no date and no amount.
    """
    return {
        "file_type": "OCF_VESTING_TERMS_FILE",
        "items": [terms_json(for_release(each)) for each in terms],
    }
