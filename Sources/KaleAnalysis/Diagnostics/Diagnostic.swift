/// One thing to tell the notebook's author: what, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Comparable, Codable {
    case note, warning, error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// A stable name, in lower case with hyphens, that stays the same between versions.
  public struct ID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.rawValue = value }
  }

  /// A place in the notebook.
  public struct Location: Sendable, Hashable {
    /// Index of the cell, 0-based among all cells; nil for the notebook as a whole.
    public var cell: Int?
    /// Range in the cell's source; nil for the cell as a whole.
    public var range: SourceRange?
    /// Line of the notebook's file, 1-based, where that can't be read; else nil.
    public var fileLine: Int?

    public init(cell: Int? = nil, range: SourceRange? = nil) {
      self.cell = cell
      self.range = range
    }

    public static let notebook = Location()
  }

  public struct Note: Sendable, Hashable {
    public var message: String
    public var location: Location?

    public init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var id: ID
  public var severity: Severity
  public var message: String
  public var location: Location
  public var notes: [Note]
  /// What to do, as an instruction: "add the tag prev:clean to cell 7".
  public var fix: String?
  /// The changes of tags that do what `fix` says; empty where it takes more than that.
  public var edits: [TagEdit]

  public init(
    _ id: ID, _ severity: Severity, _ message: String, at location: Location = .notebook,
    notes: [Note] = [], fix: String? = nil, edits: [TagEdit] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.fix = fix
    self.edits = edits
  }
}
