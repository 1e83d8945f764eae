import Glibc

extension PythonLiteral {
  /// Adjacent literals that together give `text`: raw triple-quoted ones that show the lines as they
  /// are, and an escaped one for each line that a raw literal can't hold.
  ///
  /// Code in which nothing is unusual is one raw literal.
  public static func block(_ text: String) -> [String] {
    let lines = text.splitKeepingNewlines()
    guard let last = lines.last else { return ["\"\""] }
    let delimiter = delimiter(for: text, last: last)
    var literals: [String] = []
    var raw = ""
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      if isExactRaw(line, delimiter: delimiter, isLast: isLast) {
        raw += line
      } else {
        if !raw.isEmpty { literals.append("r\(delimiter)\(raw)\(delimiter)") }
        raw = ""
        literals.append(string(line))
      }
    }
    if !raw.isEmpty { literals.append("r\(delimiter)\(raw)\(delimiter)") }
    return literals
  }

  /// The quotes with which fewer lines need an escape.
  private static func delimiter(for text: String, last: String) -> String {
    let single = "'''"
    let double = "\"\"\""
    let prefersDouble = text.hasText(single) || last.unicodeScalars.last == "'"
    return prefersDouble && !text.hasText(double) && last.unicodeScalars.last != "\""
      ? double : single
  }

  private static func isExactRaw(_ line: String, delimiter: String, isLast: Bool) -> Bool {
    let bytes = line.utf8
    if [delimiter, "{{", "$$", "$(", workspace].contains(where: line.hasText) { return false }
    let text = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    let isVisible =
      text.allSatisfy { $0 < 0x80 }
      ? text.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
      : line.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !isInvisible($0) }
    guard isVisible else { return false }
    if let visible = text.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
      let isBlank =
        visible >= 0x80
        && Substring(text).unicodeScalars.allSatisfy(\.properties.isWhitespace)
      if isBlank { return false }
    } else if !text.isEmpty {
      return false
    }
    return !isLast || (bytes.last != UInt8(ascii: "\\") && bytes.last != delimiter.utf8.last)
  }

  /// Whether a reader or an editor could lose the character. Joiners (in emoji, in Indic scripts)
  /// and soft hyphens are left alone.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar.properties.isBidiControl || scalar == "\u{FEFF}"
    default: false
    }
  }
}

extension String {
  /// The lines, each with the line feed that ends it. Only `\n` ends a line.
  func splitKeepingNewlines() -> [String] {
    var lines: [String] = []
    var start = utf8.startIndex
    while let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = utf8.index(after: end)
      lines.append(String(self[start..<next]))
      start = next
    }
    if start < utf8.endIndex { lines.append(String(self[start...])) }
    return lines
  }

  /// Whether the UTF-8 of `text` occurs, whatever grapheme clusters it falls into.
  func hasText(_ text: String) -> Bool {
    var (whole, text) = (self, text)
    return whole.withUTF8 { whole in
      text.withUTF8 { text in
        guard let first = text.first, let base = whole.baseAddress else { return text.isEmpty }
        var start = 0
        while start + text.count <= whole.count,
          let found = memchr(base + start, Int32(first), whole.count - start)
        {
          let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          guard index + text.count <= whole.count else { return false }
          if memcmp(base + index, text.baseAddress!, text.count) == 0 { return true }
          start = index + 1
        }
        return false
      }
    }
  }
}
