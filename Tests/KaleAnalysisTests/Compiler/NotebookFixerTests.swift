import Testing

@testable import KaleAnalysis

/// What the diagnostics propose to do with tags, done.
@Suite struct NotebookFixerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var notebook: String
    /// The instructions of the edits.
    var edits: [String]
    /// The diagnostics that are left.
    var left: [String]

    init(_ name: String, _ notebook: String, _ edits: [String], left: [String] = []) {
      testDescription = name
      self.notebook = notebook
      self.edits = edits
      self.left = left
    }
  }

  static let cases = [
    Case(
      "a producer on which the step does not depend",
      """
      #% block:a
      x = 1
      #% block:b
      print(x)
      """, ["add the tag prev:a to cell 1"]),
    Case(
      "one edit makes room for the next",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      y = x + 1
      #% block:c prev:a
      y = 0
      #% block:d
      print(x, y)
      """, ["add the tag prev:a to cell 3", "add the tag prev:c to cell 3"]),
    Case(
      "a change that the step does not see",
      """
      #% block:a
      rows = []
      #% block:b prev:a
      rows.append(1)
      #% block:c prev:a
      print(rows)
      """, ["add the tag prev:b to cell 2"]),
    Case(
      "two writers are put in the order of the notebook",
      """
      #% block:a
      x = 1
      #% block:b
      x = 2
      #% block:c prev:b prev:a
      print(x)
      """, ["add the tag prev:a to cell 1"]),
    Case(
      "misspelt tags",
      """
      #% blok:load
      x = 1
      #% block:Train prev:laod
      y = x
      #% block:show prev:Train
      print(y)
      """,
      [
        "change the tag blok:load of cell 0 to block:load",
        "change the tag block:Train of cell 1 to block:train",
        "change the tag prev:Train of cell 2 to prev:train",
        "change the tag prev:laod of cell 1 to prev:load",
      ]),
    Case(
      "a step that waits for itself",
      """
      #% block:a prev:a
      x = 1
      #% block:a prev:a
      y = 1
      """, ["remove the tag prev:a from cell 0", "remove the tag prev:a from cell 1"]),
    Case(
      "no edit that leads to another error",
      """
      #% block:load_data
      x = 1
      #% block:load-data
      x = 2
      #% block:use
      print(x)
      """, [], left: ["error step-name-collision 1", "warning step-name-normalized 1"]),
    Case(
      "the other edits are made all the same",
      """
      #% block:a
      x = 1
      #% block:c
      print(x)
      #% block:d prev:e_
      z = 1
      #% block:e prev:d
      print(z)
      """,
      ["add the tag prev:a to cell 1"], left: ["error unknown-step 2"]),
    Case(
      "what tags can't mend",
      """
      #% block:a
      print(x)
      #% block:b prev:a
      x = 1
      #% skip
      y = 1
      #% block:c prev:b
      print(y)
      """, [], left: ["error out-of-order 0", "error bound-in-skipped-cell 3"]),
  ]

  @Test(arguments: cases)
  func fixes(_ test: Case) throws {
    let original = try WrittenNotebook(test.notebook).compile()
    let outcome = try NotebookFixer { try NotebookCompiler.compile($0) }.fix(original)
    #expect(outcome.edits.map(\.instruction) == test.edits)
    #expect(outcome.result.diagnostics.outline == test.left)
    #expect(Set(outcome.tags.keys) == Set(outcome.edits.map(\.cell)))
    let again = try NotebookFixer { try NotebookCompiler.compile($0) }.fix(outcome.result)
    #expect(again.edits.isEmpty)
  }
}
