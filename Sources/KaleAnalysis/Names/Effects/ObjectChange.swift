/// A change in place of an object: what `NameEffect.Mutation` is for a name. One cell may note thousands, so
/// that it is plain data.
struct ObjectChange {
  var object: ObjectID
  var certainty: Certainty
  var reason: Reason
  var range: SourceRange?

  /// As `MutationReason`, with interned names.
  enum Reason {
    case attributeStore, itemStore, inPlaceOperator
    case knownMutator(Symbol)
    case callee
    case unknownCallee(Symbol)

    init(_ reason: MutationReason, _ symbols: SymbolTable) {
      self =
        switch reason {
        case .attributeStore: .attributeStore
        case .itemStore: .itemStore
        case .inPlaceOperator: .inPlaceOperator
        case .knownMutator(let name): .knownMutator(symbols.intern(name))
        case .callee: .callee
        case .unknownCallee(let name): .unknownCallee(symbols.intern(name))
        }
    }

    var isGuess: Bool { if case .unknownCallee = self { true } else { false } }
  }

  /// Whether it is what is told of a name that both changes concern.
  func isStronger(than other: ObjectChange) -> Bool {
    if reason.isGuess != other.reason.isGuess { return other.reason.isGuess }
    if certainty != other.certainty { return certainty > other.certainty }
    guard let start = range?.start, let other = other.range?.start else { return false }
    return start < other
  }
}

extension NameEffect.Mutation {
  init(_ change: ObjectChange, _ symbols: SymbolTable) {
    let reason: MutationReason =
      switch change.reason {
      case .attributeStore: .attributeStore
      case .itemStore: .itemStore
      case .inPlaceOperator: .inPlaceOperator
      case .knownMutator(let name): .knownMutator(symbols.name(name))
      case .callee: .callee
      case .unknownCallee(let name): .unknownCallee(symbols.name(name))
      }
    self.init(certainty: change.certainty, reason: reason, range: change.range)
  }
}
