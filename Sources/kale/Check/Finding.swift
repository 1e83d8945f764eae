import KaleAnalysis

/// A diagnostic as the reports of `kale check` have it: lines and columns count from 1, columns in code points.
struct Finding: Codable, Sendable {
  struct Place: Codable, Sendable {
    /// 0-based among all cells; nil for the notebook as a whole.
    var cell: Int?
    /// nil for the cell as a whole.
    var line: Int?
    var column: Int?
    /// Behind the last character.
    var endLine: Int?
    var endColumn: Int?
    /// Of the notebook's file, where that is known.
    var fileLine: Int?
    var fileEndLine: Int?
    /// The first line of the place.
    var source: String?
  }

  struct Note: Codable, Sendable {
    var message: String
    var place: Place?
  }

  var id: String
  var severity: Diagnostic.Severity
  var message: String
  var place: Place
  var notes: [Note] = []
  var fix: String?
}

/// Makes findings of a notebook's diagnostics.
struct FindingMaker {
  private let sources: [SourceText]
  private let lines: CellLines?

  /// - Parameter lines: where the cells stand in the file; nil where nobody wants to know.
  init(_ notebook: Notebook?, lines: CellLines?) {
    sources = notebook?.cells.map { SourceText($0.source) } ?? []
    self.lines = lines
  }

  func finding(_ diagnostic: Diagnostic) -> Finding {
    Finding(
      id: diagnostic.id.rawValue, severity: diagnostic.severity, message: diagnostic.message,
      place: place(diagnostic.location),
      notes: diagnostic.notes.map {
        Finding.Note(message: $0.message, place: $0.location.map(place))
      },
      fix: diagnostic.fix)
  }

  private func place(_ location: Diagnostic.Location) -> Finding.Place {
    var place = Finding.Place(fileLine: location.fileLine, fileEndLine: location.fileLine)
    guard let cell = location.cell else { return place }
    place.cell = cell
    place.fileLine = lines?.line(cell: cell, line: location.range?.start.line)
    place.fileEndLine = place.fileLine
    guard let range = location.range, sources.indices.contains(cell) else { return place }
    place.line = range.start.line
    place.column = sources[cell].column(of: range.start)
    place.endLine = range.end.line
    place.endColumn = sources[cell].column(of: range.end)
    place.fileEndLine = lines?.line(cell: cell, line: max(range.start.line, range.end.line))
    place.source = sources[cell].line(range.start.line).map { String($0) }
    return place
  }
}
