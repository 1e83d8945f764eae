import ArgumentParser

/// Options of the commands that start a run on a KFP server.
struct ServerRunArguments: ParsableArguments {
  @Option(
    name: [.customLong("run-name"), .customLong("run_name")],
    help: ArgumentHelp(
      "Name of the run on the server (default: that of the pipeline with the time).",
      valueName: "name"))
  var runName: String?

  @Option(
    name: [.customLong("service-account"), .customLong("service_account")],
    help: ArgumentHelp("Kubernetes service account of the run's pods.", valueName: "name"))
  var serviceAccount: String?

  @Flag(
    name: [.customLong("no-wait"), .customLong("no_wait")],
    help: "Start the run on the server and don't wait for its end.")
  var noWait = false

  @Option(
    help: ArgumentHelp(
      "Seconds for which a server that doesn't answer is asked again while the run goes on.",
      valueName: "seconds"))
  var patience = 300

  func validate() throws {
    if patience < 0 { throw ValidationError("--patience must not be negative") }
  }

  /// The first of the options that is set, as the user would write it.
  var firstSet: String? {
    runName != nil
      ? "--run-name" : serviceAccount != nil ? "--service-account" : noWait ? "--no-wait" : nil
  }
}
