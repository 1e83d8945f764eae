// The report as JSON. `docs/report.schema.json` is its schema.

extension NotebookReport {
  public var json: JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("schema", .string(Self.schema)),
      ("notebook", .string(notebook)),
      ("python", .string(python)),
      ("analyzer", .string(analyzer)),
    ]
    if let cells {
      members.append(("cells", .array(cells.map(\.json))))
      members.append(("steps", .array(steps.map(\.json))))
    }
    members.append(("diagnostics", .array(diagnostics.map(\.json))))
    return .object(members)
  }
}

extension CellReport {
  fileprivate var json: JSONText {
    .object([
      ("index", .integer(index)),
      ("step", JSONText(step)),
      ("role", .string(role)),
      ("reads", reads.json),
      ("binds", binds.json),
      ("deletes", deletes.json),
      ("mutates", mutates.json),
      ("kinds", JSONText(sorting: kinds, JSONText.string)),
      ("calls", JSONText(sorting: calls, \.json)),
      ("deferred_reads", .strings(deferredReads)),
      ("dynamic", .array(dynamic.map(\.json))),
      ("files", .object([("reads", .strings(filesRead)), ("writes", .strings(filesWritten))])),
      ("outside", .array(outside.map(\.json))),
    ])
  }
}

extension CellReport.Names {
  fileprivate var json: JSONText {
    .object([("definite", .strings(definite)), ("maybe", .strings(maybe))])
  }
}

extension CellReport.Call {
  fileprivate var json: JSONText {
    .object([
      ("reads", .strings(reads)), ("binds", .strings(binds)), ("deletes", .strings(deletes)),
      ("mutates", .strings(mutates)),
    ])
  }
}

extension CellReport.Dynamic {
  fileprivate var json: JSONText {
    .object([
      ("kind", .string(kind)), ("cause", .string(cause)), ("line", JSONText(place?.line)),
      ("column", JSONText(place?.column)),
    ])
  }
}

extension CellReport.Outside {
  fileprivate var json: JSONText {
    .object([
      ("kind", .string(kind.rawValue)), ("detail", .string(detail)),
      ("line", JSONText(place?.line)), ("column", JSONText(place?.column)),
    ])
  }
}

extension StepReport {
  fileprivate var json: JSONText {
    .object([
      ("name", .string(name)),
      ("cells", .array(cells.map(JSONText.integer))),
      ("after", .strings(after)),
      ("parameters", .strings(parameters)),
      ("inputs", .array(inputs.map(\.json))),
      ("outputs", .array(outputs.map(\.json))),
    ])
  }
}

extension StepReport.Input {
  fileprivate var json: JSONText {
    .object([
      ("name", .string(name)), ("producer", .string(producer)),
      ("certainty", .string(certainty == .definite ? "definite" : "maybe")),
    ])
  }
}

extension StepReport.Output {
  fileprivate var json: JSONText {
    .object([
      ("name", .string(name)), ("consumers", .strings(consumers)),
      ("reason", .string(reason.rawValue)), ("transfer", .string(transfer.rawValue)),
    ])
  }
}

extension DiagnosticReport {
  fileprivate var json: JSONText {
    .object([
      ("id", .string(id)),
      ("severity", .string(severity.rawValue)),
      ("message", .string(message)),
      ("cell", JSONText(cell)),
      ("line", JSONText(start?.line)),
      ("column", JSONText(start?.column)),
      ("end_line", JSONText(end?.line)),
      ("end_column", JSONText(end?.column)),
      ("notes", .strings(notes)),
      ("fix", JSONText(fix)),
    ])
  }
}

extension JSONText {
  fileprivate init(_ text: String?) { self = text.map(JSONText.string) ?? .null }

  fileprivate init(_ integer: Int?) { self = integer.map(JSONText.integer) ?? .null }

  /// An object whose members are sorted by their keys.
  fileprivate init<Value>(sorting members: [String: Value], _ json: (Value) -> JSONText) {
    self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
  }
}
