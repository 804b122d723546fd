"""The public names of the library."""

from __future__ import annotations

import importlib

import pytest

import offerlab


@pytest.mark.parametrize("name", offerlab.__all__)
def test_every_public_name_loads_and_has_a_docstring(name: str) -> None:
    found = getattr(offerlab, name)
    assert name == "__version__" or found.__doc__


def test_nothing_else_is_public() -> None:
    assert dir(offerlab) == sorted(offerlab.__all__)
    with pytest.raises(AttributeError, match="no attribute 'worth'"):
        offerlab.worth  # noqa: B018


def test_every_home_is_listed_once() -> None:
    homes = offerlab._HOMES
    assert {*homes, *offerlab._MODULES, "__version__"} == set(offerlab.__all__)
    for module in set(homes.values()):
        importlib.import_module(f"offerlab.{module}")
