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
    Mistake("convert sums.ipynb -o missing/", 64, "there is no folder"),
    Mistake("convert sums.ipynb -o out", 64, "the script or the compiled pipeline?"),
    Mistake("convert sums.ipynb -o out.py --to yaml", 64, "contradict each other"),
    Mistake("convert sums.ipynb -o out.yaml --to py", 64, "contradict each other"),
    Mistake("convert sums.ipynb -o out.py --json", 64, "contradict each other"),
    Mistake("convert sums.ipynb --to py --json", 64, "not of the script"),
    Mistake("convert sums.ipynb --to json", 64, "'json' is invalid"),
    Mistake("convert sums.ipynb --kfp-version 1.8.22", 64, "steps need kfp 2.1.0"),
    Mistake("convert sums.ipynb --kfp-version latest", 64, "no release of kfp 2"),
    Mistake("sums.ipynb", 64, "Write 'kale run sums.ipynb'"),
    Mistake("--run_pipeline", 64, "--nb"),
    Mistake("--nb sums.ipynb --upload_pipeline", 64, "--host"),
    Mistake("run sums.ipynb --jobs 0", 64, "at least 1"),
    Mistake("run sums.ipynb --jobs many", 64, "--jobs"),
    Mistake("run sums.ipynb --param lr", 64, "NAME=VALUE"),
    Mistake("run sums.ipynb --param nope=1", 64, "Its parameters are lr, times."),
    Mistake("run sums.ipynb --param times=many", 64, "times must be a whole number"),
    Mistake("run sums.ipynb --python /no/python", 64, "/no/python: no such program"),
    Mistake("run sums.ipynb --python no-such-python", 64, "no such program"),
    Mistake("run sums.ipynb --python /bin/false", 64, "lacks cloudpickle"),
    Mistake("upload sums.ipynb --host ftp://x", 64, "http://HOST:PORT"),
    Mistake("upload sums.ipynb --host h --request-timeout 0", 64, "at least 1"),
    Mistake("run sums.ipynb --on kfp --host h --isolated", 64, "--isolated is for runs on this"),
    Mistake("run sums.ipynb --host h", 64, "--host needs --on kfp"),
    Mistake("status", 64, "which run?"),
    Mistake("stop", 64, "which run?"),
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
    // `check` looks for notebooks in a folder.
    for command in [["convert"], ["check"], ["run"], ["--nb"]]
    where path != "." || command != ["check"] {
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
    (["convert", "sums.ipynb"], ["sums.kfp.py", "sums.yaml"]),
    (["convert", "sums.ipynb", "--to", "py"], ["sums.kfp.py"]),
    (["convert", "sums.ipynb", "--to", "yaml"], ["sums.yaml"]),
    (["convert", "sums.ipynb", "--json"], ["sums.kfp.py", "sums.json"]),
    (["convert", "sums.ipynb", "--json", "--to", "yaml"], ["sums.json"]),
    (["convert", "sums.ipynb", "-o", "out.py"], ["out.py"]),
    (["convert", "sums.ipynb", "-o", "out.yaml"], ["out.yaml"]),
    (["convert", "sums.ipynb", "-o", "out.yml", "--to", "yaml"], ["out.yml"]),
    (["convert", "sums.ipynb", "-o", "out.json"], ["out.json"]),
    (["convert", "sums.ipynb", "-o", "out", "--to", "py"], ["out"]),
    (["convert", "sums.ipynb", "-o", "out.v2", "--to", "yaml"], ["out.v2"]),
    (["convert", "sums.ipynb", "-o", "folder"], ["folder/sums.kfp.py", "folder/sums.yaml"]),
    (["convert", "sums.ipynb", "-o", "folder/", "--to", "py"], ["folder/sums.kfp.py"]),
    (["convert", "sums.ipynb", "--pipeline-name", "other"], ["other.kfp.py", "other.yaml"]),
    (["--nb", "sums.ipynb"], ["sums.kfp.py", "sums.yaml"]),
    (["--nb", "sums.ipynb", "--pipeline_name", "other"], ["other.kfp.py", "other.yaml"]),
  ])
  func converting(arguments: [String], files: [String]) throws {
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "folder"), withIntermediateDirectories: true)
    func contents() throws -> Set<String> {
      let folders = ["", "folder/"]
      return Set(
        try folders.flatMap { folder in
          try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/" + folder)
            .map { folder + $0 }
        })
    }
    let before = try contents()
    let outcome = try KaleProcess.run(arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = files.joined(separator: " and ")
    #expect(outcome.output.contains("Wrote \(names): 2 steps (load, train)."))
    #expect(try contents() == before.union(files))
    for file in files {
      let text = try scratch.text(file)
      #expect(text.contains("def train("))
      #expect(text.hasPrefix("\"\"\"") == arguments.contains("py") || file.hasSuffix(".py"))
      #expect(text.hasPrefix("{\"pipelineInfo\":") == file.hasSuffix(".json"))
    }
  }

  @Test func convertingForAnImageAndAVersion() throws {
    let outcome = try KaleProcess.run(
      ["--nb", "sums.ipynb", "--docker_image", "x"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.text("sums.kfp.py").contains("BASE_IMAGE = \"x\""))
    #expect(try scratch.text("sums.yaml").contains("image: x\n"))
    let other = try KaleProcess.run(
      ["convert", "sums.ipynb", "--kfp-version", "2.16.1"], in: scratch.url)
    #expect(other.status == 0, "\(other.errors)")
    #expect(try scratch.text("sums.kfp.py").contains("pip install kfp==2.16.1\n"))
    #expect(try scratch.text("sums.yaml").contains("sdkVersion: kfp-2.16.1\n"))
  }

  /// What is there is replaced, with its permissions; a link stays a link.
  @Test func convertingOverFiles() throws {
    try scratch.write("mine", to: "elsewhere.yaml")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: scratch.path + "/elsewhere.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/sums.yaml", withDestinationPath: "elsewhere.yaml")
    let outcome = try KaleProcess.run(["convert", "sums.ipynb"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.text("elsewhere.yaml").hasPrefix("# The Kubeflow pipeline sums,"))
    let link = try FileManager.default.attributesOfItem(atPath: scratch.path + "/sums.yaml")
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    let file = try FileManager.default.attributesOfItem(atPath: scratch.path + "/elsewhere.yaml")
    #expect(file[.posixPermissions] as? Int == 0o640)
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
