from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import read_comps

Write = Callable[[str, str], Path]
FIRST = "role,city,salary\n" + "".join(
    f"Engineer,Austin,{150_000 + n}\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        # Another header in the middle, of as many columns or of more.
        ("company,salary,role\nAcme,151000,Engineer\n", r":22: .* its columns change"),
        ("role,city,state,base pay\nEngineer,Austin,TX,1\n", r":22: .*columns change"),
        # No header: the amounts are somewhere else from row 22 on.
        ("Engineer,151000,Austin\n" * 8, r":22: .*no row fits the header \(8 of 28\)"),
        ("Engineer,Austin,TX,151000\n" * 8, r":22: .*no row fits the header"),
        ("151000,Engineer\n" * 8, r":22: .*no row fits the header"),
        ("Engineer;Austin;151000\n" * 8, r":22: .*no row fits the header"),
    ],
)
def test_a_file_whose_columns_change_is_refused_where_they_do(
    write: Write, rest: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        read_comps(write("c.csv", FIRST + rest))


def test_files_joined_end_to_end_count_their_header_as_no_row_of_pay(
    write: Write,
) -> None:
    comps = read_comps(write("c.csv", FIRST + FIRST.replace("150", "160")))
    assert len(comps.rows) == 40
    assert [(drop.reason, drop.rows) for drop in comps.dropped] == [
        ("the header again", 1)
    ]


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        # Sorted by pay: words and blanks come last, and nothing has moved.
        ("Engineer,Austin,Competitive\n" * 30, "the pay was not understood"),
        ("Engineer,Austin\n" * 30, "no pay"),
        # A few shifted rows are left out and counted; the file is read.
        ("Engineer,Austin,TX,151000\n" * 4, "more cells than the header"),
        (
            "Engineer,160000,170000\n" * 4,
            "an amount where the city belongs: the cells are shifted",
        ),
    ],
)
def test_rows_without_a_pay_are_no_change_of_the_columns(
    write: Write, rest: str, reason: str
) -> None:
    comps = read_comps(write("c.csv", FIRST + rest))
    assert len(comps.rows) == 20
    assert [drop.reason for drop in comps.dropped] == [reason]


def test_a_label_of_numbers_stays_a_label(write: Write) -> None:
    text = "city,salary\n" + "".join(f"9410{n},15000{n}\n" for n in range(9))
    assert len(read_comps(write("c.csv", text)).rows) == 9
