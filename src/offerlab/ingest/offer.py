"""One offer from its tree: the top of an offer file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.core.company import STAGES, Company
from offerlab.core.money import exact
from offerlab.core.offer import BASES, Contact, Deadline, Offer, Promise
from offerlab.ingest.base import read_base
from offerlab.ingest.benefits import read_benefits
from offerlab.ingest.bonus import read_target_bonus
from offerlab.ingest.currency import read_currency
from offerlab.ingest.deadline import parse_deadline, zone_of
from offerlab.ingest.equity import read_equity
from offerlab.ingest.fields import Fields, ProblemLog, word_of
from offerlab.ingest.grant_check import check_grants
from offerlab.ingest.node import Mapping, Scalar
from offerlab.ingest.payment import read_payments
from offerlab.ingest.posting import (
    read_cap_table,
    read_posted_range,
    read_published_range,
)
from offerlab.ingest.refreshers import read_refreshers
from offerlab.ingest.term import read_term
from offerlab.ingest.window import read_windows
from offerlab.ingest.yaml_text import tree_of

if TYPE_CHECKING:
    from offerlab.ingest.catalogue import Catalogue

FORMAT_VERSION = "1"
PAY_HISTORY = re.compile(
    r"(current|previous|prior|past|last|present|existing)[_ -]"
    r"(base|salary|pay|comp|compensation|ctc|tc|wage|income|total)\w*"
    r"|(salary|pay|comp|compensation|wage)[_ -]history",
    re.IGNORECASE,
)
_ADDRESS = re.ASCII | re.IGNORECASE
ANSWERED = ("target_bonus", "sign_on", "relocation", "equity", "refreshers")
"""Keys that may say ``none`` or ``unknown`` in place of terms."""
VALUATION_TOLERANCE = exact(0.02)


def read_offer(
    block: Mapping, file: str, catalogue: Catalogue, log: ProblemLog
) -> Offer | None:
    """Offer from one block; None if there is an error, which is then in `log`.

    Parameters
    ----------
    block : Mapping
    file : str
        As the user named it.
    catalogue : Catalogue
        Where names of vesting schedules are looked up.
    log : ProblemLog
        Takes all problems of the block.
    """
    known = log.errors
    fields = Fields(block, log)
    _refuse_pay_history(fields)
    fields.node("offerlab")
    basis = fields.choice("basis", BASES) or "letter"
    currency = read_currency(fields) or "USD"
    fields.currency = currency
    company = _company(fields, currency)
    label = fields.text("label")
    base = read_base(fields, basis)
    term = read_term(fields)
    offer = Offer(
        file=file,
        id=label or company.name,
        company=company,
        role=fields.text("role", required=True) or "",
        location=fields.text("location", required=True) or "",
        base_salary=base.yearly,
        currency=currency,
        basis=basis,
        base_basis=base.basis,
        base_pay=base.written,
        label=label,
        level=fields.text("level"),
        start_date=term.start,
        end_date=term.end,
        target_bonus=read_target_bonus(fields, basis),
        sign_on=read_payments(fields, "sign_on", basis),
        relocation=read_payments(fields, "relocation", basis),
        equity=read_equity(fields, company, basis, catalogue, term),
        refreshers=read_refreshers(fields, basis, catalogue),
        exercise_windows=read_windows(fields),
        benefits=read_benefits(fields, catalogue),
        hours_per_week=base.hours,
        deadline=_deadline(fields),
        contacts=_contacts(fields),
        promises=_promises(fields),
        ratings=_ratings(fields),
        notes=fields.prose("notes"),
        posted_range=read_posted_range(fields),
        published_range=read_published_range(fields),
        cap_table=read_cap_table(fields),
        said=_said(fields),
        written=tree_of(block),
    )
    fields.close()
    check_grants(fields, offer)
    return None if log.errors > known else offer


def _refuse_pay_history(fields: Fields) -> None:
    for node, _ in fields.block:
        key = node.text
        if PAY_HISTORY.fullmatch(key):
            fields.fault(
                key,
                "offerlab has no field for current or past pay, on purpose: it pulls"
                " an offer down, and many states forbid asking for it",
                "remove this line",
            )
            fields.node(key)


def _said(fields: Fields) -> dict[str, str]:
    """Keys that the paper answers with ``none`` or ``unknown``."""
    words = {key: fields.word(key) for key in ANSWERED}
    benefits = fields.node("benefits")
    match = benefits.get("retirement_match") if isinstance(benefits, Mapping) else None
    words["benefits.retirement_match"] = word_of(match)
    return {key: word for key, word in words.items() if word is not None}


def _company(fields: Fields, currency: str) -> Company:
    block = fields.block_of("company", required=True)
    if block is None:
        return Company("")
    block.currency = read_currency(block) or currency
    company = Company(
        name=block.text("name", required=True) or "",
        currency=block.currency,
        stage=block.choice("stage", STAGES),
        valuation=block.money("valuation", low=10_000, high=1e14),
        fully_diluted_shares=block.whole("fully_diluted_shares", low=1, high=10**13),
        preferred_price=block.price("preferred_price", low=1e-6),
        fmv_409a=block.price("fmv_409a", low=1e-6),
        share_price=block.price("share_price", low=1e-6),
        as_of=block.date("as_of"),
    )
    block.close()
    _check_valuation(block, company)
    return company


def _check_valuation(block: Fields, company: Company) -> None:
    price, shares = company.preferred_price, company.fully_diluted_shares
    if not price or not shares or not company.valuation:
        return
    implied, stated = exact(price) * shares, exact(company.valuation)
    if abs(implied - stated) > VALUATION_TOLERANCE * stated:
        block.warn(
            "valuation",
            f"preferred price × fully diluted shares is {float(implied):,.0f},"
            f" the valuation {company.valuation:,.0f}: over 2% apart",
            "ask which of the three is out of date",
        )


def _deadline(fields: Fields) -> Deadline | None:
    """Deadline; a clock time without a zone is taken as that of the place."""
    place = fields.node("location")
    zone_there = zone_of(place.text) if isinstance(place, Scalar) else None
    parsed = fields.value("deadline", lambda text: parse_deadline(text, zone_there))
    if parsed is None:
        return None
    when, at, zone, assumed = parsed
    return Deadline(when, at, zone, assumed=assumed)


def _contacts(fields: Fields) -> tuple[Contact, ...]:
    contacts = []
    for name, node in fields.several("contacts"):
        if isinstance(node, Mapping):
            block = fields.inner(node, name)
            contact = Contact(
                name=block.text("name"),
                role=block.text("role"),
                email=block.value("email", _email),
            )
            block.close()
            contacts.append(contact)
            if not any(contact) and not block.has("email"):
                fields.log.add(
                    node,
                    name,
                    "this contact is empty",
                    "give a name, a role or an e-mail",
                )
        else:
            fields.log.add(
                node, name, "a contact is a block with 'name', 'role' or 'email'"
            )
    return tuple(contacts)


def _email(text: str) -> str:
    if not re.fullmatch(r"[\w.%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", text, _ADDRESS):
        raise ValueError(f"'{text}' is not an e-mail address")
    return text


def _promises(fields: Fields) -> tuple[Promise, ...]:
    promises = []
    for name, node in fields.several("promises"):
        if isinstance(node, Mapping):
            block = fields.inner(node, name)
            promise = Promise(
                text=block.text("text", required=True) or "",
                by=block.text("by"),
                medium=block.text("medium"),
                date=block.date("date"),
            )
            block.close()
            promises.append(promise)
        else:
            fields.log.add(node, name, "a promise is a block with 'text'")
    return tuple(promises)


def _ratings(fields: Fields) -> dict[str, float]:
    block = fields.block_of("ratings")
    if block is None:
        return {}
    scores: dict[str, float] = {}
    for key, _ in block.block:
        score = block.money(key.text, low=1, high=5)
        if score is not None:
            scores[key.text] = score
    return scores
