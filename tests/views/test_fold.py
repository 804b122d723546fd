from __future__ import annotations

from offerlab.views.fold import by_owner, fits, folded, folded_by_owner, run_on


def test_a_folded_line_counts_what_it_folds() -> None:
    # "Head: 0123456789, ..." of two lines: 80 characters, then 78 after the indent
    items = [f"{place:010d}" for place in range(20)]
    said = folded("Head", items)
    shown = said.count(",") + 1
    assert said.endswith(f" and {20 - shown} more (--verbose).")
    assert fits(said, 2)
    assert not fits(folded("Head", items, lines=3), 2)


def test_an_item_longer_than_the_lines_is_counted() -> None:
    assert folded("Head", ["x" * 90, "y"], lines=1) == "Head: 2 of them (--verbose)."


def test_nothing_is_folded_that_fits() -> None:
    assert folded("Head", ["a", "b"]) == "Head: a, b."
    assert folded_by_owner("Head", {"A": ["a"], "B": ["a", "b"]}) == "Head: a; b (B)."


def test_owners_that_are_left_out_are_said_to_be() -> None:
    fields = {"A" * 70: ["a"], "B" * 70: ["b"], "C": []}
    assert folded_by_owner("Head", fields) == "Head (--verbose: whose): a, b."


def test_a_field_of_all_names_none() -> None:
    assert by_owner({"A": ["a"], "B": ["a"]}) == ["a"]


def test_short_texts_share_a_line_where_they_fit() -> None:
    assert run_on("One.", "Two.") == "One. Two."
    assert run_on("One.", "  indented") == "One.\n  indented"
    assert run_on("o" * 50, "t" * 50) == "o" * 50 + "\n" + "t" * 50
