import ArgumentParser
import FoundationEssentials
import Glibc
import KaleAnalysis
import Synchronization

/// Options about the configuration.
struct ConfigurationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Configuration (default: the nearest kale.toml, or pyproject.toml with [tool.kale], above the notebook).",
      valueName: "file"))
  var config: String?

  @Flag(
    name: [.customLong("no-config"), .customLong("no_config")],
    help: "Take no defaults from a configuration.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other")
    }
  }

  /// The configuration of a notebook, or of a folder; nil where there is none.
  func find(for path: String) throws(CommandFailure) -> Configuration? {
    if noConfig { return nil }
    guard let config else {
      var folder = URL(filePath: absolutePath(path)).standardizedFileURL.path
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        for name in ["kale.toml", "pyproject.toml"] {
          let file = "\(folder)/\(name)"
          guard access(file, R_OK) == 0 else { continue }
          if let configuration = try Self.read(Self.shown(file)) { return configuration }
        }
      }
      return nil
    }
    guard let configuration = try Self.read(config, isRequired: true) else {
      throw .usage("--config \(config): no such file")
    }
    return configuration
  }

  func settings(for path: String) throws(CommandFailure) -> NotebookConfiguration {
    try find(for: path)?.settings(for: URL(filePath: absolutePath(path)).standardizedFileURL.path)
      ?? NotebookConfiguration()
  }

  func excludes(_ path: String) throws(CommandFailure) -> Bool {
    try find(for: path)?.excludes(URL(filePath: absolutePath(path)).standardizedFileURL.path)
      ?? false
  }

  /// As the user would name it from the current folder.
  private static func shown(_ file: String) -> String {
    let start = FileManager.default.currentDirectoryPath + "/"
    return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : file
  }

  private static func read(
    _ path: String, isRequired: Bool = false
  ) throws(CommandFailure) -> Configuration? {
    if let known = known.withLock({ $0[path] }) { return known }
    let configuration = try Configuration.read(path, isRequired: isRequired)
    known.withLock { $0[path] = .some(configuration) }
    return configuration
  }

  /// What has been read, so that the notebooks of a folder share it.
  private static let known = Mutex<[String: Configuration?]>([:])
}
