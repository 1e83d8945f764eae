/// How the text of an object is laid out (a cell, or its metadata), so that what is added looks the same.
struct JSONLayout {
  private let bytes: [UInt8]
  /// The line end and the indentation of the object's members; nil where they share a line.
  private let line: (end: [UInt8], indent: [UInt8])?
  /// One level of indentation.
  private let step: [UInt8]
  /// From the end of a key to its value.
  private let colon: [UInt8]
  /// Between members, as far as it stands on the line of the first.
  let comma: [UInt8]
  private var inlineComma: [UInt8] {
    line == nil ? comma : Array((colon.count > 1 ? ", " : ",").utf8)
  }

  init(_ bytes: [UInt8], of object: JSONSpan.Object) {
    self.bytes = bytes
    let first = object.members.first
    let gap = first.map { Array(bytes[object.contentStart..<$0.keyStart]) } ?? []
    line = Self.line(gap)
    colon = first.map { Array(bytes[$0.keyEnd..<$0.value.lowerBound]) } ?? Array(": ".utf8)
    // The line that has the opening brace tells where the object itself stands.
    let braceLine = bytes[..<object.contentStart].lastIndex { $0 == 0x0A || $0 == 0x0D }
    let outer = bytes[(braceLine.map { $0 + 1 } ?? 0)...].prefix { $0 == 0x20 || $0 == 0x09 }
    if let indent = line?.indent, indent.starts(with: outer), indent.count > outer.count {
      step = Array(indent.dropFirst(outer.count))
    } else {
      step = [0x20]
    }
    if line != nil {
      comma = Array(",".utf8)
    } else if object.members.count > 1 {
      comma = Array(bytes[object.members[0].value.upperBound..<object.members[1].keyStart])
    } else {
      comma = Array((colon.count > 1 ? ", " : ",").utf8)
    }
  }

  private static func line(_ gap: [UInt8]) -> (end: [UInt8], indent: [UInt8])? {
    guard let last = gap.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let isPair = last > 0 && gap[last] == 0x0A && gap[last - 1] == 0x0D
    return (isPair ? [0x0D, 0x0A] : [gap[last]], Array(gap[(last + 1)...]))
  }

  /// What begins a line at a depth below the object: 1 for its own members. Nothing if all is on one line.
  func margin(_ depth: Int) -> [UInt8] {
    guard let line else { return [] }
    return line.end + line.indent + (1..<max(depth, 1)).flatMap { _ in step }
  }

  func member(_ key: String, _ value: [UInt8]) -> [UInt8] { string(key) + colon + value }

  /// An object with the one member `tags`.
  func object(_ tags: [UInt8], depth: Int) -> [UInt8] {
    Array("{".utf8) + margin(depth + 1) + member("tags", tags) + margin(depth) + Array("}".utf8)
  }

  /// - Parameter depth: that of the member whose value it is.
  func array(_ tags: [String], depth: Int) -> [UInt8] {
    array(tags.map(string), before: margin(depth + 1), after: margin(depth))
  }

  /// The array in the place of another one, whose elements and layout it keeps.
  func array(_ tags: [String], depth: Int, replacing old: JSONSpan.Member) -> [UInt8] {
    guard let elements = old.elements, let first = elements.first, let last = elements.last else {
      return array(tags, depth: depth)
    }
    var rest = elements
    let texts = tags.map { tag in
      guard let place = rest.firstIndex(where: { $0.string == tag }) else { return string(tag) }
      return Array(bytes[rest.remove(at: place).range])
    }
    let before = Array(bytes[(old.value.lowerBound + 1)..<first.range.lowerBound])
    let after = Array(bytes[last.range.upperBound..<(old.value.upperBound - 1)])
    guard elements.count > 1 else { return array(texts, before: before, after: after) }
    let between = Array(bytes[first.range.upperBound..<elements[1].range.lowerBound])
    return array(texts, before: before, after: after, between: between)
  }

  private func array(
    _ texts: [[UInt8]], before: [UInt8], after: [UInt8], between: [UInt8]? = nil
  ) -> [UInt8] {
    guard !texts.isEmpty else { return Array("[]".utf8) }
    let isOnOneLine = !before.contains { $0 == 0x0A || $0 == 0x0D }
    let separator = between ?? (isOnOneLine ? inlineComma : Array(",".utf8) + before)
    return Array("[".utf8) + before + texts.joined(separator: separator) + after + Array("]".utf8)
  }

  private func string(_ text: String) -> [UInt8] { Array(JSONText.string(text).line.utf8) }
}
