import Glibc
import KaleAnalysis

// What servers tell, and how steps end.

extension LocalEngine {
  mutating func takeReports() throws {
    var changed = false
    for server in servers.values {
      guard let reports = server.receive() else {
        try lose(server)
        changed = true
        continue
      }
      for report in reports {
        try take(report, from: server)
        changed = true
      }
    }
    if changed { try save() }
  }

  private mutating func take(_ report: StepServer.Report, from server: StepServer) throws {
    let index = report.step.flatMap { name in pipeline.steps.firstIndex { $0.name == name } }
    switch (report.event, index) {
    case (.ready, _): break
    case (.unsafe, _):
      reasonForIsolation = "the imports and functions cells \(report.why ?? "forbid it")"
      record.isolation = reasonForIsolation
    case (.found, let index?):
      kept[index] = .missing
      if !isCancelled { settleFromCache(index, report) }
    case (.missed, let index?):
      kept[index] = .missing
    case (.started, let index?):
      attempts[index]?.id = report.pid
      if attempts[index]?.reason != nil { stop(index, atOnce: true) }
    case (.ended, let index?):
      guard let attempt = attempts.removeValue(forKey: index) else { break }
      record.steps[index].seconds += (clock.now - attempt.started).inSeconds
      record.steps[index].memory = report.rss
      settle(
        index, ending: ChildProcess.Ending(waitStatus: report.status ?? 0), reason: attempt.reason)
    case (.kept, let index?):
      keeping.remove(index)
      record.steps[index].whyNotKept = report.why
    case (_, nil): break
    }
  }

  /// A server has ended. One that only finds that steps can't be forked does so too.
  private mutating func lose(_ server: StepServer) throws {
    servers[server.mode] = nil
    let ending = server.end()
    if server.mode == .warm && reasonForIsolation == nil {
      reasonForIsolation =
        server.isReady
        ? "the process that steps are forked from ended (\(ending))"
        : "the imports and functions cells end the process (\(ending))"
      record.isolation = reasonForIsolation
    }
    if server.mode == .isolating {
      keeping = []
      for index in kept.indices where kept[index] == .asked { kept[index] = .missing }
    }
    for (index, attempt) in attempts where attempt.mode == server.mode {
      attempts[index] = nil
      if let id = attempt.id { kill(-id, SIGKILL) }
      if attempt.reason == nil && attempt.id == nil && server.mode == .warm {
        try send(index)
        attempts[index]?.started = attempt.started
        attempts[index]?.deadline = attempt.deadline
      } else {
        record.steps[index].seconds += (clock.now - attempt.started).inSeconds
        settle(
          index, ending: .killed(signal: SIGKILL),
          reason: attempt.reason ?? "the process that started it ended (\(ending))")
      }
    }
  }

  // MARK: Endings

  private mutating func settleFromCache(_ index: Int, _ report: StepServer.Report) {
    record.steps[index].status = .succeeded
    record.steps[index].isCached = true
    record.steps[index].seconds = report.seconds ?? 0
    record.steps[index].memory = report.rss
    noteResults(of: index)
  }

  private mutating func settle(_ index: Int, ending: ChildProcess.Ending, reason: String?) {
    let step = pipeline.steps[index]
    switch (ending, reason) {
    case (_, _?) where isCancelled:
      record.steps[index].status = .cancelled
    case (.exited(0), nil):
      record.steps[index].status = .succeeded
      record.steps[index].error = nil
      noteResults(of: index)
      keepResult(of: index)
    case (_, _):
      record.steps[index].error = reason ?? explanation(of: ending, step: record.steps[index])
      let mayRetry = record.steps[index].attempts <= step.configuration.retries ?? 0
      record.steps[index].status = mayRetry ? .pending : .failed
    }
  }

  private mutating func noteResults(of index: Int) {
    let name = pipeline.steps[index].name
    record.steps[index].metrics = directory.metrics(of: name)
    for number in record.steps[index].outputs.indices {
      record.steps[index].outputs[number].bytes = directory.size(
        of: record.steps[index].outputs[number].path)
    }
  }

  private mutating func keepResult(of index: Int) {
    guard options.cache != nil, let server = servers[.isolating] else { return }
    let step = record.steps[index]
    server.send(
      .keep, step: step.name,
      facts: .object([
        ("seconds", .number(step.seconds)), ("rss", step.memory.map(JSONText.integer) ?? .null),
      ]))
    keeping.insert(index)
  }

  private func explanation(of ending: ChildProcess.Ending, step: RunRecord.Step) -> String {
    guard ending == .killed(signal: SIGKILL) else { return ending.description }
    let memory = step.memory.map { "; it had used \(ByteCount($0)) of memory" } ?? ""
    return "\(ending)\(memory)"
  }
}

extension ChildProcess.Ending: CustomStringConvertible {
  var description: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .killed(let signal): "killed by signal \(signal) (\(String(cString: strsignal(signal))))"
    }
  }
}
