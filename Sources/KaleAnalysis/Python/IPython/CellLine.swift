/// A physical line of a cell, as offsets into the cell's bytes.
struct CellLine: Sendable, Equatable {
  /// Where the line starts, after what has been stripped from it (an indent, a prompt).
  var start: Int
  /// Where its text ends, before the newline.
  var end: Int
  /// Where the next line starts; equal to `end` for a last line without newline.
  var next: Int

  var text: Range<Int> { start..<end }

  static func split(_ bytes: [UInt8]) -> [CellLine] {
    var lines: [CellLine] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == .newline || byte == .carriageReturn else {
        index += 1
        continue
      }
      let isPair =
        byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .newline
      let next = index + (isPair ? 2 : 1)
      lines.append(CellLine(start: start, end: index, next: next))
      start = next
      index = next
    }
    if start < bytes.count {
      lines.append(CellLine(start: start, end: bytes.count, next: bytes.count))
    }
    return lines
  }

  func isBlank(in bytes: [UInt8]) -> Bool { bytes[text].trimmedEnd == start }

  func isBlankOrComment(in bytes: [UInt8]) -> Bool {
    isBlank(in: bytes) || bytes[text].first { !$0.isSpace } == UInt8(ascii: "#")
  }

  func endsInBackslash(in bytes: [UInt8]) -> Bool { end > start && bytes[end - 1] == .backslash }

  /// Whether a command goes on in the next line. IPython overlooks a backslash before `\r`.
  func isContinued(in bytes: [UInt8]) -> Bool {
    endsInBackslash(in: bytes) && (end == next || bytes[end] == .newline)
  }
}
