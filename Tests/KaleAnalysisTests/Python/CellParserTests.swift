import Testing

@testable import KaleAnalysis

@Suite struct CellParserTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var source: String
    /// What is parsed instead; nil for the source itself.
    var python: String?

    init(_ name: String, _ source: String, _ python: String? = nil) {
      (testDescription, self.source, self.python) = (name, source, python)
    }
  }

  /// A cell that is Python as it stands isn't taken for IPython's, unless IPython would change it.
  @Test(arguments: [
    Case("plain", "x = 1"),
    Case("a magic in a string", "x = '''\n%time\n!ls\n'''"),
    Case("an ellipsis", "def f():\n  ...\n..."),
    Case("an indented comment", "  # why\nx = 1\n  # so"),
    Case("an indented comment, then a block", "  # why\nif a:\n b"),
    Case("an annotation for a prompt", "In [1]: x", "x"),
    Case("an ellipsis for a prompt", "x\n... ", "x\n"),
    Case("a string with prompts", "x = '''\n>>> y\n'''", "x = '''\ny\n'''"),
    Case("a string with the indent", "  # why\nx = '''\n  y'''", "# why\nx = '''\ny'''"),
  ])
  func parsesWhatRuns(_ c: Case) throws {
    let python = try PythonRuntime.shared.run { python in
      let cell = Cell(index: 0, kind: .code, source: c.source)
      return try CellParser.parse(cell, python, SymbolTable()).get().transform?.python
    }
    #expect(python == c.python)
  }

  /// Code that a magic runs is complete by itself, and what follows is a statement of its own.
  @Test(arguments: [
    "%time (\n)", "%time f(x,\n  y)", "%time if a:\n  b", "%timeit [\n]", "x = %time (\n)",
    "%prun -q def f():\n  pass", "def f():\n%time # c\n  x", "%%capture o\n%time for i in a:\n  b",
    "  # why\nif a:\n  b", "In [1]: if a:\nIn [2]: b",
  ])
  func refusesWhatIPythonRefuses(_ source: String) throws {
    let diagnostic = try PythonRuntime.shared.run { python -> Diagnostic? in
      let cell = Cell(index: 0, kind: .code, source: source)
      guard case .failure(let diagnostic) = CellParser.parse(cell, python, SymbolTable()) else {
        return nil
      }
      return diagnostic
    }
    #expect(diagnostic?.id == "syntax-error")
  }
}
