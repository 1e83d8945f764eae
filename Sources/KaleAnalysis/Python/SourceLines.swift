/// The lines of a source as CPython's tokenizer counts them: they end with LF, CR or CR LF.
struct SourceLines {
  /// Without their ends; at least one.
  private let lines: [Substring]
  /// CPython never sees a byte order mark, so its code points do not count it.
  private let hasMark: Bool

  init(_ source: String) {
    let scalars = source.unicodeScalars
    var lines: [Substring] = []
    var start = scalars.startIndex
    var at = start
    while at < scalars.endIndex {
      let scalar = scalars[at]
      let end = at
      at = scalars.index(after: at)
      guard scalar == "\n" || scalar == "\r" else { continue }
      if scalar == "\r", at < scalars.endIndex, scalars[at] == "\n" {
        at = scalars.index(after: at)
      }
      lines.append(source[start..<end])
      start = at
    }
    lines.append(source[start...])
    self.lines = lines
    hasMark = scalars.first == "\u{FEFF}"
  }

  /// A line by its 1-based number, without its end and without a byte order mark; nil beyond the text.
  subscript(line: Int) -> Substring? {
    guard lines.indices.contains(line - 1) else { return nil }
    let text = lines[line - 1]
    return line == 1 && hasMark ? Substring(text.unicodeScalars.dropFirst()) : text
  }

  /// The position of a code point by 1-based numbers.
  ///
  /// Clamped: a number below 1 is the start of the line, one beyond the line its end, a line beyond
  /// the text the end of the text.
  func position(line: Int, codePoint: Int) -> SourcePosition {
    guard let text = self[line] else {
      return SourcePosition(line: lines.count, column: lines.last!.utf8.count)
    }
    let mark = line == 1 && hasMark ? UTF8.width("\u{FEFF}") : 0
    let column = text.unicodeScalars.prefix(max(0, codePoint - 1)).reduce(0) {
      $0 + UTF8.width($1)
    }
    return SourcePosition(line: line, column: mark + column)
  }

  /// A line as a whole.
  func range(ofLine line: Int) -> SourceRange {
    SourceRange(
      start: position(line: line, codePoint: 1), end: position(line: line, codePoint: .max))
  }
}
