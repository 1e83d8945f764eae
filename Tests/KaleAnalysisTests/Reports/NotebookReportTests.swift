import Testing

@testable import KaleAnalysis

@Suite struct NotebookReportTests {
  private func report(_ text: String) throws -> NotebookReport {
    try NotebookReport(of: WrittenNotebook(text))
  }

  private func cells(_ text: String) throws -> [CellReport] {
    try #require(try report(text).cells)
  }

  // MARK: Cells

  @Test func cellsRunInTheOrderOfTheNotebook() throws {
    let cells = try cells(
      """
      #% block:a
      y = f(1)
      #% functions
      def f(n): return k
      #% block:b
      z = f(2)
      """)
    #expect(cells.map(\.reads.definite) == [["f"], [], ["f", "k"]])
    #expect(cells.map(\.step) == ["a", nil, "b"])
    #expect(cells.map(\.role) == ["step", "functions", "step"])
  }

  @Test func parametersBehindTheImportsAreNoReason() throws {
    let cells = try cells(
      """
      #% imports
      import os
      #% pipeline-parameters
      os = 'linux'
      #% block:a
      print(os)
      """)
    #expect(cells.map(\.binds.definite) == [["os"], ["os"], []])
    #expect(cells[0].kinds == ["os": "import"])
    #expect(cells[1].kinds == ["os": "constant"])
  }

  @Test func skippedCellsHaveNotRun() throws {
    let cells = try cells(
      """
      #% skip
      def f(): return k
      #% block:a
      f()
      """)
    #expect(cells[0] == CellReport.empty(0, role: "skip"))
    #expect(cells[1].reads.definite == ["f"])
  }

  @Test func aCellThatDoesNotParseIsEmptyAndTheOthersGoOn() throws {
    let report = try report(
      """
      #%
      x = 1
      #%
      y = «(»
      #%
      z = x
      """)
    let cells = try #require(report.cells)
    #expect(cells[1] == CellReport.empty(1, role: "untagged"))
    #expect(cells[2].reads.definite == ["x"])
    let diagnostic = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect((diagnostic.id, diagnostic.cell) == ("syntax-error", 1))
    // Before Python 3.10 it is the end of the text that is told, not the parenthesis.
    let column = PythonVersion.linked.minor >= 10 ? 5 : 6
    #expect(diagnostic.start == CellReport.Place(line: 1, column: column))
    #expect(report.hasErrors)
  }

