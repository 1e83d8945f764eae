/// The notebook's namespace between two cells: what each name may hold.
struct Environment {
  struct Variable {
    var values: ValueSet
    var kinds: BindingKinds
  }

  /// By number of the symbol.
  private var variables: [Variable?] = []
  /// The names that may hold an object, by number of the object.
  private var holders: [[Symbol]] = []

  /// nil when no earlier cell may have bound the name, or one has certainly deleted it.
  subscript(name: Symbol) -> Variable? {
    Int(name.id) < variables.count ? variables[Int(name.id)] : nil
  }

  /// Everything that a name may hold directly.
  var allValues: ValueSet {
    variables.reduce(into: .plain) { $0.formUnion($1?.values.objects ?? .plain) }
  }

  /// The names that hold one of `objects` directly.
  func names(holding objects: some Sequence<ObjectID>) -> Set<Symbol> {
    var names: Set<Symbol> = []
    for id in objects where Int(id) < holders.count { names.formUnion(holders[Int(id)]) }
    return names
  }

  /// Visits the names that hold `object` directly.
  func forEachName(holding object: ObjectID, _ body: (Symbol) -> Void) {
    if Int(object) < holders.count { holders[Int(object)].forEach(body) }
  }

  mutating func remove(_ name: Symbol) {
    guard let old = self[name] else { return }
    variables[Int(name.id)] = nil
    for id in old.values.ids {
      holders[Int(id)].remove(at: holders[Int(id)].lastIndex(of: name)!)
    }
  }

  mutating func set(_ name: Symbol, _ variable: Variable) {
    remove(name)
    while variables.count <= Int(name.id) { variables.append(nil) }
    variables[Int(name.id)] = variable
    if let last = variable.values.ids.last {
      while holders.count <= Int(last) { holders.append([]) }
    }
    for id in variable.values.ids { holders[Int(id)].append(name) }
  }
}
