/// Reads TOML 1.0: https://toml.io/en/v1.0.0
struct TOMLReader {
  let bytes: [UInt8]
  var offset = 0
  var line = 1
  private let root = TOMLTable()
  /// The table of the last header, and what dotted keys below it have opened.
  private var current: TOMLTable
  private var opened: [TOMLTable] = []
  private var depth = 0

  /// Arrays and tables in each other deeper than this are refused.
  private static let maximumDepth = 200

  static func read(_ text: String) throws(TOMLError) -> TOMLTable {
    var reader = TOMLReader(Array(text.utf8))
    try reader.readDocument()
    return reader.root
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    current = root
  }

  private mutating func readDocument() throws(TOMLError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while true {
      try skipLines()
      guard let byte = peek else { return }
      if byte == UInt8(ascii: "[") { try readHeader() } else { try readMember(of: current) }
      skipSpace()
      try skipComment()
      let isAtEnd = peek == nil
      let isEnded = try skipNewline()
      guard isAtEnd || isEnded else { throw failure("expected the end of the line") }
    }
  }

  // MARK: Tables

  private mutating func readHeader() throws(TOMLError) {
    let isList = bytes[offset...].starts(with: "[[".utf8)
    offset += isList ? 2 : 1
    skipSpace()
    let key = try readKey()
    guard bytes[offset...].starts(with: (isList ? "]]" : "]").utf8) else {
      throw failure("expected '\(isList ? "]]" : "]")' behind the name of a table")
    }
    offset += isList ? 2 : 1
    for table in opened { table.isClosed = true }
    opened = []
    let parent = try table(at: key.dropLast(), from: root)
    let name = key.last!
    let entry = parent[name]
    let table = TOMLTable()
    switch entry?.value {
    case nil:
      let value = isList ? .tables(TOMLTableList()) : TOMLValue.table(table)
      parent[name] = TOMLTable.Entry(value: value, line: line)
      if case .tables(let list) = value { list.tables.append(table) }
      current = table
    case .tables(let list)? where isList:
      list.tables.append(table)
      current = table
    case .table(let table)? where !isList && !table.isClosed && !table.isFrozen:
      current = table
    default: throw failure("'\(name)' has been defined before")
    }
    current.isClosed = true
  }

  /// The table that a path leads to, made where there is none.
  private mutating func table(
    at path: some Sequence<String>, from start: TOMLTable
  ) throws(TOMLError) -> TOMLTable {
    var table = start
    for key in path {
      switch table[key]?.value {
      case nil:
        let inner = TOMLTable()
        table[key] = TOMLTable.Entry(value: .table(inner), line: line)
        table = inner
      case .table(let inner)? where !inner.isFrozen: table = inner
      case .tables(let list)?: table = list.tables.last!
      default: throw failure("'\(key)' has been defined before, and can't be added to")
      }
    }
    return table
  }

  private mutating func readMember(of table: TOMLTable) throws(TOMLError) {
    let keyLine = line
    let key = try readKey()
    guard peek == UInt8(ascii: "=") else { throw failure("expected '=' behind the key") }
    offset += 1
    skipSpace()
    var parent = table
    for part in key.dropLast() {
      switch parent[part]?.value {
      case nil:
        let inner = TOMLTable()
        parent[part] = TOMLTable.Entry(value: .table(inner), line: keyLine)
        parent = inner
      case .table(let inner)? where !inner.isClosed && !inner.isFrozen: parent = inner
      default: throw failure("'\(part)' has been defined before, and can't be added to")
      }
      opened.append(parent)
    }
    guard parent[key.last!] == nil else {
      throw failure("'\(key.last!)' has been defined before")
    }
    parent[key.last!] = TOMLTable.Entry(value: try readValue(), line: keyLine)
  }

  /// A key of one or more parts, and the space around it.
  private mutating func readKey() throws(TOMLError) -> [String] {
    var parts: [String] = []
    while true {
      skipSpace()
      switch peek {
      case UInt8(ascii: "\"")?, UInt8(ascii: "'")?:
        let isLong = bytes[offset...].starts(with: [bytes[offset], bytes[offset], bytes[offset]])
        if isLong { throw failure("a key can't be a string of several lines") }
        parts.append(try readString())
      default:
        let bare = bytes[offset...].prefix {
          (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
            || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        if bare.isEmpty { throw failure("expected a key") }
        parts.append(String(decoding: bare, as: UTF8.self))
        offset += bare.count
      }
      skipSpace()
      guard peek == UInt8(ascii: ".") else { return parts }
      offset += 1
    }
  }

  // MARK: Values

  private mutating func readValue() throws(TOMLError) -> TOMLValue {
    switch peek {
    case nil: throw failure("expected a value")
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return .string(try readString())
    case UInt8(ascii: "[")?: return try nested(Self.readArray)
    case UInt8(ascii: "{")?: return try nested(Self.readTable)
    default: return try readScalar()
    }
  }

  private mutating func nested(
    _ read: (inout TOMLReader) throws(TOMLError) -> TOMLValue
  ) throws(TOMLError) -> TOMLValue {
    guard depth < Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels")
    }
    depth += 1
    defer { depth -= 1 }
    offset += 1
    return try read(&self)
  }

  private static func readArray(_ reader: inout TOMLReader) throws(TOMLError) -> TOMLValue {
    var elements: [TOMLTable.Entry] = []
    while true {
      try reader.skipLines()
      if reader.skip("]") { return .array(elements) }
      let start = reader.line
      elements.append(TOMLTable.Entry(value: try reader.readValue(), line: start))
      try reader.skipLines()
      if reader.skip("]") { return .array(elements) }
      guard reader.skip(",") else { throw reader.failure("expected ',' or ']'") }
    }
  }

  private static func readTable(_ reader: inout TOMLReader) throws(TOMLError) -> TOMLValue {
    let table = TOMLTable()
    // Dotted keys inside open tables of their own.
    let outer = reader.opened
    reader.opened = []
    defer { reader.opened = outer }
    reader.skipSpace()
    if !reader.skip("}") {
      while true {
        try reader.readMember(of: table)
        reader.skipSpace()
        if reader.skip("}") { break }
        guard reader.skip(",") else { throw reader.failure("expected ',' or '}'") }
        reader.skipSpace()
      }
    }
    table.isFrozen = true
    for inner in reader.opened { inner.isFrozen = true }
    return .table(table)
  }
}

// MARK: Characters

extension TOMLReader {
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func failure(_ message: String) -> TOMLError { TOMLError(line: line, message: message) }

  mutating func skip(_ text: StaticString) -> Bool {
    guard peek == text.utf8Start.pointee else { return false }
    offset += 1
    return true
  }

  mutating func skipSpace() {
    while peek == 0x20 || peek == 0x09 { offset += 1 }
  }

  mutating func skipNewline() throws(TOMLError) -> Bool {
    if peek == 0x0D {
      guard offset + 1 < bytes.count, bytes[offset + 1] == 0x0A else {
        throw failure("a carriage return without a line feed")
      }
      offset += 1
    }
    guard peek == 0x0A else { return false }
    offset += 1
    line += 1
    return true
  }

  mutating func skipComment() throws(TOMLError) {
    guard peek == UInt8(ascii: "#") else { return }
    while let byte = peek, byte != 0x0A {
      if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { return }
      if byte < 0x20 && byte != 0x09 || byte == 0x7F {
        throw failure("a control character in a comment")
      }
      offset += 1
    }
  }

  /// White space, comments and line ends.
  mutating func skipLines() throws(TOMLError) {
    repeat {
      skipSpace()
      try skipComment()
    } while try skipNewline()
  }
}
