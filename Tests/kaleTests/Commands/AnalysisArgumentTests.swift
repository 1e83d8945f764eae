import Foundation
import Testing

@testable import kale

@Suite struct AnalysisArgumentTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      try KaleProcess.notebook([
        (["block:a"], "import ourlib\nx = [1]"), (["block:b", "prev:a"], "ourlib.clean(x)"),
        (["block:c", "prev:b"], "print(x)"),
      ]), to: "own.ipynb")
    try scratch.write(
      try KaleProcess.notebook([
        (["block:a"], "from helpers import *"), (["block:b", "prev:a"], "print(helped)"),
      ]), to: "star.ipynb")
  }

  private func run(_ arguments: String) throws -> KaleProcess.Outcome {
    try KaleProcess.run(arguments.split(separator: " ").map(String.init), in: scratch.url)
  }

  @Test func tablesWinOverOneAnother() throws {
    #expect(try run("report own.ipynb").output.contains("x (changed) → c"))
    try scratch.write("ourlib.clean : plain", to: "pure.txt")
    try scratch.write(
      "# changes it\nourlib.* : plain\nourlib.clean : plain mutates=0", to: "own.txt")
    let pure = try run("report own.ipynb --knowledge own.txt --knowledge pure.txt")
    #expect(pure.output.contains("x → b + c"))
    let changed = try run("report own.ipynb --knowledge pure.txt --knowledge own.txt")
    #expect(changed.output.contains("x (changed) → c"))
  }

  @Test(arguments: ["check", "convert", "report", "run", "--nb"])
  func mistakesInATable(command: String) throws {
    try scratch.write("a.b : fresh\n\nc.d : pure\n", to: "bad.txt")
    let bad = try run("\(command) own.ipynb --knowledge bad.txt")
    #expect(bad.status == 64)
    #expect(bad.output.isEmpty)
    #expect(
      bad.errors
        == "kale: bad.txt:3: unknown effect 'pure'\ndocs/knowledge.md describes the format.\n")
    let missing = try run("\(command) own.ipynb --knowledge none.txt")
    #expect(missing.status == 64)
    #expect(missing.errors == "kale: --knowledge none.txt: no such file\n")
  }

  @Test func asksTheInterpreterForExports() throws {
    let python = try #require(KaleProcess.python)
    #expect(try run("report star.ipynb").output.contains("star-import"))
    try scratch.write(
      "import os\nprint('noise')\n__all__ = ['helped']\nhelped = 1\n", to: "helpers.py")
    let asked = try run("report star.ipynb --resolve-imports --python \(python)")
    #expect(asked.status == 0)
    #expect(asked.errors.isEmpty)
    #expect(asked.output.contains("helped (imported) → b"))
    #expect(!asked.output.contains("star-import"))
  }

  @Test func tellsWhatItCannotImport() throws {
    let python = try #require(KaleProcess.python)
    let asked = try run("check star.ipynb --resolve-imports --python \(python)")
    #expect(asked.status == 0)
    #expect(asked.errors.contains("can't import helpers"))
    #expect(asked.errors.contains("ModuleNotFoundError"))
    #expect(asked.errors.contains("[star-import]"))
  }

  @Test(arguments: [
    ("/bin/false", "/bin/false gave no answer"), ("/none", "--python /none: no such program"),
  ])
  func interpretersThatAreNone(path: String, message: String) throws {
    let asked = try run("check star.ipynb --resolve-imports --python \(path)")
    #expect(asked.status == 64)
    #expect(asked.errors.contains(message))
  }
}
