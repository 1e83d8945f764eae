extension ScopeTests {
  /// Where the rules meet each other: what a straightforward reading gets wrong.
  static let corners: [Source] =
    walruses + classes + comprehensions + declarations + bindings + privateNames + typeParameters

  private static let walruses: [Source] = [
    Source("walrus in a condition", "def f(xs):\n  return [x for x in xs if (y := x)], y"),
    Source(
      "walrus in each part of a comprehension",
      "def f(xs):\n  return {(k := x): (v := y) for x in xs if (c := x) for y in c}, k, v"),
    Source("walrus in a lambda in a comprehension", "r = [lambda: (y := x) + y for x in xs]"),
    Source("walrus that is captured", "def f(xs):\n  [y := x for x in xs]\n  return lambda: y"),
    Source(
      "walrus read in another comprehension",
      "def f(xs):\n  [y := x for x in xs]\n  return [y for z in xs]"),
    Source(
      "walrus read in the same comprehension",
      "def f(xs):\n  return [(y := x) + (lambda: y)() for x in xs]"),
    Source(
      "walrus in a method's comprehension",
      "class C:\n  y = 0\n  def m(self, xs):\n    any(__p := x for x in xs)\n    return y, __p"),
    Source("walrus in a class block", "class C:\n  if (n := 1): m = n\n  f = lambda self: n"),
    Source(
      "walrus in decorator, default and annotation",
      "def f():\n  @(d := e)\n  def g(a=(b := 1), *, c: (t := int) = 2) -> (r := s): return b\n  return r, t"
    ),
    Source("walrus in an f-string", "def f():\n  return f'{(x := 1)!r:{(w := 2)}}', x, w"),
    Source("walrus in a base class", "def f():\n  class C((B := object), k=(m := 1)): n = B\n  B"),
  ]

  private static let classes: [Source] = [
    Source(
      "class in class in class",
      "class A:\n  x = 1\n  class B:\n    y = x\n    class C:\n      z = y, x\n      def m(self): x, y, z"
    ),
    Source(
      "class in a method",
      "class A:\n  x = 1\n  def m(self, y):\n    class B:\n      z = x, y\n      def n(s): return y, super()"
    ),
    Source(
      "class reads before it binds",
      "def f(x):\n  class C:\n    print(x)\n    x = x\n    y = [x for x in x]\n    z = [_ for _ in y if x]"
    ),
    Source(
      "method of a class that declares nonlocal",
      "def f():\n  x = 1\n  class C:\n    nonlocal x\n    x = 2\n    def m(self): return x"),
    Source(
      "nonlocal through a class",
      "def f(x):\n  class C:\n    x = 1\n    def m(self):\n      nonlocal x\n      x = 2"),
    Source("class that deletes", "def f(x):\n  class C:\n    del x\n    def m(self): return x"),
    Source("class with a loop", "class C:\n  for i in r:\n    def m(self, j=i): return i, j"),
    Source(
      "__class__ as a parameter", "class C:\n  def m(self, __class__): return __class__, super"),
    Source(
      "__class__ assigned in a method",
      "class C:\n  def m(self):\n    __class__ = 1\n    return lambda: (__class__, super())"),
    Source(
      "nonlocal __class__", "class C:\n  def m(self):\n    nonlocal __class__\n    __class__ = 1"),
    Source(
      "global __class__", "class C:\n  def m(self):\n    global __class__\n    return super()"),
    Source("super as a parameter", "class C:\n  def m(self, super): return super()"),
    Source("super bound in the class", "class C:\n  super = 1\n  def m(self): return super"),
    Source(
      "super in comprehension and lambda",
      "class C:\n  def m(self, xs): return [super().m(x) for x in xs], lambda: super().k\n  n = [super() for x in y]"
    ),
    Source(
      "super in an inner class", "class C:\n  def m(self):\n    class D(super().T): k = super"),
    Source(
      "__class__ in inner classes",
      "class A:\n  class B:\n    def m(s): return __class__\n  def m(s):\n    class D: c = __class__"
    ),
    Source(
      "method's default and decorator",
      "class C:\n  k = 1\n  @k\n  def m(self, a=k, b=lambda: k): return k"),
    Source(
      "base class and decorator",
      "def f(k):\n  @k\n  class k(k, metaclass=k): k = k\n  return lambda: k"),
  ]

  private static let comprehensions: [Source] = [
    Source(
      "first iterable in a class in a function",
      "def f(k):\n  class C:\n    n = 1\n    xs = [n + k for n in range(n) if n < k for m in n]"),
    Source(
      "iterables one in another", "def f(x):\n  return [y for x in x for y in [x for x in x]]"),
    Source(
      "comprehension in the first iterable", "class C:\n  x = 1\n  y = [a for a in [x for b in x]]"),
    Source(
      "lambda in a comprehension",
      "def f(xs):\n  return [lambda x=x: (x, y) for y in xs for x in y]"),
    Source(
      "comprehension in a lambda",
      "f = lambda xs, k: {x: [k, y] for x in xs for y in (lambda: x)()}"),
    Source(
      "comprehension in a default",
      "class C:\n  k = 1\n  def m(self, a=[k for _ in k], *, b={k: k for k in k}): a"),
    Source(
      "targets that are no names",
      "def f(o, xs, i):\n  return [o for o.a in xs], [i for xs[i] in xs]"),
    Source("comprehension in its own function's name", "def f(): return [f for f in f()], f"),
    Source("starred and nested targets", "r = [a + b for a, (b, *c), *d in e if c if d]"),
    Source(
      "asynchronous comprehensions",
      "async def f(xs):\n  return [x async for x in xs if await x], {k: v async for k, v in xs}"),
    Source(
      "asynchronous generator", "async def f(xs):\n  async for y in (z async for z in xs): yield y"),
    Source(
      "comprehension in an f-string", "def f(k):\n  return f'{[k for k in k]:{(lambda: k)()}}'"),
  ]

  private static let declarations: [Source] = [
    Source(
      "global at module level",
      "global x\ndef f():\n  x = 1\n  def g():\n    global x\n    return x"),
    Source(
      "global in one function only",
      "def f():\n  global x\n  x = 1\ndef g():\n  x = 2\n  return lambda: x"),
    Source(
      "global between two functions",
      "def f(x):\n  def g():\n    global x\n    def h():\n      def i(): return x"),
    Source(
      "global in an inner class",
      "def f(x):\n  class C:\n    global x\n    class D: y = x\n    z = [x for _ in x]"),
    Source(
      "nonlocal across levels",
      "def f():\n  x = 1\n  def g():\n    def h():\n      nonlocal x\n      x += 1\n    return h"),
    Source(
      "nonlocal of a parameter",
      "def f(x, *y, **z):\n  def g():\n    nonlocal x, y, z\n    x = y = z"),
    Source(
      "nonlocal that is only read", "def f(x):\n  def g():\n    nonlocal x\n    return lambda: x"),
    Source("global that is only declared", "def f():\n  global x, y"),
    Source(
      "global of import, def and class",
      "def f():\n  global n, g, C, p\n  import m as n, p.q\n  def g(): return C\n  class C: pass"),
    Source(
      "nonlocal of import, def and class",
      "def f():\n  n = g = C = 1\n  def h():\n    nonlocal n, g, C\n    import m as n\n    def g(): pass\n    class C: pass"
    ),
    Source(
      "global of for, with and except",
      "def f():\n  global i, w, e\n  for i in x: pass\n  with y as (w, v): pass\n  try: pass\n  except E as e: pass"
    ),
    Source(
      "nonlocal of except",
      "def f():\n  e = 1\n  def g():\n    nonlocal e\n    try: pass\n    except E as e: pass"),
    Source(
      "global that an inner function hides", "def f():\n  global x\n  def g(x): return lambda: x"),
  ]

  private static let bindings: [Source] = [
    Source("only deleted", "def f():\n  del x\n  return lambda: x"),
    Source("deleted in an inner function", "def f(x):\n  def g(): del x, (y, [z])\n  del x"),
    Source("annotation alone", "def f():\n  x: int\n  (y): int\n  return lambda: (x, y)"),
    Source(
      "annotation in parentheses in a class",
      "class C:\n  (x): y\n  (z): w = 1\n  def m(self): z: x"),
    Source(
      "annotations of lambdas and comprehensions",
      "def f(k):\n  x: (lambda: k) = 1\n  y: [z for z in k]\n  def g(a: [k for b in x]) -> (lambda: a): pass"
    ),
    Source(
      "future annotations of everything",
      "from __future__ import annotations\nclass C:\n  x: [y for y in z]\n  def f(a: (lambda: b)) -> C:\n    c: D = E\n    e: F\n    return lambda: e",
      since: 10),
    Source("except that is captured", "def f():\n  try: pass\n  except E as e: return lambda: e"),
    Source(
      "match that is captured",
      "def f(v):\n  match v:\n    case {'k': [x, *y], **z}: return lambda: (x, y, z)\n    case (a, b) | [b, a] if a: pass",
      since: 10),
    Source(
      "match of declared names",
      "def f(v):\n  global x\n  y = 1\n  def g():\n    nonlocal y\n    match v:\n      case [x, y, *_]: pass",
      since: 10),
    Source(
      "match of class and value",
      "class C:\n  def m(self, v):\n    match v:\n      case __K(__k=__c) | __M.__n: pass",
      since: 10),
    Source(
      "conditional expression",
      "def f():\n  return a if (b := c) else b, lambda: x if y else (z := x)"),
    Source(
      "parameter of the same name",
      "def f(x, y=1):\n  def g(x=x, *, y=y): return lambda x=x: (x, y)"),
    Source(
      "every kind of parameter captured",
      "def f(a, /, b, *c, d, **e): return lambda: (a, b, c, d, e)"),
    Source("function in itself", "def f():\n  def f(f=f): return f\n  return f"),
    Source(
      "dotted imports",
      "def f():\n  import a.b.c, a.d\n  import e.f as g\n  return lambda: (a, e, g)"),
    Source(
      "imports in a class",
      "class C:\n  import a.b as c, __d\n  from . import e as __f\n  def m(self): return c, __d, __f"
    ),
    Source(
      "augmented assignment of a captured name",
      "def f():\n  x = 0\n  def g(): x += 1\n  def h(): x.y += 1; x[0] += 1"),
    Source(
      "yield and await",
      "def f():\n  x = yield (y := 1)\n  return lambda: (yield x)\nasync def g(): return await (z := x)"
    ),
    Source(
      "asynchronous with and for",
      "async def f():\n  async with a as b, c as b.d:\n    async for e, *g in b: yield lambda: (b, e)"
    ),
    Source(
      "decorated by a local",
      "def f(d):\n  @d(lambda: x)\n  @(e := d)\n  async def g(x: d = e) -> d: return e"),
  ]

  private static let privateNames: [Source] = [
    Source(
      "private and not",
      "class C:\n  __a__ = __b_ = __ = ____ = _c = __d = 1\n  def m(self): return _C__d, __d"),
    Source(
      "class with leading underscores", "class ___A_:\n  __x = 1\n  def m(self): return __x, _A___x"
    ),
    Source(
      "class of underscores in a class",
      "class A:\n  class __:\n    __x = 1\n    def m(self): return __x\n  __y = __"),
    Source(
      "private everywhere",
      "class C:\n  def m(self):\n    import __a, b.__c as __d, __e.f\n    from g import __h\n    try: pass\n    except E as __i: pass\n    def __j():\n      nonlocal __d\n      global __k\n      __d = __k\n    for __l in []: del __l\n    with x as __n: (__o := 1)\n    return [__p for __p in __q], lambda __r, *__s, __t=__u, **__v: (__r, __t)"
    ),
    Source(
      "private decorators, bases, annotations",
      "class A:\n  @__d\n  class __B(__C, k=__m): __x = 1\n  @__e\n  def __f(a: __g = __h) -> __i: __j: __k = 1"
    ),
    Source(
      "private names of two classes",
      "class A:\n  def m(self, __x):\n    class B:\n      __y = __x\n      def n(self): return __x, __y, _A__x"
    ),
    Source(
      "private names in a comprehension in a method",
      "class C:\n  def m(self, __x): return [(__x, __y) for __y in __x if (__z := __y)], __z"),
    Source(
      "private attributes are no names", "class C:\n  def m(self): self.__x, f(__y=1), self.__z.__w"
    ),
  ]

  private static let typeParameters: [Source] = [
    Source(
      "type parameter and class variable",
      "class C:\n  T = 1\n  def m[T](self, x: T) -> T: return T\n  class D[U](T): y: U = T",
      since: 12),
    Source(
      "generic in generic",
      "class A[T]:\n  class B[U](A[T]):\n    def m[V: (T, U)](self, a: T, b: U, c: V): return T, U, V, __class__",
      since: 12),
    Source(
      "bounds with scopes of their own", "def f[T: (lambda: T), U: [x for x in T]](a=T): return U",
      since: 12),
    Source(
      "type alias in a function", "def f(a):\n  type X[T] = list[a, T, X]\n  return lambda: X",
      since: 12),
    Source(
      "type alias with a lambda in a class", "class C:\n  n = 1\n  type X = lambda: n", since: 13),
    Source(
      "private names in type aliases", "class C:\n  type X = __p\n  type __Y[__T] = __T", since: 12),
    Source(
      "type parameters and nonlocal",
      "def f():\n  x = 1\n  def g[T](a: T = x):\n    nonlocal x\n    x = T", since: 12),
    Source(
      "type parameters, default and decorator",
      "def f(T):\n  @T\n  def g[T](a=T, *, b: T = T) -> T: return T\n  @T\n  class C[T](T): pass",
      since: 12),
    Source(
      "class variable of the name of a type parameter",
      "class C:\n  x = 1\n  type A[x] = (x, list[x])\n  def m[x: x](self, a: x = x) -> x: x",
      since: 12),
    Source(
      "private names in the bases of a generic class",
      "class C[__T: __k](__b, k=__m): __n = __T\nclass D:\n  class E[T](__b, [__k for _ in T]): __n = T",
      since: 13),
    Source(
      "defaults in a class",
      "class C:\n  D = int\n  def m[T = D](self): return D\n  class E[*Ts = D]: pass\n  type X[**P = [D]] = D",
      since: 13),
  ]
}
