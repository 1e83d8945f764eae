/// A cell cut into plain Python and IPython's constructs, by the rules of IPython 8.37
/// (`IPython.core.inputtransformer2`), in one pass.
package struct IPythonCell: Sendable {
  enum Item: Sendable {
    case python(LogicalLine)
    case construct(IPythonConstruct)
  }

  /// A magic that takes the whole cell.
  struct Magic: Sendable {
    /// Index of its line, and offset of its `%%`.
    var line: Int
    var start: Int
    var name: JoinedText
    var arguments: JoinedText
  }

  let bytes: [UInt8]
  let lines: [CellLine]
  /// Leading blank lines, which IPython drops.
  let blankLines: Int
  let magic: Magic?
  /// What the cell consists of; empty if a magic takes it.
  let items: [Item]

  package init(_ source: String) {
    let bytes = Array(source.utf8)
    self.init(bytes, lines: CellLine.split(bytes))
  }

  init(_ bytes: [UInt8], lines unstripped: [CellLine]) {
    self.bytes = bytes
    (lines, blankLines) = PromptStripping.strip(unstripped, of: bytes)
    magic = Self.magic(bytes, lines, at: blankLines)
    items = magic == nil ? Self.items(bytes, lines, from: blankLines) : []
  }

  private static func magic(_ bytes: [UInt8], _ lines: [CellLine], at index: Int) -> Magic? {
    guard index < lines.count else { return nil }
    let line = bytes[lines[index].text]
    guard line.starts(with: "%%".utf8) else { return nil }
    let name = line.dropFirst(2).prefix(while: \.isWord)
    if !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == .question { return nil }
    let text = JoinedText(
      bytes, from: lines[index].start + 2, lines: lines[index...index])
    let (head, tail) = text.partitioned()
    return Magic(line: index, start: lines[index].start, name: head, arguments: tail)
  }

  private static func items(_ bytes: [UInt8], _ lines: [CellLine], from start: Int) -> [Item] {
    var scanner = LogicalLineScanner(bytes, lines: lines)
    var items: [Item] = []
    var index = start
    while index < lines.count {
      let logical = scanner.scan(at: index)
      if let construct = construct(in: logical, bytes, lines) {
        items.append(.construct(construct))
        index = construct.lines.upperBound
      } else {
        items.append(.python(logical))
        index = logical.lines.upperBound
      }
    }
    return items
  }

  /// The construct in a logical line: a request for help takes all of it; otherwise the escape
  /// in front, or the one that is assigned.
  private static func construct(
    in logical: LogicalLine, _ bytes: [UInt8], _ lines: [CellLine]
  ) -> IPythonConstruct? {
    guard let first = logical.first else { return nil }
    if let help = help(in: logical, from: first.range.lowerBound, bytes, lines) { return help }
    let lead = bytes[first.range]
    if first.kind == .symbol, lead.count == 1, LogicalLine.escapes.contains(lead.first!),
      !isHidden(first, in: logical, bytes, lines)
    {
      let construct = command(
        at: first.range.lowerBound, isAssigned: false, logical, bytes, lines)
      // A slash without a callable behind it stays as it is, for Python to refuse.
      let isBareSlash =
        construct.kind == .parenthesizedCall && construct.content.partitioned().0.isEmpty
      return isBareSlash ? nil : construct
    }
    return logical.assignedEscape.map {
      command(at: $0, isAssigned: true, logical, bytes, lines)
    }
  }

  /// Whether IPython overlooks an escape: a `!` or `?` behind a backslash and white space, where
  /// Python's tokenizer takes the white space for a token of its own.
  private static func isHidden(
    _ token: LogicalLine.Token, in logical: LogicalLine, _ bytes: [UInt8], _ lines: [CellLine]
  ) -> Bool {
    let start = token.range.lowerBound
    let line = lines[logical.lines].last { $0.start <= start }!
    let isJoined = line != lines[logical.lines.lowerBound]
    return isJoined && line.start < start && "!?".utf8.contains(bytes[start])
  }

  private static func help(
    in logical: LogicalLine, from start: Int, _ bytes: [UInt8], _ lines: [CellLine]
  ) -> IPythonConstruct? {
    guard logical.tokenCount > 1, let last = logical.last, bytes[last.range.lowerBound] == .question
    else { return nil }
    let line = lines[logical.lines.upperBound - 1]
    // Before `\r` IPython overlooks the question mark.
    guard line.end == line.next || bytes[line.end] == .newline,
      let target = HelpTarget(endOf: Array(bytes[start..<line.end]))
    else { return nil }
    let lower = start + target.range.lowerBound
    let upper = start + target.range.upperBound
    let subject = CellLine(start: lower, end: upper, next: upper)
    return IPythonConstruct(
      kind: .help(isDetailed: target.isDetailed), lines: logical.lines, start: start,
      isAssigned: false, content: JoinedText(bytes, from: lower, lines: [subject]))
  }

  private static func command(
    at start: Int, isAssigned: Bool, _ logical: LogicalLine, _ bytes: [UInt8], _ lines: [CellLine]
  ) -> IPythonConstruct {
    let first = lines[logical.lines].lastIndex { $0.start <= start }!
    var last = first
    while last + 1 < lines.count, lines[last].isContinued(in: bytes) { last += 1 }
    let text = JoinedText(bytes, from: start, lines: lines[first...last])
    let (kind, escapeLength) = kind(of: text, isAssigned: isAssigned)
    var construct = IPythonConstruct(
      kind: kind, lines: logical.lines.lowerBound..<(last + 1), start: start,
      isAssigned: isAssigned, content: text.dropFirst(escapeLength))
    if case .help = kind, construct.content.isEmpty { construct.kind = .usage }
    return construct
  }

  private static func kind(
    of text: JoinedText, isAssigned: Bool
  ) -> (IPythonConstruct.Kind, escapeLength: Int) {
    let isDoubled = text.bytes.count > 1 && text.bytes[0] == text.bytes[1]
    switch text.bytes[0] {
    case .exclamation where isAssigned: return (.systemCapture, 1)
    case .exclamation: return isDoubled ? (.systemCapture, 2) : (.system, 1)
    case .question: return (.help(isDetailed: isDoubled), isDoubled ? 2 : 1)
    case .percent: return (.lineMagic, 1)
    case UInt8(ascii: ","): return (.quotedCall, 1)
    case UInt8(ascii: ";"): return (.quotedRestCall, 1)
    default: return (.parenthesizedCall, 1)
    }
  }
}
