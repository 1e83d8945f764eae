@testable import KaleAnalysis

/// A code cell of a test notebook: its tags in one string, split at spaces.
struct TaggedCode: ExpressibleByStringLiteral, Sendable {
  var tags: [String]
  var source: String

  init(_ tags: String, _ source: String = "x = 1") {
    self.tags = tags.split(separator: " ").map { String($0) }
    self.source = source
  }

  init(stringLiteral tags: String) {
    self.init(tags)
  }
}

extension Notebook {
  /// A notebook of code cells with its pipeline named.
  static func tagged(
    _ cells: [TaggedCode], metadata: JSONValue? = .object(["pipeline_name": .string("p")])
  ) -> Notebook {
    Notebook(
      path: "folder/my nb.ipynb", pipelineMetadata: metadata,
      cells: cells.enumerated().map {
        Cell(index: $0.offset, kind: .code, source: $0.element.source, tags: $0.element.tags)
      })
  }
}

extension [Diagnostic] {
  /// Each as `SEVERITY ID CELL`, for comparison at a glance.
  var outline: [String] {
    map { diagnostic in
      let cell = diagnostic.location.cell.map { " \($0)" } ?? ""
      return "\(diagnostic.severity.rawValue) \(diagnostic.id.rawValue)\(cell)"
    }
  }
}
