/// Finds the comments in a cell's source: what stands behind a `#` that is not in a string.
///
/// It needs no code that parses, so it works for cells with magics and in cells of other languages that
/// begin comments with `#`.
enum PythonComments {
  struct Comment {
    /// 1-based.
    var line: Int
    /// Offset of the `#` in the line, in UTF-8 bytes.
    var column: Int
    /// Behind the `#`, to the end of the line.
    var text: Substring
    /// Nothing but white space stands before it.
    var isAlone: Bool
  }

  static func find(in source: SourceText) -> [Comment] {
    var comments: [Comment] = []
    // The quotes that end the string in which a line begins.
    var open: [UInt8]?
    for (number, line) in source.lines.enumerated() {
      let bytes = Array(line.utf8)
      var isAlone = open == nil
      var index = 0
      while index < bytes.count {
        if let quotes = open {
          index = end(of: quotes, in: bytes, from: index, &open)
          continue
        }
        let byte = bytes[index]
        if byte == UInt8(ascii: "#") {
          let start = line.utf8.index(line.utf8.startIndex, offsetBy: index)
          comments.append(
            Comment(
              line: number + 1, column: index, text: line[start...].dropFirst(), isAlone: isAlone))
          break
        }
        if byte != 0x20 && byte != 0x09 && byte != 0x0C { isAlone = false }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          let isTriple =
            index + 2 < bytes.count && bytes[index + 1] == byte && bytes[index + 2] == byte
          open = [UInt8](repeating: byte, count: isTriple ? 3 : 1)
          index += isTriple ? 3 : 1
        } else {
          index += 1
        }
      }
      // A string in single quotes goes on only behind a backslash.
      if open?.count == 1, bytes.last != UInt8(ascii: "\\") { open = nil }
    }
    return comments
  }

  /// The offset behind the string, or the end of the line, where it may go on.
  private static func end(
    of quotes: [UInt8], in bytes: [UInt8], from start: Int, _ open: inout [UInt8]?
  ) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index...].starts(with: quotes) {
        open = nil
        return index + quotes.count
      } else {
        index += 1
      }
    }
    return bytes.count
  }
}
