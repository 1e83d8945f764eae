import Foundation
import Testing

@testable import kale

@Suite struct CommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(try KaleProcess.sampleNotebook(), to: "sums.ipynb")
    try scratch.write(
      try KaleProcess.notebook([(["block:a", "prev:nowhere"], "x = 1")]), to: "bad.ipynb")
    try scratch.write("not a notebook", to: "text.ipynb")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    /// Part of the message.
    var message: String

    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ status: Int32, _ message: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.status = status
      self.message = message
    }
  }

  /// Each is told in at most two lines that begin with the program's name, and writes nothing.
  @Test(arguments: [
    Mistake("--foo", 64, "Unknown option '--foo'"),
    Mistake("convert", 64, "<notebook>"),
    Mistake("convert sums.ipynb --nope", 64, "--nope"),
    Mistake("convert sums.ipynb -o missing/dir/x.py", 64, "there is no folder"),
    Mistake("convert sums.ipynb -o text.ipynb/x.py", 64, "is not a folder"),
    Mistake("sums.ipynb", 64, "Write 'kale run sums.ipynb'"),
    Mistake("--run_pipeline", 64, "--nb"),
    Mistake("--nb sums.ipynb --upload_pipeline", 64, "not supported yet"),
    Mistake("run sums.ipynb --jobs 0", 64, "at least 1"),
    Mistake("run sums.ipynb --jobs many", 64, "--jobs"),
    Mistake("run sums.ipynb --param lr", 64, "NAME=VALUE"),
    Mistake("run sums.ipynb --param nope=1", 64, "Its parameters are lr, times."),
    Mistake("run sums.ipynb --param times=many", 64, "times must be a whole number"),
    Mistake("run sums.ipynb --python /no/python", 64, "/no/python: no such program"),
    Mistake("run sums.ipynb --python no-such-python", 64, "no such program"),
    Mistake("run sums.ipynb --python /bin/false", 64, "lacks cloudpickle"),
    Mistake("--nb sums.ipynb --run_pipeline --python /bin/false", 64, "lacks kfp"),
  ])
  func mistakes(mistake: Mistake) throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    let outcome = try KaleProcess.run(mistake.arguments, in: scratch.url)
    #expect(outcome.status == mistake.status)
    #expect(outcome.errors.contains(mistake.message), "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("kale: "))
    #expect(outcome.errors.split(separator: "\n").count <= 2)
    #expect(outcome.output.isEmpty)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path)) == Set(before))
  }

  @Test(arguments: [("missing.ipynb", 64), (".", 64), ("bad.ipynb", 1), ("text.ipynb", 1)])
  func notebooksWithErrors(path: String, status: Int32) throws {
    for command in [["convert"], ["check"], ["run"], ["--nb"]] {
      let outcome = try KaleProcess.run(command + [path], in: scratch.url)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains("error:"))
    }
    #expect(!scratch.exists(".kale"))
    let scripts = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
      .filter { $0.hasSuffix(".py") }
    #expect(scripts.isEmpty)
  }

  @Test(arguments: [
    (["convert", "sums.ipynb"], "sums.kfp.py"),
    (["convert", "sums.ipynb", "-o", "out.py"], "out.py"),
    (["convert", "sums.ipynb", "-o", "folder"], "folder/sums.kfp.py"),
    (["convert", "sums.ipynb", "-o", "folder/"], "folder/sums.kfp.py"),
    (["convert", "sums.ipynb", "--pipeline-name", "other"], "other.kfp.py"),
    (["--nb", "sums.ipynb"], "sums.kfp.py"),
    (["--nb", "sums.ipynb", "--pipeline_name", "other"], "other.kfp.py"),
    (["--nb", "sums.ipynb", "--pipeline-name", "other", "--docker_image", "x"], "other.kfp.py"),
  ])
  func converting(arguments: [String], script: String) throws {
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "folder"), withIntermediateDirectories: true)
    let outcome = try KaleProcess.run(arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Wrote \(script): 2 steps (load, train)."))
    let text = try scratch.text(script)
    #expect(text.contains("def train("))
    #expect(text.contains("BASE_IMAGE = \"x\"") == arguments.contains("--docker_image"))
  }

  @Test func checkingWritesNothing() throws {
    let outcome = try KaleProcess.run(["check", "sums.ipynb"], in: scratch.url)
    #expect(outcome.status == 0)
    #expect(outcome.output == "sums.ipynb: no errors\n")
    #expect(!scratch.exists("sums.kfp.py"))
  }

  @Test func helpShowsBothForms() throws {
    let outcome = try KaleProcess.run([], in: scratch.url)
    #expect(outcome.status == 0)
    for part in ["--nb", "--run_pipeline", "convert", "check", "run"] {
      #expect(outcome.output.contains(part))
    }
  }

  @Test(.enabled(if: KaleProcess.python != nil, "needs a python with cloudpickle"))
  func running() throws {
    let python = try #require(KaleProcess.python)
    let outcome = try KaleProcess.run(
      ["run", "sums.ipynb", "--python", python, "--param", "lr=2", "--run-dir", "out"],
      in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("load: started\nload: succeeded in "))
    #expect(outcome.output.hasSuffix("Results: out\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try scratch.text("out/steps/load/stdout.txt") == "loaded\n")
    #expect(scratch.exists("out/steps/load/outputs/data"))
    #expect(try scratch.text("out/run.json").contains("\"lr\": 2.0"))

    let again = try KaleProcess.run(
      ["run", "sums.ipynb", "--python", python, "--run-dir", "out"], in: scratch.url)
    #expect(again.status == 64)
    #expect(again.errors.contains("is not empty"))
  }

  @Test(.enabled(if: KaleProcess.python != nil, "needs a python with cloudpickle"))
  func aFailingRunShowsTheTraceback() throws {
    let python = try #require(KaleProcess.python)
    let outcome = try KaleProcess.run(
      ["run", "sums.ipynb", "--python", python, "-p", "lr=0"], in: scratch.url)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("step train failed: exit status 1"))
    #expect(outcome.errors.contains("sums.ipynb cell 2>\", line 2"))
    #expect(outcome.errors.contains("AssertionError: no data"))
    let runs = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/.kale/runs")
    #expect(runs.count == 1)
  }
}
