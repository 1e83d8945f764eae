/// Code in the arguments of a magic, such as the statement that `%time` runs.
struct MagicCode {
  let cell: IPythonCell
  /// The code by physical line, if it is an expression and nothing in it is IPython's.
  let expression: [Range<Int>]?

  /// The code from an offset in `arguments` to the end of the last of `lines`, which hold the
  /// magic; nil if there is none.
  init?(
    _ source: [UInt8], in arguments: JoinedText, from rest: Int, lines: ArraySlice<CellLine>
  ) {
    guard rest < arguments.bytes.count else { return nil }
    let start = arguments.offset(rest)
    var lines = Array(lines.drop { $0.end <= start })
    lines[0].start = start
    let end = source[lines.last!.text].trimmedEnd
    (lines[lines.count - 1].end, lines[lines.count - 1].next) = (end, end)
    cell = IPythonCell(source, lines: lines)
    expression = Self.expression(in: cell)
  }

  private static func expression(in cell: IPythonCell) -> [Range<Int>]? {
    guard cell.magic == nil, cell.items.count == 1, case .python(let line) = cell.items[0],
      line.isExpression, !line.isOpen, let end = line.codeEnd
    else { return nil }
    return cell.lines.filter { $0.start < end }.map { $0.start..<min($0.next, end) }
  }

  var start: Int { cell.lines.first!.start }
  var end: Int { cell.lines.last!.end }

  /// How many newlines are written along with the code.
  var newlineCount: Int { cell.lines.count - 1 }
  var expressionNewlineCount: Int { (expression?.count ?? 1) - 1 }

  /// Whether there is anything but blank lines and comments.
  var hasStatements: Bool { cell.hasStatements }

  /// Whether the code ends inside a bracket or before a block; the line below is none of it.
  var isOpen: Bool {
    guard case .python(let line) = cell.items.last else { return false }
    return line.isOpen
  }
}

extension IPythonCell {
  /// Whether there is anything but blank lines and comments.
  var hasStatements: Bool {
    magic != nil
      || items.contains { item in
        if case .python(let line) = item { !line.isBlankOrComment } else { true }
      }
  }
}
