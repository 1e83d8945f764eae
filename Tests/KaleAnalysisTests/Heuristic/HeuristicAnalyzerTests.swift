import Testing

@testable import KaleAnalysis

@Suite struct HeuristicAnalyzerTests {
  private struct Summary: Equatable, CustomStringConvertible {
    var reads: String
    var binds: String
    var mutates: String
    var description: String { "reads \(reads), binds \(binds), mutates \(mutates)" }
  }

  /// Sorted names; those that are not certain end in `?`.
  private func summary(_ effects: CellEffects) -> Summary {
    func list(_ certainty: (NameEffect) -> Certainty?) -> String {
      effects.names.compactMap { name, effect in
        certainty(effect).map { $0 == .definite ? name : name + "?" }
      }.sorted().joined(separator: " ")
    }
    return Summary(
      reads: list(\.read), binds: list { $0.exits.certainty(of: .bound) },
      mutates: list { $0.mutation.map { _ in .definite } })
  }

  @Test(arguments: [
    ("import os.path as p, sys", "", "p sys", ""),
    ("from a.b import (c as d,\n  e)", "", "d e", ""),
    ("x, (y, *z) = w", "w", "x y z", ""),
    ("x = y = f(a, key=b).c", "a b f", "x y", ""),
    ("x += 1", "x", "x", ""),
    ("x['a'].b = y", "x y", "", "x"),
    ("x: int = y\nz: K", "K int y", "x", ""),
    ("x.a.append(y)", "x y", "", "x"),
    ("x.dropna(inplace=True)", "x", "", "x"),
    ("x.dropna(inplace=False)", "x", "", ""),
    ("for i, (j, k) in y: z = i", "y", "i? j? k? z?", ""),
    ("if a:\n    b = c\nelse:\n    b = d\nb", "a b? c? d?", "b?", ""),
    ("with open(p) as f, lock:\n    pass", "lock p", "f", ""),
    ("(n := g(1)); h = lambda q, r=s: q + t", "g s t", "h n", ""),
    ("[u + v for u in w if u]", "v w", "", ""),
    ("print(f'{x!r:>{1}} {{no}} {d[\"k\"]}') # c\n'''a = b\nc'''", "d x", "", ""),
    ("%matplotlib inline\n!ls {x}\ny = 1", "", "y", ""),
    ("%%bash\nx = 1", "", "", ""), ("%%time\nx = 1", "", "x", ""),
    ("x = 1; del x, y", "y", "", ""),
    ("def f(a, b=c):\n    global d\n    d = a + e\n    return g\nf(1)", "c e? g?", "d? f", ""),
    ("class K(B):\n    n = m\n    def f(self): return self.q + r", "B m", "K", ""),
    ("class K:\n    n = m\n    def f(self, a=n): return m + r\nK()", "m r?", "K", ""),
    ("for i in y:\n    z = i\n    if z: w = z + v", "v? y", "i? w? z?", ""),
    ("with a:\n    x = b\ny = x", "a b", "x y", ""),
    ("try: a\nexcept E as e:\n    print(e)\ne", "E a? e", "", ""),
    ("[a] = b\n[c, (d, *e)] = b", "b", "a c d e", ""),
    ("def f(a: T) -> T:\n    b: T = a\n    return b", "T", "f", ""),
    (
      "from __future__ import annotations\ndef f(a: T = d, *b) -> T: pass", "d", "annotations f", ""
    ),
    ("def f():\n    def g():\n        nonlocal n\n        n = 1\n    n = 0\nf()", "", "f", ""),
    ("import np, os\nnp.sort(x)\nos.remove(y)\nx.sort()", "x y", "np os", "x"),
    ("%time x = f(a)\n%timeit -n 10 -r1 y = g(b)", "a b f g", "x", ""),
    ("%%timeit\nx = a", "a", "", ""), ("%%capture x\ny = a", "a", "x y", ""),
    ("x = !ls {y}\ny = %sql select a\nz = 1 % a", "a y", "x y z", ""),
    ("y = 1\n!aws --name foo \\\n  --timeout {y} $z\npip install a\nb?\nc", "c", "y", ""),
    ("", "", "", ""), ("x = (1", "", "x", ""), ("'unfinished", "", "", ""), (")]}", "", "", ""),
  ])
  func aCell(source: String, reads: String, binds: String, mutates: String) {
    var analyzer = HeuristicAnalyzer(builtins: ["open", "print"])
    let found = summary(analyzer.analyze(source))
    let wanted = Summary(reads: reads, binds: binds, mutates: mutates)
    #expect(found == wanted)
  }

  @Test func functionsOfEarlierCellsAreKnown() {
    var analyzer = HeuristicAnalyzer(builtins: [])
    _ = analyzer.analyze("def f():\n    return g() + a\ndef g():\n    xs.append(1)\n    return b")
    let effects = analyzer.analyze("y = f()")
    #expect(summary(effects) == Summary(reads: "a? b? f g? xs?", binds: "y", mutates: "xs"))
  }

  @Test func namesOfEarlierCellsAreNoBuiltins() {
    var analyzer = HeuristicAnalyzer(builtins: ["sum", "print"])
    _ = analyzer.analyze("sum = 1; x = 2")
    let effects = analyzer.analyze("print(sum)\n!ls {x} {y} $sum ${print}")
    #expect(summary(effects) == Summary(reads: "sum x", binds: "", mutates: ""))
  }

  @Test func placesAreThoseOfTheText() throws {
    var analyzer = HeuristicAnalyzer(builtins: [])
    let effects = analyzer.analyze("'ü'\nx = (1,\n  '''\n''' + yü)")
    let range = try #require(effects.names["yü"]?.readRange)
    #expect(range.start == SourcePosition(line: 4, column: 6))
    #expect(range.end == SourcePosition(line: 4, column: 9))
  }
}
