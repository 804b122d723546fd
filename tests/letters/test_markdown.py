from __future__ import annotations

import pytest

from offerlab.core.visible import inert
from offerlab.letters.letter import Letter
from offerlab.letters.markdown import letter_page
from offerlab.letters.template import Slot, Template


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=https://evil.example/x.png>",
        "![x](https://evil.example/x.png)",
        "[click](javascript:alert(1))",
        "\\![x](https://evil.example/x.png)",
        "\\\\<script>",
        "&#60;script&#62;",
        "a | b",
    ],
)
def test_html_images_and_links_of_a_fact_do_nothing(text: str) -> None:
    template = Template(
        "mine", "p", "w", 200, {"company": Slot("company", "c", "offer")}, ""
    )
    letter = Letter("mine", text, f"Hello {text},\n", {"company": text}, ())
    page = letter_page(letter, template)
    assert page.count(inert(text)) == 3
    # Each character that begins something has an odd number of backslashes before it.
    for place, char in enumerate(page):
        if char in "<[":
            before = page[:place]
            assert (len(before) - len(before.rstrip("\\"))) % 2 == 1
