/// Cuts a cell into logical lines with the eyes of Python's `tokenize` module, which sees IPython's
/// `!`, `?`, `$` and unpaired quotes as error tokens of one character and goes on.
///
/// A line that starts with an escape, or assigns one, is a command: what follows need not be
/// Python, so brackets and triple quotes that stay open in it don't reach into the next line.
struct LogicalLineScanner {
  let bytes: [UInt8]
  let lines: [CellLine]

  private var line = 0
  private var index = 0
  private var depth = 0
  private var isCommand = false
  private var seenAssignment = false
  private var seenLambda = false
  private var finalSemicolon: LogicalLine.Token?
  private var endsInString = false
  private var result = LogicalLine(lines: 0..<0)

  init(_ bytes: [UInt8], lines: [CellLine]) {
    self.bytes = bytes
    self.lines = lines
  }

  /// The logical line that starts at a physical line.
  mutating func scan(at start: Int) -> LogicalLine {
    (line, index, depth) = (start, lines[start].start, 0)
    (isCommand, seenAssignment, seenLambda, finalSemicolon) = (false, false, false, nil)
    endsInString = false
    result = LogicalLine(lines: start..<start)
    while true {
      while index < lines[line].end { step() }
      let goesOn = isJoined || (depth > 0 && !isCommand)
      guard goesOn, line + 1 < lines.count else { break }
      isJoined = false
      line += 1
      index = lines[line].start
    }
    isJoined = false
    if endsInString { result.last = nil }
    result.lines = start..<(line + 1)
    return result
  }

  /// Whether a backslash, or an open string, joins the next physical line to this one.
  private var isJoined = false

  private mutating func step() {
    let byte = bytes[index]
    let end = lines[line].end
    switch byte {
    case _ where byte.isIndent:
      index += 1
    case .backslash where index + 1 == end:
      isJoined = true
      index = end
    case UInt8(ascii: "#"):
      emit(.comment, to: end)
    case _ where byte.isQuote:
      scanString(byte)
    case _ where byte.isDigit:
      emit(.number, to: endOfWord(from: index))
    case _ where byte.isWord:
      emit(.word, to: endOfWord(from: index))
    default:
      emit(.symbol, to: index + symbolLength())
    }
  }

  private func endOfWord(from start: Int) -> Int {
    bytes[start..<lines[line].end].firstIndex { !$0.isWord } ?? lines[line].end
  }

  private mutating func emit(_ kind: LogicalLine.Token.Kind, to end: Int) {
    let token = LogicalLine.Token(kind: kind, range: index..<end)
    let isFirst = result.first == nil
    if isFirst { result.first = token }
    result.last = token
    result.tokenCount += 1
    index = end
    if kind != .comment { note(token, isFirst: isFirst) }
  }

  /// Keeps the facts of `LogicalLine` up to date.
  private mutating func note(_ token: LogicalLine.Token, isFirst: Bool) {
    if finalSemicolon != nil { result.isExpression = false }
    finalSemicolon = nil
    let text = bytes[token.range]
    switch (token.kind, text.first!) {
    case (.word, _):
      let word = String(decoding: text, as: UTF8.self)
      if isFirst, LogicalLine.statementKeywords.contains(word) { result.isExpression = false }
      if word == "lambda" { seenLambda = true }
    case (.symbol, let byte):
      if isFirst, text.count == 1, LogicalLine.escapes.contains(byte) { isCommand = true }
      if byte.isOpeningBracket { depth += 1 }
      if byte.isClosingBracket { depth = max(depth - 1, 0) }
      if depth == 0 { noteTopLevel(token, byte) }
    default: break
    }
    if finalSemicolon == nil { result.codeEnd = token.range.upperBound }
    result.isOpen = depth > 0 || text.elementsEqual(":".utf8)
  }

