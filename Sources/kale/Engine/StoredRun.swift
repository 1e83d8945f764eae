import FoundationEssentials
import Glibc

/// A run as its `run.json` tells of it.
struct StoredRun: Decodable, Sendable {
  struct Step: Decodable, Sendable {
    var name: String
    var status: String
    var cached: Bool
    var seconds: Double?
    var error: String?
    /// Relative to the run directory; nil for a step that has not run. Likewise `stderr`.
    var stdout: String?
    var stderr: String?
    /// Paths by variable.
    var outputs: [String: String]
  }

  var id: String
  var python: String
  var status: String
  /// The engine's.
  var process: Int32
  var steps: [Step]

  /// Below the current folder.
  static let folder = ".kale/runs"

  /// Whether its engine is at work on it. One that was killed could not say so.
  var isRunning: Bool { status == "running" && kill(process, 0) == 0 }

  init(directory: String) throws {
    let data = try Data(contentsOf: URL(filePath: "\(directory)/run.json"))
    self = try JSONDecoder().decode(StoredRun.self, from: data)
  }

  /// The directories of all runs below `.kale/runs`, the latest last.
  static func directories() -> [String] {
    let folder = absolutePath(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }

  /// Finds a run.
  ///
  /// - Parameter name: the path of its directory, its id or a part of it, or `last`.
  /// - Returns: the run and its absolute directory, or nil when there is none.
  static func find(_ name: String) -> (run: StoredRun, directory: String)? {
    let directories = directories()
    let path = absolutePath(name)
    let candidates =
      access("\(path)/run.json", F_OK) == 0
      ? [path]
      : name == "last"
        ? directories.suffix(1)
        : directories.filter { URL(filePath: $0).lastPathComponent.contains(name) }
    guard candidates.count == 1, let run = try? StoredRun(directory: candidates[0]) else {
      return nil
    }
    return (run, candidates[0])
  }

  static func require(_ name: String) throws(CommandFailure) -> (run: StoredRun, directory: String)
  {
    if let found = find(name) { return found }
    throw .usage(
      directories().isEmpty
        ? "there are no runs in \(folder)\nStart one with 'kale run'."
        : "there is no run \(name), or more than one\nName one of \(folder), or 'last'.")
  }

  func step(_ name: String) throws(CommandFailure) -> Step {
    if let step = steps.first(where: { $0.name == name }) { return step }
    throw .usage(
      "the run \(id) has no step \(name)\nIts steps are \(steps.map(\.name).joined(separator: ", "))."
    )
  }
}
