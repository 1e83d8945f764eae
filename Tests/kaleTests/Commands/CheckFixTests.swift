import Foundation
import Testing

@testable import kale

/// `kale check --fix`: the tags in the file change, and nothing else.
@Suite struct CheckFixTests {
  private let scratch: Scratch
  private let text: String

  init() throws {
    scratch = try Scratch()
    text = try KaleProcess.notebook([
      (["block:a"], "x = 1"), (["block:b"], "print(x)"), (["block:c", "prev:b"], "print(zebra)"),
    ])
    try scratch.write(text, to: "nb.ipynb")
  }

  private func check(_ arguments: String...) throws -> KaleProcess.Outcome {
    try KaleProcess.run(["check", "--fix"] + arguments, in: scratch.url)
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() }
  }

  @Test func addsWhatIsMissing() throws {
    let outcome = try check("nb.ipynb")
    #expect(
      outcome.output == """
        nb.ipynb:cell 1: added the tag prev:a
        nb.ipynb: 1 error, 1 note; 1 tag changed

        """)
    #expect(outcome.errors.contains("[unresolved-name]"))
    #expect(!outcome.errors.contains("[unreachable-producer]"))
    #expect(outcome.status == 1)
    let fixed = try scratch.text("nb.ipynb")
    #expect(fixed == text.replacing("\"block:b\"", with: "\"block:b\",\"prev:a\""))
    #expect(try check("nb.ipynb").output == "nb.ipynb: 1 error, 1 note\n")
    #expect(try scratch.text("nb.ipynb") == fixed)
    #expect(try files == ["nb.ipynb"])
  }

  @Test func writesNothingWithoutNeed() throws {
    let fine = try KaleProcess.sampleNotebook()
    try scratch.write(fine, to: "fine.ipynb")
    let url = scratch.url.appending(path: "fine.ipynb")
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: url.path)
    #expect(try check("fine.ipynb").status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    #expect(attributes[.modificationDate] as? Date == old)
    #expect(try scratch.text("fine.ipynb") == fine)
  }

  @Test func keepsLinksAndPermissions() throws {
    let manager = FileManager.default
    let url = scratch.url
    try manager.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: url.appending(path: "nb.ipynb").path)
    try manager.createSymbolicLink(
      atPath: url.appending(path: "link.ipynb").path, withDestinationPath: "nb.ipynb")
    #expect(try check("link.ipynb").output.contains("added the tag prev:a"))
    let attributes = try manager.attributesOfItem(atPath: url.appending(path: "nb.ipynb").path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try scratch.text("nb.ipynb").contains("prev:a"))
    #expect(try files == ["link.ipynb", "nb.ipynb"])
  }

  @Test func refusesWhatIsNoFile() throws {
    let outcome = try KaleProcess.run(["check", "missing.ipynb", "--fix"], in: scratch.url)
    #expect(outcome.status == 64)
    let pipe = Process()
    pipe.executableURL = URL(filePath: "/bin/sh")
    pipe.currentDirectoryURL = scratch.url
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "kale").path
    pipe.arguments = [
      "-c", "cat nb.ipynb | '\(program)' check --fix /dev/stdin 2>errors.txt",
    ]
    try pipe.run()
    pipe.waitUntilExit()
    #expect(pipe.terminationStatus == 64)
    #expect(try scratch.text("errors.txt").contains("no file whose tags can be changed"))
  }
}
