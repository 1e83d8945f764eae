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

  @OptionGroup var connection: ServerArguments

  @OptionGroup var serverRun: ServerRunArguments

  @Option(
    help: ArgumentHelp("The Python that has the notebook's packages.", valueName: "path"))
  var python: String?

  @OptionGroup var packages: PackageArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @Flag(help: "Tell what is done.")
  var debug = false

  func run() throws {
    guard let notebook else {
      if runPipeline || uploadPipeline || connection.firstSet != nil || debug || settings.isSet {
        throw CommandFailure.usage("which notebook? Add --nb NOTEBOOK")
      }
      throw CleanExit.helpRequest(Kale.self)
    }
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: python, readsPackages: true)
    let server = runPipeline || uploadPipeline ? try connection.server() : nil
    let target = try ConversionTarget(output: nil, form: nil, isJSON: false)
    let converted = try Conversion(source: source, target: target).write()
    guard let server else { return Console.print(converted.report) }
    Console.print("Wrote \(converted.files.map(\.path).joined(separator: " and ")).")
    if debug { Console.error("the server's API: \(server.connection.address.api)") }
    guard runPipeline else {
      _ = try PipelineUpload(pipeline: converted.pipeline, server: server).upload()
      return
    }
    try ServerRun(
      pipeline: converted.pipeline, server: server, options: serverRun, parameters: []
    ).run()
  }
}
