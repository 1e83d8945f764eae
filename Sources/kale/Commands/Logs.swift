import ArgumentParser
import FoundationEssentials

struct Logs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what the steps of a run have printed.",
    discussion: """
      Without a step, that of all, each under its name. With one, what went to the standard output goes \
      there, and what went to the standard error likewise.
      """)

  @Argument(
    help: ArgumentHelp(
      "The run: its directory, its id or a part of it, or 'last' (default).", valueName: "run"))
  var name: String?

  @Argument(help: "The step.")
  var step: String?

  func run() throws {
    var (name, step) = (name ?? "last", step)
    if step == nil, StoredRun.find(name) == nil, let last = StoredRun.find("last"),
      last.run.steps.contains(where: { $0.name == name })
    {
      (name, step) = ("last", name)  // kale logs STEP
    }
    let (run, directory) = try StoredRun.require(name)
    if let step {
      let step = try run.step(step)
      for (path, descriptor) in [(step.stdout, Int32(1)), (step.stderr, 2)] {
        if let path { Console.copy("\(directory)/\(path)", to: descriptor) }
      }
    } else {
      let isInterrupted = run.status == "running" && !run.isRunning
      Console.print("Run \(run.id): \(isInterrupted ? "interrupted" : run.status)")
      for step in run.steps { show(step, in: directory) }
    }
  }

  private func show(_ step: StoredRun.Step, in directory: String) {
    let seconds = step.seconds.map { " in \(RunRecord.Step.format(seconds: $0))" } ?? ""
    let error = step.error.map { ": \($0)" } ?? ""
    Console.print("\n== \(step.name): \(step.cached ? "cached" : step.status)\(seconds)\(error)")
    for path in [step.stdout, step.stderr] {
      if let path { Console.copy("\(directory)/\(path)", to: 1) }
    }
  }
}
