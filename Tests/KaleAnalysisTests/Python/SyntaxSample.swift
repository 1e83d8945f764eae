import Testing

@testable import KaleAnalysis

/// A piece of Python for comparisons with CPython; together they have every kind of node.
struct SyntaxSample: Sendable, CustomTestStringConvertible {
  let name: String
  /// Minor version of Python 3 that brought the syntax.
  let since: Int
  let source: String

  init(_ name: String, since: Int = 9, _ source: String) {
    self.name = name
    self.since = since
    self.source = source
  }

  var testDescription: String { name }

  /// Those that the linked Python accepts.
  static var accepted: [Self] { all.filter { $0.since <= PythonVersion.linked.minor } }

  static let all = [
    Self("empty", ""),
    Self("comment only", "# nothing\n"),
    Self("no final newline", "x"),
    Self(
      "constants", "None, True, False, ..., 1, 2.5, 1e400, 3j, 'text', b'\\x00\\xff', u'u', -1\n"),
    Self("long integers", "0xffffffffffffffffffffffff\n9223372036854775808\n1_000\n0o17\n"),
    Self("surrogates", "'\\ud800', 'a\\udfffé', '\\ud83d\\ude00'\n"),
    Self("non-ASCII", "é = 'ä€😀'; 名前 = é + ﬁ\n"),
    Self("implicit concatenation", "x = ('a'\n     'b' \"c\")\n"),
    Self("long string", "x = '''first\nsecond\n  é''' + y\n"),
    Self("operators", "a + b - c * d @ e / f % g ** h << i >> j | k ^ l & m // n\n"),
    Self("unary operators", "~a, not b, +c, -d\n"),
    Self("boolean operators", "a and b or c and not d\n"),
    Self(
      "comparisons", "a == b != c < d <= e > f >= g is h is not i in j not in k\n"),
    Self("augmented assignments", "a += 1\nb.c @= 2\nd[0] //= 3\ne **= f\n"),
    Self("assignments", "a = b = 1\n(c, d), [e, *f] = g\nh.i, j[k] = l\n"),
    Self("annotations", "a: int\nb: str = 'x'\n(c): int = 1\nd.e: int = 2\nf[0]: int\n"),
    Self("deletion", "del a, b.c, d[0], (e, f)\n"),
    Self("attributes and subscripts", "a.b.c[d].e[1:2, ::3, ...][:]\n"),
    Self("starred subscript", since: 11, "a[*b]\ndef f(*args: *Ts): pass\n"),
    Self("calls", "f()\nf(a, *b, c=1, **d)\nf(x for x in y)\nf(a)(b)(c)\n"),
    Self("displays", "[], [a, *b], (), (a,), {a, *b}, {}, {a: b, **c}\n"),
    Self(
      "comprehensions",
      "[a for b in c if d if e for f in g]\n{a for b in c}\n{a: b for c, d in e}\n(a for b in c)\n"),
    Self("lambda", "lambda: 0\nlambda a, /, b, c=1, *d, e, f=2, **g: a\nlambda *, k: k\n"),
    Self("conditional and walrus", "a if b else c\n(n := 10) + n\n"),
    Self("f-strings", "f'{a}'\nf'b {c!r} {d:>{e}} {f=} {{}}'\nf''\n'x' f'{a.b[0]}'\n"),
    Self("imports", "import a\nimport a.b.c as d, e\nfrom a import b as c, d\nfrom . import *\n"),
    Self("relative imports", "from .a import b\nfrom ...c.d import (e, f,)\n"),
    Self("if", "if a:\n  b\nelif c:\n  d\nelse:\n  e\n"),
    Self(
      "for and while", "for a, b in c:\n  break\nelse:\n  pass\nwhile d:\n  continue\nelse:\n  e\n"),
    Self("with", "with a as b, c, d() as (e, f):\n  g\n"),
    Self("parenthesised with", since: 10, "with (a as b, c):\n  d\n"),
    Self(
      "try",
      "try:\n  a\nexcept (B, C) as d:\n  raise E from d\nexcept F:\n  raise\nelse:\n  g\nfinally:\n  h\n"
    ),
    Self("exception groups", since: 11, "try:\n  a\nexcept* B as c:\n  d\n"),
    Self("assert", "assert a\nassert b, 'message'\n"),
    Self(
      "functions",
      "@a\n@b.c(d)\ndef f(g, /, h: int, i=1, *j: str, k, l=2, **m) -> n:\n  'doc'\n  return\n"),
    Self("return, yield", "def f():\n  x = yield\n  yield x\n  yield from y\n  return 1\n"),
    Self(
      "async",
      "async def f():\n  async with a as b:\n    await c\n  async for d in e:\n    pass\n"
        + "  return [x async for x in y]\n"),
    Self(
      "global and nonlocal",
      "def f():\n  global a, b\n  c = 1\n  def g():\n    nonlocal c\n    c = a\n"),
    Self(
      "classes",
      "@a\nclass B(C, *D, metaclass=E, **F):\n  x: int = 1\n  def m(self): return __class__\n"),
    Self("private names", "class A:\n  __x = 1\n  def f(self, __y): return self.__x + __y\n"),
    Self("closures", "def f(a):\n  def g():\n    return [a + b for b in h]\n  return lambda: g\n"),
    Self(
      "match", since: 10,
      "match a, b:\n  case 1 | -2.5 | 'x' | None:\n    c\n  case [d, *_, E.F] if g:\n    h\n"
        + "  case {'k': v, 2: _, **rest}:\n    i\n  case J(k, l=m) as n:\n    o\n  case _:\n    p\n"
    ),
    Self(
      "type parameters", since: 12,
      "type A[T] = list[T]\ndef f[T: int, *U, **P](a: T) -> T: ...\nclass B[T: (int, str)](C): ...\n"
    ),
    Self("type parameter defaults", since: 13, "type A[T = int, *U = V, **P = Q] = T\n"),
    Self("nested f-string", since: 12, "f'{f\"{a['b']!s:{c}}\"}'\n"),
    Self("template strings", since: 14, "t'{a!r:>{b}} {c=}'\nt'' t'x'\n"),
    Self("tabs and form feed", "if a:\n\tb\n\u{0C}if c:\n\td\n"),
    Self("CRLF", "a = 1\r\nif b:\r\n  c\r\n"),
    Self("CR", "a = 1\rb = 2\r"),
    Self("continued lines", "a = b + \\\n  c\nd = (\n  e,\n\n  f)\n"),
    Self("semicolons", "a; b = 1; c(2);\n"),
    Self("coding line", "# -*- coding: latin-1 -*-\nx = 'é'; ä = x\n"),
  ]
}
