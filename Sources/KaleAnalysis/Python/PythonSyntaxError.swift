/// Why CPython's parser gave no tree for a source.
public struct PythonSyntaxError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// `SyntaxError` or one of its subclasses.
    case syntax
    /// More nesting than CPython's parser takes.
    case tooDeep
    /// More than 1 MiB.
    case tooLarge
    /// A NUL character.
    case containsNUL
    /// Not UTF-8. A Swift `String` never gives it.
    case invalidEncoding
    /// A kind of syntax newer than this program.
    case unknownNode
    /// Any other exception, or no memory.
    case other
  }

  public let kind: Kind
  /// Name of the exception's class, such as "IndentationError"; empty if none was raised.
  public let exceptionName: String
  /// CPython's message, such as "invalid syntax".
  public let message: String
  /// Where, in the text that was parsed. Empty where CPython gives no end, the line where it gives no
  /// column in it, nil where it gives no line.
  public let range: SourceRange?
}
