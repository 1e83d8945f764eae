/// A change in place of an object: what `NameEffect.Mutation` is for a name. One cell may note thousands, so
/// that it is plain data.
struct ObjectChange {
  var object: ObjectID
  var certainty: Certainty
  var reason: ChangeReason<Symbol>
  var range: SourceRange?

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
    self.init(
      certainty: change.certainty, reason: change.reason.named(symbols.name), range: change.range)
  }
}
