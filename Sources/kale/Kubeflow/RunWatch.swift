import FoundationEssentials

/// Shows a run on a server until it ends.
struct RunWatch {
  enum Outcome {
    case ended(ServerRunState)
    /// The user has stopped to watch; the run goes on.
    case left
  }

  let server: PipelineServer
  /// ID of the run.
  let run: String
  /// Seconds for which a server that doesn't answer is asked again.
  var patienceSeconds = 300.0
  /// Seconds between two looks, at most.
  var longestPause = 5.0

  /// - Throws: what the server fails with, once patience is at its end.
  func follow() throws -> Outcome {
    let interrupts = Interrupts()
    var state = try look()
    let tasks = try? server.tasks(of: state)
    var display = makeRunDisplay(stepCount: tasks?.tasks.count ?? 0, showsSizes: false)
    var pause = min(0.5, longestPause)
    while true {
      let shown = ServerRunState(state, tasks: tasks)
      display.update(shown.steps)
      if state.state?.isFinal == true { return .ended(shown) }
      if interrupts.wait(milliseconds: Int32(pause * 1000), descriptors: []) > 0 { return .left }
      pause = min(pause * 1.3, longestPause)
      state = try look()
    }
  }

  /// A name that was known when the run began is lost with the network.
  private func isPassing(_ failure: ServerFailure) -> Bool {
    if case .unknownHost = failure { return true }
    return failure.isPassing
  }

  /// What the server says of the run. One that restarts is waited for.
  private func look() throws -> ServerModels.Run {
    let giveUp = Date().addingTimeInterval(patienceSeconds)
    while true {
      do {
        return try server.run(run)
      } catch let failure as ServerFailure where isPassing(failure) && Date() < giveUp {
        server.connection.pause(after: failure, seconds: longestPause)
      }
    }
  }
}
