extension JSONValue {
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// A whole number; one that is written with a fraction of zero (`4.0`) counts.
  public var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  public var object: [String: JSONValue]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of that name; nil in what is no object.
  public subscript(key: String) -> JSONValue? { object?[key] }

  /// What it is, for messages: "a string".
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
