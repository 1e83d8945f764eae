import Testing

@testable import KaleAnalysis

/// Python 2 is recognised in what Python 3 refuses, and nothing else is taken for it.
@Suite struct Python2Tests {
  struct Example: Sendable, CustomTestStringConvertible {
    var form: Python2Form
    var source: String
    /// Minor version of the last Python 3 that refuses it.
    var last: Int?

    var testDescription: String { source }

    init(_ form: Python2Form, _ source: String, last: Int? = nil) {
      self.form = form
      self.source = source
      self.last = last
    }
  }

  private static let forms: [Example] = [
    .init(.print, "print x"), .init(.print, "if a:\n    print 'a' % b,\n"),
    .init(.print, "for i in a: print i"),
    .init(.print, "a(); print \"b\""),
    .init(.print, "class A:\n  def f(self):\n    print self.x,\n"),
    .init(.exec, "exec 'x = 1'"), .init(.exec, "exec code in ns"),
    .init(.except, "try:\n  a\nexcept A, e:\n  b", last: 13),
    .init(.except, "try:\n  a\nexcept (A, B), e: b", last: 13),
    .init(.raise, "raise E, 'x'"), .init(.raise, "def f():\n  raise a.E, 'a %s' % b"),
    .init(.raise, "if x: raise E, 'm', tb"), .init(.raise, "raise E(1), 'x'"),
    .init(.backquotes, "`x`"), .init(.backquotes, "f('é' + `x`)"), .init(.backquotes, "return `x`"),
    .init(.backquotes, "y = [`x` for x in z]"),
    .init(.notEqual, "a <> b"), .init(.notEqual, "if (a <> b): pass"),
    .init(.octal, "x = 0777"), .init(.octal, "os.chmod(p, 0644)"),
    .init(.long, "x = 10L"), .init(.long, "[1l, 2l]"), .init(.long, "x = {1: 0xFFL}"),
    .init(.unicodeRaw, "x = ur'a'"), .init(.unicodeRaw, "f(UR\"a\")"),
    .init(.tupleParameter, "def f((a, b)): pass"),
    .init(.tupleParameter, "def f(x, (a, b), c=1): pass"),
    .init(.tupleParameter, "lambda (a, b): a"),
    .init(.tupleParameter, "sorted(d, key=lambda (k,v): v)"),
    .init(.tupleParameter, "f(lambda x, (a, b): a)"),
  ]

  private static let others = [
    "x = ) 1", "x = (1", "def f(:\n  pass", "x = 'abc", "a b", "print(a b)", "x, y = 1 2",
    "# Results\nUse `foo` here", "`foo` is a name", "```python\nx\n```", "`unfinished",
    "date(2020, 01, 05)", "x = 08", "x = 0999", "1abc", "x = 1_L", "0xL", "a < > b",
    "raise E 'x'", "except A, e:\n  pass", "print = 1 2", "a.print x",
    "printer x", "executor x", "f(a, (b c))", "def f(a, b c): pass", "class A((B)): x y",
    "u r'a'", "our'a'", "if x = 1: pass", "match x\n", "for x in y print(x)", "x = yield = 1",
  ]

  /// What the syntax error of a source is taken for.
  private func form(_ source: String) throws -> Python2Form? {
    try PythonRuntime.shared.run { python in
      guard case .failure(let error) = python.parse(source, symbols: SymbolTable()) else {
        return nil
      }
      return Python2Form(at: error, in: source)
    }
  }

  @Test(arguments: forms)
  func recognises(_ example: Example) throws {
    guard OtherPython.isNotNeeded(for: example, since: 9, through: example.last) else { return }
    #expect(try form(example.source) == example.form)
  }

  @Test(arguments: others)
  func leavesOtherErrorsAlone(_ source: String) throws {
    #expect(try form(source) == nil)
  }

  @Test func aNoteTellsHowPython3SaysIt() throws {
    let result = try WrittenNotebook("#% block:a\n%matplotlib inline\nprint 'a'").compile()
    let error = try #require(result.diagnostics.first)
    #expect(result.diagnostics.outline == ["error syntax-error 0"])
    #expect(
      error.notes.map(\.message)
        == ["this looks like Python 2: in Python 3, 'print x' is 'print(x)'"])
    #expect(error.fix == "rewrite the cell for Python 3 (2to3 does most of it)")
  }
}
