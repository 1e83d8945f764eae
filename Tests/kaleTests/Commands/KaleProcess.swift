import Foundation

/// Runs the `kale` that was built with the tests.
enum KaleProcess {
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "kale")

  /// A `python3` that can run the step runtime; nil when there is none.
  static let python: String? = {
    let candidates = [ProcessInfo.processInfo.environment["KALE_TEST_PYTHON"], "python3"]
    return candidates.compactMap(\.self).first { python in
      let check = Process()
      check.executableURL = URL(filePath: "/usr/bin/env")
      check.arguments = [python, "-c", "import cloudpickle"]
      check.standardError = FileHandle.nullDevice
      try? check.run()
      check.waitUntilExit()
      return check.terminationStatus == 0
    }
  }()

  static func run(
    _ arguments: [String], in directory: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = directory
    let logs = try Scratch()
    var handles: [FileHandle] = []
    for name in ["out", "err"] {
      try logs.write("", to: name)
      handles.append(try FileHandle(forWritingTo: logs.url.appending(path: name)))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try logs.text("out"),
      errors: try logs.text("err"))
  }

  /// A notebook file of code cells, each with its tags.
  static func notebook(
    _ cells: [(tags: [String], source: String)], metadata: [String: Any] = [:]
  ) throws -> String {
    let notebook: [String: Any] = [
      "nbformat": 4, "nbformat_minor": 5,
      "metadata": ["kubeflow_notebook": metadata] as [String: Any],
      "cells": cells.enumerated().map { index, cell in
        [
          "id": "cell\(index)", "cell_type": "code", "source": cell.source, "outputs": [] as [Int],
          "execution_count": NSNull(), "metadata": ["tags": cell.tags],
        ] as [String: Any]
      },
    ]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: notebook), as: UTF8.self)
  }

  static func sampleNotebook() throws -> String {
    try notebook(
      [
        (["pipeline-parameters"], "lr = 0.5\ntimes = 2"),
        (["block:load"], "data = [1.0] * times\nprint('loaded')"),
        (["block:train", "prev:load"], "total = sum(data) * lr\nassert total > 0, 'no data'"),
      ], metadata: ["pipeline_name": "sums"])
  }
}
