import KaleAnalysis

extension VerdictReport {
  static let schema = "kale.verify/1"

  var json: JSONText {
    .object([
      ("schema", .string(Self.schema)),
      ("notebook", .string(notebook)),
      ("equal", .bool(verdict.isEqual)),
      ("failures", .array(verdict.failures.map(\.json))),
      ("variables", .array(verdict.variables.map(\.json))),
      ("sharing", .array(verdict.sharing.map(\.json))),
      ("cells", .array(verdict.cells.map(\.json))),
      ("notes", .strings(verdict.notes ?? [])),
    ])
  }
}

extension Verdict.Failure {
  fileprivate var json: JSONText {
    .object([
      ("step", JSONText(step)), ("cell", cell.map(JSONText.integer) ?? .null),
      ("type", JSONText(type)), ("message", .string(message)), ("verdict", verdict.json),
    ])
  }
}

extension Verdict.Variable {
  fileprivate var json: JSONText {
    .object([
      ("name", .string(name)), ("step", JSONText(step)), ("verdict", verdict.json),
      ("differences", .array(differences.map(\.json))), ("why", JSONText(why)),
      ("cause", JSONText(cause)),
    ])
  }
}

extension Verdict.Sharing {
  fileprivate var json: JSONText {
    .object([
      ("first", .string(first)), ("second", .string(second)),
      ("together", .string(together.rawValue)), ("verdict", verdict.json),
    ])
  }
}

extension Verdict.Cell {
  fileprivate var json: JSONText {
    .object([
      ("cell", .integer(cell)), ("step", .string(step)), ("verdict", verdict.json),
      ("difference", difference?.json ?? .null), ("cause", JSONText(cause)),
    ])
  }
}

extension Verdict.Difference {
  fileprivate var json: JSONText {
    .object([
      ("path", .string(path)), ("notebook", .string(notebook)), ("pipeline", .string(pipeline)),
    ])
  }
}

extension Verdict.Kind {
  fileprivate var json: JSONText { .string(rawValue) }
}

extension JSONText {
  fileprivate init(_ text: String?) { self = text.map(JSONText.string) ?? .null }
}
