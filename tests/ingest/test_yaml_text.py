from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from offerlab.ingest.yaml_text import Tree, tree_of, yaml_text
from offerlab.ingest.yaml_tree import parse_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.sampled_from(
    ["007", "03", "1:00", "0x30", "yes", "No", "null", "~", "", "1e5", "2027-01-11",
     "Acme: AI", "- x", "#1", "{x}", "a, b", "150k", "10%", "0.04", "1_000", "=", "<<",
     "!!int x", "&a", "*a", "'", '"', "\\", "a\nb", "| x", "@x", "`", "%x", "? x"]
)  # fmt: skip
TREES = st.recursive(
    TEXTS | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS | WORDS, inner, max_size=3)
    ),
    max_leaves=12,
)
BLOCKS = st.dictionaries(TEXTS | WORDS, TREES, min_size=1, max_size=4)
COMMENTS = st.dictionaries(st.sampled_from(["a", "b.1", "c.x"]), TEXTS, max_size=3)


@given(BLOCKS, COMMENTS)
def test_what_is_written_reads_back(
    tree: dict[str, Tree], comments: dict[str, str]
) -> None:
    text = yaml_text(tree, comments)
    assert tree_of(parse_yaml(text, "f")) == tree


@given(TEXTS | WORDS)
def test_no_other_reader_takes_a_word_for_something_else(text: str) -> None:
    found = yaml.safe_load(yaml_text({"level": text}))["level"]
    plain = text.replace("_", "")
    assert found == text or str(found) == plain or float(found) == float(plain)


def test_comments_stand_above_their_keys_and_cannot_end() -> None:
    tree: dict[str, Tree] = {"company": {"name": "A"}, "sign_on": [{"amount": "20k"}]}
    comments = {
        "company.name": "we at A\nbase_salary: 1",
        "sign_on.1.amount": "a sign-on of $20,000 " * 8,
    }
    text = yaml_text(tree, comments)
    assert text.startswith(
        "company:\n  # we at A base_salary: 1\n  name: A\nsign_on:\n"
    )
    assert max(map(len, text.splitlines())) <= 88
    assert tree_of(parse_yaml(text, "f")) == tree


@pytest.mark.parametrize("text", ["key: null", "key: ~", "key:"])
def test_a_key_without_a_value_is_left_out(text: str) -> None:
    assert tree_of(parse_yaml(f"{text}\na: b\n", "f")) == {"a": "b"}
