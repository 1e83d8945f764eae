import Testing

@testable import KaleAnalysis

@Suite struct SourceTextTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
      ("a\n\rb", ["a", "", "b"]), ("a\u{C}b\u{2028}c\u{85}d", ["a\u{C}b\u{2028}c\u{85}d"]),
    ])
  func splitsLinesAsPythonDoes(text: String, lines: [String]) {
    #expect(SourceText(text).lines.map { String($0) } == lines)
  }

  /// UTF-8 offset and column of every character of `é😀x`, and of its end.
  @Test(arguments: [(0, 1), (2, 2), (6, 3), (7, 4)])
  func convertsColumns(byte: Int, column: Int) {
    let text = SourceText("first\né😀x\nlast")
    let position = SourcePosition(line: 2, column: byte)
    #expect(text.column(of: position) == column)
    #expect(text.position(line: 2, column: column) == position)
  }

  @Test func clampsColumns() {
    let text = SourceText("é")
    #expect(text.column(of: SourcePosition(line: 1, column: 1)) == 1)
    #expect(text.column(of: SourcePosition(line: 1, column: 99)) == 2)
    #expect(text.column(of: SourcePosition(line: 9, column: 5)) == 1)
    #expect(text.position(line: 1, column: 99) == SourcePosition(line: 1, column: 2))
    #expect(text.position(line: 1, column: 0) == SourcePosition(line: 1, column: 0))
  }

  @Test func knowsItsLines() {
    let text = SourceText("a\nb")
    #expect(text.line(2) == "b")
    #expect(text.line(0) == nil)
    #expect(text.line(3) == nil)
  }
}
