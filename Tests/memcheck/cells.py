"""Writes cells for driver.c to standard output: every construct in every context, and hostile text."""

import sys

EXPRESSIONS = r"""x
1
0xffffffffffffffffffffffff
1.5e300
2j
'text'
'é€😀' '\ud800'
b'\x00bytes'
f'{x!r:>{width}} {y=}'
None
...
x.y.z
x[1:2, ::3]
f(a, *b, c=1, **d)
a + b * c ** -d // e @ f
a and not b or c
a < b <= c is not d not in e
lambda a, /, b=1, *c, d, e=2, **f: a
a if b else c
[*a, b]
(a, *b)
{*a, b}
{**a, 'k': v}
[a for b in c if d for e in f]
{a for b in c}
{a: b for c in d}
list(a for b in c)
(n := 10)""".splitlines()

CONTEXTS = r"""{}
name = {}
a, (b, *c) = {}
total += 1; print({})
if {}:\n    pass\nelse:\n    y
def function(p={}, *args: int, **kw) -> str:\n    return p
for i in {}:\n    continue
with open({}) as handle, other:\n    global g
class Class(Base, metaclass=M):\n    attr: int = {}
assert {}, 'message'""".splitlines()

STATEMENTS = [
    "import a.b.c as d, e\nfrom . import x\nfrom ..m import *",
    "try:\n    x\nexcept (A, B) as e:\n    raise C from e\nexcept D:\n    pass\nelse:\n    y\nfinally:\n    z",
    "try:\n    x\nexcept* A as e:\n    pass",
    "async def f():\n    async with a as b:\n        await c\n    async for d in e:\n        yield d\n    return [x async for x in y]",
    "def f():\n    nonlocal_ = yield from g()\n    def h():\n        nonlocal nonlocal_\n    del a, b[0], c.d",
    "match p:\n    case [1, *rest]: a\n    case {'k': v, **kw}: b\n    case C(x, y=2) | None as q if z: c\n    case _: d",
    "type A[T: int, *U, **P] = dict[T, P]\ndef f[T](x: T) -> T: ...\nclass G[T = int]: ...",
    "@decorator(1)\nclass A:\n    __private = 1\n    def m(self):\n        return __class__, self.__private",
    "await f()\nasync for x in y:\n    pass\nreturn 1",
    "while x:\n    break\nelse:\n    pass",
    "x = t'{a!r:>{b}}'",
]

HOSTILE = [
    b"", b"\n", b"# only a comment", b"\xef\xbb\xbfx = 1", b"\xef\xbb\xbf", b"x = 1\r\ny = 2\rz = 3\x0c\n",
    b"a\x00b", b"\x00", b"\xff\xfe", b"x = '\xed\xa0\x80'", b"'\xc3", b"x = (", b"if x:\n", b"x = 'abc",
    b'"""abc\n', b"f'{a b}'", b"f'{'", b"x = \\", b"\\", b"x = 0777", b"print 'hello'", b"\tif a:\n b\n\tc",
    b"# coding: latin-1\nx = '\xc3\xa9' \xc3\xa9", b"'\\N{nothing}'", b"x = " + b"9" * 5000,
    b"x = 0x" + b"f" * 5000, b"'\\d'", b"nonlocal x", b"def f(a, a): pass", b"x = 1\n  y = 2",
    b"(" * 150 + b")" * 150, b"(" * 250, b"-" * 20000 + b"1", b"lambda: " * 3000 + b"1", b"a" + b".b" * 2500,
    b"a" + b".b" * 20000, b"1" + b"+1" * 20000, b"not " * 20000 + b"x", b"[" * 150, b"{" * 99 + b"}" * 99,
    b"f(" * 90 + b")" * 90, b"".join(b" " * i + b"if x:\n" for i in range(120)),
    b"if x: pass\n" + b"elif x: pass\n" * 3000, b"x = 1\n" * 5000, b"#" * ((1 << 20) + 1),
]


def cells() -> list[bytes]:
    contexts = [c.replace("\\n", "\n") for c in CONTEXTS]
    cells = [c.replace("{}", e).encode() for c in contexts for e in EXPRESSIONS]
    cells += [s.encode() for s in STATEMENTS]
    # What a person has typed so far: each statement cut off.
    cells += [s[: len(s) * part // 4].encode() for s in STATEMENTS for part in (1, 2, 3)]
    return cells + HOSTILE


if __name__ == "__main__":
    for cell in cells():
        sys.stdout.buffer.write(b"%d\n" % len(cell) + cell)
