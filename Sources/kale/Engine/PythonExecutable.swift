import FoundationEssentials
import Glibc

/// Finds the Python that runs steps and scripts.
enum PythonExecutable {
  enum Failure: Error {
    case notExecutable(path: String)
    case notFound
  }

  /// - Parameters:
  ///   - choice: what the user asked for: a path, or a name to look up in PATH.
  ///   - directory: absolute path of the notebook's folder.
  ///   - currentDirectory: absolute.
  /// - Returns: an absolute path. Without a choice, the `.venv` in the notebook's folder, in one of
  ///   its parents up to the current folder, or in the current folder; else `python3` of PATH.
  static func find(
    choice: String?, directory: String, currentDirectory: String,
    path: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
  ) throws(Failure) -> String {
    if let choice {
      let candidate =
        choice.contains("/")
        ? (choice.hasPrefix("/") ? choice : "\(currentDirectory)/\(choice)")
        : lookUp(choice, in: path, currentDirectory: currentDirectory)
      guard let candidate, isExecutable(candidate) else { throw .notExecutable(path: choice) }
      return candidate
    }
    for folder in folders(from: directory, upTo: currentDirectory) {
      let candidate = "\(folder)/.venv/bin/python"
      if isExecutable(candidate) { return candidate }
    }
    guard let python = lookUp("python3", in: path, currentDirectory: currentDirectory) else {
      throw .notFound
    }
    return python
  }

  private static func folders(from directory: String, upTo top: String) -> [String] {
    guard directory != top, directory.hasPrefix(top == "/" ? "/" : top + "/") else {
      return directory == top ? [top] : [directory, top]
    }
    var folders = [directory]
    var folder = URL(filePath: directory)
    while folders.last != top, folders.count < 64 {
      folder.deleteLastPathComponent()
      let path = folder.path
      folders.append(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
    }
    return folders
  }

  private static func lookUp(_ name: String, in path: String, currentDirectory: String) -> String? {
    path.split(separator: ":").lazy
      .map { ($0.hasPrefix("/") ? String($0) : "\(currentDirectory)/\($0)") + "/\(name)" }
      .first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
