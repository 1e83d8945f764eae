/// What would come of a pipeline that was made of the other analyzer's answers.
public struct Consequence: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The step doesn't get a name that it reads: it ends with a NameError.
    case missingInput = "missing-input"
    /// It does not get it and finds the builtin of that name.
    case builtinInstead = "builtin-instead"
    /// It gets the name from a step that has not written it last.
    case oldValue = "old-value"
    /// It gets a name that it does not need.
    case needlessInput = "needless-input"
    /// There would be no pipeline, as the other analyzer finds an error.
    case refused
    /// There would be a pipeline, where there is an error in truth.
    case accepted

    /// Whether the pipeline would end or compute with wrong values.
    public var breaks: Bool { self != .needlessInput }
  }

  public var kind: Kind
  /// nil where it is about the notebook.
  public var step: String?
  /// The name, or the diagnostic's ID.
  public var name: String
  /// Whether every run comes to it.
  public var isCertain: Bool
  /// The step that has written the name last.
  public var producer: String?
  /// The step from which the name would come instead.
  public var otherProducer: String?
  /// Where the step reads the name: the cell, 0-based, and the line in it, 1-based.
  public var cell: Int?
  public var line: Int?
}

extension Consequence {
  /// One sentence without its end.
  public var text: String {
    let place = cell.map { cell in ", cell \(cell)" + (line.map { " line \($0)" } ?? "") } ?? ""
    let step = step ?? ""
    let silently = isCertain ? "silently uses" : "may silently use"
    switch kind {
    case .missingInput:
      let ends = isCertain ? "ends" : "may end"
      return "step \(step) \(ends) with a NameError: it doesn't get '\(name)'\(place)"
    case .builtinInstead:
      return "step \(step) \(silently) the builtin '\(name)' instead of the notebook's\(place)"
    case .oldValue:
      return "step \(step) \(silently) an old '\(name)', of step \(otherProducer ?? "")"
        + " instead of \(producer ?? "")\(place)"
    case .needlessInput:
      return "step \(step) is handed '\(name)' for nothing; where it can't be saved, the run ends"
    case .refused: return "no pipeline: [\(name)]\(place)"
    case .accepted: return "a pipeline in spite of an error: [\(name)]\(place)"
    }
  }
}
