import FoundationEssentials
import Glibc

/// What is passed over below a folder: the patterns of one `.gitignore` file after those of the folders above.
struct IgnoreRules: Sendable {
  private struct File: Sendable {
    /// Bytes of a path in front of what the patterns are held against.
    var prefix: Int
    var patterns: [GlobPattern]
  }

  /// The nearest folder's last.
  private var files: [File] = []

  /// No rules.
  init() {}

  /// Patterns that hold for paths from one folder, as in a `.gitignore` file there.
  init(patterns: [String]) {
    files = [File(prefix: 0, patterns: patterns.compactMap { GlobPattern($0) })]
  }

  /// The rules of a folder's own file and, in a Git work tree, of those above it. Paths are absolute.
  static func git(above folder: String) -> IgnoreRules {
    var folders = [folder]
    while access("\(folders.last!)/.git", F_OK) != 0 {
      let parent = folders.last!.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      guard !parent.isEmpty else {
        folders = [folder]
        break
      }
      folders.append(parent)
    }
    var rules = IgnoreRules()
    rules.add(file: "\(folders.last!)/.git/info/exclude", folder: folders.last!)
    for folder in folders.reversed() { rules.add(file: "\(folder)/.gitignore", folder: folder) }
    return rules
  }

  /// Adds the patterns of a file, if there is one, for the paths below `folder`.
  mutating func add(file: String, folder: String) {
    guard let data = FileManager.default.contents(atPath: file) else { return }
    var text = String(decoding: data, as: UTF8.self)[...]
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let patterns = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap {
      GlobPattern(Substring($0))
    }
    if !patterns.isEmpty {
      files.append(File(prefix: folder.utf8.count + 1, patterns: patterns))
    }
  }

  /// Whether the last pattern that matches says so. Of the folders above the path nothing is asked.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    guard !files.isEmpty else { return false }
    let bytes = Array(path.utf8)
    for file in files.reversed() where bytes.count > file.prefix {
      let relative = Array(bytes[file.prefix...])
      for pattern in file.patterns.reversed()
      where pattern.matches(relative, isFolder: isFolder) {
        return !pattern.isNegated
      }
    }
    return false
  }

  /// Whether the path, or a folder in which it stands, is ignored.
  func ignoresWithin(_ path: String) -> Bool {
    for slash in path.indices where path[slash] == "/" && slash != path.startIndex {
      if ignores(String(path[..<slash]), isFolder: true) { return true }
    }
    return ignores(path, isFolder: false)
  }
}
