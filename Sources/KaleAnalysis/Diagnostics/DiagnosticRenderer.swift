/// Writes diagnostics for people:
///
///     titanic.ipynb:cell 7:3:11: error: `df` is not known here [unreachable-producer]
///         model.fit(df, y)
///                   ^~
///         note: titanic.ipynb:cell 4:1:1: `df` is bound here
///         fix: add the tag prev:clean to cell 7
///
/// Cells count from 0 among all cells of the notebook, lines and columns from 1, columns in code points.
public struct DiagnosticRenderer: Sendable {
  /// Columns of the terminal, to which source lines are cut. Messages are never cut.
  public var columns = 80
  public var isColored = false

  private let path: String
  private let sources: [Int: SourceText]

  public init(_ notebook: Notebook) {
    path = notebook.path
    sources = Dictionary(
      notebook.cells.map { ($0.index, SourceText($0.source)) }, uniquingKeysWith: { $1 })
  }

  /// For diagnostics of a notebook that could not be read.
  public init(path: String) {
    self.path = path
    sources = [:]
  }

  /// The diagnostics in reading order, each ending in a line feed.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var last: ShownLine?
    return diagnostics.sorted(by: Diagnostic.isInReadingOrder).map { render($0, &last) }.joined()
  }

  /// One diagnostic; every line of it ends in a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    var line: ShownLine?
    return render(diagnostic, &line)
  }

  /// A line of a cell, kept from one diagnostic to the next: many may be about one that is very long.
  private struct ShownLine {
    let cell: Int
    let number: Int
    let text: DisplayLine
  }

  private func render(_ diagnostic: Diagnostic, _ last: inout ShownLine?) -> String {
    let severity = style("\(diagnostic.severity.rawValue):", color(of: diagnostic.severity))
    var text = style("\(place(diagnostic.location)):", .bold)
    text += " \(severity) \(line(diagnostic.message)) [\(diagnostic.id.rawValue)]\n"
    text += excerpt(diagnostic.location, &last)
    for note in diagnostic.notes {
      let place = note.location.map { "\(self.place($0)): " } ?? ""
      text += Self.indent + style("note:", .cyan) + " \(place)\(line(note.message))\n"
    }
    if let fix = diagnostic.fix { text += Self.indent + style("fix:", .green) + " \(line(fix))\n" }
    return text
  }

  private static let indent = "    "

  private func place(_ location: Diagnostic.Location) -> String {
    var place = line(path)
    guard let cell = location.cell else { return place }
    place += ":cell \(cell)"
    guard let start = location.range?.start else { return place }
    let column = sources[cell]?.column(of: start) ?? start.column + 1
    return place + ":\(start.line):\(column)"
  }

  /// The first line of the range and a line that underlines the range as far as it is on that line.
  private func excerpt(_ location: Diagnostic.Location, _ last: inout ShownLine?) -> String {
    guard let cell = location.cell, let range = location.range,
      let source = sources[cell]?.line(range.start.line)
    else { return "" }
    if last?.cell != cell || last?.number != range.start.line { last = nil }
    let shown = last?.text ?? DisplayLine(source)
    last = ShownLine(cell: cell, number: range.start.line, text: shown)
    let start = shown.column(at: range.start.column)
    let end = range.end.line > range.start.line ? shown.width : shown.column(at: range.end.column)
    let focus = start..<max(end, start + 1)
    let window = shown.window(columns: max(columns - Self.indent.count, 20), focus: focus)
    let room = max(columns - Self.indent.count - (focus.lowerBound - window.start), 1)
    let tail = String(repeating: "~", count: min(focus.count, room) - 1)
    let blank = String(repeating: " ", count: focus.lowerBound - window.start)
    return Self.indent + window.text + "\n" + Self.indent + blank + style("^" + tail, .green) + "\n"
  }

  /// Text that must stay on one line and must not do anything to the terminal.
  private func line(_ text: String) -> String {
    text.map { $0.isNewline || $0 == "\t" ? " " : $0.visible }.joined()
  }
}

extension DiagnosticRenderer {
  /// SGR parameters of ANSI terminals.
  private enum Color: String {
    case bold = "1"
    case red = "1;31"
    case green = "32"
    case magenta = "1;35"
    case cyan = "36"
  }

  private func color(of severity: Diagnostic.Severity) -> Color {
    switch severity {
    case .error: .red
    case .warning: .magenta
    case .note: .cyan
    }
  }

  private func style(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
