"""Pages drawn word by word: what goes on, what is a row, what begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.letter.pdf import pdf_source

if TYPE_CHECKING:
    from collections.abc import Sequence

Text = tuple[float, float, str]


def drawn(*pages: Sequence[Text], answers: Sequence[Text] = (), xfa: str = "") -> bytes:
    """A PDF with words of 10 points in Courier (each letter 6 wide) at (x, y).

    The answers fill a form on its first page; `xfa` goes into its catalog.
    """
    count, form = len(pages), 4 + 2 * len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    fields = b" ".join(b"%d 0 R" % (form + 2 * n) for n in range(len(answers)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R %s /AcroForm << /Fields [%s] %s >> >>"
        % (b"/NeedsRendering true" * bool(xfa), fields, xfa.encode()),
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for number, page in enumerate(pages):
        annots = fields if number == 0 else b""
        bodies += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Annots [%s] /Resources << /Font << /F1 3 0 R >> >> >>"
            % (5 + 2 * number, annots),
            stream(b"", page),
        ]
    for number, (x, y, text) in enumerate(answers):
        box = b"[%d %d %d %d]" % (x, y - 3, x + 7 * len(text), y + 9)
        bodies += [
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V (%s) /F 4 /Rect %s"
            b" /AP << /N %d 0 R >> >>"
            % (number, text.encode(), box, form + 2 * number + 1),
            stream(
                b"/Type /XObject /Subtype /Form /BBox [0 0 %d 12]"
                b" /Resources << /Font << /F1 3 0 R >> >>" % (7 * len(text)),
                [(0, 3, text)],
            ),
        ]
    return file_of(bodies)


def stream(words: bytes, texts: Sequence[Text]) -> bytes:
    drawing = "".join(
        f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, text in texts
    ).encode("latin-1")
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
        words,
        len(drawing),
        drawing,
    )


def file_of(bodies: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))
    )


def column(*lines: str, x: float = 50, y: float = 700, step: float = 12) -> list[Text]:
    """Lines under each other; an empty one leaves a blank line."""
    return [(x, y - step * n, line) for n, line in enumerate(lines) if line]


def text_of(*pages: Sequence[Text]) -> list[str]:
    return pdf_source(drawn(*pages), "letter.pdf").text.split("\n")


def test_lines_of_a_narrow_column_are_joined() -> None:
    # The longest line has 27 letters: none of the others had room for the next word.
    lines = text_of(
        column(
            "We are happy that you will",
            "join us as a Data Engineer",
            "on May 3, 2027.",
        )
    )
    assert lines == [
        "We are happy that you will join us as a Data Engineer on May 3, 2027."
    ]


def test_a_line_with_room_for_the_next_word_ends() -> None:
    # 14 letters and " Software" would have gone into the 41 of the longest line.
    lines = text_of(
        column(
            "Northwind Labs",
            "Software Engineer offer for you this week",
            "Ada Lovelace",
            "Boston office",
        )
    )
    assert lines == [
        "Northwind Labs",
        "Software Engineer offer for you this week",
        "Ada Lovelace",
        "Boston office",
    ]


def test_a_wider_step_begins_a_paragraph() -> None:
    lines = text_of(
        column(
            "The salary is paid every two weeks",
            "and reviewed in March of each year",
            "",
            "The bonus is paid once every year",
            "in the month of March or in April",
        )
    )
    assert lines == [
        "The salary is paid every two weeks and reviewed in March of each year",
        "",
        "The bonus is paid once every year in the month of March or in April",
    ]


def test_cells_of_a_table_stay_apart_and_go_on_in_their_column() -> None:
    labels = column("Employer", "", "Base salary", "Start", step=12)
    values = column(
        "Castellan Insurance",
        "Technologies, Inc.",
        "$94,600 a year",
        "June 7, 2027",
        x=200,
    )
    rows = sorted(labels + values, key=lambda each: (-each[1], each[0]))
    assert text_of(rows) == [
        "Employer    Castellan Insurance Technologies, Inc.",
        "",
        "Base salary    $94,600 a year",
        "",
        "Start    June 7, 2027",
    ]


def test_the_longest_label_has_its_value_in_the_column_of_the_others() -> None:
    # "Retirement plan" ends at 50 + 15 * 6 = 140, its value begins at 150: hardly more
    # than a blank of 6, but where the values of the other rows begin.
    labels = column("Base", "Bonus", "Retirement plan")
    values = column("$94,600", "10%", "4% of pay", x=150)
    rows = sorted(labels + values, key=lambda each: (-each[1], each[0]))
    assert text_of(rows)[-1] == "Retirement plan    4% of pay"


def test_a_label_of_two_lines_stands_before_its_value() -> None:
    # The label at the top of its cell, then at the foot of it.
    label = column("Year-1 target", "pay", "Base pay", x=50)
    value = column("$178,900", x=220)
    assert text_of([*label[:2], *value, label[2]])[0] == "Year-1 target pay    $178,900"
    label = column("Sign-on", x=50, y=688)
    value = column("$15,000, paid in your", "first paycheck", x=220)
    assert text_of([*label, *value])[0] == (
        "Sign-on    $15,000, paid in your first paycheck"
    )


def test_an_item_hangs_under_its_bullet() -> None:
    bullet = [
        (50.0, 700.0, "-"),
        (68.0, 700.0, "A sign-on of $30,000, half of it"),
        (68.0, 688.0, "after a year"),
        (50.0, 676.0, "-"),
        (68.0, 676.0, "No bonus"),
    ]
    lines = text_of(bullet)
    assert lines == [
        "- A sign-on of $30,000, half of it after a year",
        "",
        "- No bonus",
    ]


def test_words_spread_over_a_line_are_no_cells() -> None:
    spread = [
        (50.0, 700.0, "regular"),
        (130.0, 700.0, "full-time"),
        (222.0, 700.0, "position"),
        (50.0, 688.0, "as an engineer in our Boston lab"),
    ]
    assert text_of(spread)[0].startswith("regular full-time position")


@pytest.mark.parametrize(
    "line",
    [
        "11/25/26, 11:04 PM",
        "file:///home/ada/offer.html 1/1",
        "https://hr.example/offers/7 1/2",
        "Confidential - page 1",
        "Page 1 of 2 | Initials: ____",
    ],
)
def test_what_stands_around_a_page_is_left_out(line: str) -> None:
    body = column("Dear Ada, we are happy to offer you the job", "Sincerely, Rena")
    assert line not in text_of([*body, (50.0, 30.0, line)])
    assert text_of([*body, (50.0, 30.0, line)])[0].startswith("Dear Ada")


def test_what_is_filled_into_a_form_stands_in_its_line() -> None:
    body = column("Your base salary is", "Your first day is", "We hope you join us")
    data = drawn(
        body, answers=[(170, 700, "$141,000 a year"), (160, 688, "May 3, 2027")]
    )
    lines = pdf_source(data, "letter.pdf").text.split("\n")
    assert "Your base salary is $141,000 a year" in lines
    assert "Your first day is May 3, 2027" in lines


def test_a_form_that_its_program_alone_can_show_is_refused() -> None:
    data = drawn(column("Please wait"), xfa="/XFA (<xdp/>)")
    with pytest.raises(InputError, match="print it to a PDF"):
        pdf_source(data, "letter.pdf")
    page = column("Please wait... If this message is not eventually replaced by the")
    with pytest.raises(InputError, match="print it to a PDF"):
        pdf_source(drawn(page), "letter.pdf")
