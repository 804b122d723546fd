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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Engineer", "software-engineer"),
        ("Founding Engineer", "software-engineer"),
        ("Senior Engineer II", "software-engineer"),
        ("Engineer, L4", "software-engineer"),
        ("Mechanical Engineer", None),
        ("Sales Engineer", None),
        ("Customer Support Engineer", None),
        ("Electrical Engineer, Chip Design", None),
        ("Process Engineer", None),
        ("Research Scientist", "research-scientist"),
        ("Research Scientist, Biology", None),
        ("Research Engineer, Materials", None),
        ("Research Scientist, Natural Language", "research-scientist"),
        ("Software Engineer, Biology", "software-engineer"),
    ],
)
def test_a_bare_engineer_is_not_one_of_every_field(
    title: str, name: str | None
) -> None:
    role = read_roles().find(title)
    assert (role.name if role else None) == name
