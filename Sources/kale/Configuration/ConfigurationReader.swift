import KaleAnalysis

/// Takes a configuration out of a TOML table. Keys may be spelled with hyphens or underscores.
struct ConfigurationReader {
  /// Absolute path of the folder that paths start from.
  let folder: String

  private static let notebookKeys = [
    "analyzer", "docker-image", "experiment-name", "ignore", "knowledge", "python",
    "resolve-imports", "select", "strict",
  ]

  func read(_ table: TOMLTable) throws(TOMLError) -> Configuration {
    var configuration = Configuration(folder: folder)
    for (key, spelling, entry) in try members(
      of: table, known: Self.notebookKeys + ["exclude", "jobs", "overrides"])
    {
      switch key {
      case "jobs":
        guard case .integer(let jobs) = entry.value, jobs >= 1 else {
          throw mismatch(spelling, entry, "a whole number of at least 1")
        }
        configuration.jobs = jobs
      case "exclude":
        configuration.exclude = IgnoreRules(patterns: try strings(spelling, entry))
      case "overrides":
        for (table, line) in try tables(spelling, entry) {
          configuration.overrides.append(try override(table, line: line))
        }
      default: try read(key, spelling, entry, into: &configuration.settings)
      }
    }
    return configuration
  }

  private func override(
    _ table: TOMLTable, line: Int
  ) throws(TOMLError) -> Configuration.Override {
    var paths: IgnoreRules?
    var settings = NotebookConfiguration()
    for (key, spelling, entry) in try members(of: table, known: Self.notebookKeys + ["paths"]) {
      if key == "paths" {
        paths = IgnoreRules(patterns: try strings(spelling, entry))
      } else {
        try read(key, spelling, entry, into: &settings)
      }
    }
    guard let paths else {
      throw TOMLError(line: line, message: "these settings lack `paths`, for which they hold")
    }
    return Configuration.Override(paths: paths, settings: settings)
  }

  private func read(
    _ key: String, _ spelling: String, _ entry: TOMLTable.Entry,
    into settings: inout NotebookConfiguration
  ) throws(TOMLError) {
    switch key {
    case "analyzer":
      guard let analyzer = Analyzer(rawValue: try string(spelling, entry)) else {
        throw mismatch(spelling, entry, "\"cpython\" or \"heuristic\"")
      }
      settings.analyzer = analyzer
    case "docker-image": settings.dockerImage = try string(spelling, entry)
    case "experiment-name": settings.experimentName = try string(spelling, entry)
    case "python":
      let python = try string(spelling, entry)
      settings.python = python.contains("/") ? path(python) : python
    case "knowledge": settings.knowledge = try strings(spelling, entry).map(path)
    case "resolve-imports": settings.resolveImports = try bool(spelling, entry)
    case "strict": settings.isStrict = try bool(spelling, entry)
    case "select": settings.select = try ids(spelling, entry)
    case "ignore": settings.ignore = try ids(spelling, entry)
    default: preconditionFailure("no setting \(key)")
    }
  }

  /// The members in their order, each under its proper name and as it is spelled.
  private func members(
    of table: TOMLTable, known: [String]
  ) throws(TOMLError) -> [(key: String, spelling: String, entry: TOMLTable.Entry)] {
    var members: [(key: String, spelling: String, entry: TOMLTable.Entry)] = []
    for spelling in table.keys {
      let entry = table[spelling]!
      let key = spelling.replacing("_", with: "-")
      guard known.contains(key) else {
        let nearest = Spelling.nearest(to: key, in: known)
        throw TOMLError(
          line: entry.line,
          message: "there is no setting `\(spelling)`"
            + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
      }
      if let other = members.first(where: { $0.key == key }) {
        throw TOMLError(
          line: entry.line, message: "`\(spelling)` sets what `\(other.spelling)` has set")
      }
      members.append((key, spelling, entry))
    }
    return members
  }

  private func path(_ text: String) -> String {
    text.hasPrefix("/") ? text : folder == "/" ? "/\(text)" : "\(folder)/\(text)"
  }

  private func string(_ key: String, _ entry: TOMLTable.Entry) throws(TOMLError) -> String {
    guard case .string(let text) = entry.value, !text.isEmpty else {
      throw mismatch(key, entry, "a string")
    }
    return text
  }

  private func bool(_ key: String, _ entry: TOMLTable.Entry) throws(TOMLError) -> Bool {
    guard case .bool(let flag) = entry.value else { throw mismatch(key, entry, "true or false") }
    return flag
  }

  private func strings(_ key: String, _ entry: TOMLTable.Entry) throws(TOMLError) -> [String] {
    try lines(key, entry).map(\.text)
  }

  private func lines(
    _ key: String, _ entry: TOMLTable.Entry
  ) throws(TOMLError) -> [(text: String, line: Int)] {
    guard case .array(let elements) = entry.value else {
      throw mismatch(key, entry, "a list of strings")
    }
    var texts: [(text: String, line: Int)] = []
    for element in elements {
      guard case .string(let text) = element.value else {
        throw TOMLError(
          line: element.line,
          message: "`\(key)` must be a list of strings, and has \(element.value.kindName) in it")
      }
      texts.append((text, element.line))
    }
    return texts
  }

  private func ids(_ key: String, _ entry: TOMLTable.Entry) throws(TOMLError) -> [String] {
    let lines = try lines(key, entry)
    for (text, line) in lines {
      do {
        _ = try DiagnosticSelection(select: [text], ignore: [])
      } catch {
        throw TOMLError(line: line, message: "`\(key)`: \(error.message)")
      }
    }
    return lines.map(\.text)
  }

  private func tables(
    _ key: String, _ entry: TOMLTable.Entry
  ) throws(TOMLError) -> [(table: TOMLTable, line: Int)] {
    switch entry.value {
    case .tables(let list): return list.tables.map { ($0, $0.firstLine ?? entry.line) }
    case .array(let elements):
      var tables: [(table: TOMLTable, line: Int)] = []
      for element in elements {
        guard case .table(let table) = element.value else {
          throw mismatch(key, entry, "a list of tables")
        }
        tables.append((table, element.line))
      }
      return tables
    default: throw mismatch(key, entry, "a list of tables")
    }
  }

  private func mismatch(_ key: String, _ entry: TOMLTable.Entry, _ wanted: String) -> TOMLError {
    let isEmpty = if case .string("") = entry.value { true } else { false }
    let found =
      isEmpty ? "an empty one" : entry.value.kindName
    return TOMLError(line: entry.line, message: "`\(key)` must be \(wanted), not \(found)")
  }
}

extension TOMLTable {
  /// The line of its first member.
  fileprivate var firstLine: Int? { keys.first.flatMap { self[$0]?.line } }
}

extension DiagnosticSelection.UnknownID {
  /// "there is no message `star-imprt`; did you mean `star-import`?"
  var message: String {
    "no message has the id `\(text)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
  }
}
