import FoundationEssentials

/// What to tell at the end of a run.
struct RunSummary {
  let record: RunRecord
  /// Absolute.
  let directory: String
  /// As the user would name it.
  let shownDirectory: String

  /// "Run succeeded in 3.2 s: 5 succeeded (2 cached)", and where the results are.
  var text: String {
    let cached = record.steps.count(where: \.isCached)
    let counts = [StepStatus.succeeded, .failed, .skipped, .cancelled].compactMap { status in
      let count = record.steps.count { $0.status == status }
      let note = status == .succeeded && cached > 0 ? " (\(cached) cached)" : ""
      return count > 0 ? "\(count) \(status.rawValue)\(note)" : nil
    }
    let seconds = (record.ended ?? record.started).timeIntervalSince(record.started)
    let snapshots = record.snapshots.map { snapshot in
      "\nSnapshot \(snapshot.name) of \(snapshot.volume): "
        + (snapshot.error.map { "can't be taken: \($0)" } ?? VolumeArguments.shown(snapshot.path))
    }
    return "Run \(record.status.rawValue) in \(RunRecord.Step.format(seconds: seconds)):"
      + " \(counts.joined(separator: ", ")).\nResults: \(shownDirectory)"
      + snapshots.joined()
  }

  /// For each failed step the end of its standard error.
  var failures: [String] {
    record.steps.filter { $0.status == .failed }.map { step in
      let path = RunDirectory.stderr(of: step.name)
      let lines = tail(of: "\(directory)/\(path)").map { "    \($0)" }
      let heading = "\nstep \(step.name) failed: \(step.error ?? "")"
      if lines.isEmpty { return heading }
      return (["\(heading); the end of \(shownDirectory)/\(path):"] + lines)
        .joined(separator: "\n")
    }
  }

  private static let tailLines = 30
  private static let tailBytes = 64 * 1024

  private func tail(of path: String) -> [String] {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      return []
    }
    let text = String(decoding: data.suffix(Self.tailBytes), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Array((lines.last == "" ? lines.dropLast() : lines).suffix(Self.tailLines))
  }
}
