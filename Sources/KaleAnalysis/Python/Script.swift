/// A file that `%run` executes, parsed.
struct Script {
  /// The cells of a notebook, or the one text of another file, up to the first that can't be parsed.
  var parts: [ParsedCell]
  /// All of it could be parsed.
  var isComplete: Bool
}

/// The scripts of a notebook that could be read.
typealias Scripts = [IPythonScript: Script]

/// Reads and parses the files that cells run, and those that these run in turn.
struct ScriptReader {
  let files: SourceFiles
  let symbols: SymbolTable
  private(set) var scripts: Scripts = [:]
  /// What has been asked for, found or not.
  private var visited: Set<IPythonScript> = []

  init(files: SourceFiles, symbols: SymbolTable) {
    self.files = files
    self.symbols = symbols
  }

  mutating func read(for cells: some Sequence<ParsedCell>, _ python: borrowing PythonInterpreter) {
    // A file that the notebook writes itself may be another by the time it runs.
    let written = Set(cells.flatMap(\.ownActions).flatMap(\.effects).compactMap(Self.writtenPath))
    var pending = cells.flatMap(\.scripts)
    while let script = pending.popLast() {
      guard visited.insert(script).inserted, !written.contains(PathSyntax.normalized(script.path)),
        let found = read(script, python)
      else { continue }
      scripts[script] = found
      pending += found.parts.flatMap(\.scripts)
    }
  }

  private static func writtenPath(_ effect: IPythonEffect) -> String? {
    if case .writesFile(let path?) = effect { PathSyntax.normalized(path) } else { nil }
  }

  /// IPython adds `.py` to a path that leads to no file.
  private func read(_ script: IPythonScript, _ python: borrowing PythonInterpreter) -> Script? {
    var bytes = files.contents(script.path)
    if bytes == nil, !script.path.hasSuffix(".py") {
      bytes = files.contents(script.path + ".py")
    }
    guard let bytes, let cells = cells(of: script, bytes) else { return nil }
    var result = Script(parts: [], isComplete: true)
    for cell in cells {
      guard case .success(let part) = CellParser.parse(cell, python, symbols) else {
        result.isComplete = false
        break
      }
      result.parts.append(part)
    }
    return result
  }

  private func cells(of script: IPythonScript, _ bytes: [UInt8]) -> [Cell]? {
    if script.path.lowercased().hasSuffix(".ipynb") {
      let notebook = try? NotebookDecoder(path: script.path).decode(bytes)
      return notebook?.cells.filter { $0.kind == .code }
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    return text.map { [Cell(index: 0, kind: .code, source: $0)] }
  }
}

extension ParsedCell {
  fileprivate var ownActions: [IPythonAction] { transform?.actions ?? [] }

  /// The files that it runs.
  fileprivate var scripts: [IPythonScript] {
    ownActions.flatMap(\.effects).compactMap {
      if case .runsFile(let script?) = $0 { script } else { nil }
    }
  }
}
