import Foundation
import Testing

@testable import kale

/// `kale tag`: shows steps, or writes them.
@Suite struct TagTests {
  private let scratch: Scratch
  private let text: String

  init() throws {
    scratch = try Scratch()
    text = try KaleProcess.notebook([
      ([], "import math"), ([], "data = [1]\ndata.append(2)"), ([], "print(math.fsum(data))"),
    ])
    try scratch.write(text, to: "nb.ipynb")
    try scratch.write(try KaleProcess.sampleNotebook(), to: "tagged.ipynb")
    try scratch.write(try KaleProcess.notebook([([], "print 'x'")]), to: "two.ipynb")
  }

  private func tag(_ arguments: String...) throws -> KaleProcess.Outcome {
    try KaleProcess.run(["tag"] + arguments, in: scratch.url)
  }

  @Test func shows() throws {
    let outcome = try tag("nb.ipynb")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        nb.ipynb: 2 steps

        step        cells   after
        (imports)   0
        make_data   1
        step_2      2       make_data

        Nothing is written. Write these tags: kale tag nb.ipynb --write

        """)
    #expect(outcome.errors.isEmpty)
    #expect(try scratch.text("nb.ipynb") == text)
  }

  @Test func writes() throws {
    let copied = try tag("nb.ipynb", "-o", "copy.ipynb")
    #expect(copied.output.hasSuffix("\nWrote the tags of 3 cells to copy.ipynb.\n"))
    #expect(try scratch.text("nb.ipynb") == text)
    #expect(try tag("nb.ipynb", "--write").output.hasSuffix("to nb.ipynb.\n"))
    let written = try scratch.text("nb.ipynb")
    #expect(written == (try scratch.text("copy.ipynb")))
    for tags in ["[\"imports\"]", "[\"block:make_data\"]", "[\"block:step_2\",\"prev:make_data\"]"]
    {
      #expect(written.contains("\"tags\":\(tags)"))
    }
    #expect(try KaleProcess.run(["check", "nb.ipynb"], in: scratch.url).status == 0)
    #expect(try tag("nb.ipynb", "--write").status == 1)
    #expect(try scratch.text("nb.ipynb") == written)
  }

  @Test(arguments: [
    ("tagged.ipynb", 1, "[already-tagged]"), ("two.ipynb", 1, "[nothing-to-tag]"),
    ("missing.ipynb", 64, "[notebook-not-found]"),
  ])
  func refuses(path: String, status: Int32, message: String) throws {
    let outcome = try tag(path, "-o", "out.ipynb")
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output.isEmpty)
    #expect(!scratch.exists("out.ipynb"))
  }

  @Test func takesOneKindOfOutput() throws {
    #expect(try tag("nb.ipynb", "--write", "-o", "out.ipynb").status == 64)
    #expect(try tag("nb.ipynb", "-o", "missing/out.ipynb").status == 64)
  }
}
