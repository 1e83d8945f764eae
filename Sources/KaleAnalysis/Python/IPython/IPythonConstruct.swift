/// One piece of IPython's syntax in a cell, before it is decided what becomes of it.
struct IPythonConstruct: Sendable {
  enum Kind: Sendable, Equatable {
    /// `%name arguments`.
    case lineMagic
    /// `!command`.
    case system
    /// `!!command`, or `name = !command`.
    case systemCapture
    /// `name?`, `?name`; `content` is the name.
    case help(isDetailed: Bool)
    /// A bare `?` or `??`.
    case usage
    /// `,f a b`: calls `f("a", "b")`.
    case quotedCall
    /// `;f a b`: calls `f("a b")`.
    case quotedRestCall
    /// `/f a b`: calls `f(a, b)`.
    case parenthesizedCall
  }

  var kind: Kind
  /// The physical lines it covers, as indices; its first may start with other code.
  var lines: Range<Int>
  /// Offset of its first character, the escape.
  var start: Int
  /// Whether `target =` stands in front.
  var isAssigned: Bool
  /// The text after the escape.
  var content: JoinedText
}
