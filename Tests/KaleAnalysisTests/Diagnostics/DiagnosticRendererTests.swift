import Testing

@testable import KaleAnalysis

@Suite struct DiagnosticRendererTests {
  struct Excerpt: Sendable, CustomTestStringConvertible {
    var name: String
    /// The range lies between « and », which are no part of the source.
    var source: String
    var columns = 80
    /// The header's line and column, then the source line and the caret line.
    var expected: [String]
    var testDescription: String { name }
  }

  static let excerpts = [
    Excerpt(
      name: "range", source: "import os\nfit(«df», y)",
      expected: ["2:5", "    fit(df, y)", "        ^~"]),
    Excerpt(name: "one character", source: "«x»", expected: ["1:1", "    x", "    ^"]),
    Excerpt(name: "position", source: "x = «»", expected: ["1:5", "    x = ", "        ^"]),
    Excerpt(
      name: "several lines", source: "«if x:\n  y»", expected: ["1:1", "    if x:", "    ^~~~~"]),
    Excerpt(
      name: "tabs", source: "\tif\t«x»:", expected: ["1:5", "        if  x:", "            ^"]),
    Excerpt(
      name: "wide characters", source: "s = '漢字', «x»",
      expected: ["1:11", "    s = '漢字', x", "                ^"]),
    Excerpt(
      name: "combining mark and emoji", source: "'e\u{301}👩‍👩‍👧' «x»",
      expected: ["1:11", "    'e\u{301}👩‍👩‍👧' x", "          ^"]),
    Excerpt(
      name: "control characters", source: "'\u{1B}[31m' «x»",
      expected: ["1:9", "    '␛[31m' x", "            ^"]),
    Excerpt(
      name: "carriage returns", source: "a\r\n«b»\rc", expected: ["2:1", "    b", "    ^"]),
    Excerpt(
      name: "long line, range near its start",
      source: "f(«a», " + String(repeating: "b", count: 60) + ")", columns: 34,
      expected: [
        "1:3", "    f(a, " + String(repeating: "b", count: 23) + "…", "      ^",
      ]),
    Excerpt(
      name: "long line, range near its end",
      source: "f(" + String(repeating: "b", count: 60) + ", «aa»)", columns: 34,
      expected: [
        "1:65", "    …" + String(repeating: "b", count: 23) + ", aa)",
        String(repeating: " ", count: 30) + "^~",
      ]),
    Excerpt(
      name: "long line, range longer than the window",
      source: "f(«" + String(repeating: "b", count: 60) + "»)", columns: 34,
      expected: [
        "1:3", "    …" + String(repeating: "b", count: 28) + "…",
        "     " + "^" + String(repeating: "~", count: 28),
      ]),
  ]

  @Test(arguments: excerpts) func showsTheSource(_ test: Excerpt) throws {
    let (source, range) = try marked(test.source)
    let notebook = Notebook(path: "nb.ipynb", cells: [Cell(index: 7, kind: .code, source: source)])
    var renderer = DiagnosticRenderer(notebook)
    renderer.columns = test.columns
    let text = renderer.render(
      Diagnostic("an-id", .error, "message", at: Diagnostic.Location(cell: 7, range: range)))
    #expect(
      text == "nb.ipynb:cell 7:\(test.expected[0]): error: message [an-id]\n"
        + test.expected[1] + "\n" + test.expected[2] + "\n")
    for line in test.expected.dropFirst() {
      #expect(line.reduce(0) { $0 + $1.displayWidth } <= test.columns)
    }
  }

  @Test func showsNotesAndFix() {
    let notebook = Notebook(
      path: "nb.ipynb", cells: [Cell(index: 1, kind: .code, source: "éx = 1")])
    let range = SourceRange(
      start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 1, column: 3))
    let diagnostic = Diagnostic(
      "an-id", .warning, "two\nlines and \u{1B}[0m", at: Diagnostic.Location(cell: 3),
      notes: [
        Diagnostic.Note("here", at: Diagnostic.Location(cell: 1, range: range)),
        Diagnostic.Note("anywhere"),
      ], fix: "do it")
    #expect(
      DiagnosticRenderer(notebook).render(diagnostic) == """
        nb.ipynb:cell 3: warning: two lines and ␛[0m [an-id]
            note: nb.ipynb:cell 1:1:2: here
            note: anywhere
            fix: do it

        """)
  }

  @Test func showsSeveralAsItShowsEach() {
    let notebook = Notebook(
      path: "nb.ipynb",
      cells: (0...1).map { Cell(index: $0, kind: .code, source: "a\($0) = 1\nb\($0) = 2") })
    let diagnostics = [(0, 1, 0), (0, 1, 5), (0, 2, 0), (1, 2, 0), (1, 2, 3)].map {
      let position = SourcePosition(line: $1, column: $2)
      return Diagnostic(
        "an-id", .error, "message",
        at: Diagnostic.Location(cell: $0, range: SourceRange(start: position, end: position)))
    }
    let renderer = DiagnosticRenderer(notebook)
    #expect(
      renderer.render(diagnostics.reversed()) == diagnostics.map(renderer.render).joined())
  }

  @Test func showsWhatConcernsTheWholeFile() {
    #expect(
      DiagnosticRenderer(path: "a/nb.ipynb").render(Diagnostic("an-id", .note, "message"))
        == "a/nb.ipynb: note: message [an-id]\n")
  }

  @Test func colors() {
    var renderer = DiagnosticRenderer(path: "nb.ipynb")
    renderer.isColored = true
    #expect(
      renderer.render(Diagnostic("an-id", .error, "message"))
        == "\u{1B}[1mnb.ipynb:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m message [an-id]\n")
  }

  @Test func sortsByPlaceThenSeverity() {
    func location(_ cell: Int?, _ line: Int? = nil, _ column: Int = 0) -> Diagnostic.Location {
      let position = line.map { SourcePosition(line: $0, column: column) }
      return Diagnostic.Location(
        cell: cell, range: position.map { SourceRange(start: $0, end: $0) })
    }
    let sorted = [
      Diagnostic("a", .note, "", at: location(nil)),
      Diagnostic("b", .error, "", at: location(2)),
      Diagnostic("c", .error, "", at: location(2, 1, 8)),
      Diagnostic("d", .warning, "", at: location(2, 1, 0)),
      Diagnostic("e", .error, "", at: location(2, 10)),
      Diagnostic("f", .note, "", at: location(10)),
    ]
    #expect(sorted.reversed().sorted(by: Diagnostic.isInReadingOrder) == sorted)
  }

  @Test(
    arguments: [
      ([], "no errors"), ([.error], "1 error"), ([.note, .note], "2 notes"),
      ([.warning, .error, .error, .note], "2 errors, 1 warning, 1 note"),
    ] as [([Diagnostic.Severity], String)])
  func counts(severities: [Diagnostic.Severity], summary: String) {
    #expect(DiagnosticCounts(severities.map { Diagnostic("x", $0, "") }).summary == summary)
  }

  /// The source without its marks, and the range between them.
  private func marked(_ text: String) throws -> (source: String, range: SourceRange) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }
    try #require(parts.count == 3)
    func end(of text: Substring) -> SourcePosition {
      let lines = SourceText(String(text)).lines
      return SourcePosition(line: lines.count, column: lines[lines.count - 1].utf8.count)
    }
    let before = text.prefix { $0 != "«" }
    return (
      parts.joined(), SourceRange(start: end(of: before), end: end(of: before + parts[1]))
    )
  }
}
