"""A template ends soon, and whatever is wrong with it is one sentence."""

from __future__ import annotations

import time
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offerlab.errors import TemplateError
from offerlab.letters.sandbox import MAX_LETTER, render
from offerlab.letters.template import Template

FACTS: dict[str, str | list[str] | None] = {
    "company": "Northwind",
    "role": "Engineer",
    "items": ["one", "two"],
}


def template(body: str) -> Template:
    return Template("mine", "p", "w", 200, {}, body, file="mine.j2", first_line=8)


DOUBLING = "{% set a = company %}" + "{% set a = a ~ a %}" * 60
ENDLESS = [
    DOUBLING,
    "{% set a = company %}" + "{% set a = a + a %}" * 60,
    "{% set a = [company] %}" + "{% set a = a + a %}" * 24,
    "{% set a = [company] %}" + "{% set a = [a, a] %}" * 60 + "{{ a }}",
    "{% set a = items %}" + "{% set a = a|join(a|join) %}" * 60,
    "{% set a %}{{ company }}{% endset %}" * 2,
    "{% set a = company ~ company %}{% set b = a ~ a %}{{ b }}",
    "{% set a, b = company, role %}",
    "{% for x in items %}{% for y in items %}z{% endfor %}{% endfor %}",
    "{% for x in items %}{% if not x %}y{% endif %}{% endfor %}" * 60,
    "{{ company }}" * 3000,
    "{{ " + " ~ ".join(["company"] * 4000) + " }}",
    "x" * (MAX_LETTER + 1),
    "{% for x in items %}" + "x" * (MAX_LETTER // 2 + 1) + "{% endfor %}",
]
BROKEN = [
    "{{ 1/0 }}", "{{ 3 is divisibleby 0 }}", "{{ 2 ** 99999999 }}", "{{ -1 }}",
    "{{ " + "(" * 300 + "1" + ")" * 300 + " }}", "{{ " + "(" * 5000,
    "{% if company %}" * 120 + "a" + "{% endif %}" * 120,
    "{{ " + "not " * 2000 + "company }}", "{{ '\\ud800' }}", "{{ '\\r' }}",
    "{{ '\\x1b' }}",
    "a\u2028b", "a\x1b[31mb", "{{ nobody }}", "{{ company.x.y }}", "{{ company[0] }}",
    "{{ items[10**9:] }}", "{{ company() }}", "{% macro a() %}{% endmacro %}",
    "{% extends 'x' %}", "{% block x %}{% endblock %}", "{% with a = 1 %}{% endwith %}",
    "{% raw %}x", "{{ {} }}", "{{ company|replace('a', 'b') }}", "{{ x if }}", "{%",
    "{{ '",
    "{{ company is sameas company }}{{ 1 is foo }}", "{{ loop.cycle('a') }}",
    "{% for x in 3 %}{% endfor %}", "{% for x in company recursive %}{% endfor %}",
    "{{ (company, role) }}", "{{ [company] }}", "{{ items|first(1, 2, 3) }}",
    "{% for _ in items %}{{ loop.depth }}{% endfor %}", "{{ self }}{{ self.x() }}",
    "{{ 9 }}{{ " + "9" * 5000 + " }}",
]  # fmt: skip


@pytest.mark.parametrize("body", [*ENDLESS, *BROKEN])
def test_a_template_that_runs_on_or_fails_is_one_sentence_soon(body: str) -> None:
    begin = time.perf_counter()
    tracemalloc.start()
    with pytest.raises(TemplateError, match=r"^mine\.j2(:\d+)?: the letter cannot be"):
        render(template("Subject: x\n\n" + body), FACTS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Subject: x\n\n{{ 1/0 }}\n", 10),
        ("Subject: x\n\n\n{{ nobody }}\n", 11),
        ("Subject: x\n{% if %}\n", 9),
        ("{{ 3 is divisibleby 0 }}", 8),
    ],
)
def test_the_line_is_that_of_the_file(body: str, line: int) -> None:
    with pytest.raises(TemplateError, match=rf"^mine\.j2:{line}: "):
        render(template(body), FACTS)


def test_what_a_letter_needs_is_allowed() -> None:
    body = (
        "{% set who = role if role else 'you' %}"
        "{{ who|upper }} at {{ company ~ '.' }}\n"
        "{% for x in items if x != 'one' %}"
        "{{ loop.index }}. {{ x|title }}\n{% endfor %}"
        "{% for x in ['a', 'b'] %}{{ x }}{% endfor %} {{ items|join(', ') }}\n"
        "{% if company is defined and not nobody is defined %}yes{% endif %}"
    )
    assert render(template(body), FACTS) == (
        "ENGINEER at Northwind.\n1. Two\nab one, two\nyes"
    )


def test_a_fact_longer_than_a_letter_is_refused() -> None:
    for fact in ("x" * (MAX_LETTER + 1), ["x"] * 201, ["x" * (MAX_LETTER + 1)]):
        with pytest.raises(TemplateError, match="'role' has"):
            render(template("{{ role }}"), {"role": fact})


PIECES = [
    "{{ ", " }}", "{% ", " %}", "company", "items", "for x in ", "endfor", "if ",
    "endif", "set a = ", "~", "|join", "|", "(", ")", "[", "]", "'", "1", "/", "0",
    " not ", " in ", ".", "\n", "loop", "x", "{#", "#}", "else", "is ", "\u202e",
]  # fmt: skip


@settings(max_examples=300, deadline=2000)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30))
def test_any_template_renders_or_is_one_sentence(pieces: list[str]) -> None:
    with suppress(TemplateError):
        assert len(render(template("".join(pieces)), FACTS)) <= MAX_LETTER
