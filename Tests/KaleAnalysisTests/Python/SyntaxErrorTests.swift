import Testing

@testable import KaleAnalysis

/// Errors as data, with places in the text.
@Suite struct SyntaxErrorTests {
  /// A source whose error lies at the first `⟨`, which is taken out before parsing.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let marked: String

    var testDescription: String { name }
    var source: String { String(marked.unicodeScalars.filter { $0 != "⟨" }) }

    init(_ name: String, _ marked: String) {
      self.name = name
      self.marked = marked
    }

    /// Where the mark was: line 1-based, column in bytes.
    var place: SourcePosition {
      var place = SourcePosition(line: 1, column: 0)
      for scalar in marked.unicodeScalars.prefix(while: { $0 != "⟨" }) {
        if scalar == "\n" {
          place = SourcePosition(line: place.line + 1, column: 0)
        } else {
          place.column += UTF8.width(scalar)
        }
      }
      return place
    }
  }

  private static let cases = [
    Case("after two-byte text", "x = 'é' + é ⟨é\n"),
    Case("after four-byte text", "x = '😀😀' + y ⟨y\n"),
    Case("after a combining mark", "x = 'e\u{301}' + y ⟨y\n"),
    Case("after a coding line", "# coding: latin-1\nx = 'é' + é ⟨é"),
    Case("CRLF", "a = 1\r\nb = 2\r\nc d⟨\r\n".replacing("c d⟨", with: "c ⟨d")),
    Case("tab", "if a:\n\tb ⟨c\n"),
    Case("after a byte order mark", "\u{FEFF}é ⟨é\n"),
    Case("in the line after a byte order mark", "\u{FEFF}é\né ⟨é\n"),
    Case("Python 2 print", "x = 1\n⟨print 'hello'\n"),
    Case("keyword as a name", "x = ⟨class\n"),
  ]

  private func failure(_ source: String) throws -> PythonSyntaxError? {
    try PythonRuntime.shared.run { python in
      switch python.parse(source, symbols: SymbolTable()) {
      case .success: nil
      case .failure(let error): error
      }
    }
  }

  /// 3.9 points elsewhere.
  @Test(arguments: cases)
  func startIsAtTheMark(_ test: Case) throws {
    guard OtherPython.isNotNeeded(for: test, since: 10) else { return }
    let error = try #require(try failure(test.source))
    #expect(error.kind == .syntax)
    #expect(error.range?.start == test.place)
  }

  /// 3.9 says no end.
  @Test func endIsAfterTheLastByte() throws {
    let error = try failure("é = 'ä' ö\n")
    let end = PythonVersion.linked.minor >= 10 ? 12 : 10
    #expect(error?.range?.end == SourcePosition(line: 1, column: end))
  }

  @Test(arguments: [
    ("missing block", "if x:\n"), ("missing block, no newline", "def é():"),
    ("open bracket", "é = ("),
    ("open string", "é = 'abc"), ("open long string", "é = '''abc\n\n"),
    ("backslash at end", "x = \\"),
    ("int without a column", "é = " + String(repeating: "9", count: 5000)),
    ("unindent", "if é:\n    a\n  b\n"), ("unexpected indent", "a\n  b"),
    ("unknown escape", "'\\N{no}'"),
    ("octal", "é = 0777"), ("CR", "a = 1\rb c\r"), ("f-string", "f'{'"),
    ("unicode escape", "é = '\\ud8'"),
  ])
  func rangeIsWithinTheText(_ name: String, _ source: String) throws {
    guard let error = try failure(source) else {
      // 3.9 and early micro versions have no limit to the length of an int.
      #expect(name == "int without a column")
      return
    }
    #expect(error.kind == .syntax)
    #expect(!error.message.isEmpty)
    let range = try #require(error.range)
    let lines = SourceLines(source)
    for position in [range.start, range.end] {
      let line = try #require(lines[position.line])
      #expect(position.column >= 0 && position.column <= line.utf8.count)
    }
    #expect(range.start <= range.end)
  }

  @Test(arguments: [
    ("in a line", "é = 1\né = f'ä {a ⟨$ b}'\n"),
    ("in a long string", "x = f'''é\né {a ⟨$ b!r:>3}'''\n"),
    ("twice", "f'{a}' f'{c ⟨$ b}'\n"), ("in a literal", "é = f'ä {⟨07}'\n"),
  ])
  func placeInAnFStringIsThatOfTheSource(_ name: String, _ marked: String) throws {
    let test = Case(name, marked)
    let error = try #require(try failure(test.source))
    let range = try #require(error.range)
    #expect(range.start.line == test.place.line)
    // CPython points at the sign or, before 3.12, at the name or the space before it; 3.9 at the
    // end of the literal.
    #expect(abs(range.start.column - test.place.column) <= 2)
  }

  @Test func namesTheException() throws {
    let error = try failure("if x:\n  a\n b\n")
    #expect(error?.exceptionName == "IndentationError")
    #expect(error?.message == "unindent does not match any outer indentation level")
  }

  @Test func scopesReportErrorsOfTheirOwn() throws {
    let result = try PythonRuntime.shared.run { $0.scopes(of: "y = 1\nnonlocal x\n") }
    guard case .failure(let error) = result else {
      Issue.record("nonlocal at module level was accepted")
      return
    }
    #expect(error.message == "nonlocal declaration not allowed at module level")
    #expect(error.range?.start == SourcePosition(line: 2, column: 0))
  }
}

@Suite struct SourceLinesTests {
  @Test(arguments: [
    (1, 1, 1, 0), (1, 3, 1, 3), (1, 99, 1, 4), (1, 0, 1, 0), (1, -1, 1, 0), (2, 1, 2, 0),
    (2, 2, 2, 4),
    (3, 2, 3, 1), (4, 1, 4, 0), (5, 1, 4, 0), (99, 99, 4, 0),
  ])
  func clamps(_ line: Int, _ codePoint: Int, _ expectedLine: Int, _ expectedColumn: Int) {
    let lines = SourceLines("aéb\r\n😀\rcd\n")
    #expect(
      lines.position(line: line, codePoint: codePoint)
        == SourcePosition(line: expectedLine, column: expectedColumn))
  }

  @Test func countsTheByteOrderMarkInBytesOnly() {
    let lines = SourceLines("\u{FEFF}ab\nc")
    #expect(lines.position(line: 1, codePoint: 2) == SourcePosition(line: 1, column: 4))
    #expect(lines.position(line: 2, codePoint: 2) == SourcePosition(line: 2, column: 1))
  }
}
