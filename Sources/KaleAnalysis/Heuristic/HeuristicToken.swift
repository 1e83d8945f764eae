/// A word, a mark or a literal of Python text, as a scanner without grammar sees it.
struct HeuristicToken: Sendable, Hashable {
  enum Kind: Sendable {
    case name, number, string, mark
  }

  var kind: Kind
  /// Empty for strings.
  var text: String
  /// Where it begins.
  var position: SourcePosition
  /// Brackets that are open around it.
  var depth: Int

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

  func isName(_ name: String) -> Bool { kind == .name && text == name }

  var range: SourceRange {
    SourceRange(
      start: position,
      end: SourcePosition(line: position.line, column: position.column + text.utf8.count))
  }
}

/// A line of code with its continuations.
struct HeuristicLine: Sendable {
  enum Kind: Sendable {
    case code
    /// Of `%timeit`, which runs code in a function of its own.
    case timed
    /// What IPython puts in the place of `{name}` and `$name` in a command.
    case command
  }

  var kind: Kind = .code
  /// Columns before the first token.
  var indent: Int
  var tokens: [HeuristicToken]
}
