import FoundationEssentials
import KaleAnalysis

/// The run that was started last from this folder, so that it need not be named again.
struct LastServerRun: Codable {
  var id: String
  /// Address of the server's API.
  var server: String
  var namespace: String?

  /// Below the current folder.
  static let file = ".kale/server-run.json"

  static func read() -> LastServerRun? {
    guard let data = FileManager.default.contents(atPath: absolutePath(file)) else { return nil }
    return try? JSONDecoder().decode(LastServerRun.self, from: data)
  }

  /// Where it can't be written, the next command needs the run's ID; nothing else is lost.
  func write() {
    let text = JSONText.object([
      ("id", .string(id)), ("server", .string(server)),
      ("namespace", namespace.map(JSONText.string) ?? .null),
    ]).text
    let file = URL(filePath: absolutePath(Self.file))
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file, options: .atomic)
  }
}
