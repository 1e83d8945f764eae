import CPython

extension PythonSyntaxError {
  /// The error in a result for `source`.
  init(_ error: kale_error, of result: borrowing PythonResult, in source: String) {
    kind = Kind(error.kind)
    exceptionName = result.string(error.class_name)
    message = result.string(error.message)
    let shown = result.string(error.line_text)
    range = Self.range(error, message: message, shown: shown, in: SourceLines(source))
  }

  /// Converts 1-based code points, which may be absent or beyond the text, to a range in the text.
  private static func range(
    _ error: kale_error, message: String, shown: String, in lines: SourceLines
  ) -> SourceRange? {
    guard error.line > 0 else { return nil }
    let line = Int(error.line)
    var shift = 0
    if PythonVersion.linked.minor < 12, let text = lines[line], !shown.hasPrefix(text),
      shown.hasPrefix("(") || message.hasPrefix("f-string: ")
    {
      guard let expression = inFString(shown),
        let before = codePoints(in: text, before: expression)
      else { return lines.range(ofLine: line) }
      // An offset of 2 is the expression's first character.
      shift = before - 1
    }
    guard error.offset > 0 else { return lines.range(ofLine: line) }
    let start = lines.position(line: line, codePoint: Int(error.offset) + shift)
    guard error.end_line > 0, error.end_offset > 0 else {
      return SourceRange(start: start, end: start)
    }
    let end = lines.position(
      line: Int(error.end_line), codePoint: Int(error.end_offset) + shift)
    return SourceRange(start: start, end: max(start, end))
  }

  /// The expression that CPython before 3.12 took out of an f-string, put in parentheses and parsed
  /// by itself: its offsets count in that text. `shown` is the text of the error, with a newline.
  private static func inFString(_ shown: String) -> Substring? {
    let text =
      shown.unicodeScalars.last == "\n"
      ? shown.unicodeScalars.dropLast() : shown[...].unicodeScalars
    guard text.first == "(", text.last == ")", text.count > 2 else { return nil }
    return Substring(text.dropFirst().dropLast())
  }

  /// How many code points of `line` come before `expression`, where it follows a brace.
  private static func codePoints(in line: Substring, before expression: Substring) -> Int? {
    let line = Array(line.unicodeScalars)
    let sought = ["{"] + Array(expression.unicodeScalars)
    guard line.count >= sought.count else { return nil }
    return (0...(line.count - sought.count))
      .first { line[$0..<($0 + sought.count)].elementsEqual(sought) }
      .map { $0 + 1 }
  }
}

extension PythonSyntaxError.Kind {
  init(_ kind: Int32) {
    switch kale_error_kind(rawValue: UInt32(kind)) {
    case KALE_ERROR_SYNTAX: self = .syntax
    case KALE_ERROR_TOO_DEEP: self = .tooDeep
    case KALE_ERROR_TOO_LARGE: self = .tooLarge
    case KALE_ERROR_NUL: self = .containsNUL
    case KALE_ERROR_ENCODING: self = .invalidEncoding
    case KALE_ERROR_UNKNOWN_NODE: self = .unknownNode
    default: self = .other
    }
  }
}
