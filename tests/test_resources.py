from __future__ import annotations

from pathlib import Path

import pytest

from offerlab.errors import InputError, MissingResourceError
from offerlab.ingest.roles import read_roles
from offerlab.resources import Library, shipped, user_home


def test_shipped_files_are_found() -> None:
    assert shipped("market_data/benchmarks.yaml").is_file()


def test_own_files_come_first_and_only_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.yaml").write_text("x")
    library = Library(market_data=tmp_path)
    assert library.find("market_data/benchmarks.yaml") == tmp_path / "benchmarks.yaml"
    assert library.own("market_data/assumptions.yaml") is None
    other = library.find("market_data/assumptions.yaml")
    assert other == shipped("market_data/assumptions.yaml")
    assert Library(templates=tmp_path).own("market_data/benchmarks.yaml") is None


def test_an_own_file_that_leads_nowhere_is_not_replaced_in_silence(
    tmp_path: Path,
) -> None:
    (tmp_path / "roles.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(InputError, match="there is no such file"):
        read_roles(Library(market_data=tmp_path))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for name in ("market_data", "templates"):
        with pytest.raises(InputError, match="there is no such folder"):
            Library(**{name: tmp_path / "none"})
    assert Library(home=tmp_path / "none").home == tmp_path / "none"


def test_the_home_is_where_the_user_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFERLAB_HOME", str(tmp_path))
    assert user_home() == tmp_path
    monkeypatch.delenv("OFFERLAB_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert user_home() == Path("/data/offerlab")


def test_a_missing_file_names_both_places() -> None:
    with pytest.raises(MissingResourceError, match=r"_shipped.* or "):
        shipped("market_data/none.yaml")
