/// The files that a cell reads and writes by paths that its code spells out.
public struct FileEffects: Sendable, Hashable {
  /// In the order in which the code comes to them, each once.
  public private(set) var accesses: [FileAccess] = []

  public init() {}

  public var reads: [FileAccess] { accesses.filter(\.isRead) }
  public var writes: [FileAccess] { accesses.filter { !$0.isRead } }

  mutating func append(_ access: FileAccess) {
    if !accesses.contains(access) { accesses.append(access) }
  }

  /// Adds one that has been found apart from the others, in front of those behind it in the text.
  mutating func insert(_ access: FileAccess) {
    let place = accesses.firstIndex { other in
      guard let range = access.range, let next = other.range else { return false }
      return range.start < next.start
    }
    if !accesses.contains(access) { accesses.insert(access, at: place ?? accesses.endIndex) }
  }
}

/// One file, read or written.
public struct FileAccess: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case read, write
    /// Executes it, which reads it: `%run tools.py`.
    case run
    /// Lists or reads what is below a folder: `os.listdir("data")`.
    case readFolder
    /// Writes files below a folder: `archive.extractall("data")`.
    case writeFolder
  }

  public var kind: Kind
  /// As the code has it, often relative to the working directory.
  public var path: String
  /// The call that does it, in the cell's own code.
  public var range: SourceRange?

  public var isRead: Bool { kind == .read || kind == .run || kind == .readFolder }

  /// Whether what this writes is what `read` reads, or may be among it.
  func feeds(_ read: FileAccess) -> Bool {
    let (mine, theirs) = (PathSyntax.normalized(path), PathSyntax.normalized(read.path))
    let isAmong = read.kind == .readFolder && PathSyntax.isInside(mine, theirs)
    switch kind {
    case .read, .run, .readFolder: return false
    case .write: return mine == theirs || isAmong
    case .writeFolder: return PathSyntax.isInside(theirs, mine) || isAmong
    }
  }
}
