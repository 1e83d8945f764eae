import Testing

@testable import KaleAnalysis

/// Positions in the transformed Python lead back to the user's text.
@Suite struct IPythonPositionTests {
  /// `source` has `«` and `»` around a name that occurs once in the Python.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var source: String

    init(_ name: String, _ source: String) { (testDescription, self.source) = (name, source) }
  }

  @Test(arguments: [
    Case("plain code", "!ls\né = 1; «marked» = 2"),
    Case("timed", "if a:\n    %time y = «marked»(x)"),
    Case("timed, continued", "%time y = f(x, \\\n  «marked»)"),
    Case("lambda", "x = %timeit -n 3 -o f(«marked»)"),
    Case("function", "for i in a:\n  %timeit y = «marked»\n"),
    Case("below a function", "%timeit y = 1\n«marked» = 2\n"),
    Case("command", "x = !echo é {«marked»} b"),
    Case("command, continued", "!echo $a \\\n   $«marked»\n"),
    Case("target", "«marked» = !ls"),
    Case("prompts", ">>> !ls\n... «marked» = 1"),
    Case("indent", "\n    !ls\n    «marked» = 1"),
    Case("capture", "%%capture «marked»\nx = 1\n"),
    Case("body", "%%capture out\nx = 1\n«marked» = 2"),
    Case("setup", "%%timeit «marked» = 1\nx\n"),
    Case("indented body", "%%timeit a = 1\nif a:\n  f(\n«marked»)\n"),
    Case("option", "%%bash --out «marked» -s\nls"),
    Case("help", "a = b.«marked»??"),
    Case("call", "/f a «marked»"),
    Case("IPython prompts", "In [1]: !ls\nIn [2]: é = «marked»"),
    Case("prompts in a block", ">>> if a:\n...     %time x = «marked»"),
    Case("indent of tabs", "\tif a:\n\t\t!ls\n\t\t«marked»()\n"),
    Case("CRLF", "!ls\r\nx = !echo {a} \r\n%time y = f(«marked»)\r\n"),
    Case("white space that is not ASCII", "\u{A0}\n!ls\u{A0}\n«marked» = 1"),
    Case("magic in a magic", "if a:\n  %time %prun -q y = f(«marked»)"),
    Case(
      "magic in a cell magic", "\n%%capture out\n%%time\nfor i in a:\n  %timeit -n 1 «marked»(i)"),
    Case("function to profile", "%lprun -f «marked» -f g f(x)"),
    Case("after a profiled function", "%lprun -f f y = «marked»()"),
    Case("command after a block", "if a:\n  x = 1\nelse: y = !echo é {b} ${«marked»}"),
    Case("shell cell", "%%!\necho a\n  echo é {«marked»}\n"),
    Case("environment", "%env A=é{«marked»[0]}"),
    Case("stored", "%store a «marked»"),
    Case("assigned magic", "é, b = %time f(«marked»)"),
    Case("timed, continued at once", "%timeit \\\n  f(«marked»)"),
    Case("timed body", "%%timeit -n 1\nif a:\n  x = %time «marked»\n"),
    Case("joined target", "«marked» \\\n  = \\\n  !ls"),
    Case("help, subscripted", "?a[-1].«marked»"),
    Case("below a cell magic's binding", "%%capture out\n!ls \\\n  -l\n«marked»"),
  ])
  func leadBack(_ c: Case) throws {
    let expected = try #require(mark("«", in: c.source))
    let source = c.source.filter { $0 != "«" && $0 != "»" }
    let transform = IPythonTransform(source)
    let start = try #require(Self.position(of: "marked", in: transform.python))
    for offset in 0...("marked".utf8.count - 1) {
      let original = transform.original(
        SourcePosition(line: start.line, column: start.column + offset))
      #expect(
        original == SourcePosition(line: expected.line, column: expected.column + offset))
    }
  }

  /// Code of our own leads to what it stands for.
  @Test(arguments: [
    Case("system", "x = «!ls"), Case("magic", "if a:\n  «%foo b"), Case("cell", "\n«%%bash\nls"),
    Case("timed, assigned", "x = %prun «f()"),
  ])
  func leadBackFromInsertedCode(_ c: Case) throws {
    let expected = try #require(mark("«", in: c.source))
    let transform = IPythonTransform(c.source.filter { $0 != "«" })
    let start = try #require(Self.position(of: "get_ipython", in: transform.python))
    #expect(transform.original(start) == expected)
    #expect(
      transform.original(SourcePosition(line: start.line, column: start.column + 5)) == expected)
  }

  @Test func clampsPositionsOutsideOfTheText() {
    let transform = IPythonTransform("!ls\nabc")
    #expect(
      transform.original(SourcePosition(line: 9, column: 0)) == SourcePosition(line: 2, column: 3))
    #expect(
      transform.original(SourcePosition(line: 0, column: 4)) == SourcePosition(line: 1, column: 0))
    #expect(
      IPythonTransform("").original(SourcePosition(line: 1, column: 0))
        == SourcePosition(line: 1, column: 0))
  }

  private func mark(_ mark: Character, in text: String) -> SourcePosition? {
    Self.position(of: String(mark), in: text)
  }

  private static func position(of word: String, in text: String) -> SourcePosition? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if let range = line.firstRange(of: word) {
        return SourcePosition(line: index + 1, column: line[..<range.lowerBound].utf8.count)
      }
    }
    return nil
  }
}
