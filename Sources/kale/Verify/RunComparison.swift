import KaleAnalysis

/// What verify_comparer.py is to compare, and what it needs to know of the notebook.
struct RunComparison {
  let result: CompilationResult
  let record: RunRecord
  let parameters: [(name: String, value: PipelineParameter.Value)]
  let tolerance: Double
  /// Absolute path of the folder of all runs.
  let directory: String
  /// Name of the one step of a run of the notebook as a whole.
  let wholeStep: String
  let repeats: [String]

  var json: JSONText {
    .object([
      ("tolerance", .number(tolerance)),
      ("whole", .string(folder("notebook", wholeStep))),
      ("repeats", .strings(repeats.map { folder($0, wholeStep) })),
      ("steps", .array(steps)),
      ("parameters", .object(parameters.map { ($0.name, JSONText($0.value)) })),
      ("cells", .array(result.cells.map(cell))),
    ])
  }

  private func folder(_ run: String, _ step: String) -> String {
    "\(directory)/\(run)/steps/\(step)"
  }

  /// In the order of their last cells: what stands later in the notebook has the last word.
  private var steps: [JSONText] {
    let cells = (result.pipeline?.steps ?? []).reduce(into: [:]) { $0[$1.name] = $1.cells }
    return record.steps
      .map { step in (step, cells[step.name, default: []].map(\.index)) }
      .sorted { ($0.1.last ?? -1) < ($1.1.last ?? -1) }
      .map { step, cells in
        .object([
          ("name", .string(step.name)),
          ("folder", .string(folder("pipeline", step.name))),
          ("cells", .array(cells.map(JSONText.integer))),
          ("status", .string(step.status.rawValue)),
          ("why", step.error.map(JSONText.string) ?? .null),
        ])
      }
  }

  private func cell(_ cell: CodeCell) -> JSONText {
    let outside = result.cellEffects[cell.index]?.outside ?? []
    return .object([
      ("cell", .integer(cell.index)),
      ("source", .string(cell.source)),
      ("seeds", .bool(outside.contains { $0.kind == .randomSeed })),
    ])
  }
}
