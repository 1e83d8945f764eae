import Glibc

// How steps are stopped before their time.

extension LocalEngine {
  /// - Parameter atOnce: whether steps get no time to end by themselves.
  mutating func cancel(atOnce: Bool) {
    isCancelled = true
    for index in attempts.keys {
      attempts[index]?.reason = "cancelled"
      stop(index, atOnce: atOnce)
    }
  }

  mutating func enforceLimits() {
    let now = clock.now
    for (index, attempt) in attempts {
      if let killAt = attempt.killAt {
        if now >= killAt { stop(index, atOnce: true) }
      } else if let deadline = attempt.deadline, now >= deadline {
        let seconds =
          pipeline.steps[index].configuration.timeoutSeconds ?? options.timeoutSeconds ?? 0
        attempts[index]?.reason = "timed out after \(seconds) s"
        stop(index)
      }
    }
  }

  /// Asks a step to end, or makes it. Where it waits for the imports and functions cells, these end.
  mutating func stop(_ index: Int, atOnce: Bool = false) {
    guard let attempt = attempts[index] else { return }
    let signal = atOnce ? SIGKILL : SIGTERM
    let killAt = clock.now + options.grace
    attempts[index]?.killAt = killAt
    if let id = attempt.id {
      kill(-id, signal)
    } else if attempt.mode == .warm, let server = servers[.warm], !server.isReady {
      server.signal(signal)
    }
  }
}
