/// The headings in a notebook's Markdown cells.
struct SectionHeadings {
  struct Heading {
    /// 1 for the highest, as in `# Title`.
    var level: Int
    var text: String
    /// Index of its cell.
    var cell: Int
  }

  private(set) var all: [Heading] = []

  init(_ notebook: Notebook) {
    for cell in notebook.cells where cell.kind == .markdown { read(cell) }
  }

  /// The highest heading behind one cell and before another; the first of several.
  func highest(between first: Int, and last: Int) -> Heading? {
    all.filter { first < $0.cell && $0.cell < last }.min { $0.level < $1.level }
  }

  private mutating func read(_ cell: Cell) {
    var isCode = false
    var previous: Substring = ""
    for line in cell.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      defer { previous = line }
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      if isCode { continue }
      if let heading = Self.hashes(line) ?? Self.tag(line) {
        all.append(Heading(level: heading.level, text: heading.text, cell: cell.index))
      } else if let level = Self.underline(line), previous.contains(where: { $0.isLetter }) {
        all.append(Heading(level: level, text: String(previous), cell: cell.index))
      }
    }
  }

  /// `## Text`; many notebooks leave out the space.
  private static func hashes(_ line: Substring) -> (level: Int, text: String)? {
    let line = line.drop { $0 == " " }
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let text = line.dropFirst(level).trimmingSpace()
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return (level, text)
  }

  /// `<h2>Text</h2>`.
  private static func tag(_ line: Substring) -> (level: Int, text: String)? {
    guard let match = line.firstMatch(of: /<[hH]([1-6])[^>]*>(.+?)(?:<\/[hH][1-6]>|$)/),
      let level = Int(match.1)
    else { return nil }
    return (level, String(match.2))
  }

  /// A line of `=` or `-` below the text.
  private static func underline(_ line: Substring) -> Int? {
    let text = line.trimmingSpace()
    guard text.count >= 3, let first = text.first, text.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first == "=" ? 1 : first == "-" ? 2 : nil
  }
}
