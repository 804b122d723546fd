"""The offer file of a letter: each value with the letter's own words above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.ingest.deadline import zone_of
from offerlab.ingest.offer_text import put
from offerlab.ingest.yaml_text import Tree, yaml_text

if TYPE_CHECKING:
    from offerlab.ingest.letter.reading import Reading

HEADER = (
    "# Written by `offerlab read`. Above each value are the words of the letter that it\n"
    "# comes from: compare them before you rely on it. What the letter leaves open is\n"
    "# left out: `offerlab check` lists it as questions.\n"
)
_ORDER = (
    "company", "role", "level", "location", "start_date", "end_date", "currency", "basis",
    "base_salary", "hours_per_week", "target_bonus", "sign_on", "relocation", "equity",
    "refreshers", "exercise_window", "exercise_window_months", "benefits", "deadline",
    "contacts",
)  # fmt: skip


def letter_file(reading: Reading) -> str:
    """Text of the offer file of a letter."""
    tree: dict[str, Tree] = {"offerlab": "1"}
    comments: dict[str, str] = {}
    for key, value in letter_values(reading).items():
        put(tree, key.split("."), value)
        words = letter_words(reading, key)
        if words is not None:
            comments[key] = words
    return HEADER + yaml_text(tree, comments)


def letter_words(reading: Reading, key: str) -> str | None:
    """The words of the letter that a value comes from, with their page."""
    found = reading.fields.get(key.removesuffix(".target"))
    if found is None:
        return None
    return f'"{" ".join(found.quote.split())}" (page {found.page})'


def letter_values(reading: Reading) -> dict[str, Tree]:
    """What a letter says by dotted key of the offer file, in the file's order."""
    values = {key: each.value for key, each in reading.fields.items()}
    if any(key.startswith("target_bonus.") for key in values):
        values["target_bonus.target"] = values.pop("target_bonus", None)
    values = {key: value for key, value in values.items() if value is not None}
    values["basis"] = "letter"
    if "deadline" in values:
        where = str(values.get("location") or "")
        values["deadline"] = _deadline(str(values["deadline"]), where)
    for number in range(1, 5):  # a grant of no kind that the format has stays out
        if f"equity.{number}.kind" not in values:
            values = {
                key: value
                for key, value in values.items()
                if not key.startswith(f"equity.{number}.")
            }
    return {key: _written(values[key]) for key in sorted(values, key=_place)}


def _deadline(told: str, location: str) -> str:
    """A deadline, without its clock where neither letter nor place tells the zone."""
    day, clock, rest = told.partition("T")
    unknown = clock and " " not in rest and zone_of(location) is None
    return day if unknown else told


def _place(key: str) -> tuple[int, str]:
    root = key.split(".")[0]
    return (_ORDER.index(root) if root in _ORDER else len(_ORDER), key)


def _written(value: Any) -> Tree:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {str(key): _written(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_written(each) for each in value]
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)
