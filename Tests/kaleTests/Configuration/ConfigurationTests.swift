import Foundation
import Testing

@testable import kale

@Suite struct ConfigurationTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for folder in ["legacy/old", "new"] {
      try FileManager.default.createDirectory(
        at: scratch.url.appending(path: folder), withIntermediateDirectories: true)
    }
    let text = try KaleProcess.notebook([(["block:Load"], "from helpers import *")])
    for path in ["legacy/old/nb.ipynb", "legacy/nb.ipynb", "new/nb.ipynb"] {
      try scratch.write(text, to: path)
    }
  }

  private func run(_ arguments: String) throws -> KaleProcess.Outcome {
    try KaleProcess.run(arguments.split(separator: " ").map(String.init), in: scratch.url)
  }

  /// The ids of the messages about a notebook.
  private func ids(_ path: String, _ options: String = "") throws -> [String] {
    try run("check \(path) \(options)").errors.split(separator: "\n").compactMap { line in
      line.hasSuffix("]") ? line.split(separator: "[").last.map { String($0.dropLast()) } : nil
    }
  }

  private let all = ["default-pipeline-name", "step-name-normalized", "star-import"]

  @Test(arguments: ["kale.toml", "pyproject.toml"])
  func defaultsAndOverrides(file: String) throws {
    let prefix = file == "kale.toml" ? "" : "tool.kale."
    let top = file == "kale.toml" ? "" : "[tool.kale]\n"
    try scratch.write(
      """
      \(top)ignore = ["default-pipeline-name"]
      [[\(prefix)overrides]]
      paths = ["legacy/**"]
      ignore = ["star"]
      [[\(prefix)overrides]]
      paths = ["legacy/old/"]
      ignore = ["step-name-normalized"]
      """, to: file)
    #expect(try ids("new/nb.ipynb") == ["step-name-normalized", "star-import"])
    #expect(try ids("legacy/nb.ipynb") == ["step-name-normalized"])
    #expect(try ids("legacy/old/nb.ipynb") == [])
    #expect(try ids("legacy/old/nb.ipynb", "--ignore star-import") == Array(all.dropLast()))
    #expect(try ids("legacy/old/nb.ipynb", "--no-config") == all)
    try scratch.write("select = ['star-import']", to: "other.toml")
    #expect(try ids("legacy/old/nb.ipynb", "--config other.toml") == ["star-import"])
  }

  @Test func theNearestFileCounts() throws {
    try scratch.write("ignore = ['star-import']", to: "kale.toml")
    try scratch.write("[tool.other]\nx = 1", to: "new/pyproject.toml")
    #expect(try ids("new/nb.ipynb") == Array(all.dropLast()))
    try scratch.write("[tool.kale]\n", to: "new/pyproject.toml")
    #expect(try ids("new/nb.ipynb") == all)
    try scratch.write("ignore = ['step']", to: "new/kale.toml")
    #expect(try ids("new/nb.ipynb") == ["default-pipeline-name", "star-import"])
  }

  @Test func theCommandLineWinsOverStrict() throws {
    try scratch.write("strict = true\njobs = 1", to: "kale.toml")
    #expect(try run("check new/nb.ipynb").status == 1)
    #expect(try run("check new/nb.ipynb --no-strict").status == 0)
  }

  @Test func imageAndExperimentAreDefaults() throws {
    try scratch.write("docker-image = 'one'\nexperiment-name = 'tries'", to: "kale.toml")
    #expect(try run("convert new/nb.ipynb -o a.py").status == 0)
    #expect(try scratch.text("a.py").contains("BASE_IMAGE = \"one\""))
    #expect(try scratch.text("a.py").contains("tries"))
    #expect(try run("convert new/nb.ipynb -o b.py --docker-image two").status == 0)
    #expect(try scratch.text("b.py").contains("BASE_IMAGE = \"two\""))
    let own = try KaleProcess.notebook(
      [(["block:a"], "x = 1")], metadata: ["docker_image": "three"])
    try scratch.write(own, to: "new/own.ipynb")
    #expect(try run("convert new/own.ipynb -o c.py").status == 0)
    #expect(try scratch.text("c.py").contains("BASE_IMAGE = \"three\""))
  }

  @Test func pathsStartAtTheConfiguration() throws {
    try scratch.write("", to: "new/table.txt")
    try scratch.write("knowledge = ['new/table.txt']", to: "kale.toml")
    #expect(try run("check legacy/nb.ipynb").status == 0)
    try scratch.write("knowledge = ['table.txt']", to: "kale.toml")
    let outcome = try run("check legacy/nb.ipynb")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\(scratch.url.lastPathComponent)/table.txt: no such file"))
    try scratch.write("python = 'no/python'\nresolve-imports = true", to: "kale.toml")
    #expect(try run("check legacy/nb.ipynb").errors.contains("/no/python: no such program"))
    #expect(try run("check legacy/nb.ipynb --no-resolve-imports").status == 0)
  }

  @Test func excludedNotebooksArePassedOver() throws {
    try scratch.write("exclude = ['old/']", to: "kale.toml")
    for command in ["check . --format json", "report . --format jsonl"] {
      let output = try run(command).output
      #expect(output.contains("./legacy/nb.ipynb"))
      #expect(!output.contains("old/nb.ipynb"))
    }
    #expect(try ids("legacy/old/nb.ipynb") == all)
    #expect(try run("check legacy/old").status == 64)
  }

  struct Mistake: Sendable {
    var text: String
    var message: String

    init(_ text: String, _ message: String) {
      self.text = text
      self.message = message
    }
  }

  @Test(arguments: [
    Mistake(
      "x = ",
      "kale.toml:1: expected a value"),
    Mistake(
      "\nignor = []",
      "kale.toml:2: there is no setting `ignor`; did you mean `ignore`?"),
    Mistake(
      "ignore = 'star'",
      "kale.toml:1: `ignore` must be a list of strings, not a string"),
    Mistake(
      "ignore = [\n'star-import',\n3]",
      "kale.toml:3: `ignore` must be a list of strings"),
    Mistake(
      "ignore = [\n'star-imprt']",
      "kale.toml:2: `ignore`: no message has the id `star-imprt`; did you mean `star-import`?"),
    Mistake(
      "jobs = 0",
      "kale.toml:1: `jobs` must be a whole number of at least 1"),
    Mistake(
      "strict = 'yes'",
      "kale.toml:1: `strict` must be true or false, not a string"),
    Mistake(
      "docker-image = ''",
      "kale.toml:1: `docker-image` must be a string, not an empty one"),
    Mistake(
      "[[overrides]]\nstrict = true",
      "kale.toml:2: these settings lack `paths`"),
    Mistake(
      "[[overrides]]\npaths = []\njobs = 2",
      "kale.toml:3: there is no setting `jobs`"),
    Mistake(
      "[overrides]\npaths = []",
      "kale.toml:1: `overrides` must be a list of tables"),
    Mistake(
      "docker_image = 'a'\ndocker-image = 'b'",
      "kale.toml:2: `docker-image` sets what `docker_image` has set"),
  ])
  func mistakes(mistake: Mistake) throws {
    try scratch.write(mistake.text, to: "kale.toml")
    for command in ["check .", "check new/nb.ipynb", "convert new/nb.ipynb", "report new/nb.ipynb"]
    {
      let outcome = try run(command)
      #expect(outcome.status == 64)
      #expect(outcome.errors.hasPrefix("kale: \(mistake.message)"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 2)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func missingFiles() throws {
    #expect(try run("check new/nb.ipynb --config no.toml").errors.contains("no such file"))
    try scratch.write("[tool.other]", to: "pyproject.toml")
    #expect(
      try run("check new/nb.ipynb --config pyproject.toml").errors.contains("[tool.kale]"))
    #expect(try run("check new/nb.ipynb --config a.toml --no-config").status == 64)
  }
}
