from __future__ import annotations

import pytest

from offerlab.ingest.roles import read_roles


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Machine Learning Engineer", "machine-learning-engineer"),
        ("Senior ML Engineer, Search", "machine-learning-engineer"),
        ("Software Engineer II", "software-engineer"),
        ("Applied Scientist - New Grad", "applied-scientist"),
        ("Data Engineer", "data-engineer"),
        ("Astronaut", None),
    ],
)
def test_the_longest_known_title_in_a_title_wins(title: str, name: str | None) -> None:
    role = read_roles().find(title)
    assert (role and role.name) == name
