/// One line of a `.gitignore` file: https://git-scm.com/docs/gitignore
struct GlobPattern: Sendable, Hashable {
  /// `!`: what it matches is not ignored after all.
  let isNegated: Bool
  /// A slash at the end: it matches folders only.
  let matchesFoldersOnly: Bool
  /// A slash elsewhere: it is held against the whole path; else against the last part.
  let isAnchored: Bool
  private let glob: [UInt8]

  /// nil for blank lines and comments.
  init?(_ line: some StringProtocol) {
    var text = Array(line.utf8)
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    if text.first == UInt8(ascii: "#") { return nil }
    while text.last == UInt8(ascii: " "), text.dropLast().last != UInt8(ascii: "\\") {
      text.removeLast()
    }
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    matchesFoldersOnly = text.last == UInt8(ascii: "/")
    if matchesFoldersOnly { text.removeLast() }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    if text.isEmpty { return nil }
    glob = text
  }

  /// - Parameter path: from the folder of the file that has the pattern, without a slash at either end.
  func matches(_ path: [UInt8], isFolder: Bool) -> Bool {
    if matchesFoldersOnly, !isFolder { return false }
    let name = isAnchored ? 0 : path.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
    return matches(from: 0, path, from: name)
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  /// As Git's `wildmatch`, byte by byte: only `**` between slashes goes over a slash.
  private func matches(from start: Int, _ path: [UInt8], from begin: Int) -> Bool {
    var index = start
    var place = begin
    while index < glob.count {
      if glob[index] == Self.star { return matchesStar(at: index, path, from: place) }
      guard place < path.count else { return false }
      switch glob[index] {
      case UInt8(ascii: "?"):
        guard path[place] != Self.slash else { return false }
        index += 1
      case UInt8(ascii: "["):
        guard path[place] != Self.slash, let end = endOfSet(from: index + 1, holding: path[place])
        else { return false }
        index = end
      default:
        if glob[index] == UInt8(ascii: "\\"), index + 1 < glob.count { index += 1 }
        guard path[place] == glob[index] else { return false }
        index += 1
      }
      place += 1
    }
    return place == path.count
  }

  private func matchesStar(at start: Int, _ path: [UInt8], from begin: Int) -> Bool {
    let end = glob[start...].firstIndex { $0 != Self.star } ?? glob.count
    let isBetweenSlashes =
      (start == 0 || glob[start - 1] == Self.slash)
      && (end == glob.count || glob[end] == Self.slash)
    var place = begin
    guard isAnchored, end - start >= 2, isBetweenSlashes else {
      while true {
        if matches(from: end, path, from: place) { return true }
        guard place < path.count, path[place] != Self.slash else { return false }
        place += 1
      }
    }
    if end == glob.count { return begin < path.count }
    // `**/` stands for no folder, or for any number.
    while true {
      if matches(from: end + 1, path, from: place) { return true }
      guard let next = path[place...].firstIndex(of: Self.slash) else { return false }
      place = next + 1
    }
  }

  /// What is behind a set such as `[a-z]`, whose opening bracket is in front of `start`; nil where the set
  /// does not hold the byte, or does not end.
  private func endOfSet(from start: Int, holding byte: UInt8) -> Int? {
    var index = start
    func element() -> UInt8? {
      if index < glob.count, glob[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < glob.count else { return nil }
      index += 1
      return glob[index - 1]
    }
    let isNegated =
      index < glob.count && (glob[index] == UInt8(ascii: "!") || glob[index] == UInt8(ascii: "^"))
    if isNegated { index += 1 }
    let first = index
    var holds = false
    while index < glob.count {
      if glob[index] == UInt8(ascii: "]"), index > first {
        return holds != isNegated ? index + 1 : nil
      }
      if glob[index...].starts(with: "[:".utf8), let name = className(at: index) {
        holds = holds || Self.isMember(byte, of: name)
        index += name.count + 4
        continue
      }
      guard let low = element() else { return nil }
      var high = low
      if index + 1 < glob.count, glob[index] == UInt8(ascii: "-"),
        glob[index + 1] != UInt8(ascii: "]")
      {
        index += 1
        guard let end = element() else { return nil }
        high = end
      }
      if low <= byte && byte <= high { holds = true }
    }
    return nil
  }

  /// The name in `[:alpha:]`.
  private func className(at start: Int) -> String? {
    let letters = glob[(start + 2)...].prefix { (0x61...0x7A).contains($0) }
    return glob[letters.endIndex...].starts(with: ":]".utf8)
      ? String(decoding: letters, as: UTF8.self) : nil
  }

  private static func isMember(_ byte: UInt8, of name: String) -> Bool {
    let isDigit = (0x30...0x39).contains(byte)
    let isUpper = (0x41...0x5A).contains(byte)
    let isLower = (0x61...0x7A).contains(byte)
    return switch name {
    case "alpha": isUpper || isLower
    case "digit": isDigit
    case "alnum": isUpper || isLower || isDigit
    case "upper": isUpper
    case "lower": isLower
    case "space": byte == 0x20 || (0x09...0x0D).contains(byte)
    case "blank": byte == 0x20 || byte == 0x09
    case "cntrl": byte < 0x20 || byte == 0x7F
    case "graph": (0x21...0x7E).contains(byte)
    case "print": (0x20...0x7E).contains(byte)
    case "punct": (0x21...0x7E).contains(byte) && !isUpper && !isLower && !isDigit
    case "xdigit": isDigit || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    default: false
    }
  }
}
