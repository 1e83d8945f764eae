import KaleAnalysis

extension SyntaxTree {
  /// The source with its list, set and dictionary comprehensions made generator expressions.
  ///
  /// Comprehensions of either kind have the same scopes, but since 3.12 CPython's symbol tables have
  /// those of generator expressions only: the others are inlined (PEP 709).
  func generatorForm(of source: String) -> String {
    var bytes = Array(source.utf8)
    let lines = LineStarts(bytes)
    var edits: [(range: Range<Int>, text: String)] = []
    func replace(_ start: Int, _ length: Int, _ text: String) {
      edits.append((start..<start + length, text))
    }
    var pending = [root]
    while let node = pending.popLast() {
      forEachChild(of: node) { pending.append($0) }
      guard [.listComp, .setComp, .dictComp].contains(kind(node)), let place = range(node) else {
        continue
      }
      replace(lines.offset(of: place.start), 1, "(")
      replace(lines.offset(of: place.end) - 1, 1, ")")
      guard kind(node) == .dictComp else { continue }
      let key = range(self[node, Field.DictComp.key]!)!
      let value = range(self[node, Field.DictComp.value]!)!
      let colon = bytes[lines.offset(of: key.end)...].firstIndex(of: UInt8(ascii: ":"))!
      replace(lines.offset(of: key.start), 0, "(")
      replace(colon, 1, ",")
      replace(lines.offset(of: value.end), 0, ")")
    }
    edits.sort {
      ($0.range.lowerBound, $0.range.upperBound) > ($1.range.lowerBound, $1.range.upperBound)
    }
    for edit in edits {
      bytes.replaceSubrange(edit.range, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
