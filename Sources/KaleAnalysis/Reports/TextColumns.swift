/// Lays out cells of sentences in columns; lines break between words.
struct TextColumns {
  private static let gap = 2

  private var rows: [[[String]]] = []

  init(_ header: [String]) {
    rows.append(header.map { [$0] })
  }

  /// Adds a row; each cell has any number of lines.
  mutating func add(_ cells: [[String]]) { rows.append(cells) }

  /// The lines, the header first, of at most `columns` screen columns if there are 40.
  func lines(columns: Int) -> [String] {
    let widths = widths(columns: columns)
    return rows.flatMap { row -> [String] in
      let cells = zip(row, widths).map { cell, width in cell.flatMap { Self.wrap($0, width: width) }
      }
      return (0..<max(cells.map(\.count).max() ?? 0, 1)).map { number in
        var line = ""
        var start = 0
        for (cell, width) in zip(cells, widths) {
          let text = number < cell.count ? cell[number] : ""
          if !text.isEmpty {
            line += String(repeating: " ", count: max(start - line.displayWidth, 0)) + text
          }
          start += width + Self.gap
        }
        return line
      }
    }
  }

  /// What each column gets: what it needs, if there is room for all; else the wider ones give way.
  private func widths(columns: Int) -> [Int] {
    var widths = rows[0].indices.map { column in
      rows.flatMap { $0[column] }.map(\.displayWidth).max() ?? 0
    }
    let room = columns - Self.gap * (widths.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 8 {
      widths[widths.lastIndex(of: widest)!] -= 1
    }
    return widths
  }

  /// Lines of at most `width`, further ones indented by two. A word that is longer is cut in two.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if line.displayWidth + 1 + word.displayWidth <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = "  \(word)"
      }
      while line.displayWidth > width, line.displayWidth > 8 {
        let head = line.prefix(columns: width)
        lines.append(head)
        line = "  " + line.dropFirst(head.count)
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }
}
