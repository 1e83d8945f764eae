/// Comparisons as a page of HTML: the figures first, then each notebook to open.
public struct ComparisonPage: Sendable {
  private let comparisons: [NotebookComparison]
  private let totals: ComparisonTotals
  private let other: String

  public init(_ comparisons: [NotebookComparison], totals: ComparisonTotals, other: String) {
    self.comparisons = comparisons
    self.totals = totals
    self.other = other
  }

  public var text: String {
    let count = totals.notebooks
    let heading = "The exact analysis against \(other)"
    var parts = [
      "<h1>\(HTMLText.escaped(heading))</h1>",
      "<p>\(count) notebook\(count == 1 ? "" : "s"), \(totals.differingCells) cells that differ.</p>",
      HTMLText.table(
        caption: "What \(other) finds of the names that there are",
        heads: ["names", "both", "missed", "extra", "precision", "recall", "F1"],
        rows: Self.rows(totals.agreement), numbersFrom: 1),
    ]
    if totals.notebooksWithSteps > 0 {
      parts.append(
        "<p>Of \(totals.notebooksWithSteps) pipelines made of what \(HTMLText.escaped(other)) finds,"
          + " <strong>\(totals.broken)</strong> would fail or compute something else, and"
          + " \(totals.maybeBroken) more might.</p>")
      parts.append(
        HTMLText.table(
          caption: "What would happen", heads: ["what", "surely", "maybe"],
          rows: Consequence.Kind.allCases.compactMap { kind in
            totals.consequences[kind].map { count in
              let certain = totals.certainConsequences[kind] ?? 0
              return [HTMLText.escaped(kind.summary), String(certain), String(count - certain)]
            }
          }, numbersFrom: 1))
    }
    for (caption, causes) in [
      ("Names of cells that \(other) misses", totals.missed),
      ("Names of cells that only \(other) has", totals.extra),
    ] where !causes.isEmpty {
      parts.append(
        HTMLText.table(
          caption: caption, heads: ["probable cause", "times"],
          rows: ComparisonTotals.ranked(causes).map {
            [HTMLText.escaped($0.cause.rawValue), String($0.count)]
          }, numbersFrom: 1))
    }
    parts.append("<h2>Notebooks</h2>")
    parts += comparisons.map(section)
    return HTMLText.page(title: heading, body: parts.joined(separator: "\n"))
  }

  private static func rows(_ agreement: [ComparedNames: NameAgreement]) -> [[String]] {
    ComparedNames.allCases.compactMap { names in
      agreement[names].map { figures in
        [
          names.rawValue, String(figures.both), String(figures.missed), String(figures.extra),
          figures.precision.percent, figures.recall.percent, figures.f1.percent,
        ]
      }
    }
  }

  private func section(_ comparison: NotebookComparison) -> String {
    let cells = Set(comparison.cells.map(\.cell)).count
    var notes = cells == 0 ? "agrees" : "\(cells) cell\(cells == 1 ? "" : "s") differ"
    if cells == 1 { notes += "s" }
    var verdict = ""
    if comparison.mayBreak {
      let word = comparison.breaks ? "would" : "might"
      verdict = ", <span class=\"bad\">\(word) break</span>"
    }
    var parts: [String] = []
    if !comparison.consequences.isEmpty {
      let items = comparison.consequences.map { "<li>\(HTMLText.escaped($0.text))</li>" }
      parts.append("<ul>\n\(items.joined(separator: "\n"))\n</ul>")
    }
    let name = HTMLText.escaped(comparison.notebook)
    if !comparison.cells.isEmpty {
      parts.append(
        HTMLText.table(
          caption: "Cells of \(comparison.notebook)",
          heads: ["cell", "names", "only cpython", "only \(other)"],
          rows: comparison.cells.map {
            [
              String($0.cell), $0.names.rawValue, Self.list($0.missed.map(\.name)),
              Self.list($0.extra.map(\.name)),
            ]
          }))
    }
    if !comparison.steps.isEmpty {
      parts.append(
        HTMLText.table(
          caption: "Steps of \(comparison.notebook)",
          heads: ["step", "names", "only cpython", "only \(other)"],
          rows: comparison.steps.map {
            [
              HTMLText.escaped($0.step), $0.names.rawValue, Self.list($0.missed),
              Self.list($0.extra),
            ]
          }))
    }
    guard !parts.isEmpty else { return "<p>\(name): <span class=\"good\">agrees</span></p>" }
    return """
      <details><summary>\(name): \(notes)\(verdict)</summary>
      \(parts.joined(separator: "\n"))
      </details>
      """
  }

  private static func list(_ names: [String]) -> String {
    names.map { "<code>\(HTMLText.escaped($0))</code>" }.joined(separator: ", ")
  }
}
