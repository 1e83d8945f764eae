/// A table of a TOML document, with the lines on which its parts stand.
final class TOMLTable {
  struct Entry {
    var value: TOMLValue
    /// 1-based, of the key.
    var line: Int
  }

  private(set) var keys: [String] = []
  private var entries: [String: Entry] = [:]

  /// It has been opened by a header, or by a dotted key of an earlier table: no other may open it again.
  var isClosed = false
  /// It stands in braces: nothing may be added.
  var isFrozen = false

  subscript(_ key: String) -> Entry? {
    get { entries[key] }
    set {
      if entries[key] == nil { keys.append(key) }
      entries[key] = newValue
    }
  }
}

/// Tables that `[[name]]` adds one by one.
final class TOMLTableList {
  var tables: [TOMLTable] = []
}

enum TOMLValue {
  case string(String)
  case integer(Int)
  case float(Double)
  case bool(Bool)
  /// A date, a time or both, as it is written.
  case time(String)
  case array([TOMLTable.Entry])
  case tables(TOMLTableList)
  case table(TOMLTable)

  /// What it is, for messages: "a string".
  var kindName: String {
    switch self {
    case .string: "a string"
    case .integer, .float: "a number"
    case .bool: "true or false"
    case .time: "a date or time"
    case .array, .tables: "a list"
    case .table: "a table"
    }
  }
}

/// What is wrong with a document.
struct TOMLError: Error, Hashable {
  /// 1-based.
  var line: Int
  var message: String
}
