"""What IPython makes of magics is what the Python that kale analyzes must have in their place."""

import ipython_text
import pytest
from ipython_text import expected, first_unexpected, transform
from python_text import flattened, parse

pytestmark = pytest.mark.skipif(not ipython_text.is_usable(), reason="needs IPython 8")


@pytest.mark.parametrize(("source", "python", "line"), [
    ("%time x = f(y)", "x = f(y)", None),
    ("%time x = f(y)", "x = g(y)", 1),
    ("%time x = f(y)", "get_ipython()", 1),
    ("a\n%time x\nb", "a\nget_ipython()\nx\nb", None),
    ("a\n%time x\nb", "a\nx\nc\nb", None),
    ("a\n!ls\nb", "a\nb", None),
    ("a\n!ls\nb", "c\na\nb", 1),
    ("a\n!ls\nb", "a\nb\nc", 3),
    ("a\n!ls\nb\nc", "a\nc\nb", 4),
    ("if a:\n  b\n  !ls\nc", "if a:\n  b\n  d()\nc", None),
    ("if a:\n  b\n  !ls\nc", "if a:\n  b\nd()\nc", 4),
    ("if a:\n  b\n  !ls", "if b:\n  b\n  d()", 1),
    ("try:\n  !ls\nexcept E: b", "try:\n  d()\nexcept E: b", None),
    ("try:\n  !ls\nexcept E: b", "try:\n  d()\nexcept F: b", 3),
    ("x = !ls", "x = d()", None),
    ("x = !ls", "y = d()", 1),
    ("%timeit -n 1 -r1 f(x)", "(lambda: f(x))()", None),
    ("%timeit -n 1 -r1 f(x)", "(lambda: f())()", 1),
    ("%%timeit -n 1 a = 1\nb = a", "def f():\n  a = 1\n  b = a\nf()", None),
    ("%%timeit -n 1 a = 1\nb = a", "def f():\n  b = a\nf()", 1),
    ("%%time\nif a:\n  %time b = 1", "if a:\n  b = 1", None),
    ("%%time\nif a:\n  %time b = 1", "if a:\n  b", 1),
    ("%lprun -f g -f h x = g()", "get_ipython(g, h)\nx = g()", None),
    ("%%capture o\nb", "b\no = get_ipython()", None),
    ("%%bash\nb", "get_ipython()", None),
    ("get_ipython().run_line_magic('time', x)\nb", "get_ipython()\nb", None),
    ("get_ipython().run_line_magic(*x)\nb", "get_ipython()\nb", None),
])
def test_the_code_of_magics_is_expected(source, python, line):
    ours, theirs = flattened(parse(python)), expected(transform(source))
    assert first_unexpected(list(ours), list(theirs)) == line
