import ArgumentParser
import KaleAnalysis

struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Propose steps for a notebook without tags.",
    discussion: """
      Cuts the notebook at its headings, finds imports, functions and parameters, and lets each step come \
      after those whose values it needs. What it proposes passes 'kale check'. Nothing is written without \
      --write or -o. The exit code is 1 when no steps can be made.
      """)

  @Argument(help: "The notebook.")
  var notebook: String

  @Flag(help: "Write the tags into the notebook.")
  var write = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write a copy of the notebook with the tags.", valueName: "file"))
  var output: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var analysis: AnalysisArguments

  @OptionGroup var interpreter: PythonOption

  func validate() throws {
    if write, output != nil { throw ValidationError("--write and --output exclude each other") }
  }

  func run() throws {
    let source = NotebookSource(
      path: notebook, overrides: settings.overrides, analysis: analysis, python: interpreter.python)
    let proposal = try source.propose()
    source.show(proposal.leftOut + proposal.problems, of: proposal.result.notebook)
    guard proposal.problems.isEmpty, let tagged = proposal.result.notebook else {
      throw NotebookSource.exitCode(of: proposal.problems)
    }
    let steps = proposal.result.steps.count
    Console.print("\(notebook): \(steps) step\(steps == 1 ? "" : "s")\n\n")
    Console.print(proposal.text(columns: Terminal(descriptor: 1).columns))
    if write || output != nil {
      try TaggedFile(notebook: NotebookReader.read(path: notebook)).write(proposal.tags, to: output)
      let count = proposal.tags.count
      let cells = "\(count) cell\(count == 1 ? "" : "s")"
      Console.print("\nWrote the tags of \(cells) to \(output ?? tagged.path).")
    } else {
      let path = ShellWord.quoted(notebook)
      Console.print("\nNothing is written. Write these tags: kale tag \(path) --write")
    }
  }
}
