"""The public names of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

import offerlab


@pytest.mark.parametrize("name", dir(offerlab))
def test_every_public_name_loads_and_has_a_docstring(name: str) -> None:
    found = getattr(offerlab, name)
    assert name == "__version__" or found.__doc__


def test_nothing_else_is_public() -> None:
    assert vars(offerlab)["__getattr__"]("__all__") == dir(offerlab)
    with pytest.raises(AttributeError, match="no attribute 'worth'"):
        getattr(offerlab, "worth")  # noqa: B009


def test_a_star_takes_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from offerlab import *", names)
    assert {"__version__", "read_offers", "Library", "ocf"} <= set(names)


def test_the_public_names_are_listed_once() -> None:
    lines = Path(offerlab.__file__).with_suffix(".pyi").read_text().splitlines()
    imports = [line for line in lines if line.startswith("from ")]
    assert len(imports) == len(dir(offerlab)) - 1  # but the version
    assert len(set(imports)) == len(imports)
