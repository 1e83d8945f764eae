/// A confusion matrix or an ROC curve of scikit-learn's that a step reports.
public struct ClassificationMetric: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case confusionMatrix = "confusion_matrix"
    case rocCurve = "roc_curve"
  }

  /// Where the categories of a confusion matrix come from.
  public struct Labels: Sendable, Hashable {
    /// Expressions of the notebook's, of names and items only.
    public var expressions: [String]
    /// They are the labels themselves, not the values that are labelled.
    public var areGiven: Bool

    public init(expressions: [String] = [], areGiven: Bool = false) {
      self.expressions = expressions
      self.areGiven = areGiven
    }
  }

  public var kind: Kind
  /// What holds the result: one variable, or three for the rates and thresholds of a curve.
  public var variables: [String]
  public var labels: Labels

  public init(kind: Kind, variables: [String], labels: Labels = .init()) {
    self.kind = kind
    self.variables = variables
    self.labels = labels
  }
}
