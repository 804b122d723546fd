"""An offer back as the text of an offer file, in the words of its paper.

What was read is kept with the offer (`Offer.written`), so that nothing is computed and
no key can be forgotten: ``150k`` stays ``150k``, a schedule keeps its name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.yaml_text import Tree, yaml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.core.offer import Offer

FORMAT_KEY, FORMAT_VERSION = "offerlab", "1"


def offer_text(
    offer: Offer,
    changes: Mapping[str, str | None] | None = None,
    comments: Mapping[str, str] | None = None,
) -> str:
    """Text of a YAML file that reads back as the offer.

    Parameters
    ----------
    offer : Offer
        As it was read; what was replaced in the record since then is not written: say
        it in `changes`.
    changes : mapping of str to str or None, optional
        Dotted key, items counted from 1, to what the paper now says; None takes a key
        out.
    comments : mapping of str to str, optional
        Dotted key to what is said above it.

    Raises
    ------
    InputError
        If the offer was made in code and not read, or a change fits no place.

    Examples
    --------
    >>> from offerlab.ingest.offers import read_offers
    >>> from offerlab.resources import shipped
    >>> offers, _ = read_offers([shipped("templates/offers/contoso.yaml")])
    >>> "base_salary: 150k" in offer_text(offers[0], {"base_salary": "150k"})
    True
    """
    if offer.written is None:
        raise InputError(offer.file, "was not read from a file and has no text")
    tree: dict[str, Tree] = {FORMAT_KEY: FORMAT_VERSION}
    for key, value in offer.written.items():
        tree[key] = _copy(value)
    tree[FORMAT_KEY] = FORMAT_VERSION
    for name, said in (changes or {}).items():
        try:
            put(tree, name.split("."), said)
        except (ValueError, IndexError, KeyError, TypeError) as error:
            raise InputError(offer.file, f"has no place for '{name}'") from error
    return yaml_text(tree, comments)


def put(tree: dict[str, Tree], path: list[str], value: Tree | None) -> None:
    """Set or take out what is below dotted keys; blocks and lists are made on the way.

    Raises
    ------
    KeyError, IndexError, TypeError, ValueError
        If the path leads through a value, or past the end of a list.
    """
    branch: Tree = tree
    for key, following in pairwise(path):
        made: Tree = [] if following.isdecimal() else {}
        branch = _below(branch, key, made)
    _set(branch, path[-1], value)


def _below(branch: Tree, key: str, made: Tree) -> Tree:
    if isinstance(branch, list):
        if int(key) == len(branch) + 1:
            branch.append(made)
        return branch[int(key) - 1]
    if isinstance(branch, str):
        raise TypeError(key)
    found = branch.setdefault(key, made)
    if isinstance(made, list) and not isinstance(found, list):
        # One of several may stand alone: it is the first of the list.
        found = branch[key] = [found]
    return found


def _set(branch: Tree, key: str, value: Tree | None) -> None:
    if isinstance(branch, str):
        raise TypeError(key)
    if isinstance(branch, dict):
        if value is None:
            branch.pop(key, None)
        else:
            branch[key] = value
        return
    place = int(key) - 1
    if value is None:
        del branch[place]
    elif place == len(branch):
        branch.append(value)
    else:
        branch[place] = value


def _copy(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    return [_copy(each) for each in tree] if isinstance(tree, list) else tree
