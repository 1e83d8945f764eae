/// Why a text is no value of a parameter.
public struct ParameterTextError: Error, Hashable {
  /// What was expected, to follow "must be".
  public var expected: String
}

extension PipelineParameter {
  /// Reads a value of the default's type, as someone types it: `3`, `0.5`, `yes`, `["a", "b"]`.
  public func value(from text: String) throws(ParameterTextError) -> Value {
    switch defaultValue {
    case .integer:
      guard let integer = Int(text) else {
        throw ParameterTextError(expected: "a whole number, such as 10")
      }
      return .integer(integer)
    case .float:
      guard let number = Double(text), number.isFinite else {
        throw ParameterTextError(expected: "a number, such as 0.5")
      }
      return .float(number)
    case .string, .none: return .string(text)
    case .bool:
      switch text.lowercased() {
      case "true", "1", "yes": return .bool(true)
      case "false", "0", "no": return .bool(false)
      default: throw ParameterTextError(expected: "true or false")
      }
    case .list:
      guard let value = Value(json: text), case .list = value else {
        throw ParameterTextError(expected: "a JSON list, such as [\"a\", \"b\"]")
      }
      return value
    case .dictionary:
      guard let value = Value(json: text), case .dictionary = value else {
        throw ParameterTextError(expected: "a JSON object, such as {\"depth\": 3}")
      }
      return value
    }
  }
}

extension PipelineParameter.Value {
  /// Reads a JSON text, keeping the order of members; nil if it is none.
  init?(json: String) {
    var reader = JSONReader(Array(json.utf8))
    guard let value = try? Self(&reader), (try? reader.expectEnd()) != nil else { return nil }
    self = value
  }

  private init(_ reader: inout JSONReader) throws(JSONSyntaxError) {
    switch reader.peek() {
    case .object:
      var entries: [Entry] = []
      try reader.beginObject()
      while let key = try reader.nextKey() {
        entries.append(Entry(key: key, value: try Self(&reader)))
      }
      self = .dictionary(entries)
    case .array:
      var values: [Self] = []
      try reader.beginArray()
      while try reader.nextElement() { values.append(try Self(&reader)) }
      self = .list(values)
    case .string, .other:
      switch try reader.readValue() {
      case .string(let text): self = .string(text)
      case .bool(let flag): self = .bool(flag)
      case .integer(let integer): self = .integer(integer)
      case .number(let number): self = .float(number)
      case .null, .array, .object: self = .none
      }
    }
  }
}
