/// A cell's source in lines, with both ways to count a column: UTF-8 bytes from 0, as CPython's
/// parser does, and code points from 1, as editors and our messages do.
public struct SourceText: Sendable {
  /// The lines without their ends. CPython's line ends are LF, CR LF and CR; a form feed or a
  /// Unicode line separator ends none.
  public let lines: [Substring]

  public init(_ text: String) {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index != bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index = next
        continue
      }
      lines.append(Substring(bytes[start..<index]))
      let isPair =
        byte == UInt8(ascii: "\r") && next != bytes.endIndex && bytes[next] == UInt8(ascii: "\n")
      start = isPair ? bytes.index(after: next) : next
      index = start
    }
    lines.append(Substring(bytes[start...]))
    self.lines = lines
  }

  /// The line of that 1-based number, or nil where the text has none.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// The 1-based column in code points of a position. One in the middle of a code point counts as
  /// its start, one beyond the line's end as the end.
  public func column(of position: SourcePosition) -> Int {
    guard let line = line(position.line) else { return 1 }
    return line.utf8.prefix(max(position.column, 0) + 1).count(where: Self.startsCodePoint)
      + (position.column >= line.utf8.count ? 1 : 0)
  }

  /// The position of the code point at a 1-based line and column; beyond the line's end, its end.
  public func position(line number: Int, column: Int) -> SourcePosition {
    let line = line(number) ?? ""
    let bytes = line.unicodeScalars.prefix(max(column - 1, 0)).reduce(0) { $0 + UTF8.width($1) }
    return SourcePosition(line: number, column: bytes)
  }

  /// What stands in a range, with a line feed at the end of each line.
  func text(in range: SourceRange) -> String {
    (range.start.line...max(range.start.line, range.end.line)).compactMap { number in
      guard let line = line(number)?.utf8 else { return nil }
      let end = number == range.end.line ? max(range.end.column, 0) : line.count
      let start = number == range.start.line ? max(range.start.column, 0) : 0
      return String(Substring(line.prefix(end).dropFirst(start)))
    }.joined(separator: "\n")
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}
