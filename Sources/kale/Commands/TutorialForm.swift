import ArgumentParser

/// The command without a sub-command: the form of Kale's tutorials.
///
/// A command of its own, as options of the root would be taken for those of its sub-commands.
struct TutorialForm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Convert a notebook.", shouldDisplay: false)

  @Option(name: .customLong("nb"), help: "The notebook to convert.")
  var notebook: String?

  @Flag(
    name: [.customLong("run_pipeline"), .customLong("run-pipeline")],
    help: "Run the pipeline on the KFP server.")
  var runPipeline = false

  @Flag(
    name: [.customLong("upload_pipeline"), .customLong("upload-pipeline")],
    help: "Upload the pipeline to the KFP server.")
  var uploadPipeline = false

  @Option(
    name: [.customLong("kfp_host"), .customLong("kfp-host")],
    help: ArgumentHelp("Address of the KFP server.", valueName: "host"))
  var host: String?

  @Option(
    help: ArgumentHelp("The Python that has kfp and the notebook's packages.", valueName: "path"))
  var python: String?

  @OptionGroup var packages: PackageArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @Flag(help: "Tell what is done.")
  var debug = false

  func run() throws {
    guard let notebook else {
      if runPipeline || uploadPipeline || host != nil || debug || settings.isSet {
        throw CommandFailure.usage("which notebook? Add --nb NOTEBOOK")
      }
      throw CleanExit.helpRequest(Kale.self)
    }
    if uploadPipeline {
      throw CommandFailure.usage(
        "--upload_pipeline is not supported yet\nConvert the notebook, compile the script, and"
          + " upload the .yaml file in the KFP user interface.")
    }
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: python, readsPackages: true)
    let submission =
      runPipeline
      ? try Submission(
        host: host, experiment: settings.experimentName, python: python,
        directory: source.directory) : nil
    let target = try ConversionTarget(output: nil, form: nil, isJSON: false)
    let converted = try Conversion(source: source, target: target).write()
    guard let submission, let script = converted.files.first(where: { $0.form == .py })?.path else {
      return Console.print(converted.report)
    }
    Console.print("Wrote \(converted.files.map(\.path).joined(separator: " and ")).")
    let command = submission.command(script: script)
    if debug { Console.error("running: " + command.map(ShellWord.quoted).joined(separator: " ")) }
    try Submission.become(command)
  }
}
