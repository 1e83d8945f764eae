import KaleAnalysis

/// `kale check --format json`; `docs/check.schema.json` is its schema.
struct CheckJSON {
  private let notebooks: [CheckedNotebook]

  init(_ notebooks: [CheckedNotebook]) { self.notebooks = notebooks }

  var text: String {
    JSONText.object([
      ("schema", .string("kale.check/1")),
      ("notebooks", .array(notebooks.map(json))),
    ]).text
  }

  private func json(_ notebook: CheckedNotebook) -> JSONText {
    .object([
      ("notebook", .string(notebook.path)),
      ("errors", .integer(notebook.counts.errors)),
      ("warnings", .integer(notebook.counts.warnings)),
      ("notes", .integer(notebook.counts.notes)),
      ("failure", notebook.failure.map { .string($0.message) } ?? .null),
      ("changes", .strings(notebook.edits)),
      ("diagnostics", .array(notebook.findings.map(json))),
    ])
  }

  private func json(_ finding: Finding) -> JSONText {
    .object(
      [
        ("id", .string(finding.id)), ("severity", .string(finding.severity.rawValue)),
        ("message", .string(finding.message)),
      ] + members(finding.place) + [
        (
          "notes",
          .array(
            finding.notes.map { note in
              .object(
                [("message", .string(note.message))] + members(note.place ?? Finding.Place()))
            })
        ),
        ("fix", finding.fix.map(JSONText.string) ?? .null),
      ])
  }

  private func members(_ place: Finding.Place) -> [(key: String, value: JSONText)] {
    func number(_ value: Int?) -> JSONText { value.map(JSONText.integer) ?? .null }
    return [
      ("cell", number(place.cell)), ("line", number(place.line)), ("column", number(place.column)),
      ("end_line", number(place.endLine)), ("end_column", number(place.endColumn)),
      ("file_line", number(place.fileLine)),
    ]
  }
}
