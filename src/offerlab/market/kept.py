"""One question about pay, put to the comps that the user keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.errors import MarketDataError
from offerlab.ingest.comps.store import kept_comps, kept_files, store_folder
from offerlab.market.files import Question, ask_files
from offerlab.market.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.ingest.comps.comp import Comps
    from offerlab.market.lookup import Found
    from offerlab.resources import Library


def ask_kept(
    question: Question,
    measure: str,
    library: Library,
    tell: Callable[[int], None] | None = None,
) -> tuple[Found | None, list[str]]:
    """Ask the files that are kept and can answer; those of one kind are one source.

    Parameters
    ----------
    question : Question
    measure : str
        What pay; base if empty.
    library : Library
    tell : callable, optional
        Called with the rows of all that is kept, before they are counted.

    Returns
    -------
    found : Found or None
        None where nothing is kept that answers.
    why : list of str
        Why a kept file does not answer.

    Raises
    ------
    MarketDataError
        If files of several kinds would answer and are not to be pooled, or as
        `ask_files` does.
    """
    if library.home is None or not store_folder(library).is_dir():
        return None, []
    wanted = measure or "base"
    files: list[Comps] = []
    others: list[str] = []
    every = kept_files(library)
    if tell is not None:
        tell(sum(max(each.rows.values(), default=0) for each in every))
    for kept in every:
        comps = kept_comps(kept, wanted) if wanted in kept.rows else None
        if comps is not None and _answers(comps, question):
            files.append(comps)
        else:
            others.append(kept.file)
    if not files:
        why = f"nothing that you keep answers this ({', '.join(others)})"
        return None, [why] if others else []
    kinds = dict.fromkeys(comps.kind.name for comps in files)
    if len(kinds) > 1 and not question.blend:
        raise MarketDataError(
            f"pool them with --blend, or name one FILE: what is kept and answers is of"
            f" {len(kinds)} kinds ({', '.join(kinds)})"
        )
    return ask_files(files, replace(question, blend=True)), []


def _answers(comps: Comps, question: Question) -> bool:
    """Whether any row of a file is what is asked for."""
    try:
        return bool(select(comps, question.filters))
    except MarketDataError:
        return False
