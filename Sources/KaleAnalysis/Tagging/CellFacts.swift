/// A code cell as steps are proposed from it.
struct CellFacts {
  /// Among all cells of the notebook.
  var index: Int
  var traits: CellTraits
  /// After all cells above it.
  var effects: CellEffects
  /// `_` is its value then.
  var showsValue = false

  var reads: Set<String> { Set(effects.names.filter { $0.value.read != nil }.keys) }

  var binds: Set<String> { Set(effects.names.filter { $0.value.mayBind }.keys) }

  /// The names that it leaves with another value, or a changed one.
  var writes: Set<String> {
    Set(effects.names.filter { $0.value.exits != .untouched || $0.value.mutation != nil }.keys)
  }

  func does(_ kind: OutsideEffect.Kind) -> Bool { effects.outside.contains { $0.kind == kind } }

  /// Reads `_`, what a cell above has shown.
  var readsLastValue: Bool { effects.historyReads.contains { $0.name == "_" } }

  /// Registers magics.
  var loadsExtension: Bool {
    effects.outside.contains { $0.kind == .session && $0.detail.contains("load_ext") }
  }

  /// May bind any name.
  var bindsUnknown: Bool {
    effects.dynamic.contains { $0.kind == .bindsUnknown && !$0.cause.hasSuffix("import *") }
  }
}
