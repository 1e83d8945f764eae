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

  /// Adds a value for a key that has none yet, without looking for it.
  mutating func append(_ value: Value, for key: Key) { insert(value, for: key) }

  mutating func reserveCapacity(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
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
  func makeIterator() -> Iterator { Iterator(keys: keys, values: values) }

  struct Iterator: IteratorProtocol {
    fileprivate let keys: [Key]
    fileprivate let values: [Value]
    private var place = 0

    fileprivate init(keys: [Key], values: [Value]) {
      self.keys = keys
      self.values = values
    }

    mutating func next() -> (key: Key, value: Value)? {
      guard place < keys.count else { return nil }
      defer { place += 1 }
      return (keys[place], values[place])
    }
  }
}

extension OrderedMap: Sendable where Key: Sendable, Value: Sendable {}

/// By interned name.
typealias SymbolMap<Value> = OrderedMap<Symbol, Value>
