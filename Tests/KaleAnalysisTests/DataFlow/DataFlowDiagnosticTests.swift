import Testing

@testable import KaleAnalysis

/// What the reader learns when the pipeline cannot give what the notebook would have given.
@Suite struct DataFlowDiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The first mark is where the diagnostic stands, the others are where its notes stand.
    var notebook: String
    var severity: Diagnostic.Severity
    var id: Diagnostic.ID
    var message: String
    var fix: String?
    /// The other diagnostics of the notebook, in outline.
    var others: [String]

    init(
      _ name: String, _ notebook: String, _ severity: Diagnostic.Severity, _ id: Diagnostic.ID,
      _ message: String, fix: String? = nil, others: [String] = []
    ) {
      testDescription = name
      self.notebook = notebook
      self.severity = severity
      self.id = id
      self.message = message
      self.fix = fix
      self.others = others
    }
  }

  @Test(arguments: missing + several + values)
  func tells(_ test: Case) throws {
    let notebook = WrittenNotebook(test.notebook)
    let result = try notebook.compile()
    let diagnostic = try #require(result.diagnostics.first { $0.id == test.id })
    #expect(result.diagnostics.filter { $0 != diagnostic }.outline == test.others)
    #expect(diagnostic.severity == test.severity)
    #expect(diagnostic.message == test.message)
    #expect(diagnostic.fix == test.fix)
    let places = [diagnostic.location] + diagnostic.notes.compactMap(\.location)
    let inOrder = places.sorted { $0.isBefore($1) }
    #expect(inOrder == notebook.marks)
  }

  @Test func takesWhatACellThatCannotBeParsedMayBindForBound() throws {
    let notebook = WrittenNotebook(
      """
      #% block:a
      early
      #%
      rows = (early, later,
      #% block:b prev:a
      print(rows, later, never)
      """)
    #expect(
      try notebook.compile().diagnostics.outline == [
        "error unresolved-name 0", "error syntax-error 1", "error unresolved-name 2",
      ])
  }

  @Test func takesWhatAParameterCellWronglyBindsForBound() throws {
    let notebook = WrittenNotebook(
      "#% pipeline-parameters\nsize = len('abc')\nrate = 1\n#% block:a\nprint(size, rate, other)")
    #expect(
      try notebook.compile().diagnostics.outline == [
        "error invalid-parameter 0", "error unresolved-name 1",
      ])
  }

  @Test func tellsTheSameOnce() throws {
    let notebook = WrittenNotebook("#% block:a\n!pip install '[a' '[b' '[a' '[a'")
    #expect(
      try notebook.compile().diagnostics.map(\.message).filter { $0.contains("not installed") } == [
        "'[a' is not installed before the step starts: it is no requirement that pip knows",
        "'[b' is not installed before the step starts: it is no requirement that pip knows",
      ])
  }

  @Test func tellsThatThereAreNoSteps() throws {
    let result = try WrittenNotebook("#%\nx = 1").compile()
    #expect(result.diagnostics.outline == ["error no-steps"])
    #expect(try WrittenNotebook("").compile().diagnostics.outline == ["error no-steps"])
  }

  @Test func tellsThatNoStepHasWhatTheMetricsNeed() throws {
    let notebook = WrittenNotebook(
      """
      #% block:a
      hits = 3
      #% block:b
      total = 4
      #% pipeline-metrics
      accuracy = hits / total
      """)
    let result = try notebook.compile()
    #expect(result.diagnostics.outline == ["error metrics-without-step 2"])
    #expect(result.diagnostics.first?.fix == "compute them in a step, and print them here")
  }

  @Test(arguments: [
    // Bound above on every path of the notebook that reads it.
    "#% block:a\nimport os\nif os.sep == '/':\n  x = 1\nif os.sep == '/':\n  print(x)",
    "#% block:a\ntry:\n  import numpy as np\nexcept ImportError:\n  np = None\n#% block:b prev:a\nnp",
    "#% block:a\nfrom math import *\n#% block:b prev:a\nprint(sqrt(4))",
    "#% block:a\nprint(_, get_ipython(), __name__, display, help, __IPYTHON__)",
    // Settings that travel, that nobody needs, and what is none.
    "#% block:a\nimport os, decimal, numpy as np\nnp.seterr(all='raise')\nos.environ['A'] = '1'\n"
      + "decimal.getcontext().prec = 5\n#% block:b prev:a\nprint(np, decimal, os)",
    "#% block:a\nimport math\nmath.x = 1\n#% block:b prev:a\nprint(1)",
    "#% block:a\nimport math\ndef f():\n  math.x = 1\n#% block:b prev:a\nprint(math.e)",
    "#% block:a\nfrom types import SimpleNamespace as N\no = N()\no.x, N().y = 1, 2\n#% block:b prev:a\nN(x=o.x)",
    "#% block:a\ndef f():\n  return later\nlater = 1\nprint(f())",
    "#% block:a\nclass A:\n  x = 1\n  y = x\n  def m(self): return __class__",
  ])
  func isSilent(notebook: String) throws {
    #expect(try WrittenNotebook(notebook).compile().diagnostics.isEmpty)
  }
}

extension Diagnostic.Location {
  fileprivate func isBefore(_ other: Self) -> Bool {
    guard cell == other.cell, let mine = range?.start, let theirs = other.range?.start else {
      return (cell ?? -1) < (other.cell ?? -1)
    }
    return mine < theirs
  }
}
