/// Where the lines of a text start, to convert offsets to positions and back. Lines end where
/// CPython's tokenizer ends them: at `\n`, `\r\n` and `\r`.
package struct LineStarts: Sendable {
  private let starts: [Int]
  private let end: Int

  package init(_ bytes: [UInt8]) {
    let ended = CellLine.split(bytes).filter { $0.next > $0.end }
    starts = [0] + ended.map(\.next)
    end = bytes.count
  }

  /// The position of a byte offset, which is clamped to the text.
  func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), end)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return SourcePosition(line: low, column: offset - starts[low - 1])
  }

  /// The byte offset of a position, which is clamped to the text.
  package func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= starts.count else { return end }
    return min(starts[position.line - 1] + max(position.column, 0), end)
  }
}
