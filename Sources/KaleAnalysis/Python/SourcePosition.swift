/// A position in a cell's source as CPython's parser reports it.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// Line, 1-based.
  public var line: Int
  /// Offset in the line, 0-based, in UTF-8 bytes.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a cell's source; `end` is the position after its last character.
public struct SourceRange: Sendable, Hashable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
