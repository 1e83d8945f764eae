/// What a help request such as `np.array??` asks about, found as IPython finds it: the longest
/// dotted name, with literal subscripts and wildcards, that ends right before the question marks.
struct HelpTarget: Equatable {
  /// Offsets in the text that was searched, without the question marks.
  var range: Range<Int>
  /// Whether there are two question marks.
  var isDetailed: Bool

  /// Finds the target in a text that ends in its question marks; nil if there is none.
  init?(endOf text: [UInt8]) {
    let end = text.lastIndex { $0 != .question }.map { $0 + 1 } ?? 0
    let marks = text.count - end
    guard (1...2).contains(marks), let start = Self.start(in: text, end: end) else { return nil }
    range = start..<end
    isDetailed = marks == 2
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "*")
  }

  /// Walks from the end to the left, component by component.
  private static func start(in text: [UInt8], end: Int) -> Int? {
    var best: Int?
    var index = end
    while index > 0 {
      if let bracket = startOfSubscript(in: text, end: index) {
        index = bracket
        continue
      }
      let run = text[..<index].reversed().prefix(while: isNamePart).count
      guard let head = text[(index - run)..<index].firstIndex(where: { !$0.isDigit }) else { break }
      best = head
      guard head == index - run else { break }
      guard head > 0, text[head - 1] == UInt8(ascii: ".") else {
        let percents = text[..<head].reversed().prefix(2).prefix { $0 == .percent }.count
        return head - percents
      }
      index = head - 1
    }
    return best
  }

  /// The offset of the `[` of a `[12]` or `[-1]` that ends at `end`.
  private static func startOfSubscript(in text: [UInt8], end: Int) -> Int? {
    guard end > 0, text[end - 1] == UInt8(ascii: "]") else { return nil }
    let digits = text[..<(end - 1)].reversed().prefix(while: \.isDigit).count
    var index = end - 1 - digits
    guard digits > 0, index > 0 else { return nil }
    if text[index - 1] == UInt8(ascii: "-") { index -= 1 }
    guard index > 0, text[index - 1] == UInt8(ascii: "[") else { return nil }
    return index - 1
  }
}