  @Test func kindsTellHowANameIsBound() throws {
    let cells = try cells(
      """
      #%
      import a, b.c
      def f(): pass
      class K: pass
      n = 1
      v = f()
      try: import d
      except ImportError: d = None
      """)
    #expect(
      cells[0].kinds == [
        "a": "import", "b": "import", "f": "function", "K": "class", "n": "constant", "v": "value",
        "d": "value",
      ])
  }

  @Test func callsAreOfFunctionsAndMethods() throws {
    let cells = try cells(
      """
      #%
      rows = []
      #%
      def grow(n):
          global last
          rows.append(n)
          last = n
      class Cat:
          def feed(self): return food
      """)
    #expect(cells[1].calls.keys.sorted() == ["Cat.feed", "grow"])
    #expect(
      cells[1].calls["grow"]
        == CellReport.Call(reads: ["rows"], binds: ["last"], deletes: [], mutates: ["rows"]))
    #expect(cells[1].calls["Cat.feed"]?.reads == ["food"])
    #expect(cells[1].reads == CellReport.Names())
  }

  @Test func everyNameHasOneCertainty() throws {
    let cells = try cells(
      """
      #%
      a, b, c = [], [], 1
      #%
      a.append(1)
      if c:
          b.append(2)
          del c
          d = 1
      f = lambda: a
      """)
    let cell = cells[1]
    #expect(cell.reads == CellReport.Names(definite: ["a", "c"], maybe: ["b"]))
    #expect(cell.binds == CellReport.Names(definite: ["f"], maybe: ["d"]))
    #expect(cell.deletes == CellReport.Names(definite: [], maybe: ["c"]))
    #expect(cell.mutates == CellReport.Names(definite: ["a"], maybe: ["b"]))
  }

  @Test func placesCountCodePointsFromOne() throws {
    let cells = try cells(
      """
      #%
      import os; s = 'é😀'; exec(s); os.chdir(s)
      """)
    #expect(
      cells[0].dynamic.map { "\($0.place!.line):\($0.place!.column) \($0.kind) \($0.cause)" }
        == ["1:22 binds-unknown exec", "1:22 reads-unknown exec"])
    #expect(
      cells[0].outside.map(\.detail) == ["os.chdir('é😀')"])
    #expect(cells[0].outside.first?.place == CellReport.Place(line: 1, column: 31))
  }

  @Test func filesAreSortedPathsAndFoldersEndInASlash() throws {
    let cells = try cells(
      """
      #%
      import shutil
      open('b'); open('a'); open('b')
      shutil.unpack_archive('c.zip', 'data')
      open('out', 'w')
      """)
    #expect(cells[0].filesRead == ["a", "b", "c.zip"])
    #expect(cells[0].filesWritten == ["data/", "out"])
  }

  // MARK: Steps

  @Test func stepsTellWhatTravelsAndHow() throws {
    let report = try report(
      """
      #% pipeline-parameters
      rate = 2
      #% block:load
      import math as m
      rows = [1, 2]
      flag = True
      #% block:clean prev:load
      rows.append(rate)
      #% block:train prev:load prev:clean
      if flag: print(m.pi, rows)
      """)
    #expect(
      report.steps.map(\.summary) == [
        "load after [] takes [] gives [flag>train bound marshal, m>train bound import, "
          + "rows>clean bound marshal]",
        "clean after [load] takes [rate, rows<load] gives [rows>train mutated marshal]",
        "train after [clean,load] takes [flag<load, m?<load, rows?<clean] gives []",
      ])
    #expect(report.steps.map(\.cells) == [[1], [2], [3]])
  }

  @Test func stepsAreThereDespiteErrors() throws {
    let report = try report(
      """
      #% block:a
      x = 1
      #% block:b prev:a
      print(x, nowhere)
      """)
    #expect(report.diagnostics.map(\.id) == ["unresolved-name"])
    #expect(report.steps.map(\.inputs.count) == [0, 1])
  }

  @Test func cellsAreThereWhereStepNamesCollide() throws {
    let report = try report(
      """
      #% block:load-data
      x = 1
      #% block:load_data
      y = (
      """)
    #expect(report.cells?.map(\.binds.definite) == [["x"], []])
    #expect(report.steps.isEmpty)
    #expect(
      report.diagnostics.map(\.id).sorted()
        == ["step-name-collision", "step-name-normalized", "syntax-error"])
  }

  // MARK: Diagnostics

  @Test func anUntaggedNotebookIsNoMistake() throws {
    for text in ["#%\nx = 1\nexec(x)", "#% parameters\nimport os", "#% skip\nx = 1", ""] {
      let report = try report(text)
      #expect(report.diagnostics.isEmpty)
      #expect(report.steps.isEmpty)
      #expect(!report.hasErrors)
    }
    #expect(try self.report("#% imports\nimport os").diagnostics.map(\.id) == ["no-steps"])
  }

  @Test func notesSayWhere() throws {
    let report = try report(
      """
      #% block:a
      x = 1
      #% block:b
      print(x)
      """)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.id == "unreachable-producer")
    #expect(diagnostic.notes == ["cell 0:1:1: step 'a' binds it here"])
    #expect(diagnostic.start == CellReport.Place(line: 1, column: 7))
    #expect(diagnostic.end == CellReport.Place(line: 1, column: 8))
    #expect(diagnostic.fix == "add the tag prev:a to cell 1")
  }

  @Test func whatCannotBeReadHasNoCells() throws {
    let result = try NotebookCompiler.compile(path: "/no/such.ipynb", includesCellEffects: true)
    let report = NotebookReport(result, path: "/no/such.ipynb")
    #expect(report.cells == nil)
    #expect(report.diagnostics.map(\.id) == ["notebook-not-found"])
    guard case .object(let members) = report.json else { throw NotAnObject() }
    #expect(members.map(\.key) == ["schema", "notebook", "python", "analyzer", "diagnostics"])
  }

  private struct NotAnObject: Error {}
}

extension NotebookReport {
  init(of notebook: WrittenNotebook) throws {
    self.init(
      try NotebookCompiler.compile(.tagged(notebook.cells), includesCellEffects: true),
      path: "nb.ipynb")
  }
}

extension CellReport {
  static func empty(_ index: Int, role: String) -> CellReport {
    CellReport(
      index: index, role: role, reads: Names(), binds: Names(), deletes: Names(), mutates: Names(),
      kinds: [:], calls: [:], deferredReads: [], dynamic: [], filesRead: [], filesWritten: [],
      outside: [])
  }
}

extension StepReport {
  /// The step in a line; a question mark stands behind an input that may be absent.
  fileprivate var summary: String {
    let inputs = inputs.map { "\($0.name)\($0.certainty == .maybe ? "?" : "")<\($0.producer)" }
    let outputs = outputs.map {
      "\($0.name)>\($0.consumers.joined(separator: ",")) \($0.reason) \($0.transfer)"
    }
    let takes = (parameters + inputs).joined(separator: ", ")
    return "\(name) after [\(after.joined(separator: ","))] takes [\(takes)] "
      + "gives [\(outputs.joined(separator: ", "))]"
  }
}
