import KaleAnalysis

/// A verdict for people and for programs.
struct VerdictReport {
  let verdict: Verdict
  /// The path by which the notebook was named.
  let notebook: String
  var columns = 80
  /// Where the runs are, as the user would name it; nil when they are gone.
  var runDirectory: String?

  init(_ verdict: Verdict, notebook: String) {
    self.verdict = verdict
    self.notebook = notebook
  }

  var text: String {
    var lines = (verdict.notes ?? []).map { "note: \($0)" }
    lines += section("Different:", .different)
    lines += section("Not reproducible in the notebook itself:", .unreproducible)
    lines += section("Not comparable:", .incomparable)
    let failures = verdict.failures.filter { $0.verdict == .equal }
    for failure in failures {
      let place = failure.cell.map { "cell \($0)" } ?? "step \(failure.step ?? "")"
      lines.append("Both fail in \(place) with \(failure.type ?? "an error"). Up to there:")
    }
    lines.append(summary)
    if let runDirectory { lines.append("Runs: \(runDirectory)") }
    return lines.map { $0.cut(to: columns) }.joined(separator: "\n")
  }

  // MARK: Text

  private func section(_ title: String, _ kind: Verdict.Kind) -> [String] {
    let lines =
      verdict.failures.filter { $0.verdict == kind }.flatMap(describe)
      + (kind == .incomparable
        ? incomparable : verdict.variables.filter { $0.verdict == kind }.flatMap(describe))
      + verdict.sharing.filter { $0.verdict == kind }.flatMap(describe)
      + verdict.cells.filter { $0.verdict == kind }.flatMap(describe)
    return lines.isEmpty ? [] : [title] + lines + [""]
  }

  private func describe(_ failure: Verdict.Failure) -> [String] {
    let cell = failure.cell.map { "cell \($0)" }
    let place =
      switch (failure.step, cell) {
      case (nil, let cell): "the notebook run whole fails in \(cell ?? "no cell")"
      case (let step?, let cell?): "the pipeline fails in \(cell) (step \(step))"
      case (let step?, nil): "the pipeline fails in step \(step)"
      }
    let error = [failure.type, Self.firstLine(failure.message)].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: ": ")
    return ["  \(place)", "    \(error)"]
  }

  private func describe(_ variable: Verdict.Variable) -> [String] {
    if variable.verdict == .unreproducible {
      return ["  \(variable.name)\(variable.cause.map { ": \($0)" } ?? "")"]
    }
    let step = variable.step.map { " (step \($0))" } ?? ""
    var lines = ["  \(variable.name)\(step)"]
    for difference in variable.differences.prefix(3) {
      let path = difference.path == variable.name ? "" : "\(difference.path)"
      if !path.isEmpty { lines.append("    \(path)") }
      lines.append("    notebook: \(difference.notebook)")
      lines.append("    pipeline: \(difference.pipeline)")
    }
    if let count = variable.count, count > 3 { lines.append("    and \(count - 3) more") }
    return lines
  }

  /// The variables that can't be compared, a line for each reason.
  private var incomparable: [String] {
    var names: [(why: String, names: [String])] = []
    for variable in verdict.variables where variable.verdict == .incomparable {
      let why = variable.why ?? ""
      if let index = names.firstIndex(where: { $0.why == why }) {
        names[index].names.append(variable.name)
      } else {
        names.append((why, [variable.name]))
      }
    }
    return names.map { "  \($0.names.joined(separator: ", ")): \($0.why)" }
  }

  private func describe(_ sharing: Verdict.Sharing) -> [String] {
    let other = sharing.together == .notebook ? "pipeline" : "notebook"
    return [
      "  \(sharing.first) and \(sharing.second)",
      "    share an object in the \(sharing.together.rawValue), and don't in the \(other)",
    ]
  }

  private func describe(_ cell: Verdict.Cell) -> [String] {
    if cell.verdict == .unreproducible {
      return ["  output of cell \(cell.cell)\(cell.cause.map { ": \($0)" } ?? "")"]
    }
    var lines = ["  output of cell \(cell.cell) (step \(cell.step))"]
    if let difference = cell.difference {
      lines.append("    \(difference.path)")
      lines.append("    notebook: \(difference.notebook)")
      lines.append("    pipeline: \(difference.pipeline)")
    }
    return lines
  }

  /// "12 variables and the output of 7 cells are equal, 2 of them within the tolerance."
  private var summary: String {
    let variables = verdict.variables.count { Self.isEqual($0.verdict) }
    let cells = Set(verdict.cells.map(\.cell)).subtracting(
      verdict.cells.filter { !Self.isEqual($0.verdict) }.map(\.cell)
    ).count
    let close =
      verdict.variables.count { $0.verdict == .close }
      + verdict.cells.count { $0.verdict == .close }
    let equal =
      "\(variables) variable\(variables == 1 ? "" : "s") and the output of \(cells) "
      + "cell\(cells == 1 ? "" : "s") are equal"
      + (close > 0 ? ", \(close) of them within the tolerance" : "")
    let counts = [
      (Verdict.Kind.different, "different"), (.unreproducible, "not reproducible"),
      (.incomparable, "not comparable"),
    ].compactMap { kind, name in
      let count = count(kind)
      return count > 0 ? "\(count) \(name)" : nil
    }
    return counts.isEmpty ? "\(equal)." : "\(equal); \(counts.joined(separator: ", "))."
  }

  private func count(_ kind: Verdict.Kind) -> Int {
    verdict.failures.count { $0.verdict == kind } + verdict.variables.count { $0.verdict == kind }
      + verdict.sharing.count { $0.verdict == kind } + verdict.cells.count { $0.verdict == kind }
  }

  private static func isEqual(_ kind: Verdict.Kind) -> Bool { kind == .equal || kind == .close }

  private static func firstLine(_ text: String) -> String {
    String(text.split(separator: "\n").first ?? "")
  }
}
