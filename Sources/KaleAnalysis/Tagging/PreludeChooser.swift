/// Chooses the cells that every step can repeat at its beginning: imports, functions, parameters.
///
/// The pipeline runs parameters first, then `imports`, then `functions`. A cell may be one of them when it
/// does the same there as at its place: it reads nothing but what those before it bind, nothing else
/// binds or changes its names, and nothing above it could have meant a builtin by them.
struct PreludeChooser {
  /// By index of the cell.
  private(set) var roles: [Int: Outline.Role] = [:]

  private let cells: [CellFacts]
  private let builtins: Set<String>
  /// By how many cells each name is bound or changed.
  private var writers: [String: Int] = [:]
  private var parameters: Set<String> = []
  private var imported: Set<String> = []
  private var defined: Set<String> = []

  /// - Parameters:
  ///   - cells: in the order of the notebook.
  ///   - given: cells that have a role by their tags.
  init(
    _ cells: [CellFacts], given: [Int: Outline.Role], parameterSections: Set<Int>,
    builtins: Set<String>
  ) {
    self.cells = cells
    self.builtins = builtins
    for cell in cells {
      for name in cell.writes { writers[name, default: 0] += 1 }
    }
    var isLeading = true
    for cell in cells {
      if let role = given[cell.index] {
        if role == .parameters { parameters.formUnion(cell.binds) }
        continue
      }
      let role = role(of: cell, isLeading: isLeading, parameterSections.contains(cell.index))
      guard let role else {
        // What only sets up a library does no work yet.
        if !cell.traits.statements.isSubset(of: [.imports, .session, .quietSession]) {
          isLeading = false
        }
        continue
      }
      roles[cell.index] = role
      switch role {
      case .parameters: parameters.formUnion(cell.binds)
      case .imports: imported.formUnion(cell.binds)
      default: defined.formUnion(cell.binds)
      }
    }
  }

  private func role(of cell: CellFacts, isLeading: Bool, _ isForParameters: Bool) -> Outline.Role? {
    let kinds = cell.traits.statements
    guard !kinds.isEmpty, !kinds.contains(.other),
      cell.effects.dynamic.allSatisfy({ $0.cause.hasSuffix("import *") }),
      cell.effects.files.accesses.isEmpty, !cell.does(.directory), !cell.does(.shell)
    else { return nil }
    if kinds == .constants, isLeading || isForParameters, cell.traits.hasPlainConstants,
      isAlone(cell), cell.reads.isEmpty
    {
      return .parameters
    }
    let isDefining = !kinds.isDisjoint(with: [.definitions, .constants])
    if kinds.contains(.imports) || !isDefining {
      guard cell.reads.isSubset(of: parameters.union(imported)) else { return nil }
      let allowed: CellTraits.Statements =
        isLeading
        ? [.imports, .definitions, .constants, .session, .quietSession, .seeds, .shows]
        : [.imports, .quietSession]
      guard kinds.isSubset(of: allowed), isLeading || hasPlainStars(cell) else { return nil }
      return (isDefining ? isAlone(cell) : isUnchanged(cell, isLeading)) ? .imports : nil
    }
    let allowed: CellTraits.Statements =
      isLeading
      ? [.definitions, .constants, .session, .quietSession, .seeds, .shows]
      : [.definitions, .constants, .quietSession]
    guard kinds.contains(.definitions) || isLeading, kinds.isSubset(of: allowed),
      cell.reads.isSubset(of: parameters.union(imported).union(defined)), isAlone(cell)
    else { return nil }
    return .functions
  }

  /// A star import further down may hide builtins from the cells above it.
  private func hasPlainStars(_ cell: CellFacts) -> Bool { cell.effects.starImports.isEmpty }

  /// No other cell binds or changes its names, and they are no builtins.
  private func isAlone(_ cell: CellFacts) -> Bool {
    cell.writes.allSatisfy { writers[$0] == 1 && !builtins.contains($0) }
  }

  /// Its names are bound by imports everywhere, if several times; further down also by none that hides a
  /// builtin.
  private func isUnchanged(_ cell: CellFacts, _ isLeading: Bool) -> Bool {
    cell.binds.allSatisfy { name in
      cells.allSatisfy { other in
        guard let effect = other.effects.names[name], effect.mayBind || effect.mayDelete else {
          return true
        }
        return effect.kinds == .import && !effect.mayDelete
          && effect.imports == cell.effects.names[name]?.imports
      } && (isLeading || !builtins.contains(name))
    }
  }
}
