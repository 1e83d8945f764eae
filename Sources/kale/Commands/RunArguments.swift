import ArgumentParser
import FoundationEssentials

/// Options of the commands that run a pipeline on this machine.
struct RunArguments: ParsableArguments {
  @Option(
    name: [.customLong("param"), .customShort("p")],
    help: ArgumentHelp("Value of a pipeline parameter; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    name: .customLong("volume"),
    help: ArgumentHelp(
      "Folder that stands for a volume; may be repeated (default: .kale/volumes/NAME).",
      valueName: "name=folder"))
  var volumes: [String] = []

  @Option(help: ArgumentHelp("Steps that may run at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: [.customLong("run-dir"), .customLong("run_dir")],
    help: ArgumentHelp(
      "Folder to keep what the run leaves (default: one below .kale).", valueName: "dir"))
  var runDirectory: String?

  @Option(
    help: ArgumentHelp(
      "Interpreter of the notebook (default: .venv/bin/python near it, else python3).",
      valueName: "path"))
  var python: String?

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }
}
