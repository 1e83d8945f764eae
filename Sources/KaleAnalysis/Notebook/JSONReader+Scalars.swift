extension JSONReader {
  mutating func readString() throws(JSONSyntaxError) -> String {
    var text: [UInt8] = []
    offset += 1
    var start = offset
    while true {
      try skipPlainCharacters()
      if bytes[offset] == UInt8(ascii: "\"") {
        let tail = bytes[start..<offset]
        offset += 1
        if text.isEmpty { return String(decoding: tail, as: UTF8.self) }
        return String(decoding: text + tail, as: UTF8.self)
      }
      text += bytes[start..<offset]
      text += String(try readEscape()).utf8
      start = offset
    }
  }

  mutating func skipString() throws(JSONSyntaxError) {
    offset += 1
    while true {
      try skipPlainCharacters()
      if bytes[offset] == UInt8(ascii: "\"") { break }
      _ = try readEscape()
    }
    offset += 1
  }

  /// `true`, `false`, `null` or a number.
  mutating func readScalar() throws(JSONSyntaxError) -> JSONValue {
    if let value = readWord() { return value }
    let start = offset
    let isInteger = try skipNumber()
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    // What was skipped is a number to Swift too; one out of range becomes infinite or zero.
    return .number(Double(text) ?? .nan)
  }

  mutating func skipScalar() throws(JSONSyntaxError) {
    if readWord() == nil { _ = try skipNumber() }
  }

  private mutating func readWord() -> JSONValue? {
    if let byte = current, Self.digits.contains(byte) { return nil }
    for (word, value) in Self.words where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    return nil
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private static let words: [(String, JSONValue)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number(.nan)),
    ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
  ]

  /// Whether the number is written without a fraction and an exponent.
  private mutating func skipNumber() throws(JSONSyntaxError) -> Bool {
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
    } else if skipDigits() == 0 {
      throw failure("expected a value")
    }
    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      offset += 1
      if skipDigits() == 0 { throw failure("expected a digit after '.'") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      if skipDigits() == 0 { throw failure("expected a digit in the exponent") }
    }
    return isInteger
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, Self.digits.contains(byte) { offset += 1 }
    return offset - start
  }

  /// Stops at a closing quote or a backslash.
  private mutating func skipPlainCharacters() throws(JSONSyntaxError) {
    while let byte = current {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { throw failure("control character or line break inside a string") }
      offset += 1
    }
    throw failure("")
  }

  private mutating func readEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    offset += 1
    guard let byte = current else { throw failure("") }
    if byte == UInt8(ascii: "u") {
      offset += 1
      return try readUnicodeEscape()
    }
    guard let scalar = Self.escapes[byte] else { throw failure("unknown escape in a string") }
    offset += 1
    return scalar
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// Reads what follows `\u`, and the second half of a surrogate pair with it.
  private mutating func readUnicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let unit = try readFourDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800..<0xDC00).contains(unit), bytes[offset...].starts(with: #"\u"#.utf8) else {
      return "\u{FFFD}"
    }
    let end = offset
    offset += 2
    let second = try readFourDigits()
    guard (0xDC00..<0xE000).contains(second) else {
      offset = end  // not the other half: it is read again, on its own
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readFourDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw failure("expected four hexadecimal digits after '\\u'")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
