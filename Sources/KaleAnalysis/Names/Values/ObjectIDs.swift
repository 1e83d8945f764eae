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
  init(ascending ids: [ObjectID]) {
    if ids.count > 1 { several = ids } else if let id = ids.first { only = id }
  }

  /// - Parameter ids: in any order, also several times.
  init(unordered ids: [ObjectID]) {
    guard ids.count > 1 else {
      self.init(ascending: ids)
      return
    }
    var ascending: [ObjectID] = []
    for id in ids.sorted() where id != ascending.last { ascending.append(id) }
    self.init(ascending: ascending)
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
    if Self.includes(mine, theirs) { return false }
    several = Self.merge(mine, theirs)
    return true
  }

  /// Whether `all` has each of `some`.
  private static func includes(_ all: [ObjectID], _ some: [ObjectID]) -> Bool {
    guard some.count <= all.count else { return false }
    return all.withUnsafeBufferPointer { all in
      some.withUnsafeBufferPointer { some in
        if all.baseAddress == some.baseAddress { return true }
        var i = 0
        for id in some {
          while i < all.count, all[i] < id { i += 1 }
          guard i < all.count, all[i] == id else { return false }
        }
        return true
      }
    }
  }

  private static func merge(_ left: [ObjectID], _ right: [ObjectID]) -> [ObjectID] {
    Array(unsafeUninitializedCapacity: left.count + right.count) { merged, count in
      var (i, j) = (0, 0)
      while i < left.count || j < right.count {
        let takesLeft = j == right.count || i < left.count && left[i] <= right[j]
        let id = takesLeft ? left[i] : right[j]
        if takesLeft, j < right.count, right[j] == id { j += 1 }
        if takesLeft { i += 1 } else { j += 1 }
        merged.initializeElement(at: count, to: id)
        count += 1
      }
    }
  }
}

extension ObjectIDs: RandomAccessCollection {
  var startIndex: Int { 0 }

  var endIndex: Int { several?.count ?? (only == Self.none ? 0 : 1) }

  subscript(index: Int) -> ObjectID { several?[index] ?? only }

  func makeIterator() -> Iterator { Iterator(only: only, several: several) }

  struct Iterator: IteratorProtocol {
    fileprivate var only: ObjectID
    fileprivate let several: [ObjectID]?
    private var index = 0

    fileprivate init(only: ObjectID, several: [ObjectID]?) {
      self.only = only
      self.several = several
    }

    mutating func next() -> ObjectID? {
      guard let several else {
        let id = only
        only = ObjectIDs.none
        return id == ObjectIDs.none ? nil : id
      }
      guard index < several.count else { return nil }
      defer { index += 1 }
      return several[index]
    }
  }

  func contains(_ id: ObjectID) -> Bool {
    guard let several else { return only == id && id != Self.none }
    let place = Self.place(of: id, in: several)
    return place < several.count && several[place] == id
  }
}
