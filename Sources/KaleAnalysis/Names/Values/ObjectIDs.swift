/// Numbers of objects, ascending and without repetition.
///
/// Nearly all are empty or have one member, which needs no array.
struct ObjectIDs: Hashable, Sendable {
  /// The only member; `none` where there are none or several.
  private var only = Self.none
  /// All members, where there are several.
  private var several: [ObjectID]?

  private static let none: ObjectID = -1

  init() {}

  init(_ id: ObjectID) { only = id }

  /// - Parameter ids: ascending, without repetition.
  private init(ascending ids: [ObjectID]) {
    if ids.count > 1 { several = ids } else if let id = ids.first { only = id }
  }

  /// The member, where there is only one.
  var single: ObjectID? { only == Self.none ? nil : only }

  /// Whether `id` was new.
  mutating func insert(_ id: ObjectID) -> Bool {
    guard several != nil else {
      if only == id { return false }
      if only == Self.none {
        only = id
      } else {
        several = only < id ? [only, id] : [id, only]
        only = Self.none
      }
      return true
    }
    return Self.insert(id, into: &several!)
  }

  private static func insert(_ id: ObjectID, into ids: inout [ObjectID]) -> Bool {
    guard ids[ids.count - 1] >= id else {
      ids.append(id)
      return true
    }
    let place = place(of: id, in: ids)
    if ids[place] == id { return false }
    ids.insert(id, at: place)
    return true
  }

  /// The place of the first member that is not less than `id`.
  private static func place(of id: ObjectID, in ids: [ObjectID]) -> Int {
    var place = ids.count
    var start = 0
    while start < place {
      let middle = (start + place) / 2
      if ids[middle] < id { start = middle + 1 } else { place = middle }
    }
    return place
  }

  /// Whether anything was new.
  mutating func formUnion(_ other: ObjectIDs) -> Bool {
    guard let theirs = other.several else { return other.only != Self.none && insert(other.only) }
    guard let mine = several else {
      let mine = only
      self = other
      if mine != Self.none { _ = insert(mine) }
      return true
    }
    let merged = Self.merge(mine, theirs)
    guard merged.count > mine.count else { return false }
    several = merged
    return true
  }

  private static func merge(_ left: [ObjectID], _ right: [ObjectID]) -> [ObjectID] {
    if left == right { return left }
    var merged: [ObjectID] = []
    merged.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (one, two) = (left[i], right[j])
      merged.append(one < two ? one : two)
      if one <= two { i += 1 }
      if two <= one { j += 1 }
    }
    merged += left[i...]
    merged += right[j...]
    return merged
  }
}

extension ObjectIDs: RandomAccessCollection {
  var startIndex: Int { 0 }

  var endIndex: Int { several?.count ?? (only == Self.none ? 0 : 1) }

  subscript(index: Int) -> ObjectID { several?[index] ?? only }

  func contains(_ id: ObjectID) -> Bool {
    guard let several else { return only == id && id != Self.none }
    let place = Self.place(of: id, in: several)
    return place < several.count && several[place] == id
  }
}
