"""The tracer sees every way in which code uses a namespace, and nothing else."""

import sys
import textwrap

import pytest
from namespace_tracer import NamespaceTracer

# Name of the case: code of an earlier stretch, the code, and what it reads, binds and deletes.
CASES = {
    "load": ("a = 1", "a", "a", "", ""),
    "load after bind": ("a = 1", "a = 2; a", "", "a", ""),
    "load before bind": ("a = 1", "a = a + 1", "a", "a", ""),
    "augmented": ("a = 1", "a += 1", "a", "a", ""),
    "missing name": ("", "try: a\nexcept NameError: pass", "a", "", ""),
    "builtin": ("", "len([])", "", "", ""),
    "builtin bound earlier": ("len = max", "len([1])", "len", "", ""),
    "builtin bound and deleted earlier": ("len = max; del len", "len([1])", "len", "", ""),
    "delete": ("a = 1", "del a", "a", "", "a"),
    "delete of own": ("", "a = 1; del a", "", "", "a"),
    "delete of missing name": ("", "try: del a\nexcept NameError: pass", "a", "", ""),
    "load after delete": ("a = 1", "del a\ntry: a\nexcept NameError: pass", "a", "", "a"),
    "exception variable": ("e = 1", "try: 1/0\nexcept ZeroDivisionError as e: pass", "", "", "e"),
    "loop variable": ("a = [1]", "for i in a: pass", "a", "i", ""),
    "empty loop": ("a = []", "for i in a: pass", "a", "", ""),
    "with": ("import io", "with io.StringIO() as f: pass", "io", "f", ""),
    "import": ("", "import os.path as p, sys", "", "p sys", ""),
    "definition": ("a = d = 1", "def f(x: a = d): return b", "a d", "f", ""),
    "call of an earlier function": ("b = 1\ndef f(): return b", "f()", "b f", "", ""),
    "global store": ("def f():\n global a\n a = 1", "f(); a", "f", "a", ""),
    "global delete": ("a = 1\ndef f():\n global a\n del a", "f()", "a f", "", "a"),
    "global augmented": ("a = 1\ndef f():\n global a\n a += 1", "f()", "a f", "a", ""),
    "lambda": ("b = 1; f = lambda x=0: b", "f()", "b f", "", ""),
    "closure": ("def f():\n b = 1\n return lambda: b", "f()()", "f", "", ""),
    "generator of an earlier cell": (
        "b = 1\ndef g():\n yield b\n yield b\ni = g(); next(i)", "next(i)", "b i", "", "",
    ),
    "default branch": ("a = b = 1", "a if True else b", "a", "", ""),
    "short circuit": ("a = 0; b = 1", "a and b", "a", "", ""),
    "comprehension": ("a = [1]; b = 2", "c = [x + b for x in a]", "a b", "c", ""),
    "comprehension over empty": ("a = []; b = 2", "c = [x + b for x in a]", "a", "c", ""),
    "walrus in comprehension": ("a = [1]", "[y := x for x in a]", "a", "y", ""),
    "class body": ("a = 1", "class C: b = a; c = b", "a", "C", ""),
    "class body falls back": ("a = 1", "class C: a = a; d = a", "a", "C", ""),
    "class body deletes its own": ("a = 1", "class C: a = 2; del a; b = a", "a", "C", ""),
    "class body conceals": ("a = 1", "class C: a = 2; b = a", "", "C", ""),
    "class body global": ("", "class C:\n global g\n g = 1", "", "C g", ""),
    "class in function": ("a = 1\ndef f():\n class C: b = a\n return C", "f()", "a f", "", ""),
    "class body of a namespace of its own": (
        "class M(type):\n def __prepare__(n, b): return {'a': 1}\nb = 2",
        "class C(metaclass=M): c = a + b", "M b", "C", "",
    ),
    "comprehension in class body": ("a = [1]", "class C: x = 5; b = [x for x in a]", "a", "C", ""),
    "method": ("b = 1\nclass C:\n def m(self): return b\nc = C()", "c.m()", "b c", "", ""),
    "decorator": ("def d(f): return f", "@d\ndef g(): return d", "d", "g", ""),
    "exec": ("a = 1", "exec('b = a')", "a", "b", ""),
    "exec with a dict of its own": ("a = 1", "exec('b = a; c = b', globals(), {})", "a", "", ""),
    "exec in function": ("a = 1\ndef f(): exec('b = a; del b')", "f()", "a f", "", ""),
    "eval": ("a = 1", "eval('a')", "a", "", ""),
    "by dict": ("", "globals()['a'] = 1", "", "a", ""),
    "by dict, delete": ("a = 1", "globals().pop('a')", "", "", "a"),
    "other globals": ("", "exec('a = 1; b = a', {})", "", "", ""),
    "thread": (
        "import threading; a = 1\ndef f(): a",
        "t = threading.Thread(target=f); t.start(); t.join()", "a f threading", "t", "",
    ),
    "raised": ("a = 1", "b = a; 1/0; c = 1", "a", "b", ""),
    "comprehension's variable": ("x = 7; a = [1]", "[x for x in a]; y = x", "a x", "y", ""),
}  # fmt: skip
if sys.version_info >= (3, 12):
    CASES |= {
        "type parameter that sees class scope": (
            "u = int",
            "class C:\n t = int\n def m[T: (t, u)](self): pass\n"
            "C.m.__type_params__[0].__constraints__",
            "u", "C", "",
        ),
        "generic class": ("u = int", "class C[T](list[u]): pass", "u", "C", ""),
        "lazy alias": ("u = int", "type A = u", "", "A", ""),
        "alias whose value is asked for": ("u = int", "type A = u\nA.__value__", "u", "A", ""),
    }  # fmt: skip


