/// Writes JSON-like data as YAML in block style.
///
/// Every string comes back as it was, from readers of YAML 1.1 (PyYAML, Go's) and 1.2: one that could be
/// taken for something else is quoted, several lines stand as they are, and what a reader would refuse or
/// change is escaped.
struct YAMLWriter {
  private(set) var bytes: [UInt8] = []
  private var blocks = YAMLBlocks()

  mutating func comment(_ text: String) {
    let line = String(
      String.UnicodeScalarView(text.unicodeScalars.map { YAMLScalar.isVerbatim($0) ? $0 : " " }))
    bytes += (line.isEmpty ? "#\n" : "# \(line)\n").utf8
  }

  /// Between two documents.
  mutating func separator() {
    bytes += "---\n".utf8
  }

  /// A document.
  mutating func write(_ value: JSONText) {
    // With room for the margins. What is not written to is not taken.
    bytes.reserveCapacity(bytes.count + 2 * value.textSize)
    switch value {
    case .object(let members) where !members.isEmpty: write(members, indent: 0)
    case .array(let elements) where !elements.isEmpty: write(elements, indent: 0)
    default: writeFlat(value, indent: 0)
    }
  }

  /// - Parameter isInline: whether the first member continues a line.
  private mutating func write(
    _ members: [(key: String, value: JSONText)], indent: Int, isInline: Bool = false
  ) {
    for (index, (key, value)) in members.enumerated() {
      if index > 0 || !isInline { margin(indent) }
      let isExplicit = key.utf8.count > YAMLScalar.longestKey
      if isExplicit { bytes += "? ".utf8 }
      YAMLScalar.writeInline(key, to: &bytes)
      if isExplicit {
        bytes.append(UInt8(ascii: "\n"))
        margin(indent)
      }
      bytes.append(UInt8(ascii: ":"))
      switch value {
      case .object(let members) where !members.isEmpty:
        bytes.append(UInt8(ascii: "\n"))
        write(members, indent: indent + 2)
      case .array(let elements) where !elements.isEmpty:
        bytes.append(UInt8(ascii: "\n"))
        write(elements, indent: isExplicit ? indent + 2 : indent)
      default:
        bytes.append(UInt8(ascii: " "))
        writeFlat(value, indent: indent)
      }
    }
  }

  private mutating func write(_ elements: [JSONText], indent: Int) {
    for element in elements {
      margin(indent)
      bytes.append(UInt8(ascii: "-"))
      switch element {
      case .object(let members) where !members.isEmpty:
        bytes.append(UInt8(ascii: " "))
        write(members, indent: indent + 2, isInline: true)
      case .array(let elements) where !elements.isEmpty:
        bytes.append(UInt8(ascii: "\n"))
        write(elements, indent: indent + 2)
      default:
        bytes.append(UInt8(ascii: " "))
        writeFlat(element, indent: indent)
      }
    }
  }

  /// A scalar or an empty collection, with the end of the line.
  ///
  /// - Parameter indent: that of the collection which holds it.
  private mutating func writeFlat(_ value: JSONText, indent: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .number(let number): bytes += YAMLScalar.number(number).utf8
    case .array: bytes += "[]".utf8
    case .object: bytes += "{}".utf8
    case .string(let text):
      if blocks.write(text, indent: indent + 2, to: &bytes) { return }
      YAMLScalar.writeInline(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func margin(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
