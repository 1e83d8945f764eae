import FoundationEssentials
import Testing

@testable import KaleAnalysis

@Suite struct NotebookComparisonTests {
  private func compare(_ text: String) throws -> NotebookComparison {
    let notebook = Notebook.tagged(WrittenNotebook(text).cells)
    var options = AnalysisOptions()
    let exact = try NotebookCompiler.compile(notebook, options: options, includesCellEffects: true)
    options.analyzer = .heuristic
    let other = try NotebookCompiler.compile(notebook, options: options, includesCellEffects: true)
    return NotebookComparison(
      exact, path: "nb.ipynb", against: NotebookReport(other, path: "nb.ipynb"))
  }

  @Test func analyzersThatAgree() throws {
    let comparison = try compare("#% block:a\nx = [1]\n#% block:b prev:a\nprint(x)")
    #expect(comparison.cells.isEmpty && comparison.steps.isEmpty && comparison.consequences.isEmpty)
    #expect(!comparison.breaks && comparison.hasSteps)
    #expect(comparison.agreement[.inputs] == NameAgreement(both: 1))
    #expect(ComparisonText().text(of: comparison).contains("would do the same"))
  }

  @Test func anOldValue() throws {
    let comparison = try compare(
      """
      #% block:a
      x = [1]
      y = [x]
      #% block:b prev:a
      y[0].append(2)
      #% block:c prev:b
      print(x)
      """)
    let found = try #require(comparison.consequences.first { $0.kind == .oldValue })
    #expect(found.step == "c" && found.name == "x")
    #expect(found.producer == "b" && found.otherProducer == "a")
    #expect(found.cell == 2 && found.line == 1)
    #expect(found.text == "step c silently uses an old 'x', of step a instead of b, cell 2 line 1")
    #expect(comparison.mayBreak && comparison.breaks)
    let mutated = try #require(comparison.cells.first { $0.names == .mutates })
    #expect(mutated.cell == 1)
    #expect(mutated.missed.contains(.init(name: "x", cause: .alias)))
  }

  @Test func anInputThatIsMissing() throws {
    let comparison = try compare("#% block:a\nx = 1\n#% block:b prev:a\nexec('print(x)')")
    let found = try #require(comparison.consequences.first)
    #expect(found.kind == .missingInput && found.name == "x" && found.isCertain)
    #expect(found.text.hasPrefix("step b ends with a NameError: it doesn't get 'x', cell 1"))
  }

  @Test func aBuiltinInstead() throws {
    let comparison = try compare("#% block:a\nsum = 1\n#% block:b prev:a\nexec('print(sum)')")
    #expect(comparison.consequences.map(\.kind) == [.builtinInstead])
    #expect(comparison.cells.flatMap(\.missed).map(\.cause) == [.builtinName])
  }

  @Test func anInputForNothing() throws {
    // CPython leaves the branch out; tokens don't tell.
    let comparison = try compare(
      "#% block:a\nrow = 1\n#% block:b prev:a\nif False:\n  print(row)")
    #expect(comparison.consequences.map(\.kind) == [.needlessInput])
    #expect(comparison.consequences.map(\.name) == ["row"])
    #expect(!comparison.breaks)
  }

  @Test func totalsAddUp() throws {
    var totals = ComparisonTotals()
    totals.add(try compare("#% block:a\nx = [1]\n#% block:b prev:a\nprint(x)"))
    totals.add(try compare("#% block:a\nsum = 1\n#% block:b prev:a\nexec('print(sum)')"))
    totals.add(try compare("#% block:a\nx = y = 1\n#% block:b prev:a\nif y: exec('x')"))
    #expect(totals.notebooks == 3 && totals.notebooksWithSteps == 3)
    #expect(totals.broken == 1 && totals.maybeBroken == 1)
    #expect(totals.certainConsequences == [.builtinInstead: 1])
    #expect(totals.agreement[.inputs] == NameAgreement(both: 2, missed: 2))
    #expect(totals.agreement[.inputs]!.recall == 0.5)
    #expect(totals.agreement[.inputs]!.precision == 1)
    #expect(totals.missed == [.builtinName: 1, .syntax: 1])
    let text = ComparisonText().text(of: totals, other: "heuristic")
    #expect(text.contains("Of 3 pipelines made of what heuristic finds, 1 would fail"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(ComparisonPage([], totals: totals, other: "<x>").text.contains("against &lt;x&gt;"))
  }

  @Test func aStepThatOnlyHandsOnLeavesTheValueAsItIs() throws {
    // `f` comes with the function that calls it, through the step that has made that one.
    let comparison = try compare(
      """
      #% block:a
      def f(): return 1
      x = [f]
      #% block:b prev:a
      def g(): return f()
      #% block:c prev:b
      print(g(), f())
      """)
    #expect(comparison.consequences.allSatisfy { $0.kind != .oldValue })
  }

  @Test func aStarImportRunsAgain() throws {
    let comparison = try compare(
      "#% block:a\nfrom math import *\n#% block:b prev:a\nprint(tau)")
    #expect(comparison.agreement[.binds]!.missed > 1)
    #expect(comparison.consequences.isEmpty)
  }

  @Test func whatALibraryMightChangeIsNoQuestion() throws {
    let comparison = try compare("#% block:a\nimport lib\nx = [1]\n#% block:b prev:a\nlib.f(x)")
    #expect(comparison.cells.allSatisfy { $0.names != .mutates })
    #expect(comparison.agreement[.mutates] == NameAgreement())
  }

  @Test func sharesOfNothing() {
    #expect(NameAgreement().f1 == 1)
    #expect(NameAgreement(missed: 1, extra: 1).f1 == 0)
  }

  @Test func answersOfAnotherTool() throws {
    let text = #"""
      {"notebook": "a.ipynb", "analyzer": "kale-py", "cells": [{"index": 3, "reads": {"definite": ["x"]}}]}

      {"notebook": "b.ipynb", "steps": [{"name": "s", "inputs": [{"name": "x", "producer": "t"}]}]}
      """#
    let reports = try NotebookReport.read(Data(text.utf8))
    #expect(reports.map(\.analyzer) == ["kale-py", "other"])
    #expect(reports[0].cells?.first?.reads.definite == ["x"])
    #expect(reports[1].steps.first?.inputs.first?.producer == "t")
    let list = try NotebookReport.read(Data("[\(text.split(separator: "\n")[0])]".utf8))
    #expect(list.count == 1)
    for (text, line, word) in [
      ("{\"notebook\": \"a\"}\n{}", 2, "notebook"), ("", 1, "no report"),
      ("{\"notebook\": \"a\", \"cells\": 1}\nx", 1, "cells"),
    ] {
      let error = #expect(throws: ReportReadingError.self) {
        try NotebookReport.read(Data(text.utf8))
      }
      #expect(error?.line == line && error?.message.contains(word) == true, "\(text)")
    }
  }
}
