/// Comparisons as text for people.
public struct ComparisonText: Sendable {
  /// Columns of the terminal.
  public var columns = 80

  public init() {}

  /// One notebook: cell by cell, step by step, and what would come of it.
  public func text(of comparison: NotebookComparison) -> String {
    var lines = [comparison.notebook.onOneLine, ""]
    if comparison.cells.isEmpty {
      lines.append("The analyzers agree on every cell.")
    } else {
      var table = TextTable(["cell", "", "only cpython", "only \(comparison.other)"])
      var last: Int?
      for difference in comparison.cells {
        let number = difference.cell == last ? "" : String(difference.cell)
        last = difference.cell
        table.add([
          [number], [difference.names.rawValue], difference.missed.map(\.name),
          difference.extra.map(\.name),
        ])
      }
      lines += table.lines(columns: columns)
    }
    if !comparison.steps.isEmpty {
      var table = TextTable(["step", "", "only cpython", "only \(comparison.other)"])
      for difference in comparison.steps {
        table.add([
          [difference.step], [difference.names.rawValue], difference.missed, difference.extra,
        ])
      }
      lines += [""] + table.lines(columns: columns)
    }
    if !comparison.consequences.isEmpty {
      lines += ["", "A pipeline made of what \(comparison.other) finds:"]
      for consequence in comparison.consequences {
        lines += TextLayout.paragraph("- \(consequence.text)", indent: 2, columns: columns)
      }
    } else if comparison.hasSteps {
      lines += ["", "A pipeline made of what \(comparison.other) finds would do the same."]
    }
    lines += [""] + agreement(comparison.agreement)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The figures of many notebooks.
  public func text(of totals: ComparisonTotals, other: String) -> String {
    var lines = [
      "\(totals.notebooks) notebook\(totals.notebooks == 1 ? "" : "s") compared,"
        + " \(totals.differingCells) cells differ", "",
    ]
    lines += agreement(totals.agreement)
    if totals.notebooksWithSteps > 0 {
      lines.append("")
      lines += TextLayout.paragraph(
        "Of \(totals.notebooksWithSteps) pipelines made of what \(other) finds, \(totals.broken) would"
          + " fail or compute something else, and \(totals.maybeBroken) more might:",
        indent: 0, columns: columns)
      var table = TextTable(["surely", "maybe", ""])
      for kind in Consequence.Kind.allCases {
        guard let count = totals.consequences[kind] else { continue }
        let certain = totals.certainConsequences[kind] ?? 0
        table.add([[String(certain)], [String(count - certain)], [kind.summary]])
      }
      lines += table.lines(columns: columns)
    }
    for (title, causes) in [
      ("Names of cells that \(other) misses:", totals.missed),
      ("Names of cells that only \(other) has:", totals.extra),
    ] where !causes.isEmpty {
      lines += ["", title]
      var table = TextTable(["", ""])
      for (cause, count) in ComparisonTotals.ranked(causes) {
        table.add([[String(count)], [cause.rawValue]])
      }
      lines += table.lines(columns: columns).dropFirst()
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func agreement(_ agreement: [ComparedNames: NameAgreement]) -> [String] {
    var table = TextTable(["names", "both", "missed", "extra", "precision", "recall", "F1"])
    for names in ComparedNames.allCases {
      guard let figures = agreement[names] else { continue }
      table.add(
        [
          names.rawValue, String(figures.both), String(figures.missed), String(figures.extra),
          figures.precision.percent, figures.recall.percent, figures.f1.percent,
        ].map { [$0] })
    }
    return table.lines(columns: columns)
  }
}

extension Consequence.Kind {
  var summary: String {
    switch self {
    case .missingInput: "names that a step doesn't get: NameError"
    case .builtinInstead: "builtins used instead of the notebook's value, silently"
    case .oldValue: "old values used, silently"
    case .needlessInput: "names handed on for nothing"
    case .refused: "errors that are none"
    case .accepted: "errors that are not found"
    }
  }
}

extension Double {
  /// `98.4 %`, of a share.
  var percent: String {
    let tenths = Int((self * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

extension TextLayout {
  /// Words of a sentence in lines; further lines are indented.
  static func paragraph(_ text: String, indent: Int, columns: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.displayWidth + 1 + String(word).displayWidth > columns {
        lines.append(line)
        line = margin + word
      } else {
        line += line.isEmpty || line == margin ? String(word) : " \(word)"
      }
    }
    return lines + [line]
  }
}
