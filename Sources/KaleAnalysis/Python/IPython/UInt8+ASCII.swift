/// The characters that IPython's syntax is made of, as UTF-8 bytes.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let percent = UInt8(ascii: "%")
  static let exclamation = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let dollar = UInt8(ascii: "$")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")

  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isIndent: Bool { self == 0x20 || self == 0x09 || self == 0x0C }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// Whether the byte can be part of a word; every character beyond ASCII counts as a letter.
  var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: isDigit
    }
  }
  var isQuote: Bool { self == .quote || self == .doubleQuote }
  var isOpeningBracket: Bool {
    self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "{")
  }
  var isClosingBracket: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
}

extension ArraySlice<UInt8> {
  /// Where the text ends without the white space behind it, as `str.rstrip` finds it.
  var trimmedEnd: Int {
    guard let last, last >= 0x80 || last.isSpace else { return endIndex }
    let trailing = String(decoding: self, as: UTF8.self).unicodeScalars.reversed()
      .prefix(while: \.properties.isWhitespace)
    return endIndex - trailing.reduce(0) { $0 + UTF8.width($1) }
  }
}
