import Foundation

/// Runs the Python interpreters that are at hand, as a check from outside.
enum PythonProcess {
  struct Outcome: Sendable {
    var status: Int32
    /// Standard output and standard error.
    var output: String
  }

  /// An interpreter that has kfp: `KALE_TEST_PYTHON`, or the package's `.venv`; nil when there is none.
  static let withKFP: String? = {
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["KALE_TEST_PYTHON"],
      Fixtures.root.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".venv/bin/python").path,
    ]
    return candidates.compactMap(\.self).first { python in
      (try? run([python, "-c", "import kfp, kfp.kubernetes"]).status) == 0
    }
  }()

  /// Whether that interpreter can run the step runtime.
  static let withCloudpickle =
    withKFP.map { (try? run([$0, "-c", "import cloudpickle"]).status) == 0 } ?? false

  /// - Parameter command: the program, looked up in PATH, and its arguments.
  static func run(
    _ command: [String], input: String = "", environment: [String: String] = [:],
    directory: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = directory }
    let scratch = try Scratch()
    try Data(input.utf8).write(to: scratch.url.appending(path: "in"))
    let output = scratch.url.appending(path: "out")
    try Data().write(to: output)
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "in"))
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }
}

/// A new directory that goes away with the value.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "kale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// The files that tests compare with.
enum Fixtures {
  /// `Tests/Fixtures`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  /// Whether `KALE_RECORD_SNAPSHOTS` asks to write the snapshots anew.
  static let isRecording = ProcessInfo.processInfo.environment["KALE_RECORD_SNAPSHOTS"] != nil

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}
