import ArgumentParser
import KaleAnalysis

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the pipeline for Kubeflow: as a Python script and compiled.",
    discussion: """
      NAME.kfp.py is a script in the DSL of KFP v2, to read and to change; it compiles itself, or runs \
      the pipeline on a KFP server. NAME.yaml is the compiled pipeline, ready to be uploaded; kfp is not \
      needed for it. Both are written or none.
      """)

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(
    help: ArgumentHelp("Write only the script or only the compiled pipeline.", valueName: "form"))
  var to: ConversionForm?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder to write to (default: the current one), or file: its end tells the form.",
      valueName: "path"))
  var output: String?

  @Flag(
    help: "Write the compiled pipeline as JSON, to NAME.json: a line for each of its documents.")
  var json = false

  @Option(
    name: [.customLong("kfp-version"), .customLong("kfp_version")],
    help: ArgumentHelp(
      "Release of kfp that the steps install (default: \(KFPVersion.tested)).", valueName: "version"
    ))
  var kfpVersion: String?

  @OptionGroup var packages: PackageArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let target = try ConversionTarget(output: output, form: to, isJSON: json)
    let version = try kfpVersion.map(Self.version) ?? .tested
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: interpreter.python, readsPackages: true)
    let conversion = Conversion(source: source, target: target, version: version)
    Console.print(try conversion.write().report)
  }

  private static func version(_ text: String) throws(CommandFailure) -> KFPVersion {
    if let version = KFPVersion(text) { return version }
    let isOld = ["0.", "1.", "2.0."].contains(where: text.hasPrefix)
    let problem =
      isOld ? "steps need kfp \(KFPVersion.oldest) or newer" : "it is no release of kfp 2"
    throw .usage("--kfp-version \(text): \(problem)\nWrite one such as \(KFPVersion.tested).")
  }
}
