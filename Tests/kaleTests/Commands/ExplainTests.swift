import Foundation
import KaleAnalysis
import Testing

@testable import kale

/// The pages about diagnostics: each shows a notebook that gives its message, and one that doesn't.
@Suite struct ExplainTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Those that no notebook on a page can show, and how their messages come about here.
  private static let withoutExample: [String: @Sendable (Scratch) throws -> [String]] = [
    "notebook-not-found": { _ in ["check", "missing.ipynb"] },
    "notebook-is-directory": { _ in ["convert", "."] },
    "notebook-unreadable": { scratch in
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/loop.ipynb", withDestinationPath: "loop.ipynb")
      return ["check", "loop.ipynb"]
    },
    "notebook-empty": { scratch in
      try scratch.write("", to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "notebook-not-utf8": { scratch in
      try Data([0x7B, 0xFF]).write(to: scratch.url.appending(path: "nb.ipynb"))
      return ["check", "nb.ipynb"]
    },
    "notebook-merge-conflict": { scratch in
      let markers = ["<", "=", ">"].map { String(repeating: $0, count: 7) }
      try scratch.write(
        "{\n\(markers[0]) HEAD\n\(markers[1])\n\(markers[2]) theirs\n}", to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "too-deeply-nested": { scratch in
      let source = String(repeating: "-", count: 100_000) + "1"
      try scratch.write(try KaleProcess.notebook([(["block:a"], source)]), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "cell-too-large": { scratch in
      let source = "x = '" + String(repeating: "x", count: 1 << 20) + "'"
      try scratch.write(try KaleProcess.notebook([(["block:a"], source)]), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "step-too-large": { scratch in
      let source = "x = '" + String(repeating: "x", count: 200_000) + "'"
      try scratch.write(try KaleProcess.notebook([(["block:a"], source)]), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "pipeline-too-large": { scratch in
      let source = "x = '" + String(repeating: "x", count: 60_000) + "'"
      let cells = (0..<20).map { (["block:s\($0)"], source) }
      try scratch.write(try KaleProcess.notebook(cells), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "local-module": { scratch in
      try scratch.write("x = 1", to: "helpers.py")
      try scratch.write(
        try KaleProcess.notebook([(["block:a"], "import helpers\nhelpers.x")]), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "file-not-bundled": { scratch in
      let folder = scratch.url.appending(path: "pkg")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try scratch.write("x = 1", to: "pkg/__init__.py")
      try Data([0xFF, 0xFE]).write(to: folder.appending(path: "image.png"))
      try scratch.write(
        try KaleProcess.notebook(
          [(["block:a"], "import pkg\npkg.x")], metadata: ["bundle": true]), to: "nb.ipynb")
      return ["check", "nb.ipynb"]
    },
    "package-not-installed": { scratch in
      try scratch.write(
        try KaleProcess.notebook([(["block:a"], "import no_such_package_of_kale\nx = 1")]),
        to: "nb.ipynb")
      return ["convert", "nb.ipynb", "--pin"]
    },
  ]

  /// They take a file that can't be replaced, a Python that is newer than kale, or a package of one's own.
  private static let shownElsewhere: Set<String> = [
    "notebook-not-written", "unknown-syntax", "editable-package",
  ]

  private static let tagging: Set<String> = ["already-tagged", "nothing-to-tag", "cell-left-out"]

  /// The fenced blocks of a page: their language and their text.
  private static func examples(_ page: DiagnosticPages.Page) -> [(language: String, text: String)] {
    var examples: [(language: String, text: String)] = []
    for (number, part) in page.text.components(separatedBy: "```").enumerated()
    where number % 2 == 1 {
      let language = part.prefix { $0 != "\n" }
      examples.append((String(language), String(part.dropFirst(language.count + 1))))
    }
    return examples.filter { $0.language == "python" || $0.language == "json" }
  }

  private static let shown = DiagnosticPages.standard.pages.filter { !examples($0).isEmpty }

  private func file(of example: (language: String, text: String)) throws -> String {
    guard example.language == "python" else { return example.text }
    var metadata: [String: Any] = [:]
    var cells: [(tags: [String], source: String)] = []
    for line in example.text.dropLast().components(separatedBy: "\n") {
      if line.hasPrefix("# metadata: ") {
        let object = try JSONSerialization.jsonObject(with: Data(line.dropFirst(12).utf8))
        metadata = try #require(object as? [String: Any])
      } else if line.hasPrefix("# %%") {
        cells.append((line.dropFirst(4).split(separator: " ").map(String.init), ""))
      } else {
        let last = cells.count - 1
        cells[last].source += (cells[last].source.isEmpty ? "" : "\n") + line
      }
    }
    return try KaleProcess.notebook(cells, metadata: metadata)
  }

  private func messages(_ arguments: [String]) throws -> String {
    try KaleProcess.run(arguments, in: scratch.url).errors
  }

  @Test(arguments: shown.map(\.id))
  func examplesAreRight(id: String) throws {
    let page = try #require(DiagnosticPages.standard.page(id))
    let examples = Self.examples(page)
    try #require(examples.count == 2)
    let command = Self.tagging.contains(id) ? "tag" : "check"
    for (number, example) in examples.enumerated() {
      try scratch.write(try file(of: example), to: "nb.ipynb")
      let messages = try messages([command, "nb.ipynb"])
      #expect(messages.contains("[\(id)]") == (number == 0), "\(messages)")
      if number == 0 { #expect(messages.contains(" \(page.severity): ")) }
    }
  }

  @Test func everyMessageIsShown() throws {
    let ids = Set(DiagnosticPages.standard.ids)
    let shown = Set(Self.shown.map(\.id))
    #expect(ids.subtracting(shown) == Self.shownElsewhere.union(Self.withoutExample.keys))
  }

  @Test(arguments: withoutExample.keys.sorted())
  func othersCanBeHad(id: String) throws {
    let arguments = try Self.withoutExample[id]!(scratch)
    #expect(try messages(arguments).contains("[\(id)]"))
  }

  @Test func listsAll() throws {
    let outcome = try KaleProcess.run(["explain"], in: scratch.url)
    #expect(outcome.status == 0)
    for id in DiagnosticPages.standard.ids { #expect(outcome.output.contains("  \(id) ")) }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: DiagnosticPages.standard.pages)
  func printsPages(page: DiagnosticPages.Page) throws {
    let text = DiagnosticPageText(
      page, Terminal(canRedraw: false, isColored: false, columns: 80, rows: 24)
    ).text
    #expect(text.hasPrefix("\(page.id) (\(page.severity))\n\n"))
    #expect(!text.contains("```") && !text.contains("](") && !text.contains("*(--fix)*"))
    let paragraphs = text.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(paragraphs.allSatisfy { $0.count <= 80 })
    #expect(!page.summary.isEmpty)
  }

  @Test func mistakesAreTold() throws {
    let outcome = try KaleProcess.run(["explain", "star-imprt"], in: scratch.url)
    #expect(outcome.status == 64)
    #expect(
      outcome.errors == "kale: no message has the id star-imprt\nDid you mean star-import?\n")
    let several = try KaleProcess.run(["explain", "[star-import]", "no-steps"], in: scratch.url)
    #expect(several.output.contains("star-import (note)"))
    #expect(several.output.contains("no-steps (error)"))
  }
}
