import Testing

@testable import KaleAnalysis

@Suite struct LaneDrawingTests {
  @Test(arguments: [
    ("a > b\nb > c", "● a\n● b\n● c"),
    ("a > b c\nb c > d", "● a\n├─╮\n● │ b\n│ ● c\n├─╯\n● d"),
    ("a > b c d\nb c d > e", "● a\n├─┬─╮\n● │ │ b\n│ ● │ c\n│ │ ● d\n├─┴─╯\n● e"),
    ("a > b\nc > d", "● a\n● b\n● c\n● d"),
    ("a > c\nb > c", "● a\n│ ● b\n├─╯\n● c"),
    // The edge from the first to the last says nothing new.
    ("a > b c\nb > c", "● a\n● b\n● c"),
    (
      "a > b c\nc > d e\nb > f\nd e > f",
      "● a\n├─╮\n● │ b\n│ ● c\n│ ├─╮\n│ ● │ d\n│ │ ● e\n├─┴─╯\n● f"
    ),
  ])
  func lanes(graph: String, drawing: String) {
    #expect(LaneDrawing(.made(graph)).lines.joined(separator: "\n") == drawing)
  }

  @Test func inASCII() {
    let lines = LaneDrawing(.made("a > b c\nb c > d"), isPlain: true).lines
    #expect(lines == ["* a", "|-.", "* | b", "| * c", "|-'", "* d"])
  }
}
