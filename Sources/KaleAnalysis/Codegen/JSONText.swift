/// A JSON document to be written: members keep their order, and floats stay floats.
///
/// Python reads `2.0` as a float and `2` as an int, so the difference is kept, as are NaN and the
/// infinities in the way Python's `json` spells them.
public enum JSONText: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  public init(_ value: PipelineParameter.Value) {
    switch value {
    case .none: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let integer): self = .integer(integer)
    case .float(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .list(let values): self = .array(values.map(JSONText.init))
    case .dictionary(let entries): self = .object(entries.map { ($0.key, JSONText($0.value)) })
    }
  }

  public static func strings(_ texts: some Sequence<String>) -> JSONText {
    .array(texts.map(JSONText.string))
  }

  /// An object of the members that are there.
  static func object(present members: [(String, JSONText?)]) -> JSONText {
    .object(members.compactMap { key, value in value.map { (key: key, value: $0) } })
  }

  /// Bytes of all strings in it, keys left out.
  var textSize: Int {
    switch self {
    case .null, .bool, .integer, .number: 0
    case .string(let text): text.utf8.count
    case .array(let elements): elements.reduce(0) { $0 + $1.textSize }
    case .object(let members): members.reduce(0) { $0 + $1.value.textSize }
    }
  }

  /// Two spaces a level, with a line feed at the end.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, margin: "\n")
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// All of it on one line, without a line feed. Readers that take more than LF for the end of a line
  /// find none either.
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes, margin: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter margin: what to begin each line with; nil to write but one.
  private func write(to bytes: inout [UInt8], margin: String?) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .number(let number):
      let text =
        number.isNaN
        ? "NaN"
        : number.isInfinite
          ? (number < 0 ? "-Infinity" : "Infinity")
          : Self.decimal(number)
      bytes += text.utf8
    case .string(let string): Self.write(string, to: &bytes)
    case .array(let elements):
      Self.write(elements, between: "[]", to: &bytes, margin: margin) { element, bytes in
        element.write(to: &bytes, margin: margin.map { $0 + "  " })
      }
    case .object(let members):
      Self.write(members, between: "{}", to: &bytes, margin: margin) { member, bytes in
        Self.write(member.key, to: &bytes)
        bytes += (margin == nil ? ":" : ": ").utf8
        member.value.write(to: &bytes, margin: margin.map { $0 + "  " })
      }
    }
  }

  /// A finite number with a point, without which YAML 1.1 takes `1e-05` for a string.
  static func decimal(_ number: Double) -> String {
    let text = number.description
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }

  private static func write<Item>(
    _ items: [Item], between brackets: String, to bytes: inout [UInt8], margin: String?,
    writeItem: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(brackets.utf8.first!)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let margin { bytes += (margin + "  ").utf8 }
      writeItem(item, &bytes)
    }
    if !items.isEmpty, let margin { bytes += margin.utf8 }
    bytes += brackets.utf8.suffix(1)
  }

  private static func write(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
        let length = specialLength(text, at: index)
        if length > 0 {
          bytes.append(contentsOf: text[start..<index])
          bytes += escape(text[index..<index + length]).utf8
          start = index + length
        }
        index += max(length, 1)
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Bytes of the character at `index` if it is escaped, else 0: quotes and backslashes, control
  /// characters, and the ends of lines beyond ASCII.
  private static func specialLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F: 1
    case 0xC2 where text[index + 1] == 0x85: 2
    case 0xE2 where text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2]): 3
    default: 0
    }
  }

  private static func escape(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    switch String(decoding: character, as: UTF8.self).unicodeScalars.first! {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case let scalar:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
