/// Puts lists of words into lines.
enum TextLayout {
  /// `LABEL: WORD, WORD`; the words of further lines begin below the first.
  static func list(_ words: [String], label: String, indent: Int = 0, columns: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let blank = String(repeating: " ", count: label.displayWidth + 2)
    let room = columns - indent - blank.count - 1
    // Below a label that takes most of the line, rather than beside it.
    guard room >= columns / 3 else {
      let inner = String(repeating: " ", count: indent + 4)
      return wrap([label + ":"], width: columns - indent).map { margin + $0 }
        + wrap(words, width: max(columns - inner.count - 1, 1)).map { inner + $0 }
    }
    return wrap(words, width: room).enumerated().map { number, line in
      margin + (number == 0 ? label + ": " : blank) + line
    }
  }

  /// The words with commas between them, in lines of at most `width` screen columns, not counting a
  /// comma at the end. A word that is longer is broken.
  static func wrap(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : "\(line), \(word)"
      if longer.displayWidth <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line + ",") }
      line = word
      while line.displayWidth > width {
        let head = line.prefix(columns: width)
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension String {
  /// Columns that a terminal gives it.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// What fits into so many columns, at least one character.
  func prefix(columns: Int) -> String {
    var width = 0
    let head = prefix { character in
      width += character.displayWidth
      return width <= columns
    }
    return String(head.isEmpty ? prefix(1) : head)
  }

  /// The text itself, or as much of it as fits into so many columns with an ellipsis behind it.
  package func cut(to columns: Int) -> String {
    displayWidth <= columns ? self : prefix(columns: max(columns - 1, 1)) + "…"
  }
}
