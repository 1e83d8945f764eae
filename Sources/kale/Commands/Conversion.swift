import FoundationEssentials
import KaleAnalysis

/// Writes a notebook's pipeline for Kubeflow: as a script, compiled, or both.
struct Conversion {
  struct Result {
    var pipeline: Pipeline
    /// Where the files are, as the user would name them.
    var files: [(path: String, form: ConversionForm)]
    /// What was done, and what can be done next.
    var report: String
  }

  let source: NotebookSource
  let target: ConversionTarget
  var version = KFPVersion.tested

  func write() throws -> Result {
    var kfp = try source.kfpPipeline()
    kfp.version = version
    let pipeline = kfp.pipeline
    let files = target.files(forPipeline: pipeline.settings.name)
    var set = FileSet()
    for (path, form) in files { set.add(absolutePath(path), Self.content(of: kfp, as: form)) }
    do {
      try set.write()
    } catch {
      let path = files.first { absolutePath($0.path) == error.path }?.path ?? error.path
      throw CommandFailure.usage(
        "can't write \(path): \(error.reason)\nChoose another place with -o.")
    }
    return Result(pipeline: pipeline, files: files, report: report(pipeline, files))
  }

  private static func content(of kfp: KFPPipeline, as form: ConversionForm) -> [UInt8] {
    switch form {
    case .py: Array(KFPScript(kfp).text.utf8)
    case .yaml: PipelineSpecFile(kfp).yaml
    case .json: PipelineSpecFile(kfp).json
    }
  }

  private func report(
    _ pipeline: Pipeline, _ files: [(path: String, form: ConversionForm)]
  ) -> String {
    let count = pipeline.steps.count
    let names = pipeline.steps.map(\.name).joined(separator: ", ")
    let steps = "\(count) step\(count == 1 ? "" : "s") (\(names))"
    var next = ["kale run \(ShellWord.quoted(source.path))"]
    for (path, form) in files where form == .py {
      if files.count == 1 { next.append("python \(ShellWord.quoted(path))") }
      next.append("python \(ShellWord.quoted(path)) --run --host http://localhost:8080")
    }
    var lines = ["Wrote \(files.map(\.path).joined(separator: " and ")): \(steps).", "", "Next:"]
    lines += next.map { "  " + $0 }
    lines.append(
      "  kale run \(ShellWord.quoted(source.path)) --on kfp --host http://localhost:8080")
    return lines.joined(separator: "\n")
  }
}
