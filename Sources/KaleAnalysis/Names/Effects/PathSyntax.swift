/// Paths as Python's `os.path` takes them on Linux.
enum PathSyntax {
  /// Whether a string handed over as a path names a file of this machine: no URL, no database in
  /// memory, no document in place of a path.
  static func isLocalFile(_ text: String) -> Bool {
    guard let first = text.first, !"{[<:".contains(first),
      !text.contains(where: { $0.isNewline || $0 == "\0" })
    else { return false }
    return !isURL(text)
  }

  /// Whether the text begins with a scheme and `://`.
  private static func isURL(_ text: String) -> Bool {
    let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
    return !scheme.isEmpty && text.dropFirst(scheme.count).hasPrefix("://")
  }

  /// The folder below which a pattern of `glob` looks; nil for a plain path.
  static func folder(ofPattern pattern: String) -> String? {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.firstIndex(where: { $0.contains { "*?[".contains($0) } }) else {
      return nil
    }
    let folder = parts[..<first].joined(separator: "/")
    return first == 0 ? "." : folder.isEmpty ? "/" : folder
  }

  /// `os.path.join`.
  static func join(_ head: String, _ tail: String) -> String {
    if tail.hasPrefix("/") || head.isEmpty { return tail }
    return head.hasSuffix("/") ? head + tail : "\(head)/\(tail)"
  }

  /// `os.path.normpath`: one way to write each path.
  static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// Whether a normalized path is `folder`, also normalized, or lies below it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    if folder == "." { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
