// Code of the notebook that values bring along.

extension Interpreter {
  /// The instances among the values and among what containers hold, down to some depth.
  func instances(in values: ValueSet, depth: Int = 3) -> ValueSet {
    guard hasClasses else { return .plain }
    return search(values, depth: depth) { id in
      switch heap[id].shape {
      case .instance: .found
      case .container: .goesOn(heap[id].contents.ids)
      default: .endsHere
      }
    }
  }

  /// Code of the notebook that library objects and containers among the values hold.
  func heldCode(in values: ValueSet) -> ValueSet {
    search(values, depth: 4) { id in
      switch heap[id].shape {
      case .instance, .function, .classObject, .boundMethod: .found
      case .container: .goesOn(heap[id].contents.ids)
      case .opaque: .goesOn(heap[id].aliases)
      default: .endsHere
      }
    }
  }

  /// What a search does at an object.
  private enum Visit {
    case found
    /// Looks at what it holds.
    case goesOn(ObjectIDs)
    case endsHere
  }

  /// Objects that one search looks at.
  private static let searchLimit = 200

  private func search(_ values: ValueSet, depth: Int, _ visit: (ObjectID) -> Visit) -> ValueSet {
    if let id = values.single {
      switch visit(id) {
      case .found: return ValueSet(id)
      case .goesOn(let held): if held.isEmpty { return .plain }
      case .endsHere: return .plain
      }
    }
    var result = ValueSet.plain
    guard !values.isEmpty else { return result }
    var seen = ObjectSet()
    var level = Array(values.ids)
    for _ in 0...depth where !level.isEmpty {
      var inner: [ObjectID] = []
      for id in level where seen.count < Self.searchLimit && seen.insert(id) {
        switch visit(id) {
        case .found: result.insert(id)
        case .goesOn(let held): inner += held
        case .endsHere: break
        }
      }
      level = inner
    }
    return result
  }
}
