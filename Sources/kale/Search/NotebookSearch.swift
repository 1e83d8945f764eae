import FoundationEssentials
import Glibc

/// The notebooks that the arguments of a command stand for: files as they are named, folders with all
/// notebooks in them.
///
/// Passed over are hidden files and folders, such as Jupyter's `.ipynb_checkpoints`, what Git ignores, and
/// what the configuration excludes. Links to folders are not followed.
struct NotebookSearch {
  /// Those of a folder in the order of their names, byte by byte.
  private(set) var paths: [String] = []
  private(set) var hasFolders = false
  /// The folders among the arguments in which there is no notebook.
  private(set) var emptyFolders: [String] = []

  /// - Parameter excludes: whether the notebook of that path is to be passed over.
  init(
    _ arguments: [String], excluding excludes: (String) throws(CommandFailure) -> Bool
  ) throws(CommandFailure) {
    for argument in arguments {
      guard Self.isFolder(argument) else {
        paths.append(argument)
        continue
      }
      hasFolders = true
      let absolute = Self.realPath(argument)
      var found: [String] = []
      Self.search(argument, absolute, .git(above: absolute), &found)
      var kept: [String] = []
      for path in found where try !excludes(path) { kept.append(path) }
      if kept.isEmpty { emptyFolders.append(argument) }
      paths += kept
    }
  }

  private static func search(
    _ folder: String, _ absolute: String, _ rules: IgnoreRules, _ found: inout [String]
  ) {
    for (name, isFolder) in entries(of: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let place = absolute.hasSuffix("/") ? absolute + name : "\(absolute)/\(name)"
      if !isFolder {
        if name.hasSuffix(".ipynb"), !rules.ignores(place, isFolder: false) { found.append(path) }
      } else if !rules.ignores(place, isFolder: true) {
        // Another repository inside has rules of its own.
        var inner = access("\(path)/.git", F_OK) == 0 ? IgnoreRules() : rules
        inner.add(file: "\(path)/.gitignore", folder: place)
        search(path, place, inner, &found)
      }
    }
  }

  /// What is not hidden, in the order of the names. Links to folders are left out.
  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): entries.append((name, true))
      case Int(DT_REG): entries.append((name, false))
      default:
        var status = stat()
        lstat("\(folder)/\(name)", &status)
        let kind = status.st_mode & S_IFMT
        if kind == S_IFLNK, isFolder("\(folder)/\(name)") { continue }
        entries.append((name, kind == S_IFDIR))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return absolutePath(path) }
    defer { free(real) }
    return String(cString: real)
  }
}
