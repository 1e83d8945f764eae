import ArgumentParser
import KaleAnalysis

struct Upload: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Upload the pipeline to a KFP server.",
    discussion: """
      A pipeline that the server has under the same name gets a new version. The exit code is 69 when the \
      server can't be reached or refuses.
      """)

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(
    name: [.customLong("version-name"), .customLong("version_name")],
    help: ArgumentHelp(
      "Name of the version (default: that of the pipeline with the time).", valueName: "name"))
  var versionName: String?

  @OptionGroup var connection: ServerArguments

  @OptionGroup var packages: PackageArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let server = try connection.server()
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: interpreter.python, readsPackages: true)
    let pipeline = try source.pipeline()
    let upload = try PipelineUpload(pipeline: pipeline, server: server).upload(version: versionName)
    let address = server.connection.address
    Console.print(
      address.page(ofPipeline: upload.pipelineID, version: upload.versionID)
        ?? "Pipeline \(upload.pipelineID), version \(upload.versionID)")
  }
}
