"""Offer files in, offers and problems out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from offerlab.core.offer import Offer, unique_ids
from offerlab.core.problem import Problem, Severity
from offerlab.errors import InputError, Place
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.fields import Fields, ProblemLog, nearest
from offerlab.ingest.node import Mapping, Node, Scalar
from offerlab.ingest.offer import FORMAT_VERSION, read_offer
from offerlab.ingest.text import read_text
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_OFFERS = 10_000
SUFFIXES = (".yaml", ".yml", ".json", ".csv")


def read_offers(
    paths: Iterable[str | Path], *, library: Library = SHIPPED
) -> tuple[list[Offer], list[Problem]]:
    """Read offers from files, with ids that are unique among them.

    Parameters
    ----------
    paths : iterable of str or Path
        YAML, JSON or CSV files; ``FILE#2`` or ``FILE#label`` picks one offer.
    library : Library
        Whose files come before the shipped ones.

    Returns
    -------
    offers : list of Offer
        In the order given, those without errors.
    problems : list of Problem
        All faults of all files, unreadable files included.
    """
    catalogue = Catalogue(library)
    offers: list[Offer] = []
    problems: list[Problem] = []
    for path in paths:
        log = ProblemLog(str(path))
        try:
            offers += _read_file(str(path), catalogue, log)
        except InputError as error:
            _, line, column = error.place or Place("")
            problems.append(
                Problem(str(path), line, column, "", Severity.ERROR, error.reason)
            )
        problems += log.shown()
    ids = unique_ids(offer.id for offer in offers)
    return [
        replace(offer, id=unique) for offer, unique in zip(offers, ids, strict=True)
    ], problems


def _read_file(name: str, catalogue: Catalogue, log: ProblemLog) -> list[Offer]:
    path, hash_sign, pick = name, "", ""
    if "#" in name and not os.path.exists(name):  # noqa: PTH110 - False on any fault
        path, hash_sign, pick = name.rpartition("#")
    log.file = path
    blocks = _blocks(path, log)
    if hash_sign:
        blocks = [_picked(blocks, pick, path)]
    known_version = not log.errors
    offers = [read_offer(block, path, catalogue, log) for block in blocks]
    # A file of another format version may mean something else by its keys.
    return [offer for offer in offers if offer is not None and known_version]


def _blocks(path: str, log: ProblemLog) -> list[Mapping]:
    """Blocks of a file, one an offer."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES and os.path.isfile(path):  # noqa: PTH113 - the same
        raise InputError(path, f"is not one of {', '.join(SUFFIXES)}")
    text = read_text(path)
    if suffix == ".csv":
        from offerlab.ingest.csv_tree import parse_csv  # only for a CSV file

        blocks = parse_csv(text, path)
        if len(blocks) > MAX_OFFERS:
            raise InputError(path, f"has {len(blocks):,} offers, over {MAX_OFFERS:,}")
        for block in blocks:
            _check_version(block, log, required=False)
        return blocks
    return _of_tree(_parse(text, path, suffix), path, log)


def _parse(text: str, path: str, suffix: str) -> Node:
    is_json = path == "-" and text.lstrip().startswith("{")
    if suffix == ".json" or is_json:
        from offerlab.ingest.json_tree import parse_json  # only for a JSON file

        return parse_json(text, path)
    from offerlab.ingest.yaml_tree import parse_yaml  # only for a YAML file

    return parse_yaml(text, path)


def _of_tree(root: Node, path: str, log: ProblemLog) -> list[Mapping]:
    if not isinstance(root, Mapping):
        raise InputError(
            Place(path, root.line, root.column),
            "is not an offer: keys such as 'company:' and 'base_salary:' belong here",
        )
    _check_version(root, log, required=True)
    if root.get("offers") is None:
        return [root]
    top = Fields(root, log)
    top.node("offerlab")
    nodes = [node for _, node in top.several("offers", most=MAX_OFFERS)]
    top.close()
    blocks = [node for node in nodes if isinstance(node, Mapping)]
    if len(blocks) < len(nodes) or not nodes:
        top.fault("offers", "a list of offers belongs here, each a block of keys")
    return blocks


def _check_version(block: Mapping, log: ProblemLog, *, required: bool) -> None:
    node = block.get("offerlab")
    if node is None:
        if required:
            log.add(
                None,
                "offerlab",
                "the format version is missing",
                f"begin the file with 'offerlab: {FORMAT_VERSION}'",
            )
    elif not isinstance(node, Scalar) or node.text != FORMAT_VERSION:
        text = f" {node.text}" if isinstance(node, Scalar) else ""
        log.add(
            node,
            "offerlab",
            f"the format version{text} is unknown",
            f"this offerlab reads version {FORMAT_VERSION}",
        )


def _picked(blocks: list[Mapping], pick: str, path: str) -> Mapping:
    if pick.isdecimal() and len(pick) < 5 and 1 <= int(pick) <= len(blocks):
        return blocks[int(pick) - 1]
    named = [block for block in blocks if pick and _name(block) == pick]
    if len(named) == 1:
        return named[0]
    if named:
        raise InputError(
            path, f"holds {len(named)} offers called '{pick}'; pick by number: {path}#1"
        )
    by_label = [_name(block) for block in blocks]
    close = nearest(pick, by_label)
    hint = f"; did you mean '{close}'?" if close else ""
    raise InputError(
        path, f"holds {len(blocks)} offer(s) and none is called '{pick}'{hint}"
    )


def _name(block: Mapping) -> str:
    """Label of an offer, else the name of its company."""
    company = block.get("company")
    name = company.get("name") if isinstance(company, Mapping) else None
    node = block.get("label") or name
    return node.text if isinstance(node, Scalar) else ""
