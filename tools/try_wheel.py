"""Build the wheel and use it as a stranger would: bare environment, other folder.

Each supported Python that runs on this machine gets an install without developer
tools and one run that reads templates and market data.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
PYTHONS = ("python3.12", "python3.13")


def run(*command: object, cwd: Path = TOP) -> str:
    """Run a command; its output, or the end of this script with what it said."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def works(python: str) -> bool:
    """Whether an interpreter runs: one that is on the path may be a broken shim."""
    if shutil.which(python) is None:
        return False
    probe = [python, "--version"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def build(folder: Path) -> Path:
    """Build source distribution and wheel, the wheel from the former."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, TOP)
    return next(folder.glob("*.whl"))


def check_content(wheel: Path) -> None:
    """Every file of the two top folders is inside, and no Python file of theirs."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("market_data", "templates"):
        for path in sorted((TOP / folder).rglob("*")):
            if path.is_file():
                name = f"offerlab/_shipped/{path.relative_to(TOP).as_posix()}"
                if name not in inside:
                    sys.exit(f"the wheel lacks {name}")
    if "offerlab/py.typed" not in inside:
        sys.exit("the wheel lacks offerlab/py.typed")


def use(python: str, wheel: Path, folder: Path) -> None:
    """Install into a bare environment and do the demo from another folder."""
    home = folder / python.replace("/", "_")
    run(python, "-m", "venv", home)
    installed = home / "bin" / "python"
    run(installed, "-m", "pip", "install", "--quiet", wheel)
    if "pytest" in run(installed, "-m", "pip", "list"):
        sys.exit("the bare environment is not bare")
    offerlab = home / "bin" / "offerlab"
    version = run(offerlab, "--version", cwd=folder).strip()
    run(offerlab, "demo", home / "demo", cwd=folder)
    run(offerlab, "catalogue", "amazon-new-hire", cwd=folder)
    print(f"{run(installed, '--version').strip()}: {version}, demo done")


def main() -> None:
    """Build, look inside, install, run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        check_content(wheel)
        for python in (sys.executable, *filter(works, PYTHONS)):
            use(python, wheel, folder)


if __name__ == "__main__":
    main()
