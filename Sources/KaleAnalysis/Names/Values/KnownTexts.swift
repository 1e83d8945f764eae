/// The strings that a value may be, as far as the code alone tells. Paths are made of them.
///
/// Listing one says that the value may be this string; it may always be another one besides. The
/// lists only grow, and end at `tooMany`, so that loops which lengthen a string come to an end.
struct KnownTexts: Hashable, Sendable {
  /// nil for none. A value set has its strings with it wherever it goes, and nearly none has any.
  private let known: Known?

  private final class Known: Hashable, Sendable {
    let first: String
    /// All, ascending and without repetition, where there are several, `limit` at most.
    let several: [String]

    init(_ list: [String]) {
      first = list.first ?? ""
      several = list.count > 1 ? list : []
    }

    static func == (left: Known, right: Known) -> Bool {
      left === right
        || left !== tooMany && right !== tooMany && left.first == right.first
          && left.several == right.several
    }

    func hash(into hasher: inout Hasher) { hasher.combine(first) }

    static let tooMany = Known([])
  }

  static let limit = 16
  /// Longer strings are no paths. In UTF-8 bytes.
  static let lengthLimit = 1_024

  private init(known: Known?) { self.known = known }

  static var none: KnownTexts { KnownTexts(known: nil) }

  static var tooMany: KnownTexts { KnownTexts(known: .tooMany) }

  init(_ text: String) {
    known = text.utf8.count <= Self.lengthLimit ? Known([text]) : nil
  }

  private init(_ texts: Set<String>) {
    let kept = texts.filter { $0.utf8.count <= Self.lengthLimit }
    known = kept.isEmpty ? nil : kept.count <= Self.limit ? Known(kept.sorted()) : .tooMany
  }

  var isNone: Bool { known == nil }

  private var isTooMany: Bool { known === Known.tooMany }

  var list: [String] {
    guard let known, !isTooMany else { return [] }
    return known.several.isEmpty ? [known.first] : known.several
  }

  /// The string, where only one is known.
  var single: String? {
    guard let known, !isTooMany, known.several.isEmpty else { return nil }
    return known.first
  }

  /// The string, where only one is known; else nothing.
  var onlyOne: KnownTexts { known?.several.isEmpty ?? true ? self : .none }

  /// Whether anything was new.
  mutating func formUnion(_ other: KnownTexts) -> Bool {
    if other.isNone || isTooMany { return false }
    if isNone || other.isTooMany {
      self = other
      return true
    }
    if known === other.known { return false }
    let mine = list
    let new = other.list.filter { !mine.contains($0) }
    if new.isEmpty { return false }
    self = KnownTexts(Set(mine + new))
    return true
  }

  /// What `combine` makes of each string of this and each of `other`.
  func combined(with other: KnownTexts, _ combine: (String, String) -> String?) -> KnownTexts {
    if isNone || other.isNone { return .none }
    if isTooMany || other.isTooMany { return .tooMany }
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
