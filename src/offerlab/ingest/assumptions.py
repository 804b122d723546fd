"""Assumptions: the shipped defaults, the user's file, and ``--set``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from offerlab.core.assumption import Assumption, Assumptions, Value
from offerlab.errors import AssumptionError, InputError, Place
from offerlab.ingest import amount
from offerlab.ingest.fields import nearest
from offerlab.ingest.node import Items, Mapping, Node, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offerlab.core.config import Config


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a value of one assumption can be."""

    kind: str
    low: float
    high: float
    choices: tuple[str, ...]
    of: str
    percent_above: float


def read_assumptions(
    file: str | Path | None = None,
    settings: Iterable[str] = (),
    *,
    library: Library = SHIPPED,
    config: Config | None = None,
) -> Assumptions:
    """Read the defaults, then a file over them, then settings over both.

    Parameters
    ----------
    file : path, optional
        YAML with keys and values, and a block ``offers: {ID: {...}}`` for values
        of one offer only.
    settings : iterable of str
        ``key=value``, ``map.key=value`` or ``ID:key=value``.
    library : Library
        Whose ``assumptions.yaml`` comes before the shipped one.
    config : Config, optional
        Whose exchange rates come before those of the defaults.

    Raises
    ------
    AssumptionError
        For an unknown key (the nearest is offered) or an impossible value.
    InputError
        If a file cannot be read.
    """
    shipped_path = shipped("market_data/assumptions.yaml")
    rules, by_key = _defaults(shipped_path)
    path = library.find("market_data/assumptions.yaml")
    if path != shipped_path:
        own_rules, own_defaults = _defaults(path)
        rules, by_key = {**rules, **own_rules}, {**by_key, **own_defaults}
    if config is not None and config.fx is not None:
        _put(by_key, by_key, rules, *config.fx, str(config.file))
        # Nobody set it for this run: where nothing needs it, nothing is said.
        by_key["fx"] = replace(by_key["fx"], given=False)
    by_offer: dict[str, dict[str, Assumption]] = {}
    if file is not None:
        _put_file(Path(file), rules, by_key, by_offer)
    for setting in settings:
        _set(setting, rules, by_key, by_offer)
    return Assumptions(by_key, by_offer)


def _put_file(
    file: Path,
    rules: dict[str, _Rule],
    by_key: dict[str, Assumption],
    by_offer: dict[str, dict[str, Assumption]],
) -> None:
    """Put the values of a file over those before."""
    root = parse_yaml(read_text(file), str(file))
    if not isinstance(root, Mapping):
        raise InputError(file, "is not a list of 'key: value' lines")
    seen: set[str] = set()
    for key, node in root:
        if key.text in seen:
            raise InputError(Place(file, key.line), f"'{key.text}' appears twice")
        seen.add(key.text)
        if key.text == "offers":
            for offer_id, own in _own_blocks(node, str(file)):
                target = by_offer.setdefault(offer_id, {})
                for name, value in own:
                    _put(target, by_key, rules, name, value, str(file))
        else:
            _put(by_key, by_key, rules, key, node, str(file))


def _own_blocks(node: Node, file: str) -> list[tuple[str, Mapping]]:
    if not isinstance(node, Mapping):
        raise InputError(Place(file, node.line), "'offers:' takes a block by offer id")
    for key, own in node:
        if not isinstance(own, Mapping):
            raise InputError(
                Place(file, key.line), f"'{key.text}' takes a block of keys"
            )
    return [(key.text, own) for key, own in node if isinstance(own, Mapping)]


def _defaults(path: Path) -> tuple[dict[str, _Rule], dict[str, Assumption]]:
    root = parse_yaml(read_text(path), str(path))
    top = root.get("assumptions") if isinstance(root, Mapping) else None
    if not isinstance(top, Mapping):
        raise InputError(path, "has no block 'assumptions:'")
    rules: dict[str, _Rule] = {}
    by_key: dict[str, Assumption] = {}
    for key, node in top:
        if not isinstance(node, Mapping):
            raise InputError(Place(path, key.line), f"'{key.text}' is not a block")
        rules[key.text] = rule = _rule(node)
        value = _value(key.text, node.get("value"), rule)
        source = _text(node, "source")
        unit = _text(node, "unit")
        changes = _text(node, "changes")
        by_key[key.text] = Assumption(
            key.text, value, unit, source, value, changes=changes
        )
    return rules, by_key


def _rule(node: Mapping) -> _Rule:
    choices = node.get("choices")
    words = choices.nodes if isinstance(choices, Items) else ()
    return _Rule(
        kind=_text(node, "kind"),
        low=_bound(node, "low", "-inf"),
        high=_bound(node, "high", "inf"),
        choices=tuple(word.text for word in words if isinstance(word, Scalar)),
        of=_text(node, "of") or "number",
        percent_above=_bound(node, "percent_above", "inf"),
    )


