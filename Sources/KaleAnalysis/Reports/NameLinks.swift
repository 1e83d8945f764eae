/// Where the names in the cells of a page lead to.
struct NameLinks {
  /// By index.
  let cells: [Int: CellReport]
  private let shared: [CellReport]

  init(_ report: NotebookReport) {
    cells = Dictionary((report.cells ?? []).map { ($0.index, $0) }) { first, _ in first }
    shared = (report.cells ?? []).filter {
      ["imports", "functions", "parameters"].contains($0.role)
    }
  }

  /// The opening tag of a link for a name in a cell: to the row of a variable that travels, else to the
  /// cell that has bound it last, or defines it for all steps; nil for names that come from nowhere.
  func anchor(for name: String, in cell: CellReport, of step: StepReport?) -> String? {
    let escaped = HTMLText.escaped(name)
    if let step,
      step.inputs.contains(where: { $0.name == name })
        || step.outputs.contains(where: { $0.name == name })
    {
      return "<a class=\"var\" data-var=\"\(escaped)\" href=\"#var-\(escaped)\">"
    }
    guard let definer = definer(of: name, before: cell, in: step) else { return nil }
    return "<a href=\"#cell-\(definer)\">"
  }

  private func definer(of name: String, before cell: CellReport, in step: StepReport?) -> Int? {
    let own =
      (step?.cells ?? cells.keys.filter { step == nil && cells[$0]?.role == cell.role }.sorted())
      .filter { $0 < cell.index }
    for index in own.reversed() where cells[index]?.binds.contains(name) ?? false { return index }
    return shared.last { $0.index != cell.index && $0.binds.contains(name) }?.index
  }
}

extension CellReport.Names {
  fileprivate func contains(_ name: String) -> Bool {
    definite.contains(name) || maybe.contains(name)
  }
}
