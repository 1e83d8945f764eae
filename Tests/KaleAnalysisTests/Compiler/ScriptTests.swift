import Testing

@testable import KaleAnalysis

/// Cells, run one after the other, among files; what the last cell does, a `?` behind what it does perhaps.
struct ScriptCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var files: [String: String]
  var cells: [String]
  var reads: [String]
  var binds: [String]
  var mutates: [String]
  var dynamic: [String]

  init(
    _ name: String, _ files: [String: String], _ cells: String..., reads: [String] = [],
    binds: [String] = [], mutates: [String] = [], dynamic: [String] = []
  ) {
    testDescription = name
    (self.files, self.cells) = (files, cells)
    (self.reads, self.binds, self.mutates, self.dynamic) = (reads, binds, mutates, dynamic)
  }

  func analyze() throws -> CellEffects {
    let cells = cells.enumerated().map { Cell(index: $0.offset, kind: .code, source: $0.element) }
    let files = SourceFiles { [files] in files[$0].map { Array($0.utf8) } }
    let result = try NotebookCompiler.compile(
      Notebook(path: "n.ipynb", cells: cells), files: files, includesCellEffects: true)
    return try #require(result.cellEffects[cells.count - 1])
  }
}

@Suite struct ScriptTests {
  /// A notebook with cells of one line.
  private static func notebook(_ cells: String..., language: String = "python") -> String {
    let cells = cells.map {
      #"{"cell_type": "code", "metadata": {}, "outputs": [], "source": "\#($0)"}"#
    }
    return """
      {"nbformat": 4, "nbformat_minor": 4, "cells": [\(cells.joined(separator: ", "))],
       "metadata": {"language_info": {"name": "\(language)"}}}
      """
  }

  private static let tools = """
    import os
    seen = {}
    def look(name, then=None):
        seen[name] = limit
        return then() if then else seen
    limit = 3
    if limit > 2:
        big = True
    """