def _bound(node: Mapping, key: str, default: str) -> float:
    try:
        return float((_text(node, key) or default).replace("_", ""))
    except ValueError as error:
        raise AssumptionError(f"'{_text(node, key)}' is not a {key} bound") from error


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _set(
    setting: str,
    rules: dict[str, _Rule],
    by_key: dict[str, Assumption],
    by_offer: dict[str, dict[str, Assumption]],
) -> None:
    name, equals, text = setting.partition("=")
    if not equals:
        raise AssumptionError(f"--set {setting}: write it as key=value")
    offer_id, _, key = name.strip().rpartition(":")
    target = by_offer.setdefault(offer_id, {}) if offer_id else by_key
    value = Scalar(text.strip(), 0, 0)
    _put(target, by_key, rules, Scalar(key, 0, 0), value, "--set")


def _put(
    target: dict[str, Assumption],
    by_key: dict[str, Assumption],
    rules: dict[str, _Rule],
    name: Scalar,
    node: Node,
    source: str,
) -> None:
    """Set an assumption, or one entry of a map (``fx.EUR``), from where it was said.

    An error has the line of a file, and the words ``--set`` of a setting.
    """
    try:
        key, value = _setting(target, by_key, rules, name.text, node, source)
    except AssumptionError as error:
        place = Place(source, name.line or None, name.column or None)
        raise error.at(place) from error
    before = target.get(key, by_key[key])
    target[key] = replace(before, value=value, source=source, given=True)


def _setting(
    target: dict[str, Assumption],
    by_key: dict[str, Assumption],
    rules: dict[str, _Rule],
    name: str,
    node: Node,
    source: str,
) -> tuple[str, Value]:
    """Key of a setting, and its value."""
    key, dot, entry = name.partition(".")
    if key not in rules or (dot and (rules[key].kind != "map" or not entry)):
        close = nearest(key, rules)
        hint = f"; did you mean '{close}'?" if close else ""
        raise AssumptionError(f"there is no assumption '{name}'{hint}")
    if rules[key].kind == "prices" and source != "--set":
        node = _beside(source, node)
    if not entry:
        return key, _value(name, node, rules[key])
    single = replace(rules[key], kind=rules[key].of)
    before = target.get(key, by_key[key]).value
    old = before if isinstance(before, dict) else {}
    return key, {**old, _entry(key, entry): _number(name, node, single)}


def _beside(file: str, node: Node) -> Node:
    """Name of a file as seen from the file that names it."""
    if not isinstance(node, Scalar) or node.is_null:
        return node
    return replace(node, text=str(Path(file).parent / node.text))


def _value(key: str, node: Node | None, rule: _Rule) -> Value:
    if node is None or (isinstance(node, Scalar) and node.is_null):
        if rule.kind == "choice":
            raise AssumptionError(f"{key}: write one of {', '.join(rule.choices)}")
        return None
    if rule.kind == "map" and isinstance(node, Mapping):
        single = replace(rule, kind=rule.of)
        return {
            _entry(key, name.text): _number(f"{key}.{name.text}", value, single)
            for name, value in node
        }
    if not isinstance(node, Scalar):
        raise AssumptionError(f"{key}: a single value belongs here")
    return _scalar(key, node.text, rule)


def _entry(key: str, entry: str) -> str:
    """Name of an entry of a map; that of an exchange rate is a currency."""
    if key != "fx":
        return entry
    if len(entry) != 3 or not entry.isascii() or not entry.isalpha():
        raise AssumptionError(f"fx: '{entry}' is not a currency; write fx.EUR=1.08")
    return entry.upper()


def _number(name: str, node: Node, rule: _Rule) -> float:
    value = _value(name, node, rule)
    if not isinstance(value, int | float):
        raise AssumptionError(f"{name}: a number belongs here")
    return float(value)


def _scalar(key: str, text: str, rule: _Rule) -> Value:
    if rule.kind == "text":
        return text
    if rule.kind == "prices":
        from offerlab.ingest.prices import read_prices  # only for such a file

        return read_prices(Path(text))
    if rule.kind == "choice":
        if text not in rule.choices:
            raise AssumptionError(
                f"{key}: '{text}' is not one of {', '.join(rule.choices)}"
            )
        return text
    try:
        number = _number_of(text, rule)
    except ValueError as error:
        raise AssumptionError(f"{key}: {error}") from error
    if not rule.low <= number <= rule.high:
        raise AssumptionError(
            f"{key}: {text} is not between {rule.low:,.10g} and {rule.high:,.10g}"
        )
    return number


def _number_of(text: str, rule: _Rule) -> float:
    if rule.kind == "whole":
        return amount.parse_whole(text)
    if rule.kind == "money":
        return amount.parse_money(text)
    return amount.parse_rate(text, plain_up_to=rule.percent_above)
