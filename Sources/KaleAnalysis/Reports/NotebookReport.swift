/// What is known of a notebook, for programs that read it: `docs/reports.md` describes every member.
public struct NotebookReport: Sendable, Hashable {
  /// Name and version of the format. The number changes when a member changes its meaning or goes.
  public static let schema = "kale.report/1"

  /// The path by which the notebook was opened.
  public var notebook: String
  /// Version of the Python whose grammar was used.
  public var python: String
  /// What found the effects of the cells.
  public var analyzer: String
  /// One for each code cell, in notebook order; nil when the notebook could not be read.
  public var cells: [CellReport]?
  /// In the order of their first cells.
  public var steps: [StepReport]
  /// In reading order.
  public var diagnostics: [DiagnosticReport]
}

extension NotebookReport {
  /// What the compilation of the notebook at `path` has found; it must include the effects of cells.
  public init(_ result: CompilationResult, path: String) {
    let sources = (result.notebook?.cells ?? []).map { SourceText($0.source) }
    let isUntagged = result.outline?.isUntagged ?? false
    notebook = path
    python = PythonVersion.linked.description
    analyzer = result.analyzer.rawValue
    cells = result.outline.map { outline in
      outline.roles.map { cell, role in
        let effects = result.cellEffects[cell] ?? CellEffects()
        return CellReport(index: cell, role: role, effects: effects, source: sources[cell])
      }
    }
    steps = StepReport.all(of: result)
    diagnostics = result.diagnostics
      .filter { !isUntagged || !Self.pipelineMatters.contains($0.id) }
      .map { DiagnosticReport($0, sources: sources) }
  }

  /// What is told only of a notebook that is meant to be a pipeline.
  private static let pipelineMatters: Set<Diagnostic.ID> = [
    "no-steps", "dynamic-access", "invalid-parameter", "unsupported-default",
  ]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
