/// Finds where the notebook must not be cut, because something would have to cross that can't, or had
/// better not.
struct CellTies {
  /// For each place between two of the cells, numbered by the cell behind it, whether it is closed.
  private(set) var isClosed: [Bool]

  private let cells: [CellFacts]

  /// - Parameter cells: those that do the work, in the order of the notebook.
  init(_ cells: [CellFacts]) {
    self.cells = cells
    isClosed = Array(repeating: false, count: cells.count + 1)
    tieValues()
    tieFiles()
    for (number, cell) in cells.enumerated() {
      if cell.bindsUnknown { tie(number, cells.count - 1) }
      if cell.readsLastValue, let last = cells[..<number].lastIndex(where: \.showsValue) {
        tie(last, number)
      }
      if cell.does(.unknownMagic), let first = cells[..<number].firstIndex(where: \.loadsExtension)
      {
        tie(first, number)
      }
      if cell.traits.continuesFigure,
        let last = cells[..<number].lastIndex(where: \.traits.usesPyplot)
      {
        tie(last, number)
      }
      // Set up for all that follows, in the middle of other work.
      if cell.traits.statements.contains(.session) || cell.does(.importPath) {
        tie(number, cells.count - 1)
      }
    }
  }

  /// Keeps the cells from one to another in one step.
  mutating func tie(_ first: Int, _ last: Int) {
    guard first < last else { return }
    for place in (first + 1)...last { isClosed[place] = true }
  }

  /// From where a value is bound that stays, up to its last use.
  private mutating func tieValues() {
    var origin: [String: Int] = [:]
    var binder: [String: Int] = [:]
    for (number, cell) in cells.enumerated() {
      for (name, effect) in cell.effects.names {
        // Changed by way of another variable only: no step takes it, so its own must do that.
        if effect.read == nil, effect.exits == .untouched, effect.mutation?.reason.isGuess == false,
          let first = binder[name]
        {
          tie(first, number)
        }
        if effect.mayBind { binder[name] = number }
      }
      for name in cell.reads.union(cell.effects.names.filter { $0.value.mutation != nil }.keys) {
        if let first = origin[name] { tie(first, number) }
      }
      for (name, effect) in cell.effects.names where effect.mayBind {
        let isUntransferable =
          if case .untransferable = effect.type { true } else { false }
        if isUntransferable || cell.traits.stays.contains(name) {
          if effect.exits == .bound || origin[name] == nil { origin[name] = number }
        } else if effect.exits == .bound {
          origin[name] = nil
        }
      }
      // What holds something that stays must stay too.
      for (name, others) in cell.effects.sharing where origin[name] == nil {
        if let first = others.compactMap({ origin[$0] }).min() { origin[name] = first }
      }
    }
  }

  /// A file that one step writes is not there in another, on a cluster.
  private mutating func tieFiles() {
    var writers: [(access: FileAccess, cell: Int)] = []
    for (number, cell) in cells.enumerated() {
      for access in cell.effects.files.accesses {
        if access.isRead {
          let first = writers.first { $0.access.feeds(access) }
          if let first { tie(first.cell, number) }
        } else {
          writers.append((access, number))
        }
      }
    }
  }
}
