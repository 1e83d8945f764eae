/// Decides whether a text is a Python expression, so that it can stand as one in other code.
///
/// IPython evaluates what stands in the braces of `!echo {x + 1}`, and leaves the command alone
/// when that fails, as for `!awk '{print $1}'`. The recogniser takes the whole expression grammar
/// but braces, which cannot occur there, triple quotes, `yield` and `await`.
struct PythonExpression {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var recogniser = PythonExpression(text)
    guard recogniser.peek != nil else { return false }
    return recogniser.elements(until: nil) && recogniser.peek == nil
  }

  static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !first.isDigit, text.allSatisfy(\.isWord) else { return false }
    return !PythonKeywords.all.contains(String(decoding: text, as: UTF8.self))
  }

  // MARK: Characters

  /// The next character that is no space.
  private var peek: UInt8? {
    mutating get {
      while index < bytes.endIndex, bytes[index].isIndent { index += 1 }
      return index < bytes.endIndex ? bytes[index] : nil
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    _ = peek
    let length = text.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: length)
    guard bytes[index...].starts(with: expected) else { return false }
    index += length
    return true
  }

  private var word: ArraySlice<UInt8> {
    mutating get {
      _ = peek
      return bytes[index...].prefix(while: \.isWord)
    }
  }

  private mutating func take(word expected: String) -> Bool {
    guard word.elementsEqual(expected.utf8) else { return false }
    index += expected.utf8.count
    return true
  }

  private mutating func takeName() -> Bool {
    let name = word
    guard Self.isIdentifier(name) else { return false }
    index = name.endIndex
    return true
  }

  // MARK: Grammar

  /// One or more expressions with commas between, up to a closing character that stays; or a
  /// comprehension, and starred elements, if there is such a character.
  private mutating func elements(until close: UInt8?) -> Bool {
    var count = 0
    repeat {
      if peek == close { return true }
      if close != nil, take("*") {
        guard operation() else { return false }
      } else {
        guard named() else { return false }
        if close != nil, count == 0, comprehension() { return true }
      }
      count += 1
    } while take(",")
    return true
  }

  private mutating func named() -> Bool {
    let start = index
    if takeName(), take(":="), depth > 0 { return expression() }
    index = start
    return expression()
  }

  private mutating func expression() -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { return false }
    if take(word: "lambda") { return lambda() }
    guard operation() else { return false }
    guard take(word: "if") else { return true }
    return operation() && take(word: "else") && expression()
  }

  private mutating func lambda() -> Bool {
    while takeName() {
      if take("=") { guard expression() else { return false } }
      guard take(",") else { break }
    }
    return take(":") && expression()
  }

  /// Operands and the operators between them.
  private mutating func operation() -> Bool {
    var mayNegate = true
    while true {
      while mayNegate, take(word: "not") {}
      guard operand() else { return false }
      guard let logical = takeOperator() else { return true }
      mayNegate = logical
    }
  }

  /// Takes a binary operator; says whether `not` may follow it.
  private mutating func takeOperator() -> Bool? {
    if take(word: "and") || take(word: "or") { return true }
    if take(word: "is") {
      _ = take(word: "not")
      return false
    }
    let start = index
    if take(word: "not") {
      if take(word: "in") { return false }
      index = start
      return nil
    }
    if take(word: "in") { return false }
    let taken =
      take("**") || take("//") || take("<<") || take(">>") || take("<=") || take(">=")
      || take("==") || take("!=") || take("+") || take("-") || take("*") || take("/")
      || take("%") || take("@") || take("&") || take("|") || take("^") || take("<") || take(">")
    return taken ? false : nil
  }

  private mutating func operand() -> Bool {
    while take("-") || take("+") || take("~") {}
    guard atom() else { return false }
    while true {
      if take(".") {
        guard takeName() else { return false }
      } else if take("(") {
        guard arguments() else { return false }
      } else if take("[") {
        guard subscripts() else { return false }
      } else {
        return true
      }
    }
  }

  private mutating func atom() -> Bool {
    guard let byte = peek else { return false }
    if take("(") { return group(until: UInt8(ascii: ")")) && take(")") }
    if take("[") { return group(until: UInt8(ascii: "]")) && take("]") }
    if take("...") { return true }
    if byte.isDigit || byte == UInt8(ascii: ".") { return number() }
    if let isBytes = string() {
      while let next = string() { guard next == isBytes else { return false } }
      return true
    }
    return take(word: "None") || take(word: "True") || take(word: "False") || takeName()
  }

  /// The inside of parentheses or a list: nothing, expressions, or a comprehension.
  private mutating func group(until close: UInt8) -> Bool {
    depth += 1
    defer { depth -= 1 }
    return elements(until: close)
  }

  /// `for target in iterable if condition`, once or more.
  private mutating func comprehension() -> Bool {
    guard word.elementsEqual("for".utf8) else { return false }
    while take(word: "for") {
      repeat {
        guard takeName() else { return false }
      } while take(",")
      guard take(word: "in"), operation() else { return false }
      while take(word: "if") { guard operation() else { return false } }
    }
    return true
  }

  private mutating func arguments() -> Bool {
    depth += 1
    defer { depth -= 1 }
    var afterKeyword = false
    while peek != UInt8(ascii: ")") {
      let start = index
      if take("**") {
        afterKeyword = true
        guard expression() else { return false }
      } else if take("*") {
        guard !afterKeyword, expression() else { return false }
      } else if takeName(), take("="), peek != UInt8(ascii: "=") {
        afterKeyword = true
        guard expression() else { return false }
      } else {
        index = start
        guard !afterKeyword, named() else { return false }
        if comprehension() { return take(")") }
      }
      guard take(",") else { break }
    }
    return take(")")
  }

  private mutating func subscripts() -> Bool {
    guard peek != UInt8(ascii: "]") else { return false }
    depth += 1
    defer { depth -= 1 }
    repeat {
      var parts = 0
      while let byte = peek, byte != UInt8(ascii: "]"), byte != UInt8(ascii: ",") {
        if take(":") {
          parts += 1
          guard parts < 3 else { return false }
        } else {
          guard named() else { return false }
          guard let next = peek, ":,]".utf8.contains(next) else { return false }
        }
      }
    } while take(",")
    return take("]")
  }

  private mutating func number() -> Bool {
    let text = bytes[index...].prefix { $0.isWord || $0 == UInt8(ascii: ".") }
    index = text.endIndex
    let digits = text.prefix(while: \.isDigit)
    if digits.endIndex == text.endIndex { return digits.count == 1 || digits.first != 0x30 }
    guard text.count > 1, text[digits.endIndex] == UInt8(ascii: ".") else { return false }
    return text[(digits.endIndex + 1)...].allSatisfy(\.isDigit)
  }

  /// Takes a string literal on one line, without escapes that have a value to be checked; says
  /// whether it is of bytes.
  private mutating func string() -> Bool? {
    let prefix = word
    guard prefix.count <= 2, prefix.endIndex < bytes.endIndex, bytes[prefix.endIndex].isQuote
    else { return nil }
    let lowered = Set(prefix.map { $0 | 0x20 })
    guard prefix.count == lowered.count, lowered.isSubset(of: Set("rbu".utf8)),
      prefix.count < 2 || !lowered.contains(UInt8(ascii: "u"))
    else { return nil }
    let isBytes = lowered.contains(UInt8(ascii: "b"))
    let quote = bytes[prefix.endIndex]
    let isTriple = bytes[prefix.endIndex...].starts(with: repeatElement(quote, count: 3))
    guard !isTriple else { return nil }
    var at = prefix.endIndex + 1
    while at < bytes.endIndex, bytes[at] != quote {
      if isBytes, bytes[at] >= 0x80 { return nil }
      guard bytes[at] == .backslash else {
        at += 1
        continue
      }
      if at + 1 < bytes.endIndex, "xuUN".utf8.contains(bytes[at + 1]) { return nil }
      at += 2
    }
    guard at < bytes.endIndex else { return nil }
    index = at + 1
    return isBytes
  }
}
