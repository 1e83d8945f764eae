/// Parses cell tags.
enum TagParser {
  /// The tags that are one word.
  private static let words: [(word: String, tag: CellTag)] = [
    ("imports", .imports), ("functions", .functions), ("parameters", .parameters),
    ("pipeline-parameters", .parameters), ("injected-parameters", .injectedParameters),
    ("pipeline-metrics", .metrics), ("skip", .skip),
  ]

  /// The tags that are a keyword and what follows a colon, with their complete forms.
  private static let forms: [(keyword: String, form: String)] = [
    ("block", "block:NAME"), ("step", "step:NAME"), ("prev", "prev:NAME"),
    ("limit", "limit:RESOURCE:QUANTITY"), ("request", "request:RESOURCE:QUANTITY"),
    ("label", "label:KEY:VALUE"), ("annotation", "annotation:KEY:VALUE"), ("image", "image:IMAGE"),
    ("cache", "cache:enabled"), ("retry", "retry:TIMES"), ("timeout", "timeout:SECONDS"),
    ("env", "env:NAME:VALUE"), ("secret", "secret:SECRET:KEY:VARIABLE"),
  ]

  static func parse(_ text: String) -> TagReading {
    let text = text.trimmingSpace()
    if let known = words.first(where: { $0.word == text }) { return .tag(known.tag) }
    guard let colon = text.unicodeScalars.firstIndex(of: ":") else { return guess(word: text) }
    let keyword = String(text[..<colon])
    let value = text[text.unicodeScalars.index(after: colon)...].trimmingSpace()
    guard let form = forms.first(where: { $0.keyword == keyword })?.form else {
      return guess(keyword: keyword, value: value)
    }
    switch keyword {
    case "block", "step": return value.isEmpty ? .foreign : .tag(.step(StepName(value)))
    case "prev": return value.isEmpty ? .foreign : .tag(.previous(StepName(value)))
    default: return ConfigurationTagParser(keyword: keyword, value: value, form: form).parse()
    }
  }

  private static func guess(word: String) -> TagReading {
    if let near = Spelling.nearest(to: word.lowercased(), in: words.map(\.word)) {
      return .resembles(near)
    }
    // `block` without its name, or with something else than a colon before it.
    for keyword in ["block", "step", "prev"] where word.lowercased().hasPrefix(keyword) {
      let rest = word.dropFirst(keyword.count)
      if rest.isEmpty { return .resembles("\(keyword):NAME") }
      if let separator = rest.first, "=-_; ".contains(separator), rest.count > 1 {
        return .resembles("\(keyword):\(String(rest.dropFirst()).trimmingSpace())")
      }
    }
    return .foreign
  }

  private static func guess(keyword: String, value: String) -> TagReading {
    let keyword = keyword.trimmingSpace().lowercased()
    if let near = Spelling.nearest(to: keyword, in: forms.map(\.keyword)) {
      return .resembles("\(near):\(value)")
    }
    return Spelling.nearest(to: keyword, in: words.map(\.word)).map(TagReading.resembles)
      ?? .foreign
  }
}

extension StringProtocol {
  /// Without white space at both ends. A combining mark that follows a space is no part of it.
  func trimmingSpace() -> String {
    let tail = unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(self[tail.startIndex..<unicodeScalars.index(after: last)])
  }
}
