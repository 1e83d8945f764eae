/// Cuts Python text into lines of tokens: strings, comments and IPython's lines are taken out, lines are
/// joined inside of brackets and behind backslashes, expressions inside of f-strings are kept.
struct HeuristicScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  private var lines: [HeuristicLine] = []
  private var tokens: [HeuristicToken] = []
  private var indent = 0
  private var kind = HeuristicLine.Kind.code
  /// What lines are where nothing else is said of them.
  private var usualKind = HeuristicLine.Kind.code

  /// The lines of a cell's text; none of a cell in another language.
  static func lines(of source: String) -> [HeuristicLine] {
    var scanner = HeuristicScanner(source)
    guard scanner.skipCellMagic() else { return [] }
    return scanner.scan()
  }

  private init(_ source: String) {
    bytes = Array(source.utf8)
  }

  /// Magics that run the cell as Python.
  private static let pythonMagics: Set<Substring> = [
    "capture", "prun", "python", "python3", "time", "timeit",
  ]

  /// Whether the cell is Python.
  private mutating func skipCellMagic() -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let first = text.split(separator: "\n", maxSplits: 1).first ?? ""
    guard first.hasPrefix("%%") else { return true }
    guard Self.pythonMagics.contains(first.dropFirst(2).prefix { !$0.isWhitespace }) else {
      return false
    }
    let words = first.dropFirst(2).split(whereSeparator: \.isWhitespace)
    if words[0] == "timeit" { usualKind = .timed }
    if words[0] == "capture", let name = words.dropFirst().first(where: { !$0.hasPrefix("-") }) {
      append(.name, String(name), from: 0)
      append(.mark, "=", from: 0)
      endLine()
    }
    skipLine()
    return true
  }

  /// Magics whose line is Python.
  private static let codeMagics: Set<String> = [
    "lprun", "memit", "mprun", "prun", "time", "timeit",
  ]

  /// Magics that people write without the sign.
  private static let bareMagics: Set<String> = ["cd", "conda", "ls", "mkdir", "pip", "pwd"]

  private mutating func scan() -> [HeuristicLine] {
    while offset < bytes.count {
      if tokens.isEmpty && depth == 0 && offset == lineStart { beginLine() }
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\n"):
        if depth == 0 { endLine() }
        advanceLine()
      case UInt8(ascii: "#"): skipToLineEnd()
      case UInt8(ascii: "\\"):
        offset += 1
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { advanceLine() }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(isFormatted: false)
      case _ where Self.startsName(byte): scanName()
      case _ where Self.isDigit(byte): scanNumber()
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C: offset += 1
      default: scanMark()
      }
    }
    endLine()
    return lines
  }

  private mutating func beginLine() {
    var column = 0
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 {
      column += bytes[offset] == 0x09 ? 8 - column % 8 : 1
      offset += 1
    }
    indent = column
    kind = usualKind
    let text = restOfLine()
    if text.hasPrefix("%"), let word = text.dropFirst().split(separator: " ").first,
      Self.codeMagics.contains(String(word))
    {
      if word == "timeit" { kind = .timed }
      offset += 1 + word.utf8.count
      skipOptions()
    } else if text.first.map({ "%!?".contains($0) }) ?? false || isBareMagic(text) {
      scanCommand()
    } else if text.hasSuffix("?"), !text.contains(where: { "'\"#".contains($0) }) {
      skipToLineEnd()
    }
  }

  private func restOfLine() -> String {
    let rest = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: rest, as: UTF8.self).filter { $0 != "\r" }
  }

  private func isBareMagic(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let word = words.first, Self.bareMagics.contains(String(word)) else { return false }
    return words.count == 2 && (words[1].first!.isLetter || words[1].hasPrefix("-"))
  }

  /// Options of a magic: `-n 10`, `-o`.
  private mutating func skipOptions() {
    while true {
      while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "-") else { return }
      while offset < bytes.count, bytes[offset] > UInt8(ascii: " ") { offset += 1 }
    }
  }

  /// Passes over a command, with the lines that continue it; the names in it become tokens.
  private mutating func scanCommand() {
    if tokens.isEmpty { kind = .command }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      switch bytes[offset] {
      case UInt8(ascii: "\\") where next == UInt8(ascii: "\n"):
        offset += 1
        advanceLine()
      case UInt8(ascii: "{"), UInt8(ascii: "$"):
        let isField = bytes[offset] == UInt8(ascii: "{")
        offset += 1
        guard Self.startsName(next) else { continue }
        append(.mark, isField ? "(" : ";", from: offset)
        scanName()
        guard isField else { continue }
        while offset < bytes.count,
          bytes[offset] != UInt8(ascii: "}") && bytes[offset] != UInt8(ascii: "\n")
        {
          if Self.startsName(bytes[offset]) { scanName() } else { scanMark() }
        }
        append(.mark, ")", from: offset)
      default: offset += 1
      }
    }
  }

  private mutating func endLine() {
    if !tokens.isEmpty { lines.append(HeuristicLine(kind: kind, indent: indent, tokens: tokens)) }
    tokens = []
    kind = usualKind
  }

  private mutating func advanceLine() {
    offset += 1
    line += 1
    lineStart = offset
  }

  private mutating func skipToLineEnd() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipLine() {
    skipToLineEnd()
    if offset < bytes.count { advanceLine() }
  }

  private mutating func append(_ kind: HeuristicToken.Kind, _ text: String, from start: Int) {
    tokens.append(
      HeuristicToken(
        kind: kind, text: text,
        position: SourcePosition(line: line, column: max(start - lineStart, 0)), depth: depth))
  }

  private mutating func scanName() {
    let start = offset
    while offset < bytes.count, Self.startsName(bytes[offset]) || Self.isDigit(bytes[offset]) {
      offset += 1
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if offset < bytes.count,
      bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'"),
      text.count <= 2, text.lowercased().allSatisfy({ "rbuft".contains($0) })
    {
      return skipString(isFormatted: text.lowercased().contains("f"))
    }
    append(.name, text, from: start)
  }

  private mutating func scanNumber() {
    let start = offset
    while offset < bytes.count,
      Self.startsName(bytes[offset]) || Self.isDigit(bytes[offset])
        || bytes[offset] == UInt8(ascii: ".")
    {
      offset += 1
    }
    append(.number, "", from: start)
  }

  private static let longMarks = [
    "**=", "//=", ">>=", "<<=", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=",
    "&=",
    "|=", "^=", "@=", "**", "//", ">>", "<<",
  ].map { Array($0.utf8) }

  private mutating func scanMark() {
    let start = offset
    if depth == 0, tokens.last?.isMark("=") ?? false,
      bytes[offset] == UInt8(ascii: "!") || bytes[offset] == UInt8(ascii: "%")
    {
      return scanCommand()
    }
    let rest = bytes[offset...]
    let mark = Self.longMarks.first { rest.starts(with: $0) } ?? [bytes[offset]]
    offset += mark.count
    let text = String(decoding: mark, as: UTF8.self)
    if ")]}".contains(text) { depth = max(depth - 1, 0) }
    append(.mark, text, from: start)
    if "([{".contains(text) { depth += 1 }
  }

  /// Passes over a string literal; the expressions of an f-string become tokens in parentheses.
  private mutating func skipString(isFormatted: Bool) {
    let start = offset
    let quote = bytes[offset]
    let isTriple = bytes[offset...].starts(with: [quote, quote, quote])
    let closing = Array(repeating: quote, count: isTriple ? 3 : 1)
    offset += closing.count
    append(.string, "", from: start)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        offset += 1
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
          advanceLine()
        } else {
          offset += 1
        }
      } else if bytes[offset...].starts(with: closing) {
        offset += closing.count
        return
      } else if byte == UInt8(ascii: "\n") {
        if !isTriple { return }
        advanceLine()
      } else if isFormatted, byte == UInt8(ascii: "{") {
        offset += 1
        if offset < bytes.count, bytes[offset] == byte { offset += 1 } else { scanField(closing) }
      } else {
        offset += 1
      }
    }
  }

  /// The expression between braces in an f-string.
  private mutating func scanField(_ closing: [UInt8]) {
    append(.mark, "(", from: offset)
    depth += 1
    let outer = depth
    while offset < bytes.count, !bytes[offset...].starts(with: closing) {
      let byte = bytes[offset]
      if depth == outer,
        byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "!")
      {
        break
      }
      switch byte {
      case UInt8(ascii: "\n"): advanceLine()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(isFormatted: false)
      case _ where Self.startsName(byte): scanName()
      case _ where Self.isDigit(byte): scanNumber()
      case UInt8(ascii: " "), UInt8(ascii: "="): offset += 1
      default: scanMark()
      }
    }
    depth = outer - 1
    append(.mark, ")", from: offset)
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "}"),
      bytes[offset] != UInt8(ascii: "\n"), !bytes[offset...].starts(with: closing)
    {
      offset += 1
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") { offset += 1 }
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
