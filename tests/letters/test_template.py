from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, meta

from offerlab.errors import TemplateError
from offerlab.letters.template import read_template, template_names
from offerlab.resources import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", template_names())
def test_a_template_declares_exactly_the_slots_it_uses(name: str) -> None:
    template = read_template(name)
    used = meta.find_undeclared_variables(Environment().parse(template.body))
    assert used == set(template.slots)
    assert template.purpose
    assert template.when


def test_an_unknown_letter_is_told_with_the_nearest() -> None:
    with pytest.raises(TemplateError, match="did you mean 'counter'"):
        read_template("conter")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Subject: x\n", "front matter"),
        ("---\n- a\n---\nSubject: x\n", "not a block"),
        ("---\npurpose: x\nwhen: y\n---\nSubject: x\n", "slots: is missing"),
        (
            "---\npurpose: x\nwhen: y\nslots: {a: {from: moon, about: b}}\n---\nS\n",
            "'moon' is not known",
        ),
    ],
)
def test_broken_front_matter_is_told(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "email").mkdir()
    (tmp_path / "email" / "mine.j2").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=words):
        read_template("mine", Library(templates=tmp_path))
