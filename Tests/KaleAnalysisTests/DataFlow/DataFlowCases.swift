// The cases of `DataFlowTests`.

extension DataFlowTests {
  /// What counts as reading and binding.
  static let bindings = [
    Case(
      "the target of a comprehension is its own",
      """
      #% block:a
      i = 10
      data = [1, 2]
      #% block:b prev:a
      squares = [i * i for i in data]
      #% block:c prev:b
      print(i)
      """, ["a: -> data i", "b: data<a ->", "c: i<a ->"]),
    Case(
      "a walrus binds",
      """
      #% block:a
      if (n := len([1, 2, 3])) > 2:
          pass
      #% block:b prev:a
      print(n)
      """, ["a: -> n", "b: n<a ->"]),
    Case(
      "the captures of a match",
      """
      #% block:a
      match (1, 2, 3):
          case (x, *rest):
              pass
      #% block:b prev:a
      print(x, rest)
      """, ["a: -> rest x", "b: rest<a x<a ->"], since: 10),
    Case(
      "nested targets",
      """
      #% block:a
      (p, (q, *r)) = (1, (2, 3, 4))
      #% block:b prev:a
      print(p, q, r)
      """, ["a: -> p q r", "b: p<a q<a r<a ->"]),
    Case(
      "an augmented assignment reads and binds",
      """
      #% block:a
      total = 1
      #% block:b prev:a
      total += 5
      #% block:c prev:b
      print(total)
      """, ["a: -> total", "b: total<a -> total", "c: total<b ->"]),
    Case(
      "what is bound again before its read is not taken",
      """
      #% block:a
      rows = [1]
      tmp = 1
      #% block:b prev:a
      for row in rows:
          tmp = row
      #% block:c prev:b
      tmp = 5
      print(tmp, rows)
      """, ["a: -> rows", "b: rows<a ->", "c: rows<a ->"]),
    Case(
      "a builtin is read only once the notebook binds it",
      """
      #% block:a
      list = [3]
      n = len(list)
      #% block:b prev:a
      print(list, n, max(1, 2))
      """, ["a: -> list n", "b: list<a n<a ->"]),
    Case(
      "string annotations are not evaluated",
      """
      #% block:a
      class Row: pass
      #% block:b prev:a
      def f(x: 'Row') -> 'Row':
          y: Row = x
          return y
      print(f(1))
      """, ["a: ->", "b: ->"]),
    Case(
      "a default is evaluated with the definition",
      """
      #% block:a
      k = 4
      #% block:b prev:a
      f = lambda x, y=k: x + y
      print(f(1))
      """, ["a: -> k", "b: k<a ->"]),
    Case(
      "a line that begins with an operator",
      """
      #% block:a
      x = 17
      #% block:b prev:a
      y = (x
           % 5)
      #% block:c prev:b
      print(y)
      """, ["a: -> x", "b: x<a -> y", "c: y<b ->"]),
    Case(
      "magics, shell lines and help",
      """
      #% block:a
      x = 3
      def f(v): return v * 2
      x?
      #% block:b prev:a
      %time y = f(x)
      #% block:c prev:b
      !echo {x}
      files = !ls
      #% block:d prev:c
      print(y, files)
      """, ["a: -> f x", "b: f<a x<a -> y", "c: x<a -> files", "d: files<c y<b ->"]),
    Case(
      "top-level await and asynchronous comprehensions",
      """
      #% block:a
      async def numbers():
          for q in range(3):
              yield q
      values = [q async for q in numbers()]
      #% block:b prev:a
      print(values)
      """, ["a: -> values", "b: values<a ->"]),
    Case(
      "del ends a value's life",
      """
      #% block:a
      x = 1
      y = 2
      #% block:b prev:a
      del x
      x = y
      #% block:c prev:b
      print(x)
      """, ["a: -> x y", "b: x<a y<a -> x", "c: x<b ->"]),
  ]

  /// Values that are bound or read on some paths only.
  static let paths = [
    Case(
      "an assignment that may fail",
      """
      #% block:a
      val = 1
      #% block:b prev:a
      try:
          val = int("zz")
      except ValueError:
          pass
      print(val)
      """, ["a: -> val", "b: val?<a ->"]),
    Case(
      "a conditional bind hands on what it received",
      """
      #% block:a
      x = 1
      flag = False
      #% block:b prev:a
      if flag:
          x = 2
      #% block:c prev:b
      print(x)
      """, ["a: -> flag x", "b: flag<a x?<a -> x", "c: x<b ->"]),
    Case(
      "a loop that makes no trip",
      """
      #% block:a
      last = -1
      items = []
      #% block:b prev:a
      for last in items:
          pass
      print(last)
      """, ["a: -> items last", "b: items<a last?<a ->"]),
    Case(
      "both arms of a conditional bind",
      """
      #% block:a
      flag = True
      x = 0
      #% block:b prev:a
      if flag:
          x = 1
      else:
          x = 2
      #% block:c prev:b
      print(x)
      """, ["a: -> flag", "b: flag<a -> x", "c: x<b ->"]),
    Case(
      "a chain of conditional binds",
      """
      #% block:a
      x = 0
      #% block:b prev:a
      if x: x = 1
      #% block:c prev:b
      if x: x = 2
      #% block:d prev:c
      print(x)
      """, ["a: -> x", "b: x<a -> x", "c: x<b -> x", "d: x<c ->"]),
    Case(
      "a certain bind after conditional ones",
      """
      #% block:a
      x = 0
      #% block:b prev:a
      if len([]): x = 1
      #% block:c prev:b
      x = 2
      #% block:d prev:c
      print(x)
      """, ["a: ->", "b: ->", "c: -> x", "d: x<c ->"]),
  ]

