import ArgumentParser

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the pipeline as a Python script for KFP v2.",
    discussion: "The script compiles the pipeline to YAML, or runs it on a KFP server.")

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "File or folder to write to (default: <pipeline name>.kfp.py in the current folder).",
      valueName: "path"))
  var output: String?

  @OptionGroup var packages: PackageArguments

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func run() throws {
    let source = NotebookSource(
      path: notebook, overrides: packages.added(to: settings.overrides), analysis: analysis,
      python: interpreter.python, readsPackages: true)
    Console.print(try Conversion(source: source).write(to: output).report)
  }
}
