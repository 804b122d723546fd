"""A letter's template: front matter that declares its slots, and a Jinja body."""

from __future__ import annotations

from dataclasses import dataclass, replace

from offerlab.errors import TemplateError
from offerlab.ingest.fields import Fields, ProblemLog, nearest
from offerlab.ingest.node import Mapping
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library, shipped

SUFFIX = ".j2"
MAX_BYTES = 64 * 1024
ORIGINS = ("offer", "other", "ask", "evidence", "you")


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact that a letter needs.

    Attributes
    ----------
    name, about : str
    origin : str
        Where it comes from: offer, other (another offer on file), ask, evidence or
        you.
    number : bool
        It is (or has) a figure, and cannot be put in by hand.
    is_list : bool
        It takes several lines.
    is_date : bool
        It is a day, given as 2026-12-11.
    optional : bool
        The letter is complete without it.
    hint : str
        How to give it.
    """

    name: str
    about: str
    origin: str
    number: bool = False
    is_list: bool = False
    is_date: bool = False
    optional: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's template.

    Attributes
    ----------
    name, purpose, when : str
    max_words : int
    slots : dict of str to Slot
    body : str
    raises_pay : bool
        It asks for more, and so waits until they said that they want to hire.
    binds : bool
        It accepts the offer.
    base_is_fixed : bool
        It asks for something else in place of base.
    file, first_line : str, int
        Where its body begins.
    own : bool
        It is the user's: all rules hold for its words too.
    """

    name: str
    purpose: str
    when: str
    max_words: int
    slots: dict[str, Slot]
    body: str
    raises_pay: bool = False
    binds: bool = False
    base_is_fixed: bool = False
    file: str = ""
    first_line: int = 1
    own: bool = False


def template_names(library: Library = SHIPPED) -> list[str]:
    """Names of all letters, the user's own included."""
    folders = [shipped("templates/email")]
    if library.templates is not None:
        folders.append(library.templates / "email")
    found = {path.stem for folder in folders for path in folder.glob(f"*{SUFFIX}")}
    return sorted(found)


def read_template(name: str, library: Library = SHIPPED) -> Template:
    """Read a template; one in the user's folder comes before the shipped one.

    Raises
    ------
    TemplateError
        If there is none of that name, or its front matter is broken.
    """
    known = template_names(library)
    if name not in known:
        close = nearest(name, known)
        hint = (
            f"; did you mean '{close}'?" if close else f" (known: {', '.join(known)})"
        )
        raise TemplateError(f"there is no letter '{name}'{hint}")
    path = library.find(f"templates/email/{name}{SUFFIX}")
    text = read_text(path, max_bytes=MAX_BYTES)
    before, fence, rest = text.partition("---\n")
    front, end, body = rest.partition("\n---\n")
    if not fence or not end:
        raise TemplateError(f"{path}: front matter between two '---' lines is missing")
    above = before.count("\n") + 1  # lines of the file above the front matter
    root = parse_yaml("\n" * above + front, str(path))
    if not isinstance(root, Mapping):
        raise TemplateError(f"{path}: the front matter is not a block of keys")
    log = ProblemLog(str(path))
    template = _template(name, Fields(root, log), body)
    if log.problems:
        raise TemplateError(str(log.problems[0]))
    first_line = above + front.count("\n") + 3
    own = path.parent != shipped("templates/email")
    return replace(template, file=str(path), first_line=first_line, own=own)


def _template(name: str, fields: Fields, body: str) -> Template:
    block = fields.block_of("slots", required=True)
    slots: dict[str, Slot] = {}
    for key, _ in block.block if block else ():
        inner = block.block_of(key.text) if block else None
        if inner is not None:
            slots[key.text] = _slot(key.text, inner)
    template = Template(
        name=name,
        purpose=fields.text("purpose", required=True) or "",
        when=fields.text("when", required=True) or "",
        max_words=fields.whole("max_words") or 200,
        slots=slots,
        body=body,
        raises_pay=fields.flag("raises_pay") or False,
        binds=fields.flag("binds") or False,
        base_is_fixed=fields.flag("base_is_fixed") or False,
    )
    fields.close()
    return template


def _slot(name: str, fields: Fields) -> Slot:
    slot = Slot(
        name=name,
        about=fields.text("about", required=True) or "",
        origin=fields.choice("from", ORIGINS, required=True) or "you",
        number=fields.flag("number") or False,
        is_list=fields.flag("list") or False,
        is_date=fields.flag("date") or False,
        optional=fields.flag("optional") or False,
        hint=fields.text("hint") or "",
    )
    fields.close()
    return slot
