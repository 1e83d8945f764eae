/// What `from MODULE import *` binds, by module.
public struct StarImports: Sendable {
  struct Name: Sendable, Equatable {
    var name: String
    /// Where it comes from, as a dotted path.
    var path: String
    /// Every version of the module has it.
    var isCertain = true
  }

  struct Module: Sendable {
    var names: [Name]
    /// Other versions of the module may have other names besides.
    var isOpen: Bool
  }

  private typealias Lines = [Substring: [Substring]]

  /// The lines of a table by module, not taken apart until they are asked for.
  private let lines: @Sendable () -> Lines
  private var exact: [String: [String: String]] = [:]

  /// The table that comes with the tool: the standard library, and some others.
  public static let standard = StarImports { standardLines }

  private static let standardLines = lines(of: standardTable)

  private init(lines: @escaping @Sendable () -> Lines) {
    self.lines = lines
  }

  /// A table in the format of `standardTable`.
  init(table: String) {
    let lines = Self.lines(of: table)
    self.init { lines }
  }

  private static func lines(of table: String) -> Lines {
    var lines: Lines = [:]
    var module: Substring = ""
    for line in table.split(separator: "\n") {
      if line.utf8.first != UInt8(ascii: " "),
        let colon = line.utf8.firstIndex(of: UInt8(ascii: ":"))
      {
        module = line[..<colon]
        lines[module] = [line[line.utf8.index(after: colon)...]]
      } else {
        lines[module]?.append(line)
      }
    }
    return lines
  }

  /// - Parameter asked: what an interpreter says of modules: the paths from which their names come, by
  ///   name. It wins over the table.
  public mutating func add(_ asked: [String: [String: String]]) {
    exact.merge(asked) { $1 }
  }

  /// nil where nothing is known of the module.
  func module(_ module: String) -> Module? {
    if let names = exact[module] {
      let names = names.sorted { $0.key < $1.key }.map { Name(name: $0.key, path: $0.value) }
      return Module(names: names, isOpen: false)
    }
    let lines = lines()
    if let lines = lines[module[...]] { return Module(names: read(lines, module), isOpen: false) }
    return lines["\(module)+"].map { Module(names: read($0, module), isOpen: true) }
  }

  private func read(_ lines: [Substring], _ module: String) -> [Name] {
    lines.flatMap { $0.split(separator: " ") }.map { word in
      let parts = word.split(separator: "=", maxSplits: 1)
      let isCertain = parts[0].last != "?"
      let name = String(isCertain ? parts[0] : parts[0].dropLast())
      let path = parts.count > 1 ? String(parts[1]) : "\(module).\(name)"
      return Name(name: name, path: path, isCertain: isCertain)
    }
  }
}
