/// A line of source as a terminal shows it: tabs become spaces, control characters become visible,
/// and every character takes the columns that it takes on the screen.
struct DisplayLine {
  static let tabWidth = 4

  private struct Glyph {
    var text: String
    /// Columns on the screen.
    var width: Int
    /// Where it ends in the line, in UTF-8 bytes.
    var end: Int
  }

  private let glyphs: [Glyph]
  /// Columns of the whole line.
  let width: Int

  init(_ line: Substring) {
    var glyphs: [Glyph] = []
    var width = 0
    var end = 0
    for character in line {
      end += character.utf8.count
      let glyph: Glyph
      if character == "\t" {
        let count = Self.tabWidth - width % Self.tabWidth
        glyph = Glyph(text: String(repeating: " ", count: count), width: count, end: end)
      } else {
        let text = character.visible
        glyph = Glyph(text: text, width: text.reduce(0) { $0 + $1.displayWidth }, end: end)
      }
      width += glyph.width
      glyphs.append(glyph)
    }
    self.glyphs = glyphs
    self.width = width
  }

  /// The screen column, from 0, at which the character with the UTF-8 offset `offset` begins.
  func column(at offset: Int) -> Int {
    glyphs.prefix { $0.end <= offset }.reduce(0) { $0 + $1.width }
  }

  /// The text in a window of at most `columns` columns in which `focus` can be seen, with an
  /// ellipsis where it is cut, and the screen column at which the window's text begins.
  func window(columns: Int, focus: Range<Int>) -> (text: String, start: Int) {
    guard width > columns else { return (glyphs.map(\.text).joined(), 0) }
    // A third of the room stands before the focus, unless the focus needs it or the line ends.
    let room = max(columns - 2, 1)
    let before = max(min(room / 3, room - focus.count), 0)
    let wanted = max(0, min(focus.lowerBound - before, width - room))
    var text = ""
    var start: Int?
    var column = 0
    var shown = 0
    for glyph in glyphs {
      defer { column += glyph.width }
      guard column >= wanted else { continue }
      guard shown + glyph.width <= room else { break }
      start = start ?? column
      shown += glyph.width
      text += glyph.text
    }
    let first = start ?? wanted
    let isCutBefore = first > 0
    let isCutAfter = first + shown < width
    return (
      (isCutBefore ? "…" : "") + text + (isCutAfter ? "…" : ""), isCutBefore ? first - 1 : first
    )
  }
}
