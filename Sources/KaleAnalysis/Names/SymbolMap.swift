/// A dictionary with symbols as keys that remembers the order of insertion.
///
/// Most are small, and a look at each of a few keys is quicker than hashing; larger ones get a table
/// with open addressing.
struct SymbolMap<Value> {
  private(set) var keys: [Symbol] = []
  private var values: [Value] = []
  /// For each place 1 + the index of a key, or 0; empty while the map is small.
  private var table: [Int32] = []

  private static var smallCount: Int { 8 }

  init() {}

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }

  subscript(key: Symbol) -> Value? {
    get { index(of: key).map { values[$0] } }
    set {
      if let index = index(of: key) {
        if let newValue { values[index] = newValue } else { remove(at: index) }
      } else if let newValue {
        insert(newValue, for: key)
      }
    }
  }

  subscript(key: Symbol, default standard: @autoclosure () -> Value) -> Value {
    get { index(of: key).map { values[$0] } ?? standard() }
    _modify {
      let index = index(of: key) ?? insert(standard(), for: key)
      yield &values[index]
    }
  }

  mutating func removeValue(forKey key: Symbol) -> Value? {
    guard let index = index(of: key) else { return nil }
    let value = values[index]
    remove(at: index)
    return value
  }

  private func index(of key: Symbol) -> Int? {
    if table.isEmpty { return keys.firstIndex(of: key) }
    var place = Self.place(of: key, in: table.count)
    while table[place] != 0 {
      let index = Int(table[place]) - 1
      if keys[index] == key { return index }
      place = (place + 1) & (table.count - 1)
    }
    return nil
  }

  @discardableResult
  private mutating func insert(_ value: Value, for key: Symbol) -> Int {
    keys.append(key)
    values.append(value)
    if keys.count > Self.smallCount {
      if keys.count * 2 > table.count { makeTable() } else { enter(keys.count - 1) }
    }
    return keys.count - 1
  }

  private mutating func remove(at index: Int) {
    keys.remove(at: index)
    values.remove(at: index)
    if !table.isEmpty { makeTable() }
  }

  private mutating func makeTable() {
    var size = 32
    while size < keys.count * 4 { size *= 2 }
    table = Array(repeating: 0, count: size)
    for index in keys.indices { enter(index) }
  }

  private mutating func enter(_ index: Int) {
    var place = Self.place(of: keys[index], in: table.count)
    while table[place] != 0 { place = (place + 1) & (table.count - 1) }
    table[place] = Int32(index) + 1
  }

  /// Multiplicative hashing; `size` is a power of two.
  private static func place(of key: Symbol, in size: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: key.id)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
      & (size - 1)
  }
}

extension SymbolMap: Sendable where Value: Sendable {}

extension SymbolMap: Sequence {
  func makeIterator() -> AnyIterator<(key: Symbol, value: Value)> {
    var index = 0
    return AnyIterator {
      guard index < keys.count else { return nil }
      defer { index += 1 }
      return (keys[index], values[index])
    }
  }

  /// In the order of insertion.
  var allValues: [Value] { values }
}
