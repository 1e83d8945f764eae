/// How the effects of cells are found.
public enum Analyzer: String, Sendable, CaseIterable, Codable {
  /// By running the code, as CPython's own parser reads it, over abstract values.
  case exact = "cpython"
  /// By guessing from tokens: for comparison.
  case heuristic
}

/// What the analysis knows beforehand, beside the notebook.
public struct AnalysisOptions: Sendable {
  public var analyzer = Analyzer.exact
  public var knowledge = Knowledge.standard
  public var starImports = StarImports.standard
  /// Asks an interpreter what modules export that the notebook imports with `*`: for each that it could
  /// import, the dotted paths of the names, by name. nil where none is to be asked.
  public var askForExports: (@Sendable (_ modules: [String]) throws -> [String: [String: String]])?
  /// Asks an interpreter which distributions provide modules, and for the versions of distributions by
  /// their names. nil where none is to be asked.
  public var askForPackages:
    (@Sendable (_ modules: [String], _ distributions: [String]) throws -> InstalledPackages)?
  /// Whether to ask even where no version is to be pinned.
  public var alwaysAsksForPackages = false

  public init() {}
}
