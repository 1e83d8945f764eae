/// How many diagnostics there are of each severity.
public struct DiagnosticCounts: Sendable, Hashable, Codable {
  public var errors = 0
  public var warnings = 0
  public var notes = 0

  public init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// "2 errors, 1 warning"; "no errors" when there is nothing to tell.
  public var summary: String {
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")]
      .filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
  }
}
