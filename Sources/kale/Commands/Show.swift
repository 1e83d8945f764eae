import ArgumentParser
import FoundationEssentials

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a variable that a step has handed on: its type, shape and a preview.")

  @Argument(
    help: ArgumentHelp(
      "The run: its directory, its id or a part of it, or 'last'.", valueName: "run"))
  var name: String

  @Argument(help: "The step.")
  var step: String

  @Argument(help: "The variable.")
  var variable: String

  func run() throws {
    let (run, directory) = try StoredRun.require(name)
    let step = try run.step(step)
    guard step.outputs[variable] != nil else {
      let names = step.outputs.keys.sorted().joined(separator: ", ")
      throw CommandFailure.usage(
        "the step \(step.name) has handed on no \(variable)\n"
          + (names.isEmpty ? "It has handed on nothing." : "It has handed on \(names)."))
    }
    try RunInspector.start(
      "show", python: run.python, directory: directory, step: step.name, variable: variable)
  }
}
