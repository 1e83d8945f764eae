extension ScopeTests {
  /// One source or more for each rule of scoping.
  static let rules: [Source] = [
    Source("module", "x = 1\nprint(x)\ndel x\nglobal y\ny = 2"),
    Source("function", "def f(a, /, b, *c, d, **e):\n  x = a\n  return x + y"),
    Source("read before local bind", "def f():\n  print(x)\n  x = 1"),
    Source("global", "def f():\n  global x\n  x = 1\n  def g(): return x"),
    Source("global hides outer", "def f():\n  x = 1\n  def g():\n    global x\n    return x"),
    Source(
      "nonlocal",
      "def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n    def h(): return x\n  return g"),
    Source("closure through a scope", "def f():\n  x = 1\n  def g():\n    def h(): return x"),
    Source(
      "inner of a scope that declares global",
      "def f():\n  x = 1\n  def g():\n    global x\n    def h(): return x"),
    Source("default and decorator", "def f():\n  x = 1\n  @x\n  def g(a=x, *, b=x): return a"),
    Source("lambda", "def f():\n  x = 1\n  return lambda a=x, *b, c=y, **d: a + x + z"),
    Source("nested lambdas", "f = lambda x: lambda y: lambda: x + y + z"),
    Source("class skips to the namespace", "def f():\n  x = 1\n  class C:\n    x = x\n    y = x"),
    Source("class sees enclosing function", "def f():\n  x = 1\n  class C:\n    y = x"),
    Source("method skips the class", "class C:\n  x = 1\n  def m(self): return x"),
    Source(
      "method reaches the function around the class",
      "def f():\n  x = 1\n  class C:\n    x = 2\n    def m(self): return x"),
    Source(
      "global in class",
      "def f():\n  x = 1\n  class C:\n    global x\n    x = 2\n    def m(s): return x"),
    Source("nonlocal in class", "def f():\n  x = 1\n  class C:\n    nonlocal x\n    x = 2"),
    Source("super", "class C:\n  def m(self):\n    super().m()\n    def g(): return __class__"),
    Source("__class__", "class C:\n  def m(self): return __class__\n  k = [__class__ for a in b]"),
    Source(
      "__class__ bound in class", "class C:\n  __class__ = 1\n  def m(self): return __class__"),
    Source("__class__ outside", "def f(): return __class__, super\nclass C:\n  k = __class__"),
    Source(
      "comprehensions",
      "r = [x + k for x in xs if x]\ns = {x for x in xs}\nd = {x: v for x, v in xs}"),
    Source("generator expression", "def f(xs):\n  k = 1\n  return (x + k for x in xs)"),
    Source("first iterable is outside", "def f(x):\n  return [x for x in x for y in x]"),
    Source("nested comprehensions", "def f(m):\n  return [[c + r[0] for c in r] for r in m]"),
    Source(
      "comprehension in class", "class C:\n  n = 3\n  xs = [1]\n  ys = [n for x in xs for z in xs]"),
    Source("lambda in class", "class C:\n  n = 3\n  f = lambda self, m=n: n"),
    Source("walrus", "def f():\n  if (n := 1): return n"),
    Source("walrus in comprehension", "def f(xs):\n  r = [y := x for x in xs]\n  return y"),
    Source("walrus in comprehension of module", "r = [(y := x) for x in xs if (z := y)]"),
    Source(
      "walrus in nested comprehension",
      "def f(xs):\n  return [[(y := x) for x in r] for r in xs], y"),
    Source("walrus with global", "def f(xs):\n  global y\n  return [y := x for x in xs]"),
    Source(
      "walrus with nonlocal",
      "def f():\n  y = 1\n  def g(xs):\n    nonlocal y\n    return [y := x for x in xs]"),
    Source("walrus in lambda", "f = lambda xs: [(y := x) for x in xs] and y"),
    Source(
      "private names",
      "class C:\n  __x = 1\n  def __m(self, __a):\n    self.__x = __a\n    __b = __x\n    def __c(): pass"
    ),
    Source(
      "private names that are none",
      "class C:\n  __x__ = 1\n  _y = 2\n  ___ = 3\nclass __:\n  __z = 1"),
    Source(
      "private names of a nested class",
      "class _A:\n  class B:\n    __x = 1\n    y = __x\n  __z = B"),
    Source(
      "private names in comprehension", "class C:\n  __xs = []\n  ys = [__k for __k in __xs if __g]"
    ),
    Source(
      "private names in a function in a class",
      "class C:\n  def m(self):\n    class D: __y = 1\n    return [lambda: __x]"),
    Source("private name of the class itself", "class __C(__B, metaclass=__M):\n  __C = 1"),
    Source(
      "private global",
      "class C:\n  def m(self):\n    global __x\n    __x = 1\n  import __a.b as __c, __d"),
    Source(
      "except as",
      "def f():\n  try: pass\n  except E as e: print(e)\n  except F as g: pass"),
    Source("except star", "def f():\n  try: pass\n  except* E as e: print(e)", since: 11),
    Source(
      "with and for", "def f():\n  with a as b, c as (d, [*e]): pass\n  for g, h.i in j: pass"),
    Source(
      "match",
      """
      def f(v):
        match v:
          case [a, *b] | (a, *b): pass
          case {'k': c, **d}: pass
          case C(x=e) as g: pass
          case M.n | 1: pass
          case _: pass
      """, since: 10),
    Source(
      "imports", "def f():\n  import a.b, c.d as e, g\n  from h import i, j as k\n  from . import l"
    ),
    Source("star import", "from m import *\nprint(x)"),
    Source("del", "def f():\n  x = 1\n  del x, y.z, w[0], (v, [u])"),
    Source("augmented", "def f():\n  x += 1\n  y.z += w\n  v[u] += t"),
    Source(
      "annotations",
      "def f(a: A, *b: B, c: C = d, **e: E) -> R:\n  x: T = 1\n  y: U\n  (z): V\n  (w): V = 1\n  p.q: S"
    ),
    Source(
      "annotations of module and class",
      "x: T\nclass C:\n  y: U = 1\n  (z): V\n  def m(self, a: y): pass"),
    Source(
      "future annotations", "from __future__ import annotations\ndef f(a: A) -> B:\n  x: C = 1",
      since: 10),
    Source("f-string", "def f(a):\n  return f'{a!r:{w}} {[b for b in a]} {(lambda: a)()}'"),
    Source(
      "async",
      "async def f(a):\n  async with b as c: pass\n  async for d in e: await d\n  return [g async for g in h]"
    ),
    Source("generators", "def f(xs):\n  y = yield xs\n  yield from y"),
    Source("star targets", "a, *b = c\n[d, (e, *g)] = h\ni = j = k"),
    Source(
      "normalised identifiers", "\u{FB01}x = 1\ndef \u{FF46}(\u{1D465}): return x + fix + \u{FB01}x"
    ),
    Source(
      "same line", "fs = [lambda: a, lambda: b]; gs = {(lambda: c): (lambda: d), (lambda: e): 1}"),
    Source(
      "type parameters of functions",
      "def f[T: (A, B), *Ts, **P](x: T, y: z = w) -> P:\n  return T", since: 12),
    Source(
      "type parameters of classes",
      "class C[T](B[T], metaclass=M):\n  x: T\n  def m[U](self, a: U, b: x) -> T: return T",
      since: 12),
    Source(
      "private type parameters", "class C[__T](B):\n  def m[__U](self, a: __U): return __T",
      since: 12),
    Source(
      "type aliases",
      "type A[T] = dict[T, A, B]\nclass C:\n  X = int\n  type Y = X | A\n  def m[T: X](self): return X",
      since: 12),
    Source(
      "defaults of type parameters", "class C[T = D]: pass\ndef f[T = int, **P = [E]](): pass",
      since: 13),
  ]
}
