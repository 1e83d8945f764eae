/// How YAML writes a string or a number.
enum YAMLScalar {
  /// Readers take only a key of fewer characters without a `?` before it.
  static let longestKey = 1000

  static func number(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return JSONText.decimal(number)
  }

  /// Whether a reader takes the character as it is, within a line.
  ///
  /// https://yaml.org/spec/1.1/#c-printable, without the ends of lines and the byte order mark.
  static func isVerbatim(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  // MARK: On one line

  /// Plain, or in quotes.
  static func writeInline(_ text: String, to bytes: inout [UInt8]) {
    if isPlain(text) {
      bytes += text.utf8
    } else if text.unicodeScalars.allSatisfy(isVerbatim) {
      bytes.append(UInt8(ascii: "'"))
      for byte in text.utf8 {
        bytes.append(byte)
        if byte == UInt8(ascii: "'") { bytes.append(byte) }
      }
      bytes.append(UInt8(ascii: "'"))
    } else {
      writeEscaped(text, to: &bytes)
    }
  }

  /// What begins with a letter can be no number and no date; the words that mean something are quoted.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: ":"):
        if previous == 0 { return false }
      case UInt8(ascii: " "):
        if previous == 0 || previous == UInt8(ascii: ":") { return false }
      default: return false
      }
      previous = byte
    }
    let isOpen = previous == 0 || previous == UInt8(ascii: ":") || previous == UInt8(ascii: " ")
    return !isOpen && !(text.utf8.count <= 5 && words.contains(text.lowercased()))
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  private static func writeEscaped(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\r": bytes += "\\r".utf8
      default:
        if isVerbatim(scalar) {
          bytes += UTF8.encode(scalar)!
        } else {
          bytes += PythonLiteral.hexadecimal(scalar).utf8
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
