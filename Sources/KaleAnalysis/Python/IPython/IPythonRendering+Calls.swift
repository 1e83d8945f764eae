extension IPythonRendering {
  /// Appends a part of a command as it stands, without the backslashes that continue its lines.
  mutating func copy(_ range: Range<Int>, of part: JoinedText) {
    var start = range.lowerBound
    for index in range {
      let isJoint = source[part.offset(index)] != part.bytes[index]
      let isLast = index + 1 == range.upperBound
      if isJoint {
        text.copy(part.offset(start)..<part.offset(index), of: source)
        text.insert(" ", at: part.offset(index))
        start = index + 1
      } else if isLast || part.offset(index + 1) != part.offset(index) + 1 {
        text.copy(part.offset(start)..<(part.offset(index) + 1), of: source)
        start = index + 1
      }
    }
  }

  /// Appends `get_ipython().method('name', '%s' % ((expression),))`: a call that looks up the
  /// expressions and turns them into text, as IPython does.
  mutating func call(
    _ method: String, name: String? = nil, reading expressions: [Range<Int>] = [],
    of part: JoinedText, at anchor: Int
  ) {
    var head = "get_ipython().\(method)("
    if let name { head += name.pythonLiteral }
    guard !expressions.isEmpty else { return text.insert(head + ")", at: anchor) }
    if name != nil { head += ", " }
    let format = String(repeating: "%s", count: expressions.count)
    text.insert("\(head)'\(format)' % (", at: anchor)
    for expression in expressions {
      text.insert("(", at: part.offset(expression.lowerBound))
      copyLenient(expression, of: part)
      text.insert("),", at: part.offset(expression.upperBound))
    }
    text.insert("))", at: part.offset(expressions.last!.upperBound))
  }

  /// Appends a call for a command into which IPython puts the values of expressions.
  mutating func call(
    _ method: String, name: String? = nil, interpolating part: JoinedText, at anchor: Int
  ) {
    let expressions = Interpolation(part.bytes).expressions
    call(method, name: name, reading: expressions, of: part, at: anchor)
  }

  /// Appends an expression that may fail to be evaluated without harm.
  mutating func copyLenient(_ range: Range<Int>, of part: JoinedText) {
    let start = text.bytes.count
    copy(range, of: part)
    lenientReads.append(start..<text.bytes.count)
  }

  /// Appends the subject of a request for help, up to its first wildcard; `pass` if it is no
  /// variable.
  mutating func lookUp(_ subject: JoinedText, at anchor: Int) {
    let bytes = subject.bytes
    let start = bytes.firstIndex { !$0.isSpace } ?? bytes.count
    var end = bytes[start...].firstIndex { !$0.isWord && !".[]-".utf8.contains($0) } ?? bytes.count
    if end < bytes.count, bytes[end] == UInt8(ascii: "*") {
      end = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")) ?? start
    } else if end < bytes.count {
      end = start
    }
    let isVariable = start < end && !bytes[start].isDigit && bytes[start].isWord
    guard isVariable, PythonExpression.isValid(bytes[start..<end]) else {
      return text.insert("pass", at: anchor)
    }
    copyLenient(start..<end, of: subject)
  }

  /// Appends the call that `/f a b`, `,f a b` or `;f a b` stands for. Without a separator the rest
  /// of the line is one argument.
  mutating func render(
    call command: IPythonConstruct, open: String, between separator: String?, close: String
  ) {
    let (function, rest) = command.content.partitioned()
    copy(function.bytes.indices, of: function)
    text.insert(open, at: function.end)
    if let separator {
      for (index, word) in rest.words().enumerated() {
        if index > 0 { text.insert(separator, at: rest.offset(word.lowerBound)) }
        copy(word, of: rest)
      }
    } else {
      copy(rest.bytes.indices, of: rest)
    }
    text.insert(close, at: rest.end)
  }
}
