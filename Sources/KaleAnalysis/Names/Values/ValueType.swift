/// What is known of a value's type without running the code.
public enum ValueType: Sendable, Hashable {
  /// A table or an array.
  case dataset
  /// What arithmetic yields: a number or an array.
  case arithmetic
  /// An estimator, a network, an optimizer.
  case model
  /// A value that no pickle can hold, by the word for it: "open file", "lock".
  case untransferable(String)
}
