/// A cell tag of Kale's language.
public enum CellTag: Sendable, Hashable {
  /// `block:NAME`, `step:NAME`: the cell belongs to that step.
  case step(StepName)
  /// `prev:NAME`: the cell's step depends on that one.
  case previous(StepName)
  case imports, functions, parameters, metrics, skip
  /// Papermill's values for the parameters.
  case injectedParameters
  case limit(resource: String, quantity: String)
  case request(resource: String, quantity: String)
  case label(key: String, value: String)
  case annotation(key: String, value: String)
  case image(String)
  case cache(Bool)
  case retry(Int)
  case timeout(seconds: Int)
  case environment(name: String, value: String)
  case secret(StepConfiguration.Secret)
}

/// The name of a step as a tag has it.
public struct StepName: Sendable, Hashable {
  public enum Form: Sendable {
    /// Matches `[_a-z][_a-z0-9]*`.
    case canonical
    /// Has capitals or hyphens, as later notebooks do: taken, with a warning.
    case unusual
    /// Has other characters: an error.
    case invalid
  }

  public let written: String
  /// In lower case, with `_` for what is not allowed. Always matches `[_a-z][_a-z0-9]*`.
  public let normalized: String
  public let form: Form

  /// `written` must not be empty.
  public init(_ written: String) {
    self.written = written
    var folded = String.UnicodeScalarView()
    var name = String.UnicodeScalarView()
    for scalar in written.unicodeScalars {
      let letter = Self.fold(scalar)
      folded.append(letter)
      name.append(Self.isAllowed(letter) ? letter : "_")
    }
    if let first = name.first, Self.digits.contains(first) { name.insert("_", at: name.startIndex) }
    normalized = String(name)
    form =
      normalized != String(folded) ? .invalid : normalized == written ? .canonical : .unusual
  }

  private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"

  /// What is allowed as it stands, or has a counterpart that is.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "A"..."Z": Unicode.Scalar(scalar.value + 32) ?? scalar
    case "-": "_"
    default: scalar
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || digits.contains(scalar) || scalar == "_"
  }
}
