import Testing

@testable import KaleAnalysis

@Suite struct PythonExpressionTests {
  private static let expressions = [
    "x", "x.y[0](1)", "a, b", "a,", "-x ** 2", "not a and not b", "a not in b", "a is not b",
    "x if a else b", "lambda x, y=1: x", "f(a, *b, k=1, **c)", "f(x for x in y if x)",
    "[x for x, y in z]", "(a := 1)", "[*a, b]", "()", "[]", "x[1:2, ::3]", "x[a:]", "'a' \"b\"",
    "rb'\\''", "1.5", ".5", "0", "10", "...", "None", " x ", "a<b<=c!=d", "a@b",
  ]

  private static let others = [
    "", " ", "x y", "x =", "x = 1", "a := 1", "print $1", "f(", "f)", "(a", "[a", "a[", "a[]",
    "a b[c]", "x[1 2]", "f(k=1, a)", "if", "not", "a not b", "a +", "* a", "1a", "01", ".", "a..b",
    "'a", "'''a'", "ur'a'", "'a' b'b'", "'\\x1'", "b'é'", "lambda x", "x if y", "for x in y",
    "x: int", "a; b", "é §",
    "yield x", "f(k==)", "x.1",
  ]

  @Test(arguments: expressions) func recognises(_ text: String) throws {
    #expect(PythonExpression.isValid(Array(text.utf8)[...]))
    #expect(try Self.parses(text))
  }

  @Test(arguments: others) func rejects(_ text: String) {
    #expect(!PythonExpression.isValid(Array(text.utf8)[...]))
  }

  private static func parses(_ text: String) throws -> Bool {
    try PythonRuntime.shared.run { python in
      switch python.parse("(\(text))", symbols: SymbolTable()) {
      case .success: true
      case .failure: false
      }
    }
  }
}
