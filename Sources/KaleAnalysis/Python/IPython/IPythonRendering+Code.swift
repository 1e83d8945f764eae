extension IPythonRendering {
  /// Appends the code that a line magic runs in the namespace, and a call for what else the magic
  /// does. Returns how many newlines were written.
  mutating func render(
    code: MagicCode, reading names: [Range<Int>], of command: MagicCommand, yieldsValue: Bool
  ) -> Int {
    let open = "get_ipython().run_line_magic(\(command.name.pythonLiteral), ("
    if command.isAssigned {
      guard let expression = code.expression else { return giveUp(on: command) }
      wrap(expression, in: yieldsValue ? "(" : open, yieldsValue ? ")" : "))")
      return code.expressionNewlineCount
    }
    if !names.isEmpty {
      call(
        "run_line_magic", name: command.name, reading: names, of: command.arguments,
        at: command.start)
      text.insert("\n" + indent, at: code.start)
    }
    renderInline(code)
    return code.newlineCount
  }

  /// Appends the code that `%timeit` runs. Returns how many newlines of the source were written.
  mutating func render(timed code: MagicCode, of command: MagicCommand) -> Int {
    if let expression = code.expression {
      let open = "get_ipython().run_line_magic(\(command.name.pythonLiteral), (lambda: ("
      wrap(
        expression, in: command.isAssigned ? open : "(lambda: (",
        command.isAssigned ? "))())" : "))()")
      return code.expressionNewlineCount
    }
    if command.isAssigned { return giveUp(on: command) }
    text.insert("def \(IPythonTransform.timedFunction)():\n\(indent) ", at: code.start)
    // A magic in a magic may leave nothing behind.
    if code.cell.magic != nil { text.insert("pass\n\(indent) ", at: code.start) }
    indented { $0.renderInline(code) }
    text.insert("\n\(indent)\(IPythonTransform.timedFunction)()", at: code.end)
    return code.newlineCount
  }

  /// Appends a bare call for a magic whose statements can't stand where its value is assigned.
  private mutating func giveUp(on command: MagicCommand) -> Int {
    effects += [.readsUnknown, .bindsUnknown]
    call("run_line_magic", name: command.name, of: command.arguments, at: command.start)
    return 0
  }

  /// Appends code in the place of the magic that runs it.
  mutating func renderInline(_ code: MagicCode) {
    // A comment alone; the magic is a statement all the same.
    if !code.hasStatements { text.insert("pass ", at: code.start) }
    nested { inner in
      if code.cell.magic == nil {
        inner.render(items: code.cell, isInline: true)
        // Keeps what follows from completing the code: a statement that can't stand there.
        if code.isOpen { inner.text.insert("\n;", at: code.end) }
      } else {
        inner.render(code.cell)
      }
    }
  }

  /// Appends an expression between two texts of our own.
  private mutating func wrap(_ expression: [Range<Int>], in open: String, _ close: String) {
    text.insert(open, at: expression.first!.lowerBound)
    for range in expression { text.copy(range, of: source) }
    text.insert(close, at: expression.last!.upperBound)
  }

  /// Runs `body` with the indent of one more block.
  mutating func indented(_ body: (inout IPythonRendering) -> Void) {
    let outer = indent
    indent += " "
    body(&self)
    indent = outer
  }

  /// Runs `body` with the indent of the line that a construct stands in, if nothing else stands in
  /// front of it, so that lines of our own can follow.
  mutating func withIndent(
    from lineStart: Int, upTo start: Int, _ body: (inout IPythonRendering) -> Int
  ) -> Int {
    let outer = indent
    defer { indent = outer }
    let lead = source[lineStart..<start]
    if lead.allSatisfy(\.isIndent) { indent += String(decoding: lead, as: UTF8.self) }
    return body(&self)
  }
}
