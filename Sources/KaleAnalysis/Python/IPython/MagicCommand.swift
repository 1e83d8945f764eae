/// A line magic with its arguments, and the questions that single magics ask about them.
struct MagicCommand {
  var name: String
  var arguments: JoinedText
  /// Offset of the `%`.
  var start: Int
  /// Whether `target =` stands in front.
  var isAssigned: Bool

  /// The name in `%sc -l name=command`.
  var shellTarget: Range<Int>? {
    let bytes = arguments.bytes
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let start = bytes[..<sign].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    return start..<sign
  }

  /// The name in `%sql name << query`.
  var queryTarget: Range<Int>? {
    let words = arguments.words()
    guard let arrow = words.firstIndex(where: { arguments.string($0) == "<<" }), arrow > 0
    else { return nil }
    return words[arrow - 1]
  }

  /// The file that `%run` executes; nil if its path is not literal, or none is given.
  var script: IPythonScript? {
    let words = arguments.words(quoting: true)
    let options = MagicOptions.letters("nidtN:b:pD:l:rs:T:em:G").parse(arguments, untilCode: true)
    let flags = words.prefix { $0.lowerBound < options.rest }.map(arguments.string)
    guard !flags.contains(where: { Self.hasFlag("m", $0) }),
      let path = Self.path(at: options.rest, in: arguments)
    else { return nil }
    let sharesNamespace =
      IPythonScript.isInteractive(path) || flags.contains { Self.hasFlag("i", $0) }
    return IPythonScript(path: path, hasOwnNamespace: !sharesNamespace)
  }

  private static func hasFlag(_ letter: Character, _ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.contains(letter)
  }

  /// The path in `%store name >path` or `%store name >> path`, whose words from the `>` on are given.
  func redirectedPath(_ words: ArraySlice<Range<Int>>) -> String? {
    guard let first = words.first else { return nil }
    let start = arguments.bytes[first].firstIndex { $0 != UInt8(ascii: ">") }
    guard let path = start ?? words.dropFirst().first?.lowerBound else { return nil }
    let text = arguments.dropFirst(path)
    return Self.path(at: 0, in: text)
  }

  /// Whether `%env` sets a variable rather than showing some.
  var setsEnvironment: Bool {
    arguments.words().count > 1 || arguments.bytes.contains(UInt8(ascii: "="))
  }

  /// Whether a word is the dotted name of a module.
  func isModule(_ word: Range<Int>) -> Bool {
    let parts = arguments.bytes[word].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.allSatisfy(PythonExpression.isIdentifier)
  }

  /// The path that starts at an offset, if it is literal.
  static func path(at start: Int, in arguments: JoinedText) -> String? {
    guard let word = arguments.words(quoting: true).first(where: { $0.lowerBound == start }),
      !arguments.bytes[word].contains(where: { "{}$*~".utf8.contains($0) })
    else { return nil }
    let path = arguments.bytes[word]
    let isQuoted = path.count > 1 && path.first!.isQuote && path.first == path.last
    return String(decoding: isQuoted ? path.dropFirst().dropLast() : path, as: UTF8.self)
  }
}

extension IPythonEffect {
  /// The effect with the file that the arguments name.
  func naming(_ path: String?) -> IPythonEffect {
    switch self {
    case .writesFile(nil): .writesFile(path)
    case .readsFile(nil): .readsFile(path)
    default: self
    }
  }
}
