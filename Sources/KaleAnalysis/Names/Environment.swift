/// The notebook's namespace between two cells: what each name may hold.
struct Environment {
  struct Variable {
    var values: ValueSet
    var kinds: BindingKinds
  }

  private(set) var variables: [Symbol: Variable] = [:]
  /// The names that may hold an object.
  private var holders: [ObjectID: Set<Symbol>] = [:]

  /// nil when no earlier cell may have bound the name, or one has certainly deleted it.
  subscript(name: Symbol) -> Variable? { variables[name] }

  /// The names that hold one of `objects` directly.
  func names(holding objects: some Sequence<ObjectID>) -> Set<Symbol> {
    var names: Set<Symbol> = []
    for id in objects {
      if let more = holders[id] { names.formUnion(more) }
    }
    return names
  }

  mutating func remove(_ name: Symbol) {
    guard let old = variables.removeValue(forKey: name) else { return }
    for id in old.values.ids { holders[id]?.remove(name) }
  }

  mutating func set(_ name: Symbol, _ variable: Variable) {
    remove(name)
    variables[name] = variable
    for id in variable.values.ids { holders[id, default: []].insert(name) }
  }
}
