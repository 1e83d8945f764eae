/// A form of Python 2 that Python 3 refuses.
enum Python2Form: CaseIterable {
  case print, exec, except, raise, backquotes, notEqual, octal, long, unicodeRaw, tupleParameter

  /// How Python 3 says it.
  var advice: String {
    switch self {
    case .print: "in Python 3, 'print x' is 'print(x)'"
    case .exec: "in Python 3, 'exec code' is 'exec(code)'"
    case .except: "in Python 3, 'except A, e:' is 'except A as e:'"
    case .raise: "in Python 3, 'raise E, x' is 'raise E(x)'"
    case .backquotes: "in Python 3, '`x`' is 'repr(x)'"
    case .notEqual: "in Python 3, '<>' is '!='"
    case .octal: "in Python 3, '0777' is '0o777'"
    case .long: "in Python 3, '10L' is '10'"
    case .unicodeRaw: "in Python 3, ur'x' is r'x'"
    case .tupleParameter: "in Python 3, a parameter can't be a tuple"
    }
  }

  /// The form at the place of a syntax error in `source`, the text that was parsed; nil if what is
  /// there is none.
  init?(at error: PythonSyntaxError, in source: String) {
    guard error.kind == .syntax, let start = error.range?.start else { return nil }
    let bytes = Array(source.utf8)
    let lines = CellLine.split(bytes)
    guard lines.indices.contains(start.line - 1) else { return nil }
    let line = lines[start.line - 1]
    let place = Python2Place(
      message: error.message, line: bytes[line.text], at: min(line.start + start.column, line.end))
    guard let form = Self.allCases.first(where: place.shows) else { return nil }
    self = form
  }
}

/// The surroundings of a syntax error in its line.
private struct Python2Place {
  let message: String
  let line: ArraySlice<UInt8>
  let at: Int

  private var before: ArraySlice<UInt8> { line[..<at] }
  private var rest: ArraySlice<UInt8> { line[at...] }
  private var isInvalidSyntax: Bool { message.hasPrefix("invalid syntax") }

  /// CPython before 3.10 has no message of its own for most of them.
  func shows(_ form: Python2Form) -> Bool {
    switch form {
    case .print: isStatement("print")
    case .exec: isStatement("exec")
    case .except:
      message == "multiple exception types must be parenthesized"
        || isInvalidSyntax && isComma(in: "except")
    case .raise: isInvalidSyntax && isComma(in: "raise")
    case .backquotes: isInvalidSyntax && isBackquoted
    case .notEqual: isInvalidSyntax && rest.starts(with: "<>".utf8)
    // Fewer digits are the days and months of someone who knows no octal numbers.
    case .octal: isOctal && wordAround.count >= 3
    case .long: isLong
    case .unicodeRaw:
      isInvalidSyntax && rest.first?.isQuote == true && before.last?.isWord == true
        && String(decoding: wordBefore, as: UTF8.self).lowercased() == "ur"
    case .tupleParameter:
      message.hasSuffix("parameters cannot be parenthesized") || isInvalidSyntax && isTupleParameter
    }
  }

  /// An expression is where a statement of the keyword's has its operand. CPython points at the keyword,
  /// 3.9 at the expression.
  private func isStatement(_ keyword: String) -> Bool {
    if message.hasPrefix("Missing parentheses in call to"), rest.starts(with: keyword.utf8) {
      return true
    }
    guard let next = rest.first, next.isWord || next.isQuote, before.last?.isIndent == true,
      wordBefore.elementsEqual(keyword.utf8)
    else { return false }
    return isStatementStart(wordBefore.startIndex)
  }

  private func isStatementStart(_ index: Int) -> Bool {
    guard let last = line[..<index].last(where: { !$0.isIndent }) else { return true }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: ";")
  }

  /// A comma in a statement of this line that begins with the keyword.
  private func isComma(in keyword: String) -> Bool {
    guard rest.first == UInt8(ascii: ",") else { return false }
    let length = keyword.utf8.count
    return before.indices.dropLast(length).contains { index in
      line[index...].starts(with: keyword.utf8) && !line[index + length].isWord
        && isStatementStart(index)
    }
  }

  /// A text in backquotes where an expression can be, as it is not in Markdown.
  private var isBackquoted: Bool {
    let quote = UInt8(ascii: "`")
    guard rest.first == quote, let end = rest.dropFirst().firstIndex(of: quote), end > at + 1 else {
      return false
    }
    let next = line[(end + 1)...].drop(while: \.isIndent).prefix(while: \.isWord)
    let follows = next.isEmpty || Self.operators.contains(String(decoding: next, as: UTF8.self))
    let isValue = PythonExpression.isIdentifier(wordBefore)
    return follows && (!isValue || wordBefore.elementsEqual("print".utf8))
  }

  private static let operators: Set = ["and", "else", "for", "if", "in", "not", "or"]

  private var isOctal: Bool {
    message.hasPrefix("leading zeros in decimal integer literals")
      && wordAround.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
  }

  private var isLong: Bool {
    guard isInvalidSyntax || message.hasPrefix("invalid ") && message.hasSuffix(" literal"),
      let last = wordAround.last, last | 0x20 == UInt8(ascii: "l")
    else { return false }
    let digits = String(decoding: wordAround.dropLast(), as: UTF8.self).lowercased()
    return Int(digits) != nil
      || digits.hasPrefix("0x") && Int(digits.dropFirst(2), radix: 16) != nil
  }

  private var isTupleParameter: Bool {
    guard rest.first == UInt8(ascii: "(") else { return false }
    if isLambda { return true }
    let isDefinition = before.drop(while: \.isIndent).starts(with: "def ".utf8)
    let last = before.last { !$0.isIndent }
    return isDefinition && (last == UInt8(ascii: "(") || last == UInt8(ascii: ","))
  }

  /// Whether the parameters of a lambda are here: names and commas behind the keyword.
  private var isLambda: Bool {
    let parameters = before.reversed().prefix {
      $0.isWord || $0.isIndent || $0 == UInt8(ascii: ",")
    }
    let words = String(decoding: parameters.reversed(), as: UTF8.self).split(separator: " ")
    return words.last == "lambda" || words.contains("lambda") && words.last?.hasSuffix(",") == true
  }

  /// The word that ends here or, with spaces between, before.
  private var wordBefore: ArraySlice<UInt8> {
    let end = before.lastIndex { !$0.isIndent }.map { $0 + 1 } ?? before.startIndex
    let start = line[..<end].lastIndex { !$0.isWord }.map { $0 + 1 } ?? line.startIndex
    return line[start..<end]
  }

  /// The word that the place is in or at the end of.
  private var wordAround: ArraySlice<UInt8> {
    let start = before.lastIndex { !$0.isWord }.map { $0 + 1 } ?? line.startIndex
    let end = rest.firstIndex { !$0.isWord } ?? line.endIndex
    return line[start..<end]
  }
}
