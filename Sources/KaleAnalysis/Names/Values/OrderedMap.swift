/// A dictionary that remembers the order of insertion.
struct OrderedMap<Key: IndexKey, Value> {
  /// In the order of insertion.
  private(set) var keys: [Key] = []
  /// In the order of insertion.
  private(set) var values: [Value] = []
  private var index = HashIndex<Key>()

  init() {}

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }

  subscript(key: Key) -> Value? {
    get { place(of: key).map { values[$0] } }
    set {
      if let place = place(of: key) {
        if let newValue { values[place] = newValue } else { remove(at: place) }
      } else if let newValue {
        insert(newValue, for: key)
      }
    }
  }

  subscript(key: Key, default standard: @autoclosure () -> Value) -> Value {
    get { place(of: key).map { values[$0] } ?? standard() }
    _modify {
      let place = place(of: key) ?? insert(standard(), for: key)
      yield &values[place]
    }
  }

  mutating func removeValue(forKey key: Key) -> Value? {
    guard let place = place(of: key) else { return nil }
    let value = values[place]
    remove(at: place)
    return value
  }

  private func place(of key: Key) -> Int? {
    index.place(of: key, in: keys.count) { keys[$0] }
  }

  @discardableResult
  private mutating func insert(_ value: Value, for key: Key) -> Int {
    keys.append(key)
    values.append(value)
    index.noteLast(of: keys.count) { keys[$0] }
    return keys.count - 1
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    index.rebuild(keys.count) { keys[$0] }
  }
}

extension OrderedMap: Sequence {
  struct Iterator: IteratorProtocol {
    private let map: OrderedMap
    private var place = 0

    fileprivate init(_ map: OrderedMap) { self.map = map }

    mutating func next() -> (key: Key, value: Value)? {
      guard place < map.count else { return nil }
      defer { place += 1 }
      return (map.keys[place], map.values[place])
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }
}

extension OrderedMap: Sendable where Key: Sendable, Value: Sendable {}

/// A map from names.
typealias SymbolMap<Value> = OrderedMap<Symbol, Value>
