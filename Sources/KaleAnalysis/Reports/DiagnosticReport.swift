/// A diagnostic with its place in numbers that start at 1, the columns in code points.
public struct DiagnosticReport: Sendable, Hashable {
  public var id: String
  public var severity: Diagnostic.Severity
  public var message: String
  /// 0-based among all cells of the notebook; nil for the notebook as a whole.
  public var cell: Int?
  /// nil for the cell as a whole.
  public var start: CellReport.Place?
  /// The place behind the last character.
  public var end: CellReport.Place?
  public var notes: [String]
  public var fix: String?
}

extension DiagnosticReport {
  init(_ diagnostic: Diagnostic, sources: [SourceText]) {
    id = diagnostic.id.rawValue
    severity = diagnostic.severity
    message = diagnostic.message
    cell = diagnostic.location.cell
    let range = Self.range(diagnostic.location, sources)
    start = range?.start
    end = range?.end
    notes = diagnostic.notes.map { Self.text($0, sources) }
    fix = diagnostic.fix
  }

  private static func range(_ location: Diagnostic.Location, _ sources: [SourceText])
    -> (start: CellReport.Place, end: CellReport.Place)?
  {
    guard let cell = location.cell, sources.indices.contains(cell), let range = location.range
    else { return nil }
    return (
      CellReport.Place(range.start, in: sources[cell]),
      CellReport.Place(range.end, in: sources[cell])
    )
  }

  /// The note with its place in front, as `kale check` writes it.
  private static func text(_ note: Diagnostic.Note, _ sources: [SourceText]) -> String {
    guard let location = note.location, let cell = location.cell else { return note.message }
    let place = range(location, sources).map { ":\($0.start.line):\($0.start.column)" } ?? ""
    return "cell \(cell)\(place): \(note.message)"
  }
}
