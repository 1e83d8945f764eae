/// What a step does to the namespace: the effects of its cells, one after the other.
struct StepEffects: Sendable {
  var names: [String: StepNameEffect] = [:]
  var dynamic: [Place<DynamicAccess>] = []
  var starImports: [String] = []
  /// In the order in which the step comes to them.
  var files: [Place<FileAccess>] = []

  /// Something at a place in the notebook.
  struct Place<Value: Sendable>: Sendable {
    var value: Value
    var cell: Int
  }

  /// Composes the effects of the step's cells, given in the order in which they run.
  init(_ cells: [(cell: Int, effects: CellEffects)]) {
    for (cell, effects) in cells {
      for (name, effect) in effects.names {
        names[name, default: StepNameEffect()].append(effect, of: cell)
      }
      for (name, reads) in effects.callReads {
        names[name, default: StepNameEffect()].callReads.formUnion(reads)
      }
      for (name, others) in effects.sharing {
        names[name, default: StepNameEffect()].sharing.formUnion(others)
      }
      dynamic += effects.dynamic.map { Place(value: $0, cell: cell) }
      starImports += effects.starImports.filter { !starImports.contains($0) }
      files += effects.files.accesses.map { Place(value: $0, cell: cell) }
    }
  }

  /// Some of its code may bind any variable, or change its value. Star imports are not among it: they
  /// bind names of a module's.
  var isBeyondForesight: Bool { dynamic.contains { !$0.value.isStarImport } }

  func has(_ kind: DynamicAccess.Kind) -> Bool { dynamic.contains { $0.value.kind == kind } }
}

/// What a step does to one name.
struct StepNameEffect: Sendable {
  /// Whether the step needs the value that the name has on entry, and where it first does.
  var read: Certainty?
  var readPlace: Diagnostic.Location?
  /// Index of the cell of the first read.
  var readCell: Int?
  /// A missing value does no harm at the first read.
  var isReadLenient = false
  var exits: ExitStates = .untouched
  /// Where it is first bound or deleted.
  var bindPlace: Diagnostic.Location?
  /// The cells that bind or delete the name or change its value.
  var writingCells: [Int] = []
  var mutation: NameEffect.Mutation?
  var mutationCell: Int?
  var kinds: BindingKinds = []
  var imports: [String] = []
  var type: ValueType?
  /// Names that code reachable from the value reads when it is called.
  var callReads: Set<String> = []
  /// Names whose values may share objects with this one's.
  var sharing: Set<String> = []

  /// The step may leave another value, or a changed one.
  var writes: Bool { exits != .untouched || mutation != nil }

  /// Its only write is the guess that a library changes what it is handed.
  var writesByGuessOnly: Bool { exits == .untouched && mutation?.reason.isGuess == true }

  /// The step passes on, on some path at least, what it received.
  var keepsEntryValue: Bool { exits.contains(.untouched) }

  mutating func append(_ effect: NameEffect, of cell: Int) {
    let seesEntry = exits.contains(.untouched)
    if let more = effect.read, seesEntry {
      let certainty: Certainty = exits == .untouched ? more : .maybe
      if read == nil {
        readPlace = Diagnostic.Location(cell: cell, range: effect.readRange)
        readCell = cell
        isReadLenient = effect.isReadLenient
      }
      read = max(read ?? .maybe, certainty)
    }
    if let change = effect.mutation, seesEntry {
      if mutation == nil || mutation!.reason.isGuess && !change.reason.isGuess {
        mutation = change
        mutationCell = cell
      }
      writingCells.append(cell)
    }
    guard effect.exits != .untouched else { return }
    if bindPlace == nil {
      bindPlace = Diagnostic.Location(cell: cell, range: effect.bindRange)
    }
    if writingCells.last != cell { writingCells.append(cell) }
    if effect.exits.contains(.untouched) {
      exits.formUnion(effect.exits.subtracting(.untouched))
      kinds.formUnion(effect.kinds)
      imports += effect.imports
    } else {
      exits = effect.exits
      kinds = effect.kinds
      imports = effect.imports
      callReads = []
      sharing = []
    }
    type = effect.type
  }
}