  private mutating func noteTopLevel(_ token: LogicalLine.Token, _ byte: UInt8) {
    let text = bytes[token.range]
    if text.elementsEqual(";".utf8) { finalSemicolon = token }
    if text.elementsEqual(":".utf8), !seenLambda { result.isExpression = false }
    let isComparison =
      text.count == 2 && (byte == UInt8(ascii: "=") || byte == .exclamation || byte.isAngle)
    if text.last == UInt8(ascii: "="), !isComparison { result.isExpression = false }
    if text.elementsEqual("=".utf8), !seenAssignment, !isCommand {
      seenAssignment = true
      noteValue(of: token)
    }
  }

  /// Looks for `%name` or `!` behind an assignment's `=`.
  private mutating func noteValue(of assignment: LogicalLine.Token) {
    var line = line
    var index = assignment.range.upperBound
    while true {
      while index < lines[line].end, bytes[index].isIndent { index += 1 }
      guard index + 1 == lines[line].end, bytes[index] == .backslash, line + 1 < lines.count
      else { break }
      line += 1
      index = lines[line].start
    }
    guard index < lines[line].end else { return }
    let rest = bytes[(index + 1)..<lines[line].end]
    switch bytes[index] {
    case .exclamation where rest.first != UInt8(ascii: "="):
      let lead = bytes[lines[self.line].text].first { !$0.isIndent }
      guard lead != UInt8(ascii: "=") else { return }
    case .percent:
      guard let head = rest.first(where: { !$0.isIndent }), head.isWord, !head.isDigit
      else { return }
    default: return
    }
    result.assignedEscape = index
    isCommand = true
  }

  /// Moves past a string. A quote without partner is a token of its own.
  private mutating func scanString(_ quote: UInt8) {
    let start = index
    let isTriple = bytes[start..<lines[line].end].starts(with: repeatElement(quote, count: 3))
    var at = start + (isTriple ? 3 : 1)
    var line = line
    while true {
      let end = lines[line].end
      while at < end {
        if bytes[at] == .backslash, at + 1 < end {
          at += 2
        } else if bytes[at] == quote, !isTriple {
          return finishString(at + 1, line)
        } else if isTriple, bytes[at..<end].starts(with: repeatElement(quote, count: 3)) {
          return finishString(at + 3, line)
        } else {
          at += 1
        }
      }
      let goesOn = isTriple || lines[line].endsInBackslash(in: bytes)
      guard goesOn, !isCommand, line + 1 < lines.count else { break }
      line += 1
      at = lines[line].start
    }
    if line > self.line, !isTriple {
      // A string that a backslash continued, and that doesn't end: all of it is one error token.
      self.line = line
      emit(.symbol, to: lines[line].end)
      isJoined = true
    } else if isTriple, !isCommand {
      // The cell ends inside the string: nothing after it can be recognised.
      result.tokenCount += 1
      result.first = result.first ?? LogicalLine.Token(kind: .string, range: start..<at)
      result.last = nil
      (self.line, index) = (line, lines[line].end)
    } else {
      endsInString = endsInString || isTriple
      emit(.symbol, to: start + (isTriple ? 3 : 1))
    }
  }

  private mutating func finishString(_ end: Int, _ line: Int) {
    emit(.string, to: end)
    self.line = line
  }

  /// Length of the operator at `index`: the longest that Python has.
  private func symbolLength() -> Int {
    let rest = bytes[index..<lines[line].end].prefix(3)
    for operators in [Self.longOperators, Self.pairOperators] {
      for candidate in operators where rest.starts(with: candidate) { return candidate.count }
    }
    return 1
  }

  private static let longOperators = ["**=", "//=", ">>=", "<<=", "..."].map { Array($0.utf8) }
  private static let pairOperators = [
    "==", "!=", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
    "**", "//", "<<", ">>",
  ].map { Array($0.utf8) }
}

extension UInt8 {
  fileprivate var isAngle: Bool { self == UInt8(ascii: "<") || self == UInt8(ascii: ">") }
}
