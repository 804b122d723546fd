from __future__ import annotations

import pytest

from offerlab.errors import InputError
from offerlab.ingest.csv_tree import parse_csv, split_map
from offerlab.ingest.node import Mapping
from tests.ingest.simple import simple


def test_csv_headers_join_keys_by_dots() -> None:
    text = "company.name,equity.1.kind,equity.2.kind,role\nAcme,iso,,Engineer\n"
    assert [simple(tree) for tree in parse_csv(text, "f")] == [
        [
            ("company", [("name", "Acme")]),
            ("equity", [[("kind", "iso")]]),
            ("role", "Engineer"),
        ]
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_separators_are_told_from_the_header(mark: str) -> None:
    text = mark.join(["role", "base_salary"]) + "\n" + mark.join(["Engineer", "150k"])
    (tree,) = parse_csv(text, "f")
    assert simple(tree) == [("role", "Engineer"), ("base_salary", "150k")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("role,role\na,b\n", "f:1:2: the header 'role' appears twice"),
        ("role,,x\na,b,c\n", "f:1:2: this header cell is empty"),
        ("role\n", "no offer below"),
        ("role,base\nEngineer,150,000\n", "f:2: this row has 3 cells"),
        ("equity,equity.1.kind\nunknown,iso\n", "both a value and a block"),
        ("equity.1.kind,equity\niso,unknown\n", "both a value and a block"),
        ("1,2\na,b\n", "headers are numbers"),
    ],
)
def test_csv_that_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        parse_csv(text, "f")


def test_a_csv_value_keeps_its_line_and_cell() -> None:
    text = "role,base_salary\nEngineer,x\n\nDeveloper,y\n"
    tree = parse_csv(text, "f")[1]
    cell = tree.get("base_salary")
    assert cell is not None
    assert (cell.line, cell.column) == (4, 2)


def test_maps_in_a_cell() -> None:
    assert split_map("1:12/3:6") == [("1", "12"), ("3", "6")]
    assert split_map("monthly") is None


def test_empty_columns_at_the_end_are_no_fault() -> None:
    (tree,) = parse_csv("role,base_salary,,\nEngineer,150k,,\n", "f")
    assert simple(tree) == [("role", "Engineer"), ("base_salary", "150k")]


@pytest.mark.parametrize("header", ["equity.².kind", "equity.0.kind", "equity.2.kind"])
def test_items_are_counted_from_one_without_gaps(header: str) -> None:
    (tree,) = parse_csv(f"{header},role\niso,Engineer\n", "f")
    equity = tree.get("equity")
    assert isinstance(equity, Mapping)  # and no list: its key is then unknown


def test_a_header_of_a_thousand_dots_is_refused() -> None:
    with pytest.raises(InputError, match="too many dots"):
        parse_csv(".".join("a" * 1000) + "\nx\n", "f")
