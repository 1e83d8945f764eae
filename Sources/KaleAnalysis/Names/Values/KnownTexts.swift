/// The strings that a value may be, as far as the code alone tells. Paths are made of them.
///
/// Listing one says that the value may be this string; it may always be another one besides. The
/// lists only grow, and end at `tooMany`, so that loops which lengthen a string come to an end.
enum KnownTexts: Hashable, Sendable {
  case none
  indirect case one(String)
  /// Ascending, without repetition, from two to `limit`.
  indirect case several([String])
  case tooMany

  static let limit = 16
  /// Longer strings are no paths. In UTF-8 bytes.
  static let lengthLimit = 1_024

  init(_ text: String) {
    self = text.utf8.count <= Self.lengthLimit ? .one(text) : .none
  }

  private init(_ texts: Set<String>) {
    let kept = texts.filter { $0.utf8.count <= Self.lengthLimit }
    switch kept.count {
    case 0: self = .none
    case 1: self = .one(kept.first!)
    default: self = kept.count <= Self.limit ? .several(kept.sorted()) : .tooMany
    }
  }

  var list: [String] {
    switch self {
    case .one(let text): [text]
    case .several(let texts): texts
    case .none, .tooMany: []
    }
  }

  /// The string, where only one is known; else nothing.
  var onlyOne: KnownTexts {
    if case .several = self { .none } else { self }
  }

  /// Whether anything was new.
  mutating func formUnion(_ other: KnownTexts) -> Bool {
    if case .none = other { return false }
    switch (self, other) {
    case (.tooMany, _): return false
    case (.none, _): self = other
    case (_, .tooMany): self = .tooMany
    case (.one(let mine), .one(let theirs)) where mine == theirs: return false
    default:
      let mine = list
      let new = other.list.filter { !mine.contains($0) }
      if new.isEmpty { return false }
      self = KnownTexts(Set(mine + new))
    }
    return true
  }

  /// What `combine` makes of each string of this and each of `other`.
  func combined(with other: KnownTexts, _ combine: (String, String) -> String?) -> KnownTexts {
    switch (self, other) {
    case (.none, _), (_, .none): return .none
    case (.tooMany, _), (_, .tooMany): return .tooMany
    default:
      let (left, right) = (list, other.list)
      guard left.count * right.count <= Self.limit else { return .tooMany }
      var texts: Set<String> = []
      for one in left {
        for two in right {
          if let text = combine(one, two) { texts.insert(text) }
        }
      }
      return KnownTexts(texts)
    }
  }
}