  /// Functions, classes and what their code reads.
  static let code = [
    Case(
      "magics without a sign that are Python too",
      """
      #% block:a
      x = hist = 1
      #% block:b prev:a
      ls -l
      #%
      pwd
      #%
      hist -x
      """, ["a: -> hist x", "b: hist<a x<a ->"]),
    Case(
      "what a function reads, bound by each step that calls it",
      """
      #% block:a
      import os as m
      x = 1
      def f(): return m
      #% block:b prev:a
      import os as m
      f()
      #% block:c prev:b
      f()
      m = 2
      """, ["a: -> f", "b: f<a ->", "c: [import os as m] f<a ->"]),
    Case(
      "a function that binds a global",
      """
      #% block:a
      counter = 0
      def bump():
          global counter
          counter += 1
      #% block:b prev:a
      bump()
      #% block:c prev:b
      print(counter)
      """, ["a: -> bump counter", "b: bump<a counter<a -> counter", "c: counter<b ->"]),
    Case(
      "a function brings what it calls and reads",
      """
      #% block:a
      scale = 10
      def g(x): return x * scale
      #% block:b prev:a
      def h(x): return g(x) + 1
      #% block:c prev:b
      print(h(2))
      """, ["a: -> g scale", "b: g?<a scale?<a -> g h scale", "c: g<b h<b scale<b ->"]),
    Case(
      "a lambda",
      """
      #% block:a
      scale = 10
      predict = lambda x: x * scale
      #% block:b prev:a
      print(predict(2))
      """, ["a: -> predict scale", "b: predict<a scale<a ->"]),
    Case(
      "an instance brings what its methods read",
      """
      #% block:a
      scale = 3
      def helper(v): return v * scale
      class Task:
          def run(self, v): return helper(v)
      task = Task()
      #% block:b prev:a
      print(task.run(2))
      """, ["a: -> helper scale task", "b: helper<a scale<a task<a ->"]),
    Case(
      "a method that uses super and its class",
      """
      #% block:a
      class A:
          def m(self): return 1
      class B(A):
          def m(self): return super().m() + len(__class__.__name__)
      b = B()
      #% block:b prev:a
      print(b.m())
      """, ["a: -> b", "b: b<a ->"]),
    Case(
      "a function of the prelude reads a step's variable",
      """
      #% functions
      def scaled(v): return v * scale
      #% block:a
      scale = 3
      #% block:b prev:a
      print(scaled(2))
      """, ["a: -> scale", "b: scale<a ->"]),
    Case(
      "a function of the prelude reads a parameter",
      """
      #% pipeline-parameters
      rate = 0.5
      #% functions
      def scaled(v): return v * rate
      #% block:a
      x = scaled(2)
      #% block:b prev:a
      print(x)
      """, ["a: {rate} -> x", "b: x<a ->"]),
    Case(
      "recursion",
      """
      #% block:a
      def even(n): return n == 0 or odd(n - 1)
      def odd(n): return n != 0 and even(n - 1)
      #% block:b prev:a
      print(even(4))
      """, ["a: -> even odd", "b: even<a odd?<a ->"]),
  ]

  /// Modules, star imports and the prelude.
  static let imports = [
    Case(
      "an import travels as a statement",
      """
      #% block:a
      import json as j
      s = j.dumps([1])
      #% block:b prev:a
      print(j.loads(s))
      """, ["a: -> s", "b: [import json as j] s<a ->"]),
    Case(
      "submodules",
      """
      #% block:a
      import os.path
      import xml.dom
      from math import sqrt as root, pi
      #% block:b prev:a
      print(os.path.sep, xml.dom.Node, root(pi))
      """,
      [
        "a: ->",
        "b: [import os.path] [from math import pi] [from math import sqrt as root] "
          + "[import xml.dom] ->",
      ]),
    Case(
      "a star import of the prelude",
      """
      #% imports
      from math import *
      #% block:a
      x = 2.0
      #% block:b prev:a
      print(sqrt(x))
      """, ["a: -> x", "b: x<a ->"]),
    Case(
      "a name that is an import on one path only",
      """
      #% block:a
      try:
          from nowhere import dumps
      except ImportError:
          def dumps(v): return str(v)
      #% block:b prev:a
      print(dumps(1))
      """, ["a: -> dumps", "b: dumps<a ->"]),
    Case(
      "__future__ in a cell of its own unit",
      """
      #% functions
      from __future__ import annotations
      def f(x: Nothing): return x
      #% block:a
      v = f(2)
      #% block:b prev:a
      print(f(v))
      """, ["a: -> v", "b: v<a ->"]),
    Case(
      "a name of the prelude that a step binds again",
      """
      #% imports
      limit = 1
      #% block:a
      limit = limit + 1
      #% block:b prev:a
      print(limit)
      #% block:c
      print(limit)
      """, ["a: -> limit", "b: limit<a ->", "c: ->"], ["warning stale-value 3"]),
  ]

