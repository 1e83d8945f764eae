import Testing

@testable import KaleAnalysis

@Suite struct NameUseTests {
  /// `line:column name` of each use.
  private func uses(_ source: String) throws -> [String] {
    try PythonRuntime.shared.run { python in
      let symbols = SymbolTable(python.vocabulary)
      let cell = try CellParser.parse(Cell(index: 0, kind: .code, source: source), python, symbols)
        .get()
      return cell.nameUses(in: source, symbols).map {
        "\($0.start.line):\($0.start.column) \($0.name)"
      }
    }
  }

  @Test(arguments: [
    ("x = y.z(x=1)", ["1:0 x", "1:4 y"]),
    ("def f(a, b=a):\n  c = a + b + d\n  return c", ["1:11 a", "2:14 d"]),
    ("[i for i in i if j]", ["1:12 i", "1:17 j"]),
    ("class A(B):\n  x = x\n  def f(self): return x", ["1:8 B", "3:22 x"]),
    ("def f():\n  global g\n  g = 1", ["3:2 g"]),
    ("%matplotlib inline\n'é', z", ["2:6 z"]),
    ("!echo {x}\nx", ["1:7 x", "2:0 x"]),
  ])
  func whatStandsForTheNotebooksVariables(source: String, uses expected: [String]) throws {
    #expect(try uses(source) == expected)
  }
}
