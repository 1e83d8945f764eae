/// Lays out cells of words in columns that fill a given width, each column at most as wide as it needs.
struct TextTable {
  /// Between columns. A comma at the end of a line stands in it.
  private static let gap = 3

  /// Titles of the columns.
  let header: [String]
  private var rows: [Row] = []

  private enum Row {
    /// The words of each column.
    case cells([[String]])
    /// Text across the table, on a line of its own below an empty one.
    case heading(String)
    /// Text across the table, behind the first column.
    case note(String)
  }

  init(_ header: [String]) {
    self.header = header
  }

  mutating func add(_ cells: [[String]]) { rows.append(.cells(cells)) }

  mutating func add(heading: String) { rows.append(.heading(heading)) }

  mutating func add(note: String) { rows.append(.note(note)) }

  /// The lines of the table, its header first, without spaces at their ends.
  func lines(columns: Int) -> [String] {
    let widths = widths(columns: columns)
    let indent = String(repeating: " ", count: widths[0] + Self.gap)
    return [line(header, widths)]
      + rows.flatMap { row in
        switch row {
        case .cells(let cells): lines(of: cells, widths)
        case .heading(let text): ["", text.cut(to: columns)]
        case .note(let text): [indent + text.cut(to: max(columns - indent.count, 1))]
        }
      }
  }

  private func lines(of cells: [[String]], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { TextLayout.wrap($0, width: $1) }
    let height = max(wrapped.map(\.count).max() ?? 0, 1)
    return (0..<height).map { index in
      line(wrapped.map { index < $0.count ? $0[index] : "" }, widths)
    }
  }

  private func line(_ texts: [String], _ widths: [Int]) -> String {
    var line = ""
    for (text, width) in zip(texts, widths) {
      line += text + String(repeating: " ", count: max(width + Self.gap - text.displayWidth, 1))
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Room for the longest word of each column first, then for as many words in a line as can be.
  private func widths(columns: Int) -> [Int] {
    var words = header.map(\.displayWidth)
    var lines = words
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        words[index] = max(words[index], cell.map(\.displayWidth).max() ?? 0)
        lines[index] = max(lines[index], cell.joined(separator: ", ").displayWidth)
      }
    }
    let room = columns - Self.gap * (header.count - 1) - 1
    let widths = Self.shares(of: room, needs: words)
    let more = Self.shares(
      of: room - widths.reduce(0, +), needs: zip(lines, widths).map { max($0 - $1, 0) })
    return zip(widths, more).map { max($0 + $1, 1) }
  }

  /// Gives those who need little what they need, and the others equal parts of the rest.
  private static func shares(of room: Int, needs: [Int]) -> [Int] {
    var shares = needs
    var rest = max(room, 0)
    for (place, index) in needs.indices.sorted(by: { needs[$0] < needs[$1] }).enumerated() {
      shares[index] = min(needs[index], rest / (needs.count - place))
      rest -= shares[index]
    }
    return shares
  }
}
