import ArgumentParser
import FoundationEssentials
import KaleAnalysis

/// Runs a pipeline on a server.
struct ServerRun {
  let pipeline: Pipeline
  let server: PipelineServer
  let options: ServerRunArguments
  /// Those that the user has set, by the notebook's names.
  let parameters: [(name: String, value: PipelineParameter.Value)]

  /// Uploads the pipeline, starts a run and shows it till it ends.
  ///
  /// - Throws: exit code 1 where the run doesn't succeed.
  func run() throws {
    let upload = try PipelineUpload(pipeline: pipeline, server: server).upload()
    let names = KFPNaming(pipeline).parameters
    let values = parameters.compactMap { given in
      names.first { $0.parameter.name == given.name }.map { ($0.name, given.value) }
    }
    let started = try server.talking { server in
      let experiment = try server.experiment(named: pipeline.settings.experiment ?? "Default")
      return try server.start(
        upload, name: options.runName ?? UniqueName.make(pipeline.settings.name),
        experiment: experiment, parameters: values, serviceAccount: options.serviceAccount)
    }
    LastServerRun(
      id: started.runId, server: server.connection.address.api, namespace: server.namespace
    ).write()
    Console.print("Started run \(started.runId).")
    if let page = server.connection.address.page(ofRun: started.runId) { Console.print(page) }
    if options.noWait { return Console.print("\nIts state: kale status\nStop it: kale stop") }
    Console.print("")
    try RunWatch(server: server, run: started.runId, patienceSeconds: Double(options.patience))
      .show()
  }
}

extension RunWatch {
  /// Follows the run and tells how it ended.
  ///
  /// - Throws: exit code 1 where it didn't succeed, 130 where the user doesn't want to wait.
  func show() throws {
    let outcome: Outcome
    do {
      outcome = try server.talking { _ in try follow() }
    } catch var failure as CommandFailure {
      failure.message += "\nThe run may go on. Its state: kale status \(run)"
      throw failure
    }
    switch outcome {
    case .left:
      Console.error("\nThe run goes on. Its state: kale status\nStop it: kale stop")
      throw ExitCode(130)
    case .ended(let state):
      for failure in state.failures { Console.error(failure) }
      Console.print(state.summary)
      if !state.hasSucceeded { throw ExitCode.notebookErrors }
    }
  }
}

extension ServerRunState {
  /// What the server says of each failed step.
  var failures: [String] {
    let failed = steps.filter { $0.status == .failed }
    if failed.isEmpty, let message = run.error?.message { return ["\nthe run failed: \(message)"] }
    return failed.map { "\nstep \($0.name) failed\($0.error.map { ": \($0)" } ?? "")" }
  }

  /// "Run succeeded in 1 min 12 s: 5 succeeded"
  var summary: String {
    let counts = [StepStatus.succeeded, .failed, .skipped, .cancelled, .running, .pending]
      .compactMap { status in
        let count = steps.count { $0.status == status }
        return count > 0 ? "\(count) \(status.rawValue)" : nil
      }
    let time = seconds().map { " in \(RunRecord.Step.format(seconds: $0))" } ?? ""
    let isOver = run.state?.isFinal == true
    return "Run \(word)\(isOver ? time : time.isEmpty ? "" : ", since\(time.dropFirst(3))")"
      + (counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))")
  }
}
