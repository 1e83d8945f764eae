/// Python's text as HTML, with marks on words, strings, comments and numbers, and links on names.
///
/// It looks at tokens only, and colours text that does not parse, too.
struct CodeHighlighter {
  private let bytes: [UInt8]
  private let links: [SourcePosition: String]
  private var html = ""
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  /// - Parameters:
  ///   - source: the code.
  ///   - links: what to put around the names that begin at these places: an opening tag of `<a>`.
  static func html(_ source: String, links: [SourcePosition: String] = [:]) -> String {
    var highlighter = CodeHighlighter(bytes: Array(source.utf8), links: links)
    while highlighter.offset < highlighter.bytes.count { highlighter.step() }
    return highlighter.html
  }

  private init(bytes: [UInt8], links: [SourcePosition: String]) {
    self.bytes = bytes
    self.links = links
  }

  private mutating func step() {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "#"):
      emit("comment") { $0.skip { $0 != UInt8(ascii: "\n") } }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): emit("string") { $0.skipString() }
    case UInt8(ascii: "%"), UInt8(ascii: "!"):
      if isFirstOfLine {
        emit("magic") { $0.skip { $0 != UInt8(ascii: "\n") } }
      } else {
        emit(nil) { $0.offset += 1 }
      }
    case _ where Self.isDigit(byte):
      emit("number") {
        $0.skip { Self.isDigit($0) || Self.isLetter($0) || $0 == UInt8(ascii: ".") }
      }
    case _ where Self.isLetter(byte): word()
    default:
      emit(nil) {
        $0.skip { !Self.isLetter($0) && !Self.isDigit($0) && !"#\"'%!".utf8.contains($0) }
      }
    }
  }

  private var isFirstOfLine: Bool {
    bytes[lineStart..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func word() {
    let start = offset
    skip { Self.isLetter($0) || Self.isDigit($0) }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if offset < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[offset]),
      text.count <= 2, text.lowercased().allSatisfy({ "rbuft".contains($0) })
    {
      offset = start
      let letters = text.count
      return emit("string") { highlighter in
        highlighter.offset += letters
        highlighter.skipString()
      }
    }
    let escaped = HTMLText.escaped(text)
    if let link = links[SourcePosition(line: line, column: start - lineStart)] {
      html += "\(link)\(escaped)</a>"
    } else {
      html += PythonKeywords.all.contains(text) ? "<b>\(escaped)</b>" : escaped
    }
  }

  /// Adds what `skip` passes over.
  private mutating func emit(_ kind: String?, _ skip: (inout Self) -> Void) {
    let start = offset
    skip(&self)
    html += kind.map { "<span class=\"\($0)\">" } ?? ""
    html += kind == "string" ? string(from: start) : escaped(start..<offset)
    html += kind == nil ? "" : "</span>"
    countLines(from: start)
  }

  private func escaped(_ range: Range<Int>) -> String {
    HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self))
  }

  /// A string literal, with links on the names in the expressions of an f-string.
  private func string(from start: Int) -> String {
    var result = ""
    var written = start
    var line = line
    var lineStart = lineStart
    var index = start
    while index < offset {
      if let link = links[SourcePosition(line: line, column: index - lineStart)] {
        var end = index
        while end < offset, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) { end += 1 }
        result += escaped(written..<index) + "\(link)\(escaped(index..<end))</a>"
        written = end
        index = max(end, index + 1)
        continue
      }
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    return result + escaped(written..<offset)
  }

  private mutating func countLines(from start: Int) {
    for index in start..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while offset < bytes.count, condition(bytes[offset]) { offset += 1 }
  }

  private mutating func skipString() {
    let quote = bytes[offset]
    let isTriple = bytes[offset...].starts(with: [quote, quote, quote])
    let closing = Array(repeating: quote, count: isTriple ? 3 : 1)
    offset += closing.count
    while offset < bytes.count, !bytes[offset...].starts(with: closing) {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "\n"), !isTriple {
        return
      }
      offset = min(offset + 1, bytes.count)
    }
    offset = min(offset + closing.count, bytes.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
