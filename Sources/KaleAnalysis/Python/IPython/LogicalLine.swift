/// A logical line of a cell that is not plain Python, as far as IPython's syntax needs it: the
/// tokens at its two ends, and what stands at the right of its first `=`.
struct LogicalLine {
  struct Token: Equatable {
    enum Kind { case word, number, string, comment, symbol }
    var kind: Kind
    var range: Range<Int>
  }

  /// The physical lines, as indices.
  var lines: Range<Int>
  /// The first token; nil for a line that is blank.
  var first: Token?
  /// The token before the newline; nil also if the cell ends inside a string.
  var last: Token?
  /// Offset of the `%` or `!` that is the value of the line's first top-level `=`.
  var assignedEscape: Int?
  /// Number of tokens, comments included.
  var tokenCount = 0
  /// Whether the line has the shape of an expression: no keyword of a statement in front, no
  /// assignment, annotation, block or second statement.
  var isExpression = true
  /// Whether a bracket is open at the end, or a block begins there.
  var isOpen = false
  /// Where the code ends: behind the last token that is neither a comment nor a final `;`.
  var codeEnd: Int?

  var isBlankOrComment: Bool { first == nil || first?.kind == .comment }

  static let escapes = Set("!?%,;/".utf8)

  static let statementKeywords: Set<String> = [
    "assert", "async", "break", "class", "continue", "def", "del", "for", "from", "global", "if",
    "import", "nonlocal", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
}
