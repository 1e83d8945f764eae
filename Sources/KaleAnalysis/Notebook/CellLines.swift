/// On which lines of a notebook's file the lines of its cells stand: what a tool shows that knows nothing of
/// notebooks.
public struct CellLines: Sendable {
  private struct Cell: Sendable {
    /// Line of the file where the cell begins.
    var start: Int
    /// Of each line of the source, in order.
    var lines: [Int]
  }

  private var cells: [Cell] = []

  /// Knows nothing where the file can't be read a second time or is no notebook.
  public init(path: String) {
    self.init((try? NotebookFile.contents(path: path)) ?? [])
  }

  init(_ bytes: [UInt8]) {
    guard let spans = try? NotebookLayout.cells(in: bytes, lists: ["source", "input"]) else {
      return
    }
    var counter = LineCounter(bytes)
    for cell in spans {
      let start = counter.line(at: cell.contentStart - 1)
      // The code of nbformat 3 stands under `input`.
      let isCode = cell.members.contains { $0.key == "input" }
      let source = cell.members.last { $0.key == (isCode ? "input" : "source") }
      var lines: [Int] = []
      var isAtLineStart = true
      for element in source?.elements ?? [] {
        let line = counter.line(at: element.range.lowerBound)
        let text = SourceText(element.string ?? "")
        // The last of its lines is the beginning of the next, empty where the element ends a line.
        lines += Array(repeating: line, count: text.lines.count - (isAtLineStart ? 0 : 1))
        isAtLineStart = text.lines.last?.isEmpty == true && text.lines.count > 1
        if isAtLineStart { lines.removeLast() }
      }
      if let source, source.elements == nil { lines = [counter.line(at: source.value.lowerBound)] }
      cells.append(Cell(start: start, lines: lines))
    }
  }

  /// The line of the file, 1-based, for a line of a cell's source, 1-based; for nil that on which the cell
  /// begins. nil where there is no such cell.
  public func line(cell: Int, line: Int?) -> Int? {
    guard cells.indices.contains(cell) else { return nil }
    let found = cells[cell]
    guard let line, let last = found.lines.last else { return found.start }
    return line <= found.lines.count ? found.lines[max(line - 1, 0)] : last
  }
}

/// Counts lines up to offsets that only grow.
private struct LineCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var number = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// 1-based. A file's lines end in LF, CR LF or CR.
  mutating func line(at target: Int) -> Int {
    while offset < target {
      let byte = bytes[offset]
      offset += 1
      let isPair =
        byte == UInt8(ascii: "\r") && offset < bytes.count && bytes[offset] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isPair) { number += 1 }
    }
    return number
  }
}
