/// The expressions that IPython puts into a command before it runs it: `{expression}` and `$name`.
///
/// If one of them cannot be evaluated, whatever the reason, IPython passes the command on as it
/// stands; so a name that is read here may be missing. Follows `IPython.utils.text.DollarFormatter`.
struct Interpolation {
  /// Where the expressions are in the text, in order; none if the text can't be formatted.
  let expressions: [Range<Int>]

  init(_ text: [UInt8]) {
    var formatter = Formatter(text: text)
    expressions = formatter.run() ? formatter.found : []
  }
}

/// Walks over a format string: `{{` and `}}` are braces, `{name}` a field, the rest is literal.
private struct Formatter {
  let text: [UInt8]
  var found: [Range<Int>] = []
  private var index = 0

  init(text: [UInt8]) { self.text = text }

  /// Fills `found`; false if IPython would give up.
  mutating func run() -> Bool {
    var literal = 0
    while index < text.count {
      let byte = text[index]
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
        index += 1
        continue
      }
      let isDoubled = index + 1 < text.count && text[index + 1] == byte
      guard byte == UInt8(ascii: "{") || isDoubled else { return false }
      guard dollars(in: literal..<index) else { return false }
      if isDoubled { index += 2 } else if !field() { return false }
      literal = index
    }
    return dollars(in: literal..<text.count)
  }

  /// Takes a field, from its brace to the matching one. A colon belongs to the expression, which
  /// may be a slice; `!r`, `!s` and `!a` don't.
  private mutating func field() -> Bool {
    let start = index + 1
    var end: Int?
    var inBrackets = false
    index = start
    while index < text.count, end == nil {
      switch text[index] {
      case UInt8(ascii: "{"): return false
      case UInt8(ascii: "["): inBrackets = true
      case UInt8(ascii: "]"): inBrackets = false
      case UInt8(ascii: "}") where !inBrackets: end = index
      case .exclamation where !inBrackets:
        let rest = text[(index + 1)...].prefix(2)
        guard rest.count == 2, rest.last == UInt8(ascii: "}"), "rsa".utf8.contains(rest.first!)
        else { return false }
        end = index
        index += 2
      default: break
      }
      index += 1
    }
    guard let end, PythonExpression.isValid(text[start..<end]) else { return false }
    found.append(start..<end)
    return true
  }

  /// Finds `$name` and `$name.attribute` in literal text, unless an odd number of single quotes
  /// follows. `$$` stands for a dollar sign.
  private mutating func dollars(in range: Range<Int>) -> Bool {
    let quotes = text[range].count { $0 == .quote }
    var seen = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if text[at] == .quote { seen += 1 }
      guard text[at] == .dollar, (quotes - seen).isMultiple(of: 2) else {
        at += 1
        continue
      }
      let isEscaped = at + 1 < range.upperBound && text[at + 1] == .dollar
      let start = at + (isEscaped ? 2 : 1)
      let name = text[start..<range.upperBound].prefix { $0.isWord || $0 == UInt8(ascii: ".") }
      at = name.isEmpty ? at + 1 : name.endIndex
      guard !name.isEmpty, !isEscaped else { continue }
      guard PythonExpression.isValid(name) else { return false }
      found.append(name.startIndex..<name.endIndex)
    }
    return true
  }
}
