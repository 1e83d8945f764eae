/// A position in a cell's source as CPython's parser reports it.
public struct SourcePosition: Sendable, Hashable, Comparable {
  // Of 32 bits, as CPython's: each effect has positions with it.
  private var lineNumber: Int32
  private var columnOffset: Int32

  public init(line: Int, column: Int) {
    lineNumber = Int32(line)
    columnOffset = Int32(column)
  }

  /// Line, 1-based.
  public var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = Int32(newValue) }
  }

  /// Offset in the line, 0-based, in UTF-8 bytes.
  public var column: Int {
    get { Int(columnOffset) }
    set { columnOffset = Int32(newValue) }
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
