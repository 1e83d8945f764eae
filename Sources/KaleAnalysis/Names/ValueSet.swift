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
    var place = 0
    var end = ids.count
    while place < end {
      let middle = (place + end) / 2
      if ids[middle] < id { place = middle + 1 } else { end = middle }
    }
    if place < ids.count, ids[place] == id { return false }
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
    if other.ids.count == 1 { return insert(other.ids[0]) || hasNewTexts }
    let merged = Self.merge(ids, other.ids)
    guard merged.count > ids.count else { return hasNewTexts }
    ids = merged
    return true
  }

  private static func merge(_ left: [ObjectID], _ right: [ObjectID]) -> [ObjectID] {
    var merged: [ObjectID] = []
    merged.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (one, two) = (left[i], right[j])
      merged.append(min(one, two))
      if one <= two { i += 1 }
      if two <= one { j += 1 }
    }
    merged += left[i...]
    merged += right[j...]
    return merged
  }

  func union(_ other: ValueSet) -> ValueSet {
    var result = self
    result.formUnion(other)
    return result
  }
}
