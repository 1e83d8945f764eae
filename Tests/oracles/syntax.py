"""Our reading of IPython's syntax against IPython's own: syntax.py NOTEBOOK-OR-FOLDER...

What kale makes of a cell in IPython's way must be what IPython makes of it, but for the spelling of
literals. What kale analyzes has the plain statements of that, in order, and the code that magics
run in their place; names in it must be in the user's text where their positions say. What kale
refuses IPython must refuse too, and the reverse. Needs IPython 8.

Two deviations are meant. They are counted:
  a command without %   IPython's transformer leaves `pip install x` to the shell, which knows its
                        magics. kale takes it for the magic, and so does IPython's shell.
  a magic of no Python  `%time print 1` fails in IPython when it runs. kale refuses it before.
"""

import sys

import ipython_text
from cells import judge
from ipython_text import expected, first_unexpected, transform
from python_text import first_difference, flattened, parse, statements


def differences(report, counts):
    source, python = report["source"], report.get("python")
    text = transform(source)
    if text is not None:
        line = first_difference(statements(report["shell"]), statements(text))
        if line:
            yield line, f"IPython makes {text!r} of it, kale {report['shell']!r}"
    for name in report["strayed"]:
        yield 1, f"the place of {name} leads to other text"

    is_python = text is not None and parse(text) is not None
    fails = is_python and ipython_text.fails_when_run(text)
    if python is None and not is_python:
        counts["no Python in either"] += 1
    elif python is None and fails:
        counts["a magic of no Python"] += 1
    elif python is None:
        yield 1, f"kale refuses it: {report['error']}"
    elif text is not None and not is_python and ipython_text.is_automagic(source):
        counts["a command without %"] += 1
    elif not is_python or fails:
        yield 1, "kale reads it, but IPython refuses it"
    else:
        counts["plain Python" if python == source else "IPython syntax"] += 1
        if python == source:
            line = first_difference(statements(python), statements(text))
        else:
            line = first_unexpected(list(flattened(parse(python))), list(expected(text)))
        if line:
            yield line, f"IPython makes {text!r} of it, kale reads {python!r}"


if __name__ == "__main__":
    if not ipython_text.is_usable():
        sys.exit("syntax: needs IPython 8; scripts/setup installs it in .venv")
    sys.exit(judge("syntax", differences))
