"""What the wheel takes along; `make wheel` installs it and runs it elsewhere."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
SHIPPED = [
    path.relative_to(TOP).as_posix()
    for folder in ("market_data", "templates")
    for path in sorted((TOP / folder).rglob("*"))
    if path.is_file()
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(TOP)], check=True, capture_output=True
    )
    return set(zipfile.ZipFile(next(folder.glob("*.whl"))).namelist())


def test_every_shipped_file_is_in_the_wheel(wheel: set[str]) -> None:
    missing = [name for name in SHIPPED if f"offerlab/_shipped/{name}" not in wheel]
    assert missing == []
    assert len(SHIPPED) > 5


def test_nothing_else_is_at_the_top_of_the_wheel(wheel: set[str]) -> None:
    tops = {name.partition("/")[0].partition("-")[0] for name in wheel}
    assert tops == {"offerlab"}
    assert "offerlab/py.typed" in wheel


def test_no_python_stands_in_the_shipped_folders() -> None:
    assert [name for name in SHIPPED if name.endswith(".py")] == []


def test_every_import_outside_the_standard_library_is_a_dependency() -> None:
    import ast
    from itertools import chain

    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    extras = chain(*project["project"]["optional-dependencies"].values())
    named = " ".join([*project["project"]["dependencies"], *extras])
    named = named.replace("pyyaml", "yaml").replace("-", "_")
    found = set()
    for path in (TOP / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    outside = found - set(sys.stdlib_module_names) - {"offerlab"}
    assert [name for name in sorted(outside) if name not in named] == []
