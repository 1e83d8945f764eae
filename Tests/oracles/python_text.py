"""Python as text, cut into parts that can be compared whatever the spelling of literals."""

import ast
import re
import warnings
from typing import NamedTuple


class Part(NamedTuple):
    """A statement, or the head of a compound one, which the parts inside and an end follow."""

    text: str
    line: int
    node: ast.AST | None = None


def parse(text):
    """The tree of a text; None if it is no Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def statements(text):
    """The statements at the top of a text; its lines if it is no Python."""
    tree = parse(text)
    if tree is None:
        return [Part(_line(line), number) for number, line in enumerate(_lines(text), 1)]
    return [Part(ast.dump(statement), statement.lineno, statement) for statement in tree.body]


def _lines(text):
    return re.split(r"\r\n?|\n", text.rstrip())


def _line(line):
    tree = parse(line.strip())
    # A form feed starts the indent anew.
    indent = line[:len(line) - len(line.lstrip())].rpartition("\f")[2]
    return indent + (line.strip() if tree is None else ast.dump(tree))


def flattened(tree):
    """All statements of a tree, those in blocks too."""
    for statement in tree.body:
        yield from _flattened(statement, statement.lineno)


def _flattened(node, line):
    line = getattr(node, "lineno", line)
    blocks = {
        field: value for field, value in ast.iter_fields(node)
        if isinstance(value, list) and value
        and isinstance(value[0], (ast.stmt, ast.excepthandler, ast.match_case))
    }
    for field in blocks:
        setattr(node, field, [])
    yield Part(ast.dump(node), line, node)
    for field, block in blocks.items():
        yield Part(field, line)
        for inner in block:
            yield from _flattened(inner, line)
    if blocks:
        yield Part("end", line)


def first_difference(ours, theirs):
    """The line of the first part that is not the same; None if all are."""
    for our, their in zip(ours, theirs):
        if our.text != their.text:
            return our.line
    rest = ours[len(theirs):] or theirs[len(ours):]
    return rest[0].line if rest else None
