"""What IPython makes of the text of a cell, and of the code that its magics run. Needs IPython 8."""

import ast
import re
from typing import NamedTuple

from python_text import flattened, parse

try:
    import IPython
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.core.inputtransformer2 import TransformerManager
except ImportError:
    IPython = None

# Magics that run code, which IPython looks at only then, with their options that take a value.
CODE_MAGICS = {
    "time": "", "timeit": "nrp", "prun": "DlsT", "debug": "b", "memit": "rti", "mprun": "fT",
    "lprun": "fmDTu", "capture": "",
}
# Of these, the ones for which only the lines below are code.
BODY_ALONE = {"time", "capture"}

SHELL = "Name(id='get_ipython'"


def is_usable():
    return IPython is not None and IPython.version_info[0] == 8


def transform(source):
    """The Python that IPython makes of a cell; None if it fails at that."""
    try:
        return TransformerManager().transform_cell(source)
    except (SyntaxError, IndexError):  # an IndexError for =%'''
        return None


def is_automagic(source):
    """Whether a line without `%` is a magic, which only a shell can tell."""
    return parse(InteractiveShell.instance().transform_cell(source)) is not None


def code_of(node):
    """The texts of code that a statement runs, if it is a magic that runs code; else None."""
    match node:
        case ast.Expr(ast.Call(ast.Attribute(attr=method), args)) if SHELL in ast.dump(node):
            name, *texts = [getattr(argument, "value", None) for argument in args] or [None]
        case _:
            return None
    if name not in CODE_MAGICS or method not in ("run_line_magic", "run_cell_magic"):
        return None
    if not all(isinstance(text, str) for text in texts):  # a call of the user's own
        return None
    if method == "run_cell_magic" and name in BODY_ALONE:
        return texts[1:]
    valued = CODE_MAGICS[name]
    options = rf"((-\w*[{valued}]\s*\S+|-\w+)(\s+|$))*" if valued else r"(-\w+(\s+|$))*"
    return [re.sub(f"^{options}", "", texts[0]), *texts[1:]]


def fails_when_run(text):
    """Whether a magic in a text, which is Python, is given code that is none."""
    for part in flattened(parse(text)):
        for code in map(transform, code_of(part.node) or []):
            if code is None or parse(code) is None or fails_when_run(code):
                return True
    return False


class Expected(NamedTuple):
    """What the Python that kale analyzes must have in the place of a part of IPython's."""

    text: str
    line: int
    # Whether it may be a part of a statement.
    is_part: bool = False

    @property
    def is_anything(self):
        return self.is_part and not self.text

    def allows(self, part):
        return self.text in part.text if self.is_part else self.text == part.text


def expected(text, line=None):
    """What must be analyzed for a text of IPython's: its statements and, in the place of magics,
    the code that they run. For another call on the shell it may be anything.

    `line` is given for code in a magic: an expression may then stand in a statement.
    """
    for part in flattened(parse(text)):
        place = line or part.line
        codes = code_of(part.node)
        if codes is not None:
            yield Expected("", place, is_part=True)
            for code in map(transform, codes):
                yield from expected(code, place)
            yield Expected("", place, is_part=True)
        elif SHELL not in part.text:
            is_part = line is not None and isinstance(part.node, ast.Expr)
            yield Expected(ast.dump(part.node.value) if is_part else part.text, place, is_part)
        elif isinstance(part.node, ast.Assign):
            yield Expected(part.text.partition("value=")[0], place, is_part=True)
        else:
            yield Expected("", place, is_part=True)


def first_unexpected(ours, theirs):
    """The line of theirs where parts of kale's Python aren't the expected; None if all are."""
    reached = {0}
    line = 1
    for one in theirs:
        line = one.line
        if one.is_anything:
            reached = set(range(min(reached), len(ours) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(ours) and one.allows(ours[at])}
        if not reached:
            return line
    return None if len(ours) in reached else line
