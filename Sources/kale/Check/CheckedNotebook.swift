import ArgumentParser
import KaleAnalysis

/// What `kale check` has found in one notebook.
struct CheckedNotebook: Codable, Sendable {
  /// Why a notebook could not be looked at to the end.
  struct Failure: Codable, Sendable {
    var message: String
    var code: Int32
    /// It is not about the notebook but about how the command was called, so there is no point in going on.
    var isFatal: Bool
  }

  var path: String
  var counts = DiagnosticCounts([])
  /// Left empty where the format is text.
  var findings: [Finding] = []
  /// The messages as people read them, where the format is text.
  var text = ""
  /// What --fix has done.
  var edits: [String] = []
  var exitCode: Int32 = 0
  var failure: Failure?

  init(path: String) { self.path = path }

  /// For a notebook on which kale itself has come to grief.
  static func lost(_ path: String, reason: String) -> CheckedNotebook {
    var checked = CheckedNotebook(path: path)
    checked.failure = Failure(
      message: "\(path): \(reason); please report it", code: 70, isFatal: false)
    checked.exitCode = 70
    return checked
  }

  /// "2 errors, 1 note; 3 tags changed"
  var summary: String {
    let count = edits.count
    return counts.summary + (count == 0 ? "" : "; \(count) tag\(count == 1 ? "" : "s") changed")
  }
}
