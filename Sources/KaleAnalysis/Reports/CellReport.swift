/// What one code cell does.
public struct CellReport: Sendable, Hashable {
  /// Names, each in one of the two lists, sorted.
  public struct Names: Sendable, Hashable {
    public var definite: [String] = []
    public var maybe: [String] = []
  }

  /// What calling something does to the namespace, surely or perhaps; sorted.
  public struct Call: Sendable, Hashable {
    public var reads: [String]
    public var binds: [String]
    public var deletes: [String]
    public var mutates: [String]
  }

  /// A place in the cell's source, both numbers from 1, the column in code points.
  public struct Place: Sendable, Hashable {
    public var line: Int
    public var column: Int
  }

  public struct Dynamic: Sendable, Hashable {
    public var kind: String
    public var cause: String
    /// nil where the whole cell is the place.
    public var place: Place?
  }

  public struct Outside: Sendable, Hashable {
    public var kind: OutsideEffect.Kind
    public var detail: String
    /// nil where the whole cell is the place.
    public var place: Place?
  }

  /// 0-based among all cells of the notebook.
  public var index: Int
  /// The step that the cell belongs to, the first of several; nil for none.
  public var step: String?
  public var role: String
  public var reads: Names
  public var binds: Names
  public var deletes: Names
  /// Names whose object on entry may be changed in place.
  public var mutates: Names
  /// How each name gets its value that the cell may bind.
  public var kinds: [String: String]
  /// Names that the cell binds by star imports alone: for each, `MODULE.*`.
  public var starImported: [String: String] = [:]
  /// By name of the callable, methods as "Class.method".
  public var calls: [String: Call]
  /// Read by code that the cell has made and not run; sorted.
  public var deferredReads: [String]
  /// In the order of their places.
  public var dynamic: [Dynamic]
  /// Sorted; what ends in a slash stands for the files below that folder.
  public var filesRead: [String]
  public var filesWritten: [String]
  /// In the order of their places.
  public var outside: [Outside]
}

extension CellReport {
  init(index: Int, role: Outline.Role, effects: CellEffects, source: SourceText) {
    self.index = index
    if case .steps(let names) = role { step = names.first }
    self.role = role.name
    reads = Names(effects.names) { $0.read }
    binds = Names(effects.names) { $0.exits.certainty(of: .bound) }
    deletes = Names(effects.names) { $0.exits.certainty(of: .deleted) }
    mutates = Names(effects.names) { $0.mutation?.certainty }
    kinds = effects.names.filter(\.value.mayBind).mapValues(\.kinds.name)
    starImported = effects.names.compactMapValues(\.starModule).mapValues { "\($0).*" }
    calls = effects.calls.mapValues(Call.init)
    deferredReads = effects.deferredReads.sorted()
    dynamic = effects.dynamic
      .map { access in
        Dynamic(
          kind: access.kind.rawValue, cause: access.cause,
          place: access.range.map { Place($0.start, in: source) })
      }
      .sorted { ($0.place ?? .start, $0.kind, $0.cause) < ($1.place ?? .start, $1.kind, $1.cause) }
    filesRead = Set(effects.files.reads.map(Self.shown)).sorted()
    filesWritten = Set(effects.files.writes.map(Self.shown)).sorted()
    outside = effects.outside
      .map { effect in
        Outside(
          kind: effect.kind, detail: effect.detail,
          place: effect.range.map { Place($0.start, in: source) })
      }
      .sorted { ($0.place ?? .start, $0.detail) < ($1.place ?? .start, $1.detail) }
  }

  /// Folders end with `/`.
  private static func shown(_ access: FileAccess) -> String {
    let isOpen = [.readFolder, .writeFolder].contains(access.kind) && !access.path.hasSuffix("/")
    return isOpen ? access.path + "/" : access.path
  }
}

extension CellReport.Names {
  init(_ effects: [String: NameEffect], certainty: (NameEffect) -> Certainty?) {
    for (name, effect) in effects {
      switch certainty(effect) {
      case .definite: definite.append(name)
      case .maybe: maybe.append(name)
      case nil: break
      }
    }
    definite.sort()
    maybe.sort()
  }
}

extension CellReport.Call {
  init(_ summary: CallSummary) {
    reads = summary.reads.keys.sorted()
    binds = summary.binds.keys.sorted()
    deletes = summary.deletes.keys.sorted()
    mutates = summary.mutates.keys.sorted()
  }
}

extension CellReport.Place: Comparable {
  static let start = Self(line: 1, column: 1)

  init(_ position: SourcePosition, in source: SourceText) {
    line = position.line
    column = source.column(of: position)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension BindingKinds {
  /// A name that is bound in several ways holds a value that nothing more is known of.
  fileprivate var name: String {
    switch self {
    case .import: "import"
    case .function: "function"
    case .classDefinition: "class"
    case .constant: "constant"
    default: "value"
    }
  }
}
