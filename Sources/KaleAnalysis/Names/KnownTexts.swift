/// The strings that a value may be, as far as the code alone tells. Paths are made of them.
///
/// Listing one says that the value may be this string; it may always be another one besides. The
/// lists only grow, and end at `tooMany`, so that loops which lengthen a string come to an end.
enum KnownTexts: Hashable, Sendable {
  case none
  /// Ascending, without repetition, at most `limit`.
  case some([String])
  case tooMany

  static let limit = 16
  /// Longer strings are no paths. In UTF-8 bytes.
  static let lengthLimit = 1_024

  init(_ text: String) {
    self = text.utf8.count <= Self.lengthLimit ? .some([text]) : .none
  }

  private init(_ texts: Set<String>) {
    let kept = texts.filter { $0.utf8.count <= Self.lengthLimit }
    if kept.isEmpty {
      self = .none
    } else {
      self = kept.count <= Self.limit ? .some(kept.sorted()) : .tooMany
    }
  }

  var list: [String] {
    if case .some(let texts) = self { texts } else { [] }
  }

  /// The string, where only one is known; else nothing.
  var onlyOne: KnownTexts { list.count > 1 ? .none : self }

  /// Whether anything was new.
  mutating func formUnion(_ other: KnownTexts) -> Bool {
    if case .none = other { return false }
    switch (self, other) {
    case (.tooMany, _): return false
    case (.none, _): self = other
    case (.some(let mine), .some(let theirs)):
      let new = theirs.filter { !mine.contains($0) }
      if new.isEmpty { return false }
      let count = mine.count + new.count
      self = count <= Self.limit ? .some((mine + new).sorted()) : .tooMany
    default: self = .tooMany
    }
    return true
  }

  /// What `combine` makes of each string of this and each of `other`.
  func combined(with other: KnownTexts, _ combine: (String, String) -> String?) -> KnownTexts {
    switch (self, other) {
    case (.none, _), (_, .none): return .none
    case (.some(let left), .some(let right)):
      guard left.count * right.count <= Self.limit else { return .tooMany }
      var texts: Set<String> = []
      for one in left {
        for two in right {
          if let text = combine(one, two) { texts.insert(text) }
        }
      }
      return KnownTexts(texts)
    default: return .tooMany
    }
  }
}
