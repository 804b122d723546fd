"""Where templates run: they fill slots, repeat a list, and end soon.

A template may come from anywhere. Only the few constructs of a letter are allowed: no
file, no call, no attribute, no arithmetic, no loop in a loop, and what a template sets
is made of facts alone, so that no text can double. Facts, lists, constructs and the
letter itself are bounded; so are work and memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from offerlab.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from offerlab.letters.facts import Fact
    from offerlab.letters.template import Template

MAX_LETTER = 20_000
"""Characters of a letter, and of one fact."""
MAX_LINES = 200
"""Lines of a fact that is a list."""
MAX_NODES, MAX_DEPTH, MAX_LOOPS = 2_000, 20, 50

FILTERS = (
    "capitalize",
    "first",
    "join",
    "last",
    "length",
    "lower",
    "title",
    "trim",
    "upper",
)
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const,
    nodes.If, nodes.For, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Concat, nodes.Assign, nodes.List,
    nodes.Tuple, nodes.Getattr,
)  # fmt: skip
_FILE = "<template>"  # what jinja calls a template that comes from a text


class LetterSandbox(ImmutableSandboxedEnvironment):
    """A sandbox with the filters of a letter and nothing else at hand."""

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,  # plain text: nothing to escape
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}


def render(template: Template, facts: Mapping[str, Fact]) -> str:
    """Text of a template filled with its facts.

    Raises
    ------
    TemplateError
        Whatever is wrong with it: one sentence, with the line of its own file.
    """
    _check_facts(template, facts)
    sandbox = LetterSandbox()
    try:
        _check(template, sandbox.parse(template.body))
        compiled = sandbox.from_string(template.body)
        return _bounded(template, compiled.generate(dict(facts)))
    except TemplateError:
        raise
    except TemplateSyntaxError as error:
        raise _broken(template, error.lineno, str(error.message)) from error
    except RecursionError as error:
        raise _broken(template, None, "it nests too deep") from error
    except Exception as error:
        what = " ".join(str(error).split())[:200] or type(error).__name__
        raise _broken(template, _line_of(error), what) from error


def _broken(template: Template, line: int | None, what: str) -> TemplateError:
    """A sentence that begins with the file and its own line."""
    place = template.file or f"the template '{template.name}'"
    if line is not None:
        place += f":{line + template.first_line - 1}"
    return TemplateError(f"{place}: the letter cannot be written: {what}")


def _line_of(error: BaseException) -> int | None:
    """Line of the template where it failed; jinja puts it into the traceback."""
    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == _FILE:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _check_facts(template: Template, facts: Mapping[str, Fact]) -> None:
    for name, fact in facts.items():
        lines = fact if isinstance(fact, list) else [fact or ""]
        if len(lines) > MAX_LINES:
            raise _broken(
                template, None, f"'{name}' has {len(lines):,} lines, over {MAX_LINES}"
            )
        size = max(map(len, lines), default=0)
        if size > MAX_LETTER:
            raise _broken(
                template,
                None,
                f"'{name}' has {size:,} characters, and a letter up to {MAX_LETTER:,}",
            )


def _bounded(template: Template, pieces: Iterator[str]) -> str:
    found: list[str] = []
    size = 0
    for piece in pieces:
        found.append(piece)
        size += len(piece)
        if size > MAX_LETTER:
            raise _broken(
                template, None, f"it would have over {MAX_LETTER:,} characters"
            )
    return "".join(found)


def _check(template: Template, tree: nodes.Template) -> None:
    """Refuse every construct that a letter does not need."""
    names_set = {
        each.target.name
        for each in tree.find_all(nodes.Assign)
        if isinstance(each.target, nodes.Name)
    }
    count = loops = 0
    stack: list[tuple[nodes.Node, int, bool]] = [(tree, 0, False)]
    while stack:
        node, depth, in_loop = stack.pop()
        count += 1
        loops += isinstance(node, nodes.For)
        fault = _fault(node, in_loop=in_loop, names_set=names_set)
        if depth > MAX_DEPTH:
            fault = "it nests too deep"
        elif count > MAX_NODES or loops > MAX_LOOPS:
            fault = "it has too many parts"
        if fault:
            raise _broken(template, node.lineno, fault)
        below = in_loop or isinstance(node, nodes.For)
        stack += [(each, depth + 1, below) for each in node.iter_child_nodes()]


def _fault(node: nodes.Node, *, in_loop: bool, names_set: set[str]) -> str:
    """Why a construct is not for letters; empty if it is fine."""
    if not isinstance(node, _ALLOWED):
        what = _WORDS.get(type(node).__name__, type(node).__name__.lower())
        return f"{what} is not for letters"
    if isinstance(node, nodes.For) and (in_loop or node.recursive):
        return "a loop in a loop is not for letters"
    if isinstance(node, nodes.Getattr) and not _is_of_loop(node):
        return f"an attribute ('.{node.attr}') is not for letters"
    if isinstance(node, nodes.List | nodes.Tuple) and not _is_plain(node):
        return "a list of anything but words is not for letters"
    if isinstance(node, nodes.Assign):
        return _fault_of_set(node, names_set)
    return _unprintable(node)


def _fault_of_set(node: nodes.Assign, names_set: set[str]) -> str:
    if not isinstance(node.target, nodes.Name):
        return "setting several names at once is not for letters"
    value = node.node
    used = {name.name for name in value.find_all(nodes.Name)}
    used |= {value.name} if isinstance(value, nodes.Name) else set()
    twice = sorted(used & names_set)
    return f"'{twice[0]}' is set, and cannot set another name" if twice else ""


_WORDS = {
    "Call": "a call or a macro",
    "CallBlock": "a call or a macro",
    "Macro": "a call or a macro",
    "Getitem": "a part ([ ])",
    "Mul": "'*'", "Div": "'/'", "FloorDiv": "'//'", "Add": "'+'", "Sub": "'-'",
    "Mod": "'%'", "Pow": "'**'", "Neg": "'-'", "Pos": "'+'",
    "Include": "including a file", "Import": "importing a file",
    "FromImport": "importing a file", "Extends": "extending a file",
}  # fmt: skip


def _is_of_loop(node: nodes.Getattr) -> bool:
    names = ("index", "index0", "first", "last", "length")
    target = node.node
    is_loop = isinstance(target, nodes.Name) and target.name == "loop"
    return is_loop and node.attr in names


def _is_plain(node: nodes.List | nodes.Tuple) -> bool:
    return all(isinstance(item, nodes.Const) for item in node.items)


def _unprintable(node: nodes.Node) -> str:
    text: Any = ""
    if isinstance(node, nodes.TemplateData):
        text = node.data
    elif isinstance(node, nodes.Const):
        text = node.value
    return unprintable(text) if isinstance(text, str) else ""


def unprintable(text: str) -> str:
    """Why a text cannot be in a letter: a control character; empty if it can."""
    for char in text:
        if char != "\n" and not char.isprintable():
            return f"the invisible character U+{ord(char):04X} is not for letters"
    return ""
