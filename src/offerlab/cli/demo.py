"""The command ``demo``: the whole job once, on the example offers."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import click

from offerlab.cli import main
from offerlab.core.visible import visible
from offerlab.errors import OfferlabError
from offerlab.files import make_folder, write_file
from offerlab.resources import shipped

OFFERS = ("northwind.yaml", "contoso.yaml")
COMPS = "invented.csv"
LETTER = (
    "--ask-base", "150000",
    "--ask-equity-percent", "0.05",
    "--signature", "Sam Rivera",
    "--hire-signal",
    "--reason", "The grasping work you described is what I want to build next.",
    "--case", "My thesis put a grasping policy on two arms in a warehouse.",
    "--milestone", "the first evaluation pipeline for grasping in production",
    "--milestone", "an on-call model that the field team trusts",
)  # fmt: skip


@click.command()
@click.argument("folder", metavar="[DIR]", default="offerlab-demo")
@click.option("--force", is_flag=True, help="Write over the files of an earlier demo.")
def demo(folder: str, force: bool) -> None:
    """Do the whole job once on the example offers.

    Checks and compares two offers, places them among pay that is made up, plots them,
    and writes a counter-offer letter, all into DIR (default: offerlab-demo).

    \b
    Example:
      offerlab demo
    """
    try:
        _run(Path(folder), force=force)
    except OfferlabError as error:
        raise click.ClickException(str(error)) from error


def _run(folder: Path, *, force: bool) -> None:
    make_folder(folder)
    for name in OFFERS:
        source = shipped(f"templates/offers/{name}")
        write_file(folder / name, source.read_bytes(), force=force)
    comps = shipped(f"templates/comps/{COMPS}").read_bytes()
    write_file(folder / COMPS, comps, force=force)
    first, second = OFFERS
    steps = [
        ("market", "read", COMPS, "-o", "comps.txt"),
        ("check", *OFFERS, "--comps", COMPS, "-o", "check.txt"),
        ("show", first, "-o", "show.txt"),
        ("vest", second, "-o", "vest.txt"),
        ("walkaway", second, "-o", "walkaway.txt"),
        ("compare", *OFFERS, "-o", "compare.txt"),
        ("plot", "compare", *OFFERS, "-o", "compare.png"),
        ("plot", "market", *OFFERS, "--comps", COMPS, "-o", "market.png"),
        ("plot", "total", *OFFERS, "-o", "total.png"),
        ("plot", "total", *OFFERS, "-o", "total.svg"),
        ("plot", "walkaway", *OFFERS, "-o", "walkaway.png"),
        ("email", "counter", first, *LETTER, "-o", "counter.txt"),
        ("email", "counter", first, *LETTER, "-o", "counter.eml"),
    ]
    for step in steps:
        click.echo(f"$ offerlab {' '.join(_quoted(word) for word in step)}")
        with chdir(folder):
            main([*step, *(["--force"] if force else [])], standalone_mode=False)
    compared = (folder / "compare.txt").read_text(encoding="utf-8")
    click.echo(compared)
    click.echo(
        f"All of it is in {visible(str(folder))}. Begin with compare.txt and"
        f" compare.png.\n{compared.partition(chr(10))[0]}"
    )


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
