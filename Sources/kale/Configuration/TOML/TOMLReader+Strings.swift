// The four forms of strings.

extension TOMLReader {
  mutating func readString() throws(TOMLError) -> String {
    let quote = bytes[offset]
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = bytes[offset...].starts(with: [quote, quote, quote])
    offset += isLong ? 3 : 1
    // A line feed right behind the quotes is not part of the text.
    if isLong { _ = try skipNewline() }
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote {
        let quotes = bytes[offset...].prefix { $0 == quote }.count
        if !isLong {
          offset += 1
          return String(decoding: text, as: UTF8.self)
        }
        if quotes >= 3 {
          // Up to two quotes may stand in front of those that end it.
          let inside = min(quotes, 5) - 3
          text += Array(repeating: quote, count: inside)
          offset += inside + 3
          return String(decoding: text, as: UTF8.self)
        }
        text += Array(repeating: quote, count: quotes)
        offset += quotes
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        offset += 1
        try readEscape(isLong: isLong, &text)
      } else if byte == 0x0A || byte == 0x0D {
        guard isLong else { throw failure("the string does not end on its line") }
        guard try skipNewline() else { throw failure("a control character in a string") }
        text.append(0x0A)
      } else {
        if byte < 0x20 && byte != 0x09 || byte == 0x7F {
          throw failure("a control character in a string")
        }
        text.append(byte)
        offset += 1
      }
    }
    throw failure("the string does not end")
  }

  /// What stands behind a backslash.
  private mutating func readEscape(isLong: Bool, _ text: inout [UInt8]) throws(TOMLError) {
    guard let byte = peek else { throw failure("the string does not end") }
    if isLong, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      // It joins the lines, and takes the white space in front of the next text along.
      skipSpace()
      guard try skipNewline() else { throw failure("there is no such escape: '\\ '") }
      repeat { skipSpace() } while try skipNewline()
      return
    }
    offset += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case UInt8(ascii: "u"): try readScalar(digits: 4, &text)
    case UInt8(ascii: "U"): try readScalar(digits: 8, &text)
    default:
      throw failure("there is no such escape: '\\\(Character(Unicode.Scalar(byte)))'")
    }
  }

  private mutating func readScalar(digits: Int, _ text: inout [UInt8]) throws(TOMLError) {
    let code = bytes[offset...].prefix(digits)
    let isHexadecimal = code.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard code.count == digits, isHexadecimal,
      let value = UInt32(String(decoding: code, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw failure("an escape that is no Unicode character") }
    offset += digits
    text += Array(String(Character(scalar)).utf8)
  }
}
