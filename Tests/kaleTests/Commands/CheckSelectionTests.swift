import Foundation
import Testing

@testable import kale

/// Which messages `kale check` tells, and what that does to its exit code.
@Suite struct CheckSelectionTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let cells = [
      (["block:Load"], "x = 1"), (["block:b", "prev:Load"], "print(zebra)"),
      (["block:c", "prev:b"], "from helpers import *"),
    ]
    try scratch.write(try KaleProcess.notebook(cells), to: "nb.ipynb")
  }

  private func ids(_ arguments: String, status: Int32) throws -> [String] {
    let outcome = try KaleProcess.run(
      arguments.split(separator: " ").map(String.init), in: scratch.url)
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome.errors.split(separator: "\n").compactMap { line in
      line.hasSuffix("]") && !line.hasPrefix(" ")
        ? line.split(separator: "[").last.map { String($0.dropLast()) } : nil
    }
  }

  @Test func selection() throws {
    #expect(
      try ids("check nb.ipynb", status: 1) == [
        "default-pipeline-name", "step-name-normalized", "unresolved-name", "star-import",
      ])
    #expect(try ids("check nb.ipynb --select star-import", status: 0) == ["star-import"])
    #expect(
      try ids("check nb.ipynb --select star,unresolved-name", status: 1) == [
        "unresolved-name", "star-import",
      ])
    #expect(
      try ids("check nb.ipynb --select st --ignore step", status: 0) == ["star-import"])
    #expect(
      try ids("check nb.ipynb --ignore unresolved-name,default --ignore star", status: 0) == [
        "step-name-normalized"
      ])
    #expect(
      try ids("check nb.ipynb --ignore unresolved-name --strict", status: 1).count == 3)
  }

  @Test(arguments: ["--select star-imprt", "--ignore nonsense", "--select x,", "--jobs 0"])
  func mistakes(arguments: String) throws {
    let outcome = try KaleProcess.run(
      ["check", "nb.ipynb"] + arguments.split(separator: " ").map(String.init), in: scratch.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("kale: "))
    if arguments.contains("imprt") { #expect(outcome.errors.contains("`star-import`?")) }
  }

  @Test func ignoredErrorsStillKeepPipelinesFromBeingMade() throws {
    let cells = [
      (["block:b"], "print(zebra)  # kale: ignore[unresolved-name]"),
      (["block:c", "prev:b"], "from helpers import *  # kale: ignore[star-import]"),
    ]
    try scratch.write(
      try KaleProcess.notebook(cells, metadata: ["pipeline_name": "p"]), to: "nb.ipynb")
    #expect(try ids("check nb.ipynb", status: 0) == [])
    #expect(try ids("convert nb.ipynb", status: 1) == ["unresolved-name"])
    #expect(!scratch.exists("p.kfp.py"))
    try scratch.write(
      "ignore = ['unresolved-name', 'unused-ignore']", to: "kale.toml")
    #expect(try ids("convert nb.ipynb", status: 1) == ["unresolved-name"])
  }

  @Test func foldersEndWithATotal() throws {
    try scratch.write(try KaleProcess.sampleNotebook(), to: "sums.ipynb")
    let outcome = try KaleProcess.run(["check", "."], in: scratch.url)
    #expect(
      outcome.output == """
        ./nb.ipynb: 1 error, 1 warning, 2 notes
        2 notebooks: 1 error, 1 warning, 2 notes

        """)
    let named = try KaleProcess.run(["check", "sums.ipynb", "nb.ipynb"], in: scratch.url)
    #expect(
      named.output == """
        sums.ipynb: no errors
        nb.ipynb: 1 error, 1 warning, 2 notes

        """)
  }

  @Test func anEmptyFolderIsAMistake() throws {
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "empty"), withIntermediateDirectories: true)
    let outcome = try KaleProcess.run(["check", "empty", "--format", "json"], in: scratch.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors == "kale: no notebooks in empty\n")
  }
}
