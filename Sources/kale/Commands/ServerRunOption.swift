import ArgumentParser

/// Which run on a server a command is about.
struct ServerRunOption: ParsableArguments {
  @Argument(help: "ID of the run (default: the last one started from this folder).")
  var run: String?

  @OptionGroup var connection: ServerArguments

  func find() throws -> (server: PipelineServer, run: String) {
    let last = LastServerRun.read()
    guard let id = run ?? last?.id else {
      throw CommandFailure.usage(
        "which run? None was started from this folder\nGive its ID, as the server's pages show it.")
    }
    // What is known of the last run serves for others of the same server too.
    let server = try connection.server(
      host: last?.server, namespace: connection.host == nil ? last?.namespace : nil)
    return (server, id)
  }
}
