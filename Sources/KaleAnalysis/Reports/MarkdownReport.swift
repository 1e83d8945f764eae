/// A report in Markdown with a graph in Mermaid, as GitHub shows both: for a pull request or a wiki.
public struct MarkdownReport: Sendable {
  private let report: NotebookReport

  public init(_ report: NotebookReport) {
    self.report = report
  }

  public var text: String {
    var parts = ["# \(Self.plain(report.notebook))"]
    if !report.steps.isEmpty {
      parts.append("```mermaid\n\(GraphText.mermaid(PipelineGraph(report.steps)))```")
      parts.append(
        Self.table(
          ["step", "cells", "takes", "hands on", "parameters"],
          report.steps.map { step in
            [
              Self.code([step.name]),
              Self.plain(step.cells.map(String.init).joined(separator: ", ")),
              step.inputs.map {
                "\(Self.code([$0.name]))\($0.certainty == .maybe ? "?" : "") ← \(Self.code([$0.producer]))"
              }.joined(separator: "<br>"),
              step.outputs.map { "\(Self.code([$0.name])) → \(Self.code($0.consumers))" }
                .joined(separator: "<br>"),
              Self.code(step.parameters),
            ]
          }))
    } else if let cells = report.cells, !cells.isEmpty {
      parts.append(
        Self.table(
          ["cell", "reads", "binds", "mutates"],
          cells.filter { $0.role != "skip" }.map { cell in
            [String(cell.index)]
              + [cell.reads, cell.binds, cell.mutates].map { names in
                (names.definite.map { Self.code([$0]) } + names.maybe.map { Self.code([$0]) + "?" })
                  .joined(separator: ", ")
              }
          }))
    }
    if !report.diagnostics.isEmpty {
      let items = report.diagnostics.map { diagnostic in
        let place = diagnostic.cell.map { cell in
          "cell \(cell)" + (diagnostic.start.map { ":\($0.line):\($0.column)" } ?? "") + ": "
        }
        let fix = diagnostic.fix.map { "  \n  " + Self.plain("To mend: \($0)") } ?? ""
        return "- **\(diagnostic.severity.rawValue)** \(place ?? "")"
          + "\(Self.plain(diagnostic.message)) (\(Self.code([diagnostic.id])))\(fix)"
      }
      parts.append("## What deserves attention\n\n" + items.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let lines = [heads, heads.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private static func code(_ words: [String]) -> String {
    words.map { word in
      "`\(String(word.map { $0.isNewline || $0 == "`" ? " " : $0 }).split(separator: "|").joined(separator: "\\|"))`"
    }.joined(separator: ", ")
  }

  /// Text that means nothing to Markdown, on one line.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result += " "
      } else {
        if "\\`*_{}[]<>#|~!&$".contains(character) { result += "\\" }
        result.append(character)
      }
    }
    return result
  }
}
