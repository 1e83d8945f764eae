import FoundationEssentials
import KaleAnalysis

/// Writes a notebook's pipeline as a KFP script.
struct Conversion {
  struct Result {
    /// Where the script is, as the user would name it.
    var path: String
    /// What was done, and what can be done next.
    var report: String
  }

  let source: NotebookSource

  /// - Parameter output: a file, a folder, or nil for the current folder.
  func write(to output: String?) throws -> Result {
    let pipeline = try source.pipeline()
    let path = Self.destination(output, fileName: KFPScript.fileName(for: pipeline))
    do {
      try Data(KFPScript(pipeline).text.utf8).write(
        to: URL(filePath: absolutePath(path)), options: .atomic)
    } catch {
      throw CommandFailure.usage(
        "can't write \(path): \(Self.reason(path))\nChoose another place with -o.")
    }
    return Result(path: path, report: Self.report(pipeline, notebook: source.path, path: path))
  }

  static func destination(_ output: String?, fileName: String) -> String {
    guard let output else { return fileName }
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isDirectory)
    guard output.hasSuffix("/") || (exists && isDirectory) else { return output }
    return output.hasSuffix("/") ? output + fileName : "\(output)/\(fileName)"
  }

  /// Why a file couldn't be written, in plain words.
  private static func reason(_ path: String) -> String {
    let folder = URL(filePath: absolutePath(path)).deletingLastPathComponent().path
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory) else {
      return "there is no folder \(folder)"
    }
    if !isDirectory { return "\(folder) is not a folder" }
    return FileManager.default.isWritableFile(atPath: folder)
      ? "the system refuses" : "no permission to write in \(folder)"
  }

  private static func report(_ pipeline: Pipeline, notebook: String, path: String) -> String {
    let count = pipeline.steps.count
    let names = pipeline.steps.map(\.name).joined(separator: ", ")
    let steps = "\(count) step\(count == 1 ? "" : "s") (\(names))"
    return """
      Wrote \(path): \(steps).

      Next:
        kale run \(ShellWord.quoted(notebook))
        python \(ShellWord.quoted(path))
        python \(ShellWord.quoted(path)) --run --host http://localhost:8080
      """
  }
}

/// Words of a command line that is shown to be copied.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x40...0x5A).contains(byte)
          || (0x2B...0x39).contains(byte) || byte == 0x5F || byte >= 0x80
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
