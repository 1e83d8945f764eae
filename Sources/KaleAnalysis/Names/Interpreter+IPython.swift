// What IPython syntax does beyond the Python that stands for it.

extension Interpreter.Unit {
  init(_ cell: ParsedCell) {
    self.init(
      tree: cell.tree, scopes: cell.scopes, cell: cell.index, original: cell.original,
      actions: cell.transform?.actions ?? [], lenientReads: cell.transform?.lenientReads ?? [],
      embedded: cell.embedded)
  }
}

extension Interpreter {
  /// Notes the accesses of the cell's magics that depend on the run.
  func noteMagics(of unit: Unit) {
    for action in unit.actions {
      let cause: String
      switch action.construct {
      case .lineMagic(let name): cause = "%\(name)"
      case .cellMagic(let name): cause = "%%\(name)"
      case .system: cause = "!"
      case .help: cause = "?"
      case .call: cause = "IPython call"
      }
      for effect in action.effects {
        switch effect {
        case .readsUnknown: note(.readsUnknown, cause, range: action.range)
        case .bindsUnknown: note(.bindsUnknown, cause, range: action.range)
        case .deletesUnknown: note(.deletesUnknown, cause, range: action.range)
        case .writesFile(let path?):
          run.files.insert(FileAccess(kind: .write, path: path, range: action.range))
        case .readsFile(let path?):
          run.files.insert(FileAccess(kind: .read, path: path, range: action.range))
        case .writesFile(nil), .readsFile(nil): break
        case .runsProgram: noteOutside(.shell, action)
        case .changesEnvironment: noteOutside(.environment, action)
        case .changesDirectory: noteOutside(.directory, action)
        case .changesSession: noteOutside(.session, action)
        case .unknownMagic: noteOutside(.unknownMagic, action)
        }
      }
    }
  }

  private func noteOutside(_ kind: OutsideEffect.Kind, _ action: IPythonAction) {
    noteOutside(OutsideEffect(kind: kind, detail: action.text, range: action.range))
  }

  /// Whether IPython looks the name up only if it is there.
  func isLenient(_ node: SyntaxTree.Node?) -> Bool {
    let unit = units[frame.unit]
    guard !unit.lenientReads.isEmpty, let range = node.flatMap(tree.range) else { return false }
    return unit.lenientReads.contains { $0.start <= range.start && range.end <= $0.end }
  }
}