  /// Parameters and the shape of the graph.
  static let graphs = [
    Case(
      "parameters are taken where they are read",
      """
      #% pipeline-parameters
      rate = -0.1
      name = "it's"
      #% block:a
      print(rate)
      #% block:b prev:a
      print(name * 2)
      """, ["a: {rate} ->", "b: {name} ->"]),
    Case(
      "a parameter that a step binds is a variable from there on",
      """
      #% pipeline-parameters
      rate = 1
      #% block:a
      rate = rate + 1
      #% block:b prev:a
      print(rate)
      #% block:c prev:b
      print(rate)
      """, ["a: {rate} -> rate", "b: rate<a ->", "c: rate<a ->"], ["note parameter-rebound 1"]),
    Case(
      "independent roots",
      """
      #% block:a
      x = 1
      #% block:b
      y = 2
      #% block:c prev:a prev:b
      print(x + y)
      """, ["a: -> x", "b: -> y", "c: x<a y<b ->"]),
    Case(
      "a diamond whose branches write names of their own",
      """
      #% block:a
      data = [1]
      #% block:b prev:a
      left = sum(data)
      tmp = 1
      #% block:c prev:a
      right = max(data)
      tmp = 2
      #% block:d prev:b prev:c
      print(left, right, data)
      """, ["a: -> data", "b: data<a -> left", "c: data<a -> right", "d: data<a left<b right<c ->"]),
    Case(
      "the later writer of two in a row",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      x = 2
      #% block:c prev:a prev:b
      print(x)
      """, ["a: ->", "b: -> x", "c: x<b ->"]),
    Case(
      "a step whose cells are apart",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      y = x
      #% block:a
      z = 3
      #% block:c prev:b
      print(y, z)
      """, ["a: -> x z", "b: x<a -> y", "c: y<b z<a ->"]),
    Case(
      "metrics that are computed in their cell",
      """
      #% block:a
      hits = 3
      #% block:b prev:a
      total = 4
      #% pipeline-metrics
      accuracy = hits / total
      print(accuracy)
      """, ["a: -> hits", "b: hits<a ->"]),
  ]

  /// Values that share objects.
  static let sharing = [
    Case(
      "a change through a list is one of what it holds",
      """
      #% block:load
      train_df = {"a": 1}
      test_df = {"a": 2}
      data = [train_df, test_df]
      #% block:clean prev:load
      for df in data:
          df["a"] = 0
      #% block:show prev:clean
      print(train_df, test_df)
      """,
      [
        "load: -> data test_df train_df",
        "clean: data<load test_df?<load train_df?<load -> test_df train_df",
        "show: test_df<clean train_df<clean ->",
      ]),
    Case(
      "values that share objects come from one step",
      """
      #% block:a
      row = [1]
      #% block:b prev:a
      table = {"first": row}
      #% block:c prev:b
      row.append(2)
      print(table, row)
      """, ["a: -> row", "b: row<a -> row table", "c: row<b table<b ->"]),
    Case(
      "a change in place",
      """
      #% block:a
      items = []
      #% block:b prev:a
      items.append(1)
      #% block:c prev:b
      print(items)
      """, ["a: -> items", "b: items<a -> items", "c: items<b ->"]),
    Case(
      "a change through another name",
      """
      #% block:a
      items = []
      alias = items
      #% block:b prev:a
      alias += [1]
      #% block:c prev:b
      print(items)
      """, ["a: -> alias items", "b: alias<a items?<a -> items", "c: items<b ->"]),
    Case(
      "a change by a function of the notebook",
      """
      #% functions
      def push(target, value):
          target.append(value)
      #% block:a
      items = []
      #% block:b prev:a
      push(items, 1)
      #% block:c prev:b
      print(items)
      """, ["a: -> items", "b: items<a -> items", "c: items<b ->"]),
    Case(
      "a copy is no change",
      """
      #% block:a
      items = [3, 1]
      #% block:b prev:a
      ordered = sorted(items)
      ordered.append(1)
      #% block:c prev:b
      print(items, ordered)
      """, ["a: -> items", "b: items<a -> ordered", "c: items<a ordered<b ->"]),
  ]
}
