import Testing

@testable import KaleAnalysis

@Suite struct IgnoreCommentsTests {
  /// A diagnostic of a cell: its id, its first and last line (nil for the cell as a whole).
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var source: String
    var line: Int?
    var end: Int?
    var isIgnored: Bool

    init(_ name: String, _ source: String, _ line: Int?, to end: Int? = nil, _ isIgnored: Bool) {
      testDescription = name
      self.source = source
      self.line = line
      self.end = end
      self.isIgnored = isIgnored
    }
  }

  private static func diagnostic(
    _ id: String, _ severity: Diagnostic.Severity, line: Int?, to end: Int? = nil
  ) -> Diagnostic {
    let range = line.map {
      SourceRange(
        start: SourcePosition(line: $0, column: 0), end: SourcePosition(line: end ?? $0, column: 1))
    }
    return Diagnostic(
      Diagnostic.ID(rawValue: id), severity, "message",
      at: Diagnostic.Location(cell: 0, range: range))
  }

  private static func comments(_ source: String) -> IgnoreComments {
    IgnoreComments(
      Notebook(path: "nb.ipynb", cells: [Cell(index: 0, kind: .code, source: source)]))
  }

  @Test(arguments: [
    Case("behind code", "a\nb  # kale: ignore[star-import]", 2, true),
    Case("behind other code", "a  # kale: ignore[star-import]\nb", 2, false),
    Case("another id", "b  # kale: ignore[no-steps]", 1, false),
    Case("one of several", "b  # kale: ignore[no-steps, star-import]", 1, true),
    Case("no spaces", "b#kale:ignore[star-import]", 1, true),
    Case("many spaces", "b  #   kale:   ignore [ star-import , no-steps ] because", 1, true),
    Case("after another comment", "b  # noqa: F401 # kale: ignore[star-import]", 1, true),
    Case("on the second line of a range", "f(\n  b)  # kale: ignore[star-import]", 1, to: 2, true),
    Case("at the top", "# kale: ignore[star-import]\na\nb", 3, true),
    Case("at the top, for the cell", "# kale: ignore[star-import]\na", nil, true),
    Case("below other comments", "# Text\n\n# kale: ignore[star-import]\na\nb", 3, true),
    Case("below a cell magic", "%%time\n# kale: ignore[star-import]\na\nb", 4, true),
    Case("above the next line", "a\n# kale: ignore[star-import]\n\n# text\nb\nc", 5, true),
    Case("not the line after it", "a\n# kale: ignore[star-import]\nb\nc", 4, false),
    Case("not the cell", "a\n# kale: ignore[star-import]\nb", nil, false),
    Case("in a string", "b = '# kale: ignore[star-import]'", 1, false),
    Case("in a long string", "b = '''\n# kale: ignore[star-import]\n'''", 2, false),
    Case("behind a string", "b = '#\\'' # kale: ignore[star-import]", 1, true),
    Case("behind a long string", "b = \"\"\"\n'#\n\"\"\" # kale: ignore[star-import]", 3, true),
    Case("behind a broken string", "b = 'x\nc # kale: ignore[star-import]", 2, true),
    Case("behind a joined string", "b = 'x\\\n# kale: ignore[star-import]'", 2, false),
    Case("carriage returns", "a\r\nb  # kale: ignore[star-import]\r\n", 2, true),
    Case("before non-ASCII text", "é = 'ü'  # kale: ignore[star-import] – ß", 1, true),
  ])
  func places(example: Case) {
    let one = Self.diagnostic("star-import", .warning, line: example.line, to: example.end)
    let left = Self.comments(example.source).applied(to: [one], keepsErrors: false)
    #expect(left.contains(one) != example.isIgnored)
  }

  @Test func errorsStayWhereTheyMatter() {
    let one = Self.diagnostic("unresolved-name", .error, line: 1)
    let comments = Self.comments("b  # kale: ignore[unresolved-name]")
    #expect(comments.applied(to: [one], keepsErrors: true) == [one])
    #expect(comments.applied(to: [one], keepsErrors: false) == [])
  }

  @Test func unusedOnesAreTold() throws {
    let comments = Self.comments("é  # kale: ignore[star-import, dynamic-access]")
    let star = Self.diagnostic("star-import", .note, line: 1)
    let unused = try #require(comments.applied(to: [star], keepsErrors: true).first)
    #expect(unused.id == "unused-ignore" && unused.message.hasSuffix(": dynamic-access"))
    #expect(unused.location.range?.start == SourcePosition(line: 1, column: 4))
    let error = Self.diagnostic("syntax-error", .error, line: 1)
    #expect(comments.applied(to: [error], keepsErrors: true) == [error])
  }

  @Test(arguments: [
    ("b  # kale: ignore[star-imports]", "write star-import"),
    ("b  # kale: ignore[nonsense]", "kale explain"),
    ("b  # kale: ignore", "# kale: ignore["),
    ("b  # kale: ignore star-import", "# kale: ignore["),
    ("b  # kale: ignore[]", "kale explain"),
    ("b  # kale: ignor[star-import]", "# kale: ignore["),
  ])
  func mistakes(source: String, advice: String) throws {
    let told = Self.comments(source).applied(to: [], keepsErrors: true)
    #expect(told.map(\.id) == ["invalid-ignore"])
    #expect(told.first?.fix?.contains(advice) == true)
  }

  @Test(arguments: ["b  # kale: is a tool", "b  # kale:", "b  # kale", "b  # nokale: ignore[x]"])
  func otherComments(source: String) {
    #expect(Self.comments(source).applied(to: [], keepsErrors: true).isEmpty)
  }
}
