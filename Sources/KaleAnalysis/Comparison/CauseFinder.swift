/// Tells why a name of one cell is seen by one analyzer only.
struct CauseFinder {
  private let effects: CellEffects
  private let builtins: Set<String>
  private let usesIPython: Bool
  private let exact: CellReport
  private let other: CellReport
  /// Read or bound by code that some callable of the notebook stands for.
  private let reached: CallSummary

  init(_ result: CompilationResult, cell: Int, knows exact: CellReport, _ other: CellReport) {
    effects = result.cellEffects[cell] ?? CellEffects()
    builtins = result.builtins
    usesIPython = result.cells.first { $0.index == cell }?.usesIPython ?? false
    self.exact = exact
    self.other = other
    var reached = CallSummary()
    for (index, effects) in result.cellEffects where index <= cell {
      for summary in effects.calls.values {
        reached.reads.merge(summary.reads) { max($0, $1) }
        reached.binds.merge(summary.binds) { max($0, $1) }
        reached.mutates.merge(summary.mutates) { max($0, $1) }
      }
    }
    self.reached = reached
  }

  func cause(ofMissed name: String, _ names: ComparedNames) -> DifferenceCause {
    let effect = effects.names[name]
    switch names {
    case .reads:
      if builtins.contains(name) { return .builtinName }
      if usesIPython { return .ipython }
      if reached.reads[name] != nil { return .readByCall }
      if !effects.dynamic.isEmpty { return .dynamic }
      return .syntax
    case .binds:
      if effect?.starModule != nil { return .starImport }
      if usesIPython { return .ipython }
      if reached.binds[name] != nil { return .boundByCall }
      if !effects.dynamic.isEmpty { return .dynamic }
      return .syntax
    case .mutates:
      switch effect?.mutation?.reason {
      case .callee, .unknownCallee: return .changedByCall
      // By a method or a function that is not spelled like one that changes something.
      case .knownMutator where effect?.read != nil: return .changedByCall
      default: return reached.mutates[name] == nil ? .alias : .changedByCall
      }
    case .inputs, .outputs: return .syntax
    }
  }

  func cause(ofExtra name: String, _ names: ComparedNames) -> DifferenceCause {
    switch names {
    case .reads where exact.binds.definite.contains(name): .readOfOwn
    case .reads where reached.reads[name] != nil: .unreached
    case .mutates where exact.binds.definite.contains(name): .readOfOwn
    case .mutates: .unreached
    default: .local
    }
  }
}
