import ArgumentParser
import KaleAnalysis

struct Status: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell how far a run on a KFP server has come.",
    discussion: """
      The exit code is 0 while the run goes on and when it has succeeded, 1 when it has failed or was \
      stopped, 69 when the server can't tell.
      """)

  @OptionGroup var choice: ServerRunOption

  @Flag(help: "Show the run till it ends.")
  var wait = false

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let (server, id) = try choice.find()
    if wait { return try RunWatch(server: server, run: id).show() }
    let state = try server.talking { server in
      let run = try server.run(id)
      return ServerRunState(run, tasks: try? server.tasks(of: run))
    }
    switch format {
    case .json: Console.print(state.json.text)
    case .text: show(state, address: server.connection.address)
    }
    if state.run.state?.isFinal == true, !state.hasSucceeded { throw ExitCode.notebookErrors }
  }

  private func show(_ state: ServerRunState, address: ServerAddress) {
    let table = RunTable(state.steps, columns: Terminal().columns, showsSizes: false)
    Console.print(([table.heading] + table.rows).joined(separator: "\n"))
    for failure in state.failures { Console.error(failure) }
    Console.print("\n\(state.summary)")
    if let page = address.page(ofRun: state.run.runId) { Console.print(page) }
  }
}
