import Testing

@testable import KaleAnalysis

/// The tags that are proposed for notebooks without any.
@Suite struct NotebookTaggerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// `#%` begins a code cell, `#% md` a Markdown cell.
    var notebook: String
    /// For each code cell its tags; nothing for one that joins the one above.
    var tags: [String]
    var leftOut: [Int]

    init(_ name: String, _ notebook: String, _ tags: [String], leftOut: [Int] = []) {
      testDescription = name
      self.notebook = notebook
      self.tags = tags
      self.leftOut = leftOut
    }
  }

  static func notebook(_ text: String) -> Notebook {
    let written = WrittenNotebook(text)
    return Notebook(
      path: "nb.ipynb",
      cells: written.cells.enumerated().map { index, cell in
        let isText = cell.tags == ["md"]
        return Cell(
          index: index, kind: isText ? .markdown : .code, source: cell.source,
          tags: isText ? [] : cell.tags)
      })
  }

  @Test(arguments: roles + cuts + ties + edges + failures)
  func proposes(_ test: Case) throws {
    let notebook = Self.notebook(test.notebook)
    let proposal = try NotebookTagger.propose(for: notebook)
    #expect(proposal.problems.isEmpty)
    let tagged = try #require(proposal.result.notebook)
    let code = tagged.cells.filter { $0.kind == .code }
    #expect(code.map { $0.tags.joined(separator: " ") } == test.tags)
    #expect(proposal.leftOut.map(\.location.cell) == test.leftOut)
    #expect(!proposal.result.hasErrors)
    #expect(proposal.tags.allSatisfy { tagged.cells[$0.key].tags == $0.value })
    for cell in notebook.cells where proposal.tags[cell.index] == nil {
      #expect(tagged.cells[cell.index].tags == cell.tags)
    }
  }

  struct Problem: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var notebook: String
    var problems: [String]
  }

  @Test(arguments: [
    Problem(
      testDescription: "tags that make steps", notebook: "#% block:a\nx = 1",
      problems: ["error already-tagged"]),
    Problem(
      testDescription: "no code", notebook: "#% md\n# Title\n#%\n# only a remark\n#%\n",
      problems: ["error nothing-to-tag"]),
    Problem(
      testDescription: "Python 2", notebook: "#%\nprint 'a'\n#%\nprint 'b'",
      problems: ["error nothing-to-tag"]),
  ])
  func tellsWhyThereAreNoSteps(_ test: Problem) throws {
    let proposal = try NotebookTagger.propose(for: Self.notebook(test.notebook))
    #expect(proposal.problems.outline == test.problems)
    #expect(proposal.tags.isEmpty || proposal.problems[0].id == "nothing-to-tag")
  }

  /// A cell that failed is left out, if what it binds is not needed.
  @Test func leavesOutWhatFailed() throws {
    var notebook = Self.notebook("#%\nx = [1]\n#%\nx.append(1, 2)\n#%\nprint(x)\n#%\nx[7]")
    for cell in [1, 3] { notebook.cells[cell].hasFailed = true }
    let proposal = try NotebookTagger.propose(for: notebook)
    #expect(proposal.leftOut.map(\.location.cell) == [3])
    #expect(proposal.result.notebook?.cells[3].tags == ["skip"])
  }

  @Test func showsTheSteps() throws {
    let proposal = try NotebookTagger.propose(for: Self.notebook(Self.edges[0].notebook))
    #expect(
      proposal.text(columns: 60) == """
        step         cells   after
        (imports)    1
        load         3
        first_way    5       load
        second_way   7       load
        compare      9-10    first_way, second_way

        """)
  }
}
