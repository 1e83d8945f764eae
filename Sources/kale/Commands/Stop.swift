import ArgumentParser

struct Stop: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop a run on a KFP server.",
    discussion: "Waits until it has stopped. A run that has ended stays as it is.")

  @OptionGroup var choice: ServerRunOption

  @Flag(
    name: [.customLong("no-wait"), .customLong("no_wait")],
    help: "Ask the server to stop the run and don't wait.")
  var noWait = false

  func run() throws {
    let (server, id) = try choice.find()
    try server.talking { server in
      let run = try server.run(id)
      if let state = run.state, state.isFinal {
        return Console.print("Run \(id) has ended before: \(state.word).")
      }
      try server.terminate(id)
      if noWait { return Console.print("Asked the server to stop run \(id).") }
      let outcome = try RunWatch(server: server, run: id).follow()
      if case .ended(let state) = outcome { Console.print("Run \(id): \(state.word).") }
    }
  }
}
