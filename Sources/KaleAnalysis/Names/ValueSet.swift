/// Number of an object on the abstract heap.
typealias ObjectID = Int32

/// The objects that a value may be. Numbers, strings and other plain immutable values are no
/// objects: a set without objects stands for them.
struct ValueSet: Hashable, Sendable {
  /// Ascending, without repetition.
  private(set) var ids: [ObjectID]
  /// The strings, or the paths as strings, that it may be.
  var texts = KnownTexts.none

  static let plain = ValueSet()

  init() { ids = [] }

  init(_ id: ObjectID) { ids = [id] }

  init(texts: KnownTexts) {
    ids = []
    self.texts = texts
  }

  /// Whether it is no object.
  var isEmpty: Bool { ids.isEmpty }

  /// The same objects, without the strings.
  var objects: ValueSet {
    var result = self
    result.texts = .none
    return result
  }

  /// The object, where there can be only one.
  var single: ObjectID? { ids.count == 1 ? ids[0] : nil }

  /// Whether `id` was new.
  @discardableResult
  mutating func insert(_ id: ObjectID) -> Bool {
    if let last = ids.last, last < id {
      ids.append(id)
      return true
    }
    guard let place = ids.firstIndex(where: { $0 >= id }) else {
      ids.append(id)
      return true
    }
    if ids[place] == id { return false }
    ids.insert(id, at: place)
    return true
  }

  /// Whether anything was new.
  @discardableResult
  mutating func formUnion(_ other: ValueSet) -> Bool {
    let hasNewTexts = texts.formUnion(other.texts)
    if other.ids.isEmpty || ids == other.ids { return hasNewTexts }
    if ids.isEmpty {
      ids = other.ids
      return true
    }
    var changed = hasNewTexts
    for id in other.ids where insert(id) { changed = true }
    return changed
  }

  func union(_ other: ValueSet) -> ValueSet {
    var result = self
    result.formUnion(other)
    return result
  }
}
