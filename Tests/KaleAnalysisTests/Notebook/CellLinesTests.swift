import Testing

@testable import KaleAnalysis

@Suite struct CellLinesTests {
  private func lines(_ text: String) -> CellLines { CellLines(Array(text.utf8)) }

  @Test func linesOfElements() {
    let file = lines(
      """
      {"nbformat": 4, "metadata": {}, "cells": [
        {"cell_type": "markdown", "source": "# a"},
        {
          "cell_type": "code",
          "source": [
            "a\\n",
            "b\\nc\\n",
            "d",
            "e\\n", "f\\n",
            "g"
          ]
        }, {"source": "x\\ny"},
        {"source": []}
      ]}
      """)
    #expect(file.line(cell: 0, line: 1) == 2)
    #expect(file.line(cell: 1, line: nil) == 3)
    // a, b, c, de, f, g, and one that is not there.
    #expect((1...7).map { file.line(cell: 1, line: $0) } == [6, 7, 7, 8, 9, 10, 10])
    #expect((1...2).map { file.line(cell: 2, line: $0) } == [12, 12])
    #expect(file.line(cell: 3, line: 1) == 13)
    #expect(file.line(cell: 4, line: 1) == nil)
  }

  @Test func nbformat3AndLineEnds() {
    let file = lines(
      "\u{FEFF}{\"worksheets\": [{\r\n\"cells\": [\r\n{\"input\": [\r\n\"a\\r\\n\",\r\"b\"]}]}]}")
    #expect(file.line(cell: 0, line: nil) == 3)
    #expect((1...2).map { file.line(cell: 0, line: $0) } == [4, 5])
  }

  @Test func nothingOfWhatIsNoNotebook() {
    #expect(lines("{").line(cell: 0, line: 1) == nil)
    #expect(CellLines(path: "/no/such/file").line(cell: 0, line: nil) == nil)
  }
}