  private static let cases = [
    ScriptCase(
      "a notebook's cells run as if they stood here",
      ["t.ipynb": notebook("k = n", "def f(): return k + n + m")],
      "n = m = 1", "%run t.ipynb", reads: ["n"], binds: ["f", "k"]),
    ScriptCase(
      "its functions read this namespace", ["t.ipynb": notebook("def f(): return n")],
      "%run t.ipynb", "n = 1", "f()", reads: ["f", "n"]),
    ScriptCase(
      "a script has a namespace of its own, which the notebook gets", ["t.py": tools],
      "limit = seen = 1", "%run t.py", binds: ["big?", "limit", "look", "os", "seen"]),
    ScriptCase(
      "its functions read their own names", ["t.py": tools], "%run t.py", "limit = 5", "look(1)",
      reads: ["look"], mutates: ["seen"]),
    ScriptCase(
      "and may call what they get", ["t.py": tools], "%run t.py", "x = 1", "look(1, lambda: x)",
      reads: ["look", "x?"], mutates: ["seen"]),
    ScriptCase(
      "builtins in a script are no names of the notebook", ["t.py": "n = len([1])"], "len = 1",
      "%run t.py", binds: ["n"]),
    ScriptCase(
      "-i shares the namespace", ["t.py": "k = n"], "n = 1", "%run -i t.py", reads: ["n"],
      binds: ["k"]),
    ScriptCase("the ending .py may be left out", ["t.py": "k = 1"], "%run t", binds: ["k"]),
    ScriptCase(
      "quotes, arguments and folders", ["a b/t.py": "k = 1"], "%run -n 'a b/t.py' -i x",
      binds: ["k"]),
    ScriptCase(
      "inside other code", ["t.py": "k = 1"], "if 1 > 2:\n    %run t.py\nelse:\n    x = 1",
      binds: ["k?", "x?"]),
    ScriptCase("behind %time", ["t.py": "k = 1"], "%time %run t.py", binds: ["k"]),
    ScriptCase("in a function", ["t.py": "k = 1"], "def f():\n    %run t.py", binds: ["f"]),
    ScriptCase(
      "in a function that is called", ["t.py": "k = 1"], "def f():\n    %run t.py", "f()",
      reads: ["f"], binds: ["k"]),
    ScriptCase(
      "scripts that run scripts",
      ["a.ipynb": notebook("%run b.py", "y = x"), "b.py": "x = 1"], "%run a.ipynb",
      binds: ["x", "y"]),
    ScriptCase(
      "a script that runs itself", ["a.ipynb": notebook("x = 1", "%run a.ipynb", "y = 1")],
      "%run a.ipynb", binds: ["x", "y"]),
    ScriptCase(
      "no such script", [:], "%run t.py", dynamic: ["binds-unknown"]),
    ScriptCase(
      "no such notebook", [:], "%run t.ipynb", dynamic: ["binds-unknown", "reads-unknown"]),
    ScriptCase(
      "calls of what may come of it are reads of anything", [:], "%run t.ipynb", "x = g(1)",
      "x.h()", reads: ["x"], mutates: ["x"], dynamic: ["reads-unknown"]),
    ScriptCase(
      "calls of other names are not", [:], "def f(): pass", "%run t.ipynb", "f()", reads: ["f"]),
    ScriptCase(
      "in another language", ["t.ipynb": notebook("x = 1", language: "R")], "%run t.ipynb",
      dynamic: ["binds-unknown", "reads-unknown"]),
    ScriptCase(
      "that can't be parsed from some place on", ["t.ipynb": notebook("x = 1", "y = =", "z = 1")],
      "%run t.ipynb", binds: ["x"], dynamic: ["binds-unknown", "reads-unknown"]),
    ScriptCase(
      "that the notebook writes itself", ["t.py": "x = 1"], "%%writefile ./t.py\ny = 1",
      "%run t.py", dynamic: ["binds-unknown"]),
    ScriptCase(
      "whose path is computed", [:], "p = 'a'", "%run {p}.py", reads: ["p"],
      dynamic: ["binds-unknown", "reads-unknown"]),
    ScriptCase(
      "reads behind an unknown script are not certain", [:], "x = y = 1", "x\n%run t.py\ny",
      reads: ["x", "y?"], dynamic: ["binds-unknown"]),
  ]

  @Test(arguments: cases)
  func followsScripts(_ example: ScriptCase) throws {
    let effects = try example.analyze()
    func names(_ certainty: (NameEffect) -> Certainty?) -> [String] {
      effects.names.compactMap { name, effect in
        certainty(effect).map { $0 == .definite ? name : name + "?" }
      }.sorted()
    }
    #expect(names(\.read) == example.reads)
    #expect(names { $0.exits.certainty(of: .bound) } == example.binds)
    let mutated = effects.names.filter { $0.value.mutation != nil }.keys.sorted()
    #expect(mutated == example.mutates)
    #expect(effects.dynamic.map(\.kind.rawValue).sorted() == example.dynamic)
  }

  @Test func chargesTheMagicWithAll() throws {
    let effects = try ScriptCase(
      "", ["t.py": "\n\nimport json\nx = open('a')"], "\n%run t.py"
    ).analyze()
    let place = SourcePosition(line: 2, column: 0)
    #expect(effects.names["x"]?.bindRange?.start == place)
    #expect(effects.files.accesses.map(\.path) == ["t.py", "a"])
    #expect(effects.files.accesses.allSatisfy { $0.range?.start == place })
    #expect(effects.names["json"]?.imports == ["import json"])
    #expect(effects.importedModules == ["json"])
  }

  @Test func readsRegularFilesOfAFolder() {
    #expect(SourceFiles.folder("/").contents("dev/zero") == nil)
    #expect(SourceFiles.folder("/").contents("etc") == nil)
    #expect(SourceFiles.folder("/dev").contents("no/such") == nil)
  }
}
