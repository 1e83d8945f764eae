// What IPython syntax does beyond the Python that stands for it.

extension Interpreter.Unit {
  convenience init(_ cell: ParsedCell, namespace: Int? = nil) {
    self.init(
      tree: cell.tree, scopes: cell.scopes, cell: cell.index, transform: cell.transform,
      namespace: namespace, embedded: cell.embedded)
  }

  /// What its IPython syntax does.
  var actions: [IPythonAction] { transform?.actions ?? [] }
}

extension Interpreter {
  /// Notes the accesses of a unit's magics that depend on the run, but for the files that they execute.
  func noteMagics(of unit: Unit) {
    for action in unit.actions {
      let (cause, range) = (action.cause, place(of: action.range))
      for effect in action.effects {
        switch effect {
        case .readsUnknown: note(.readsUnknown, cause, range: range)
        case .bindsUnknown: note(.bindsUnknown, cause, range: range)
        case .deletesUnknown: note(.deletesUnknown, cause, range: range)
        case .writesFile(let path?):
          run.files.insert(FileAccess(kind: .write, path: path, range: range))
        case .readsFile(let path?):
          run.files.insert(FileAccess(kind: .read, path: path, range: range))
        case .writesFolder(let path):
          run.files.insert(FileAccess(kind: .writeFolder, path: path, range: range))
        case .writesFile(nil), .readsFile(nil), .runsFile: break
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
    noteOutside(
      OutsideEffect(kind: kind, detail: action.text, range: place(of: action.range)))
  }

  /// Whether IPython looks the name up only if it is there.
  func isLenient(_ node: SyntaxTree.Node?) -> Bool {
    let unit = units[frame.unit]
    guard let transform = unit.transform, let range = node.flatMap(tree.range) else { return false }
    return transform.lenientReads.contains { $0.start <= range.start && range.end <= $0.end }
  }
}

extension IPythonAction {
  /// As messages name it.
  var cause: String {
    switch construct {
    case .lineMagic(let name): "%\(name)"
    case .cellMagic(let name): "%%\(name)"
    case .system: "!"
    case .help: "?"
    case .call: "IPython call"
    }
  }
}
