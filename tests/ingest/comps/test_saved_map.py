from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps.saved_map import save_map, saved_map
from offerlab.resources import Library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_map_is_kept_for_its_owner_and_comes_back(tmp_path: Path) -> None:
    library = Library(home=tmp_path)
    path = save_map("levels fyi", {"base_salary": "Base"}, library)
    assert path.stat().st_mode & 0o777 == 0o600
    assert saved_map("levels fyi", library) == {"base_salary": "Base"}
    save_map("levels fyi", {"role": "Title"}, library)
    assert saved_map("levels fyi", library) == {"role": "Title"}


def test_a_map_that_is_not_there_or_damaged_is_a_sentence(tmp_path: Path) -> None:
    library = Library(home=tmp_path)
    with pytest.raises(InputError, match="keep one with --save-map"):
        saved_map("levels", library)
    path = save_map("levels", {}, library)
    with pytest.raises(InputError, match="did you mean 'levels'"):
        saved_map("level", library)
    for text in ("{", "[1]"):
        path.write_text(text)
        with pytest.raises(InputError, match="is damaged"):
            saved_map("levels", library)
    with pytest.raises(InputError, match="is not a name"):
        save_map("../etc", {}, library)
    with pytest.raises(InputError, match="no folder of yours"):
        saved_map("levels", Library(home=None))
