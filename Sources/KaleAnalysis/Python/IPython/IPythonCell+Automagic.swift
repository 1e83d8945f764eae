extension IPythonCell {
  /// The magic of a cell that has just one line and starts with the name of a magic, as in
  /// `pip install numpy`. IPython takes the line for a magic unless a variable has that name.
  var automagic: IPythonConstruct? {
    guard items.count == 1, case .python(let line) = items[0], line.lines.count == 1,
      lines.count == blankLines + 1, let first = line.first, first.kind == .word
    else { return nil }
    let text = JoinedText(bytes, from: first.range.lowerBound, lines: lines[line.lines])
    let (head, tail) = text.partitioned()
    guard MagicTable.line[head.string] != nil, tail.bytes.first != UInt8(ascii: "=") else {
      return nil
    }
    return IPythonConstruct(
      kind: .lineMagic, lines: line.lines, start: first.range.lowerBound, isAssigned: false,
      content: text)
  }
}
