/// What the analysis knows beforehand, beside the notebook.
public struct AnalysisOptions: Sendable {
  public var knowledge = Knowledge.standard
  public var starImports = StarImports.standard
  /// Asks an interpreter what modules export that the notebook imports with `*`: for each that it could
  /// import, the dotted paths of the names, by name. nil where none is to be asked.
  public var askForExports: (@Sendable (_ modules: [String]) throws -> [String: [String: String]])?

  public init() {}
}
