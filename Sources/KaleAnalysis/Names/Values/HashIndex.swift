/// A key of `OrderedMap` and `OrderedSet`: numbers that are cheap to hash and to compare.
protocol IndexKey: Equatable {
  /// All that tells keys apart, as one number where possible.
  var hashBits: UInt64 { get }
}

extension Int32: IndexKey {
  var hashBits: UInt64 { UInt64(UInt32(bitPattern: self)) }
}

extension Symbol: IndexKey {
  var hashBits: UInt64 { id.hashBits }
}

/// The places of keys in an array: multiplicative hashing, open addressing with linear probing.
///
/// Swift's own hashing withstands keys that are chosen to collide, at several times the cost of all
/// else that a look at one object takes; numbers that count up need no such defence.
struct HashIndex<Key: IndexKey> {
  /// For each slot 1 + the place of a key, or 0; empty while a look at each key is quicker.
  private var slots: [Int32] = []

  private static var smallCount: Int { 8 }

  init() {}

  /// The place of `key`, if it is there.
  func place(of key: Key, in count: Int, _ keyAt: (Int) -> Key) -> Int? {
    if slots.isEmpty {
      for place in 0..<count where keyAt(place) == key { return place }
      return nil
    }
    var slot = slot(of: key)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if keyAt(place) == key { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Notes that a key has been added at the end of now `count` keys.
  mutating func noteLast(of count: Int, _ keyAt: (Int) -> Key) {
    guard count > Self.smallCount else { return }
    if count * 2 > slots.count { return rebuild(count, keyAt) }
    enter(keyAt(count - 1), count - 1)
  }

  mutating func rebuild(_ count: Int, _ keyAt: (Int) -> Key) {
    guard count > Self.smallCount else {
      slots = []
      return
    }
    var size = 32
    while size < count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for place in 0..<count { enter(keyAt(place), place) }
  }

  private mutating func enter(_ key: Key, _ place: Int) {
    var slot = slot(of: key)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place) + 1
  }

  private func slot(of key: Key) -> Int {
    let hash = key.hashBits &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
  }
}

extension HashIndex: Sendable where Key: Sendable {}
