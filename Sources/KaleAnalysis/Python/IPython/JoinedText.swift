/// The text of a command that backslashes continue over several lines, joined as IPython joins
/// it: each backslash becomes a space. Every byte knows its offset in the cell.
struct JoinedText: Sendable {
  private(set) var bytes: [UInt8] = []
  private var offsets: [Int] = []
  /// Offset in the cell behind the last byte.
  private(set) var end: Int

  /// Joins the text from `start`, in the first of `lines`, to the end of the last.
  init(_ source: [UInt8], from start: Int, lines: ArraySlice<CellLine>) {
    end = start
    for (index, line) in zip(lines.indices, lines) {
      let lineStart = index == lines.startIndex ? start : line.start
      guard index < lines.endIndex - 1 else {
        append(source, lineStart..<source[lineStart..<line.end].trimmedEnd)
        break
      }
      append(source, lineStart..<(line.end - 1))
      bytes.append(0x20)
      offsets.append(line.end - 1)
    }
  }

  private init(bytes: [UInt8], offsets: [Int], end: Int) {
    self.bytes = bytes
    self.offsets = offsets
    self.end = end
  }

  private mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    bytes += source[range]
    offsets += range
    end = range.upperBound
  }

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The offset in the cell of a byte of this text.
  func offset(_ index: Int) -> Int { index < offsets.count ? offsets[index] : end }

  func dropFirst(_ count: Int) -> JoinedText {
    JoinedText(
      bytes: Array(bytes.dropFirst(count)), offsets: Array(offsets.dropFirst(count)), end: end)
  }

  /// The text before the first space and the text after it, as `str.partition(' ')` has it.
  func partitioned() -> (head: JoinedText, tail: JoinedText) {
    let count = bytes.firstIndex(of: 0x20) ?? bytes.count
    let head = JoinedText(
      bytes: Array(bytes[..<count]), offsets: Array(offsets[..<count]), end: offset(count))
    return (head, dropFirst(count + 1))
  }

  /// Ranges of the words that white space separates. A quoted stretch stays in one word if
  /// `quoting` is set.
  func words(quoting: Bool = false) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard !bytes[index].isSpace else {
        index += 1
        continue
      }
      let start = index
      var open: UInt8?
      while index < bytes.count, open != nil || !bytes[index].isSpace {
        if open == bytes[index] {
          open = nil
        } else if quoting, open == nil, bytes[index].isQuote {
          open = bytes[index]
        }
        index += 1
      }
      words.append(start..<index)
    }
    return words
  }
}
