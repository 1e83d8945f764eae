/// Which step reports which names of the `pipeline-metrics` cells.
struct MetricsPlan {
  /// Names by step.
  var names: [Int: [String]] = [:]
  /// By step, what is no number.
  var classifications: [Int: [ClassificationMetric]] = [:]
  /// The cells that run at the end of a step, because they compute what they report.
  var hosted: [Int: [Int]] = [:]

  static func make(
    cells: [Int], effects: [Int: CellEffects], _ problem: DataFlowProblem
  ) -> (MetricsPlan, [Diagnostic]) {
    var plan = MetricsPlan()
    var diagnostics: [Diagnostic] = []
    for cell in cells {
      guard let effects = effects[cell] else { continue }
      plan.add(cell, effects, problem, &diagnostics)
    }
    return (plan, diagnostics)
  }

  private mutating func add(
    _ cell: Int, _ effects: CellEffects, _ problem: DataFlowProblem,
    _ diagnostics: inout [Diagnostic]
  ) {
    let read = effects.names.filter { $0.value.read != nil }.keys.sorted()
    let values = read.filter {
      !problem.isImportOnly($0) && writer(of: $0, before: cell, problem) != nil
    }
    let bound = effects.names.filter { $0.value.mayBind && $0.value.kinds == .value }.keys.sorted()
    if bound.isEmpty {
      for name in values {
        report(name, by: writer(of: name, before: cell, problem)!)
      }
    } else if let host = host(of: values, before: cell, problem) {
      hosted[host, default: []].append(cell)
      for name in bound { report(name, by: host) }
    } else {
      diagnostics.append(
        Diagnostic(
          "metrics-without-step", .error,
          "no step has all of \(Listing.and(values.map { "'\($0)'" })), from which this cell computes its metrics",
          at: Diagnostic.Location(cell: cell),
          fix: "compute them in a step, and print them here"))
    }
  }

  private mutating func report(_ name: String, by step: Int) {
    if !names[step, default: []].contains(name) { names[step, default: []].append(name) }
  }

  /// The step whose cell bound the name last, above the metrics cell.
  private func writer(of name: String, before cell: Int, _ problem: DataFlowProblem) -> Int? {
    problem.steps.indices
      .compactMap { step -> (step: Int, cell: Int)? in
        guard let effect = problem.effects[step].names[name], effect.exits.contains(.bound),
          effect.kinds.isDisjoint(with: [.import, .function, .classDefinition])
        else { return nil }
        return effect.writingCells.filter { $0 < cell }.max().map { (step, $0) }
      }
      .max { $0.cell < $1.cell }?.step
  }

  /// The last of the steps that bind the names, if all others come before it.
  private func host(of names: [String], before cell: Int, _ problem: DataFlowProblem) -> Int? {
    let writers = Set(names.compactMap { writer(of: $0, before: cell, problem) })
    let last = problem.graph.last(of: Array(writers))
    guard last.count == 1 else { return nil }
    return last[0]
  }
}
