"""Every letter, in both tones, on random valid offers keeps its own rules."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.ask import Ask, SignOnAsk
from offerlab.letters.known import known_facts
from offerlab.letters.lint import lint_text
from offerlab.letters.template import read_template, template_names
from tests.letters.test_letter import TODAY, WORDS, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer

PLACES = (
    ("USD", "Austin, TX", 1), ("GBP", "Leeds, UK", 1), ("EUR", "Berlin, Germany", 1),
    ("CAD", "Toronto, Canada", 1), ("INR", "Pune, India", 25), ("CHF", "Zurich", 1),
)  # fmt: skip
RIVAL = """\
offerlab: 1
company: {name: Vanta Robotics}
role: Machine Learning Engineer
location: Denver, CO
basis: letter
base_salary: 99_000
deadline: 2026-12-09
"""


def offer_text(seed: int) -> str:
    """A valid offer, of any kind of employer."""
    rng = random.Random(seed)
    currency, place, scale = rng.choice(PLACES)
    base = rng.randrange(70_000, 260_000, 1_000) * scale
    stage = rng.choice(["seed", "series-a", "series-b", "series-d", "public"])
    valuation = rng.choice([30_000_000, 180_000_000, 4_200_000_000])
    role = rng.choice(["ML Engineer", "Applied Scientist I", "Data Scientist, NLP"])
    grant = rng.choice([
        "[]",
        "[{kind: rsu, value: 120_000, vesting: {months: 48, every_months: 3}}]",
        "[{kind: nso, percent: 0.05, strike: 1.10, vesting: standard-startup-option}]",
        "[{kind: iso, shares: 9_000, strike: 2, vesting: standard-startup-option}]",
    ])  # fmt: skip
    lines = [
        "offerlab: 1",
        f"company: {{name: Firm {seed}, stage: {stage}, valuation: {valuation},"
        f" share_price: 40, currency: {currency}}}",
        f"role: {role}",
        f"location: {place}",
        f"currency: {currency}",
        f"basis: {rng.choice(['letter', 'verbal'])}",
        f"base_salary: {base}",
        f"equity: {grant}",
        "start_date: 2027-02-01",
        "deadline: 2026-12-11T17:00 America/New_York",
        "contacts: [{name: Noor Haddad, role: recruiter}]",
        rng.choice(["level: L4", ""]),
        rng.choice(["target_bonus: 12.5%", "target_bonus: none", ""]),
        rng.choice([
            f"sign_on: {{amount: {base // 10}, clawback_months: 12,"
            " clawback: prorated}",
            "",
        ]),
        rng.choice(["relocation: 5_000", ""]),
        rng.choice(["promises: [{text: a review in June, by: Wei Chen}]", ""]),
    ]  # fmt: skip
    return "\n".join(each for each in lines if each) + "\n"


@pytest.mark.parametrize("seed", range(20))
def test_every_letter_of_a_random_offer_keeps_its_own_rules(
    seed: int, read: Callable[[str], Offer], benchmark: Benchmark
) -> None:
    offer = read(offer_text(seed))
    rival = replace(read(RIVAL), currency=offer.currency)
    rival = replace(rival, base_salary=offer.base_salary + 1_000)
    ask = Ask(base=offer.base_salary + 10_000)
    sign_on = Ask(sign_on=(SignOnAsk(1, offer.base_salary),))
    days = {"until": "2027-01-08", "points": "The letter has no start date"}
    written = 0
    for template in template_names():
        chosen = read_template(template)
        words = replace(
            WORDS, slots={k: v for k, v in days.items() if k in chosen.slots}
        )
        if template == "clarify" and "questions" not in chosen.slots:
            continue
        given: dict[str, Any] = {
            "words": words,
            "ask": sign_on if template == "base-fixed" else ask,
            "sign_by": date(2026, 12, 4),
            "allow": ("verbal", "unknown-equity"),
            "others": (rival,),
            "attested": True,
        }
        for plain in (False, True):
            letter = write(benchmark, template, offer, plain=plain, **given)
            known = known_facts([offer, rival], given["ask"], today=TODAY)
            known.days |= {date(2026, 12, 4), date(2027, 1, 8)}
            again = [
                each.message
                for each in lint_text(letter.text, known, TODAY)
                if each.severity == "error" and each.rule != "acceptance"
            ]
            assert again == [], letter.text
            assert "None" not in letter.text
            assert "  " not in letter.text
            sign = {"USD": "$", "GBP": "£", "EUR": "€", "INR": "₹"}.get(offer.currency)
            others = set("$£€₹") - {sign}
            assert not others & set(letter.text), letter.text
            written += 1
    assert written == 2 * len(template_names())
