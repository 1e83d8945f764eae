/// A pull parser for JSON that knows where it is and can pass over a value without building it.
///
/// The outputs of a notebook are most of its bytes and none of its meaning, so they are checked and
/// skipped. The grammar is RFC 8259, widened to what Jupyter writes by way of Python's `json`: `NaN`
/// and the infinities are numbers, and a `\u` escape of half a surrogate pair stands for U+FFFD.
///
/// Objects and arrays are read by a loop:
///
///     try reader.beginObject()
///     while let key = try reader.nextKey() { ... exactly one value ... }
struct JSONReader {
  /// What the next value is, by its first byte.
  enum ValueKind {
    case object, array, string, other
  }

  /// Containers deeper than this are refused, as Python's own reader refuses them at about twice that.
  static let maximumDepth = 512

  let bytes: [UInt8]
  var offset: Int
  /// One element for each open container: whether it has had a member yet.
  private var containers: [Bool] = []

  /// Reads `bytes`, which must be valid UTF-8, from `offset`.
  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func peek() -> ValueKind {
    skipSpace()
    return switch current {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    default: .other
    }
  }

  mutating func beginObject() throws(JSONSyntaxError) {
    try expect(UInt8(ascii: "{"), "expected an object")
    try open()
  }

  mutating func beginArray() throws(JSONSyntaxError) {
    try expect(UInt8(ascii: "["), "expected an array")
    try open()
  }

  /// The key of the next member of the open object, whose value must then be read, or nil at its end.
  mutating func nextKey() throws(JSONSyntaxError) -> String? {
    guard try nextMember(closedBy: UInt8(ascii: "}")) else { return nil }
    try expectKey()
    let key = try readString()
    try expect(UInt8(ascii: ":"), "expected ':' after a key")
    return key
  }

  /// Whether the open array has another element, which must then be read.
  mutating func nextElement() throws(JSONSyntaxError) -> Bool {
    try nextMember(closedBy: UInt8(ascii: "]"))
  }

  mutating func readValue() throws(JSONSyntaxError) -> JSONValue {
    switch peek() {
    case .object:
      var members: [String: JSONValue] = [:]
      try beginObject()
      while let key = try nextKey() { members[key] = try readValue() }
      return .object(members)
    case .array:
      var elements: [JSONValue] = []
      try beginArray()
      while try nextElement() { elements.append(try readValue()) }
      return .array(elements)
    case .string: return .string(try readString())
    case .other: return try readScalar()
    }
  }

  mutating func skipValue() throws(JSONSyntaxError) {
    switch peek() {
    case .object:
      try beginObject()
      while try nextMember(closedBy: UInt8(ascii: "}")) {
        try expectKey()
        try skipString()
        try expect(UInt8(ascii: ":"), "expected ':' after a key")
        try skipValue()
      }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: try skipString()
    case .other: try skipScalar()
    }
  }

  /// Checks that nothing but white space is left.
  mutating func expectEnd() throws(JSONSyntaxError) {
    skipSpace()
    if offset < bytes.count { throw failure("expected nothing more after the value") }
  }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// An error at the current byte; at the end of the text it says so instead.
  func failure(_ problem: String) -> JSONSyntaxError {
    JSONSyntaxError(
      offset: offset, problem: offset < bytes.count ? problem : "the file ends too early")
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func expect(_ byte: UInt8, _ problem: String) throws(JSONSyntaxError) {
    skipSpace()
    guard current == byte else { throw failure(problem) }
    offset += 1
  }

  private func expectKey() throws(JSONSyntaxError) {
    guard current == UInt8(ascii: "\"") else { throw failure("expected a key in double quotes") }
  }

  private mutating func open() throws(JSONSyntaxError) {
    guard containers.count < Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels")
    }
    containers.append(false)
  }

  /// Stands at the next member of the innermost container, or behind the container's end.
  private mutating func nextMember(closedBy end: UInt8) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    if current == end {
      offset += 1
      containers.removeLast()
      return false
    }
    if containers[containers.count - 1] {
      guard current == UInt8(ascii: ",") else {
        throw failure("expected ',' or '\(Character(UnicodeScalar(end)))'")
      }
      offset += 1
      skipSpace()
      if current == end { throw failure("unexpected ',' before the end") }
    }
    containers[containers.count - 1] = true
    return true
  }
}
