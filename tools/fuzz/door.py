"""The doors through which a file comes in: a good file each, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from tools.fuzz import good, home_door, letter_door

from offerlab.core.ask import Ask
from offerlab.errors import OfferlabError
from offerlab.ingest import amount
from offerlab.ingest.assumptions import read_assumptions
from offerlab.ingest.benchmarks import read_benchmark
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.comps import read_comps
from offerlab.ingest.deadline import parse_deadline
from offerlab.ingest.draft import Draft
from offerlab.ingest.entry_level import read_facts
from offerlab.ingest.ocf import read_terms
from offerlab.ingest.oews import read_areas
from offerlab.ingest.offer_text import offer_text
from offerlab.ingest.offers import read_offers
from offerlab.ingest.prices import read_prices
from offerlab.ingest.roles import read_roles
from offerlab.letters.context import Occasion, Words, letter_facts
from offerlab.letters.eml import draft_bytes
from offerlab.letters.known import known_facts
from offerlab.letters.letter import write_letter
from offerlab.letters.markdown import letter_page
from offerlab.letters.template import read_template
from offerlab.model.comparison import compare
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.question import questions
from offerlab.model.totals import summarize
from offerlab.model.walkaway import walkaway
from offerlab.resources import Library, shipped

Read = Callable[[Path], None]


@dataclass(frozen=True)
class Door:
    """A reader: the name that its file has, what a good one says, and how it is read.

    `read` raises `OfferlabError` for what it refuses, and nothing else.
    """

    name: str
    file: str
    good: tuple[str | bytes, ...]
    read: Read


def _offers(path: Path) -> None:
    """Everything that is done with an offer, and its figures are finite."""
    offers, problems = read_offers([path])
    assert len(problems) <= 101, "more than a hundred problems"
    assumptions = read_assumptions(settings=["fx.EUR=1.1", "fx.INR=0.012"])
    for offer in offers[:3]:
        with suppress(OfferlabError):
            totals = summarize(build_ledger(offer, assumptions))
            assert totals.total == totals.total, "a total that is no number"
            assert abs(totals.total) < float("inf"), "a total without end"
            walkaway(offer, assumptions)
        questions(offer)
        again = path.with_suffix(".again.yaml")
        again.write_bytes(offer_text(offer).encode())
        found = read_offers([again])[0]
        assert found, "an offer that was written does not read back"
        assert found[0].base_salary == offer.base_salary, "another base reads back"
    with suppress(OfferlabError):
        if offers:
            compare(offers[:3], read_benchmark(), assumptions)


def _template(path: Path) -> None:
    folder = path.parent / "email"
    folder.mkdir(exist_ok=True)
    path.replace(folder / "mine.j2")
    template = read_template("mine", Library(templates=path.parent))
    (offer,), _ = read_offers([shipped("templates/offers/northwind.yaml")])
    words = Words("Sam", "It is what I want to do.", milestones=("a", "b"))
    occasion = Occasion(
        offer,
        date(2026, 11, 23),
        Ask(base=160_000.0, equity_percent=Decimal("0.05")),
        words,
        hire_signal=True,
    )
    facts, _ = letter_facts(template, occasion, read_benchmark(), read_assumptions())
    known = known_facts([offer], occasion.ask, today=occasion.today)
    letter = write_letter(template, facts, known, words, occasion.today)
    head = draft_bytes(letter, "dana@example.com").partition(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if line[:1] != b" "]
    assert len(names) == 6, "a header of somebody else"
    letter_page(letter, template)


def _answers(path: Path) -> None:
    draft = Draft(Catalogue())
    keys = (
        "company.name",
        "base_salary",
        "equity.1.vesting",
        "level",
        "notes",
        "x.1.y",
    )
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    for key, answer in zip(keys, text.split("\n"), strict=False):
        draft.try_answer(key, answer)
    draft.text()


def _numbers(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    for line in text.split("\n"):
        for parse in (
            amount.read_money, amount.parse_whole, amount.parse_rate, amount.parse_date,
            parse_deadline, amount.parse_percent, amount.parse_fraction,
            amount.parse_price,
        ):  # fmt: skip
            with suppress(ValueError):
                parse(line)


def _market_file(name: str, read: Callable[[Library], object]) -> Read:
    def reader(path: Path) -> None:
        place = path.parent / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
        read(Library(market_data=path.parent / "data"))

    return reader


def _entries(library: Library) -> None:
    Catalogue(library).entries()


FILES = (
    Door("yaml", "a.yaml", good.OFFERS, _offers),
    Door("json", "a.json", good.JSON_OFFERS, _offers),
    Door("csv", "a.csv", good.CSV_OFFERS, _offers),
    Door("ocf", "t.json", good.TERMS, lambda path: void(read_terms(str(path)))),
    Door("comps", "c.csv", good.COMPS, lambda path: void(read_comps(path))),
    Door("comps.json", "c.json", good.JSON_COMPS, lambda path: void(read_comps(path))),
    Door("prices", "p.csv", good.PRICES, lambda path: void(read_prices(path))),
    Door("assumptions", "m.yaml", good.ASSUMPTIONS,
         lambda path: void(read_assumptions(path))),
    Door("template", "mine.j2", good.TEMPLATES, _template),
    Door("new", "answers.txt", good.ANSWERS, _answers),
    Door("numbers", "numbers.txt", good.NUMBERS, _numbers),
    Door("wages", "w.csv", good.WAGES,
         _market_file("oews/15-2051.csv", lambda lib: read_areas("15-2051", lib))),
    Door("entry", "e.csv", good.ENTRY, _market_file("entry_level.csv", read_facts)),
    Door("roles", "r.yaml", good.ROLES, _market_file("roles.yaml", read_roles)),
    Door("catalogue", "v.yaml", good.SCHEDULES,
         _market_file("vesting_schedules.yaml", _entries)),
    Door("profiles", "b.yaml", good.PROFILES,
         _market_file("benchmarks.yaml", lambda lib: read_benchmark(library=lib))),
)  # fmt: skip
LETTERS = (
    Door("letter", "l.txt", good.LETTERS, letter_door.read_an_offer),
    Door("page", "l.md", good.LETTERS, letter_door.read_an_offer),
    Door("mail", "l.eml", good.MAILS, letter_door.read_an_offer),
    Door("word", "l.xml", good.WORD_PARTS, letter_door.read_word),
    Door("docx", "l.docx", good.WORD_FILES, letter_door.read_an_offer),
    Door("pdf", "l.pdf", good.PAGES, letter_door.read_an_offer),
    Door("against", "l.txt", tuple(each * 2 for each in good.LETTERS),
         letter_door.read_two),
    Door("lint", "own.txt", good.OWN_LETTERS, letter_door.lint),
)  # fmt: skip
MARKET = tuple(
    Door(name, file, texts, home_door.market_file(file, *words))
    for name, file, texts, words in (
        ("parities", "price_parities.csv", good.PARITIES,
         ("market", "place", "Akron, OH", "Abilene, TX", "--pay", "90k")),
        ("places", "places.yaml", good.PLACES, ("market", "place", "Akron, OH")),
        ("levers", "levers.csv", good.LEVERS, ("negotiate", "plan", "OFFER")),
        ("constants", "negotiation.csv", good.CONSTANTS,
         ("negotiate", "plan", "OFFER", "--posted-range", "140k-190k")),
        ("law", "negotiation_facts.csv", good.LAW, ("negotiate", "facts")),
        ("recruiters", "recruiter_lines.csv", good.RECRUITERS,
         ("negotiate", "call", "OFFER", "--ask-base", "160k", "--reason", "I care.")),
    )
)  # fmt: skip
HOME = (
    Door("negotiation", "log.jsonl", good.LOGS, home_door.negotiation),
    Door("version", "v.yaml", good.VERSIONS, home_door.stop_line),
    Door("import", "i.csv", good.COMPS, home_door.imported),
    Door("use-map", "m.json", good.MAPS, home_door.kept_map),
    Door("map", "maps.txt", good.MAPPINGS, home_door.mapping),
    Door("config", "config.yaml", good.DEFAULTS, home_door.defaults),
)
DOORS = (*FILES, *LETTERS, *MARKET, *HOME)
"""All of them; those at the front are read by the campaign's command lines too."""


def void(_: object) -> None:
    """What a reader gives is of no interest here."""
