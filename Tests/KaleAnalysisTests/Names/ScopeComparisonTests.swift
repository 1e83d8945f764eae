import Testing

@testable import KaleAnalysis
@testable import kale_oracle

/// The comparison sees what is not the same: our scopes of one source against CPython's of another.
@Suite struct ScopeComparisonTests {
  typealias Difference = ScopeComparison.Difference

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var ours: String
    var cpython: String
    var differences: [Difference]
  }

  @Test(arguments: [
    Case(
      testDescription: "meaning", ours: "def f():\n  x = 1",
      cpython: "def f():\n  global x\n  x = 1",
      differences: [
        Difference(line: 0, scope: "module", ours: [], cpython: ["x global"]),
        Difference(
          line: 1, scope: "function f", ours: ["x local bound"], cpython: ["x global bound"]),
      ]),
    Case(
      testDescription: "use", ours: "f = lambda a: 1", cpython: "f = lambda a: a",
      differences: [
        Difference(
          line: 1, scope: "function lambda", ours: ["a local parameter bound"],
          cpython: ["a local parameter bound used"])
      ]),
    Case(
      testDescription: "owner", ours: "def f(x):\n  def g(): return lambda: x",
      cpython: "def f(x):\n  def g(x): return lambda: x",
      differences: [
        Difference(line: 2, scope: "function g", ours: [], cpython: ["x local parameter bound"]),
        Difference(
          line: 2, scope: "function lambda", ours: ["x free 2 used"], cpython: ["x free 1 used"]),
      ]),
    Case(
      testDescription: "scope", ours: "lambda: x", cpython: "(y for y in z)",
      differences: [
        Difference(line: 0, scope: "module", ours: [], cpython: ["z global used"]),
        Difference(line: 1, scope: "function lambda", ours: ["x global used"]),
        Difference(
          line: 1, scope: "comprehension", cpython: ["y local bound used"]),
      ]),
    Case(testDescription: "nothing", ours: "x = y", cpython: "x  =  y", differences: []),
  ])
  func finds(_ c: Case) throws {
    let differences = try PythonRuntime.shared.run { python in
      let symbols = SymbolTable()
      let tree = try python.parse(c.ours, symbols: symbols).get()
      let scopes = ScopeBuilder.build(tree, symbols: symbols)
      let table = try python.scopes(of: c.cpython).get()
      return ScopeComparison(scopes, of: tree, symbols, with: table).differences
    }
    #expect(differences == c.differences)
  }
}
