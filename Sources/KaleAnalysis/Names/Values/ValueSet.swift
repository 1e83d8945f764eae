/// Number of an object on the abstract heap.
typealias ObjectID = Int32

/// The objects that a value may be. Numbers, strings and other plain immutable values are no
/// objects: a set without objects stands for them.
struct ValueSet: Hashable, Sendable {
  private(set) var ids: ObjectIDs
  /// The strings, or the paths as strings, that it may be.
  var texts = KnownTexts.none

  static let plain = ValueSet()

  init() { ids = ObjectIDs() }

  init(_ id: ObjectID) { ids = ObjectIDs(id) }

  init(_ ids: ObjectIDs) { self.ids = ids }

  init(texts: KnownTexts) {
    ids = ObjectIDs()
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
  var single: ObjectID? { ids.single }

  /// Whether `id` was new.
  @discardableResult
  mutating func insert(_ id: ObjectID) -> Bool { ids.insert(id) }

  /// Whether anything was new.
  @discardableResult
  mutating func formUnion(_ other: ValueSet) -> Bool {
    let hasNewTexts = !other.texts.isNone && texts.formUnion(other.texts)
    return ids.formUnion(other.ids) || hasNewTexts
  }

  func union(_ other: ValueSet) -> ValueSet {
    var result = self
    result.formUnion(other)
    return result
  }
}
