import ArgumentParser
import FoundationEssentials
import Glibc
import KaleAnalysis

struct Verify: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell whether the pipeline does what the notebook does.",
    discussion: """
      Runs the notebook whole in one process, then as a pipeline on this machine, and compares the \
      variables that they end with and what each cell prints. Both run in a copy of the notebook's \
      folder. The exit code is 1 when something differs that the notebook itself does the same way \
      each time.
      """)

  @Argument(help: "The notebook.")
  var notebook: String

  @OptionGroup var arguments: RunArguments

  @Option(
    help: ArgumentHelp(
      "By what part of themselves floats may differ and still be equal.", valueName: "number"))
  var tolerance = 1e-9

  @Option(help: ArgumentHelp("Text for people, or one JSON object.", valueName: "format"))
  var format = Format.text

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  func validate() throws {
    if !(0..<1).contains(tolerance) {
      throw ValidationError("--tolerance must be at least 0 and below 1, not \(tolerance)")
    }
  }

  func run() throws {
    let source = NotebookSource(
      path: notebook, overrides: settings.overrides, analysis: analysis, python: arguments.python)
    let result = try source.compile(includesCellEffects: true)
    let pipeline = try source.pipeline(of: result)
    let values = try ParameterArguments.values(arguments.parameters, for: pipeline.parameters)
    let python = try StepPython.find(choice: source.chosenPython(), directory: source.directory)
    if result.cells.contains(where: \.usesIPython) {
      try StepPython.require("IPython", of: python, for: "for magics and the like")
    }
    let shownDirectory = arguments.runDirectory ?? ".kale/verify/\(RunDirectory.newID())"
    let directory = absolutePath(shownDirectory)
    try RunDirectory.requireEmpty(directory)
    let verification = Verification(
      result: result, pipeline: pipeline, parameters: values, python: python,
      jobs: arguments.jobs, tolerance: tolerance,
      directory: directory, source: source,
      volumeFolders: try VolumeArguments.folders(
        arguments.volumes, for: pipeline.settings.volumes))
    let verdict: Verdict
    do {
      verdict = try verification.verdict { message in
        if isatty(STDERR_FILENO) == 1 { Console.error(message) }
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.usage(
        "can't write in \(shownDirectory): \(error)\nChoose another folder with --run-dir.")
    }
    let isKept = arguments.runDirectory != nil || !verdict.isEqual
    if !isKept { remove(directory) }
    switch format {
    case .json: Console.print(VerdictReport(verdict, notebook: notebook).json.text)
    case .text:
      var text = VerdictReport(verdict, notebook: notebook)
      text.columns = Terminal(descriptor: STDOUT_FILENO).columns
      text.runDirectory = isKept ? shownDirectory : nil
      Console.print(text.text)
    }
    if !verdict.isEqual { throw ExitCode.notebookErrors }
  }

  /// Removes the runs, and the folders around them that they leave empty.
  private func remove(_ directory: String) {
    try? FileManager.default.removeItem(atPath: directory)
    var folder = URL(filePath: directory)
    for _ in 0..<2 {
      folder.deleteLastPathComponent()
      rmdir(folder.path)
    }
  }
}
