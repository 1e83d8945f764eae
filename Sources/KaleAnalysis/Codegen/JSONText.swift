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

  /// Two spaces a level, with a line feed at the end.
  public var text: String {
    var text = ""
    write(to: &text, margin: "\n")
    return text + "\n"
  }

  /// All of it on one line, without a line feed. Readers that take more than LF for the end of a line
  /// find none either.
  public var line: String {
    var text = ""
    write(to: &text, margin: nil)
    return text
  }

  /// - Parameter margin: what to begin each line with; nil to write but one.
  private func write(to text: inout String, margin: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .number(let number):
      text +=
        number.isNaN
        ? "NaN"
        : number.isInfinite
          ? (number < 0 ? "-Infinity" : "Infinity")
          : number.description
    case .string(let string): Self.write(string, to: &text)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, margin: margin) { element, text in
        element.write(to: &text, margin: margin.map { $0 + "  " })
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, margin: margin) { member, text in
        Self.write(member.key, to: &text)
        text += margin == nil ? ":" : ": "
        member.value.write(to: &text, margin: margin.map { $0 + "  " })
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to text: inout String, margin: String?,
    writeItem: (Item, inout String) -> Void
  ) {
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + (margin.map { $0 + "  " } ?? "")
      writeItem(item, &text)
    }
    text += (items.isEmpty ? "" : margin ?? "") + brackets.1
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
