/// A report for people: the pipeline as a graph and a table of its steps, then what deserves attention.
///
///     ● load
///     ● train
///
///     step    takes          hands on             parameters
///     load                   df, lines? → train
///     train   df, lines? ← load                   rate
///
/// A notebook without steps has a table of its cells instead. A question mark stands behind what only
/// some runs do.
public struct TextReport: Sendable {
  /// Columns of the terminal, to which all but the diagnostics keeps if there are 40.
  public var columns = 80
  public var isColored = false
  /// Whether there is a table of cells for a notebook with steps too.
  public var showsCells = false
  /// Whether to draw with ASCII only.
  public var isPlain = false

  private let report: NotebookReport

  public init(_ report: NotebookReport) {
    self.report = report
  }

  /// Every line ends in a line feed.
  public var text: String {
    var lines = [bold(report.notebook.onOneLine)]
    if !report.steps.isEmpty { lines += [""] + graph + [""] + tableOfSteps }
    if let cells = report.cells, !cells.isEmpty, showsCells || report.steps.isEmpty {
      lines += [""] + table(of: cells)
    }
    if !report.diagnostics.isEmpty { lines.append("") }
    lines += report.diagnostics.map(line)
    return lines.map { $0 + "\n" }.joined()
  }

  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}

// MARK: Cells

extension TextReport {
  private func table(of cells: [CellReport]) -> [String] {
    var table = TextTable(["cell", "reads", "binds", "mutates"])
    var group = "untagged"
    for cell in cells where cell.role != "skip" {
      let owner = cell.step.map { "step \($0)" } ?? cell.role
      if owner != group { table.add(heading: owner) }
      group = owner
      let number = String(cell.index)
      let blank = String(repeating: " ", count: max(4 - number.count, 0))
      let binds =
        Self.words(cell.binds, without: cell.starImported)
        + Set(cell.starImported.values).sorted()
        + Self.words(cell.deletes).map { "del \($0)" }
      table.add([[blank + number], Self.words(cell.reads), binds, Self.words(cell.mutates)])
      for note in Self.notes(on: cell) { table.add(note: note) }
    }
    var lines = table.lines(columns: columns)
    lines[0] = bold(lines[0])
    let skipped = cells.filter { $0.role == "skip" }.map { String($0.index) }
    return skipped.isEmpty
      ? lines : lines + [""] + TextLayout.list(skipped, label: "skipped", columns: columns)
  }

  private static func words(
    _ names: CellReport.Names, without others: [String: String] = [:]
  ) -> [String] {
    (names.definite.map { ($0, "") } + names.maybe.map { ($0, "?") })
      .filter { others[$0.0] == nil }
      .sorted { $0.0 < $1.0 }.map { $0.0 + $0.1 }
  }

  /// What a cell does that is not about names.
  private static func notes(on cell: CellReport) -> [String] {
    let dynamic = cell.dynamic.map { "\($0.kind): \($0.cause)" }
    let files =
      cell.filesRead.map { "file read: \($0)" } + cell.filesWritten.map { "file written: \($0)" }
    let outside = cell.outside.map { "\($0.kind.rawValue): \($0.detail)" }
    return (dynamic + files + outside).map(\.onOneLine)
  }
}

// MARK: Steps

extension TextReport {
  private var graph: [String] {
    LaneDrawing(PipelineGraph(report.steps), isPlain: isPlain).lines
      .map { $0.cut(to: columns) }
  }

  private var tableOfSteps: [String] {
    let hasParameters = report.steps.contains { !$0.parameters.isEmpty }
    var table = TextColumns(
      ["step", "takes", "hands on"] + (hasParameters ? ["parameters"] : []))
    for step in report.steps {
      let inputs = Self.grouped(step.inputs) { $0.producer }.map { producer, inputs in
        let names = inputs.map { $0.name + ($0.certainty == .maybe ? "?" : "") }
        return "\(names.joined(separator: ", ")) \(arrow("←")) \(producer)"
      }
      let outputs = Self.grouped(step.outputs) { Self.listing($0.consumers) }
        .map { consumers, outputs in
          "\(outputs.map(Self.word).joined(separator: ", ")) \(arrow("→")) \(consumers)"
        }
      let order = step.after.filter { name in !step.inputs.contains { $0.producer == name } }
      let waits = order.isEmpty ? [] : ["(after \(order.joined(separator: ", ")))"]
      table.add(
        [[step.name], inputs + waits, outputs]
          + (hasParameters ? [[step.parameters.joined(separator: ", ")]] : []))
    }
    var lines = table.lines(columns: columns)
    lines[0] = bold(lines[0])
    return lines
  }

  private func arrow(_ arrow: String) -> String {
    isPlain ? (arrow == "←" ? "<-" : "->") : arrow
  }

  private static func listing(_ consumers: [String]) -> String {
    consumers.count > 2 ? "\(consumers.count) steps" : consumers.joined(separator: " + ")
  }

  private static func word(_ output: StepReport.Output) -> String {
    switch (output.transfer, output.reason) {
    case (.import, _): "\(output.name) (imported)"
    case (_, .mutated): "\(output.name) (changed)"
    case (_, .passedOn): "\(output.name) (passed on)"
    case (_, .bound), (_, .state): output.name
    }
  }

  /// In the order in which the keys come up.
  private static func grouped<Item>(
    _ items: [Item], by key: (Item) -> String
  ) -> [(key: String, items: [Item])] {
    var groups: [(key: String, items: [Item])] = []
    for item in items {
      if let place = groups.firstIndex(where: { $0.key == key(item) }) {
        groups[place].items.append(item)
      } else {
        groups.append((key(item), [item]))
      }
    }
    return groups
  }
}

// MARK: Diagnostics

extension TextReport {
  /// As `kale check` begins it, without the notebook's path.
  private func line(of diagnostic: DiagnosticReport) -> String {
    var place = diagnostic.cell.map { "cell \($0):" } ?? ""
    if let start = diagnostic.start { place += "\(start.line):\(start.column):" }
    let severity = bold("\(diagnostic.severity.rawValue):")
    let message = "\(severity) \(diagnostic.message.onOneLine) [\(diagnostic.id)]"
    return place.isEmpty ? message : "\(place) \(message)"
  }
}

extension String {
  /// The text with what would break or upset a line of a terminal made visible.
  var onOneLine: String {
    map { $0.isNewline || $0 == "\t" ? " " : $0.visible }.joined()
  }
}