def run(namespace: dict, code: str) -> None:
    try:
        exec(compile(textwrap.dedent(code), "<cell>", "exec"), namespace)
    except ZeroDivisionError:
        pass


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_effects(case):
    before, code, reads, binds, deletes = case
    namespace = {"__name__": "__main__"}
    tracer = NamespaceTracer(namespace)
    with tracer.watch():
        run(namespace, before)
    with tracer.watch() as use:
        run(namespace, code)
    seen = [" ".join(sorted(names - {"__name__"})) for names in (use.reads, use.binds, use.deletes)]
    assert seen == [reads, binds, deletes]
    assert use.is_complete


def test_star_import():
    namespace = {}
    tracer = NamespaceTracer(namespace)
    with tracer.watch() as use:
        run(namespace, "from colorsys import *; rgb_to_yiq")
    import colorsys

    assert use.binds - {"__builtins__"} == set(colorsys.__all__)
    assert not use.reads


def test_many_names():
    """Arguments past 255 stand in an instruction of their own before the instruction."""
    namespace = {}
    tracer = NamespaceTracer(namespace)
    names = {f"n{number}" for number in range(600)}
    with tracer.watch():
        run(namespace, "\n".join(f"{name} = 1" for name in names))
    with tracer.watch() as use:
        run(namespace, "\n".join(f"{name} += 1" for name in names))
    assert use.reads == names and use.binds == names


def test_the_program_is_not_disturbed():
    namespace = {"__name__": "__main__", "seen": []}
    tracer = NamespaceTracer(namespace)
    code = """
        x = 1
        class C:
            x = 2
            squares = [x * x for x in range(4)]
            seen.append(x)
        rows = [[x for x in range(2)] for _ in range(2)]
        def f(x):
            inner = [x for x in range(x)]
            def g(): return x, inner
            return g
        seen += [x, rows, C.squares, f(3)()]
    """
    with tracer.watch():
        run(namespace, code)
    assert namespace["seen"] == [2, 1, [[0, 1]] * 2, [0, 1, 4, 9], (3, [0, 1, 2])]


def test_another_tracer_is_noticed():
    namespace = {}
    tracer = NamespaceTracer(namespace)
    with tracer.watch() as use:
        run(namespace, "import sys; sys.settrace(None)")
    assert not use.is_complete


def test_places():
    namespace = {"__name__": "own"}
    tracer = NamespaceTracer(namespace)
    with tracer.watch():
        run(namespace, "a = 1\nclass C:\n def __repr__(self): return f()\ndef f(): return str(a)\nc = C()")
    with tracer.watch() as use:
        run(namespace, "from pprint import pformat\npformat(c)")
    assert use.places["c"] == f"<module> in <cell>, line 2, called by {__name__}"
    assert use.places["a"] == "f in <cell>, line 4, called by pprint"
