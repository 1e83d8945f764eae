import Foundation
import Testing

@testable import kale

@Suite struct ReportTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(try KaleProcess.sampleNotebook(), to: "sums.ipynb")
    try scratch.write(try KaleProcess.notebook([([], "x = 1")]), to: "plain.ipynb")
    try scratch.write(try KaleProcess.notebook([([], "x = (")]), to: "wrong.ipynb")
    try scratch.write("not a notebook", to: "text.ipynb")
  }

  private func run(_ arguments: String) throws -> KaleProcess.Outcome {
    try KaleProcess.run(
      ["report"] + arguments.split(separator: " ").map(String.init), in: scratch.url)
  }

  private func objects(_ outcome: KaleProcess.Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [
    ("plain.ipynb", 0), ("sums.ipynb", 0), ("wrong.ipynb", 1), ("text.ipynb", 1),
    ("missing.ipynb", 64),
  ])
  func exitCodes(path: String, status: Int32) throws {
    for format in ["text", "json", "jsonl"] {
      let outcome = try run("\(path) --format \(format)")
      #expect(outcome.status == status)
      #expect(outcome.output.contains(path))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func theWorstExitCodeCounts() throws {
    #expect(try run("wrong.ipynb plain.ipynb").status == 1)
    #expect(try run("wrong.ipynb missing.ipynb plain.ipynb").status == 64)
  }

  @Test(arguments: [
    "--format json", "plain.ipynb --format yaml", "plain.ipynb sums.ipynb --format json",
    ". --format json", "plain.ipynb --nope",
  ])
  func mistakes(arguments: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("kale: "))
    #expect(outcome.errors.split(separator: "\n").count >= 2)
  }

  @Test func oneObjectALineWhateverHappens() throws {
    let outcome = try run("plain.ipynb text.ipynb missing.ipynb sums.ipynb --format jsonl")
    let objects = try objects(outcome)
    #expect(
      objects.map { $0["notebook"] as? String } == [
        "plain.ipynb", "text.ipynb", "missing.ipynb", "sums.ipynb",
      ])
    #expect(objects.map { $0["cells"] != nil } == [true, false, false, true])
    #expect(objects.map { $0["steps"] != nil } == [true, false, false, true])
    #expect(objects.map { ($0["diagnostics"] as? [Any])?.count } == [0, 1, 1, 0])
  }

  @Test func foldersAreSearched() throws {
    let plain = try scratch.text("plain.ipynb")
    for path in [
      "in/b.ipynb", "in/a/2.ipynb", "in/a/10.ipynb", "in/a.ipynb", "in/C.ipynb", "in/note.txt",
      "in/.ipynb_checkpoints/b-checkpoint.ipynb", "in/.hidden/h.ipynb", "in/._b.ipynb",
      "in/folder.ipynb/x.ipynb",
    ] {
      let url = scratch.url.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(plain.utf8).write(to: url)
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/in/loop", withDestinationPath: scratch.path + "/in")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/in/gone.ipynb", withDestinationPath: "/no/such.ipynb")
    let outcome = try run("in/ plain.ipynb in/a --format jsonl")
    let objects = try objects(outcome)
    #expect(
      objects.map { $0["notebook"] as? String } == [
        "in/C.ipynb", "in/a/10.ipynb", "in/a/2.ipynb", "in/a.ipynb", "in/b.ipynb",
        "in/folder.ipynb/x.ipynb", "in/gone.ipynb", "plain.ipynb", "in/a/10.ipynb", "in/a/2.ipynb",
      ])
    #expect(outcome.status == 1)
  }

  @Test func aFolderWithoutNotebooksIsAMistake() throws {
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "empty"), withIntermediateDirectories: true)
    let outcome = try run("empty plain.ipynb --format jsonl")
    #expect(outcome.status == 64)
    #expect(outcome.errors == "kale: no notebooks in empty\n")
    #expect(try objects(outcome).count == 1)
  }

  @Test func writesNothing() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    for format in ["text", "json", "jsonl"] { _ = try run("sums.ipynb --format \(format)") }
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path)) == Set(before))
  }

  @Test func textIsWithoutColorWhenPiped() throws {
    let outcome = try run("plain.ipynb sums.ipynb")
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("\n\nsums.ipynb\n\n● "))
  }
}
