/// An object of the notebook's pipeline metadata that keeps account of what has been read of it.
struct MetadataObject {
  /// Where it stands, for messages: "volumes[0]"; empty for the outermost.
  let path: String
  /// The id of what is reported about it.
  let errorID: Diagnostic.ID
  private let members: [String: JSONValue]
  private var known: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ members: [String: JSONValue], path: String = "", errorID: Diagnostic.ID = "invalid-metadata"
  ) {
    self.members = members
    self.path = path
    self.errorID = errorID
  }

  /// The value of a key, which then counts as known; nil when it is absent or null.
  mutating func value(_ key: String) -> JSONValue? {
    known.insert(key)
    guard let value = members[key], value != .null else { return nil }
    return value
  }

  /// A text without white space around it. An empty one counts as absent; that is how Kale's editor
  /// stores a field that was not filled in.
  mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else {
      reportType(key, value, expected: "a string")
      return nil
    }
    let trimmed = text.trimmingSpace()
    return trimmed.isEmpty ? nil : trimmed
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if let flag = value.bool { return flag }
    reportType(key, value, expected: "true or false")
    return nil
  }

  mutating func list(_ key: String) -> [JSONValue] {
    guard let value = value(key) else { return [] }
    if let list = value.array { return list }
    reportType(key, value, expected: "a list")
    return []
  }

  /// Whether a key is true, which does not make it known.
  func isSwitchedOn(_ key: String) -> Bool { members[key] == .bool(true) }

  /// Counts a key as known without reading it.
  mutating func ignore(_ keys: String...) {
    known.formUnion(keys)
  }

  /// The keys that nobody asked for and that say something, sorted.
  var unused: [String] {
    members.filter { !known.contains($0.key) && !$0.value.saysNothing }.map(\.key).sorted()
  }

  func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  mutating func reportType(_ key: String, _ value: JSONValue, expected: String) {
    report("`\(name(of: key))` is \(value.kindName), not \(expected)", fix: "make it \(expected)")
  }

  mutating func report(_ message: String, fix: String) {
    diagnostics.append(Diagnostic(errorID, .error, message, fix: fix))
  }
}

extension JSONValue {
  /// Whether a setting of this value asks for nothing.
  fileprivate var saysNothing: Bool {
    switch self {
    case .null, .bool(false): true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .bool(true), .integer, .number: false
    }
  }
}
