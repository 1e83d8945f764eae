import Glibc

/// Writes texts of several lines as YAML has them in block style: as they are.
///
/// The steps of a pipeline are long texts that begin alike. Of a text that begins as one before it, the lines
/// in common are not looked at again.
struct YAMLBlocks {
  /// A long text, and its lines as they were written.
  private struct Model {
    var text: String
    var indent: Int
    var isASCII: Bool
    var lines: [UInt8]
    /// What the last text had in common with it, in bytes of the text and of `lines`.
    var common = (text: 0, lines: 0)
  }

  private var model: Model?

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  /// Bytes from which on a text may become the model of others.
  private static let longText = 1 << 14

  /// Writes a text; false, and nothing is written, if it is on one line or not to be read as it is.
  ///
  /// - Parameter indent: where its lines begin, two columns right of what holds it.
  mutating func write(_ text: String, indent: Int, to bytes: inout [UInt8]) -> Bool {
    var contiguous = text
    return contiguous.withUTF8 { buffer in
      guard buffer.contains(Self.newline) else { return false }
      let common = common(with: buffer, indent: indent)
      var isASCII = model?.isASCII ?? true
      guard Self.isBlock(buffer, from: common, &isASCII) else { return false }
      Self.writeHeader(of: buffer, to: &bytes)
      let start = bytes.count
      if common > 0, let model {
        bytes.append(contentsOf: model.lines[..<written(common, of: buffer, indent: indent)])
      }
      Self.writeLines(buffer[common...], indent: indent, to: &bytes)
      if buffer.count >= Self.longText, common < buffer.count / 2 {
        model = Model(text: text, indent: indent, isASCII: isASCII, lines: Array(bytes[start...]))
      }
      return true
    }
  }

  /// Bytes of the whole lines with which the text begins as the model does.
  private mutating func common(with text: UnsafeBufferPointer<UInt8>, indent: Int) -> Int {
    guard text.count >= Self.longText, model?.indent == indent else { return 0 }
    return model!.text.withUTF8 { other in
      let limit = min(text.count, other.count)
      let block = 1 << 10
      var count = 0
      while count + block <= limit,
        memcmp(text.baseAddress! + count, other.baseAddress! + count, block) == 0
      {
        count += block
      }
      while count < limit, text[count] == other[count] { count += 1 }
      return text[..<count].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
    }
  }

  /// Bytes that the whole lines in which a text begins take when written.
  private mutating func written(
    _ common: Int, of text: UnsafeBufferPointer<UInt8>, indent: Int
  ) -> Int {
    if let known = model?.common, known.text == common { return known.lines }
    let lines = text[..<common].count(where: { $0 == Self.newline })
    let written = common + (lines - Self.emptyLines(text[..<common])) * indent
    model?.common = (common, written)
    return written
  }

  private static func emptyLines(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var previous = newline
    for byte in text {
      if byte == newline && previous == newline { count += 1 }
      previous = byte
    }
    return count
  }

  private static func writeHeader(
    of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "|"))
    // A reader would take the indent from the first line, and refuses a tab there.
    if [newline, space, UInt8(ascii: "\t")].contains(text[0]) { bytes.append(UInt8(ascii: "2")) }
    if text[text.count - 1] != newline {
      bytes.append(UInt8(ascii: "-"))
    } else if text[text.count - 2] == newline {
      bytes.append(UInt8(ascii: "+"))
    }
    bytes.append(newline)
  }

  private static func writeLines(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, indent: Int, to bytes: inout [UInt8]
  ) {
    var rest = text
    while !rest.isEmpty {
      let end = rest.firstIndex(of: newline) ?? rest.endIndex
      if end > rest.startIndex {
        bytes.append(contentsOf: repeatElement(space, count: indent))
        bytes.append(contentsOf: rest[..<end])
      }
      bytes.append(newline)
      rest = rest[min(end + 1, rest.endIndex)...]
    }
  }

  /// Whether all characters can stand as they are, none of the lines is blank but for spaces, and not all
  /// are empty.
  ///
  /// - Parameters:
  ///   - start: where to begin, at a line; what stands above it is known to be good.
  ///   - isASCII: whether that is ASCII; then, whether all is.
  private static func isBlock(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ isASCII: inout Bool
  ) -> Bool {
    if start == 0 { isASCII = true }
    var hasText = start > 0
    // Of the line up to here: nothing, only blanks, or more.
    var (isEmpty, isBlank) = (true, true)
    for byte in text[start...] {
      switch byte {
      case newline:
        if isBlank && !isEmpty { return false }
        (isEmpty, isBlank) = (true, true)
        continue
      case space, UInt8(ascii: "\t"): break
      case 0x21...0x7E: (isBlank, hasText) = (false, true)
      case 0x80...: (isASCII, isBlank, hasText) = (false, false, true)
      default: return false
      }
      isEmpty = false
    }
    guard hasText, isEmpty || !isBlank else { return false }
    return isASCII
      || String(decoding: text[start...], as: UTF8.self).unicodeScalars.allSatisfy {
        YAMLScalar.isVerbatim($0) || $0 == "\n" || $0 == "\t"
      }
  }
}
