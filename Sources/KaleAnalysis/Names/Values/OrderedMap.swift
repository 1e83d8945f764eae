/// A dictionary that remembers the order of insertion.
struct OrderedMap<Key: IndexKey, Value> {
  /// In the order of insertion.
  private var entries: [(key: Key, value: Value)] = []
  private var index = HashIndex<Key>()

  init() {}

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  /// In the order of insertion.
  var keys: some RandomAccessCollection<Key> { entries.lazy.map(\.key) }

  /// In the order of insertion.
  var values: some RandomAccessCollection<Value> { entries.lazy.map(\.value) }

  subscript(key: Key) -> Value? {
    get { place(of: key).map { entries[$0].value } }
    set {
      if let place = place(of: key) {
        if let newValue { entries[place].value = newValue } else { remove(at: place) }
      } else if let newValue {
        insert(newValue, for: key)
      }
    }
  }

  subscript(key: Key, default standard: @autoclosure () -> Value) -> Value {
    get { place(of: key).map { entries[$0].value } ?? standard() }
    _modify {
      let place = place(of: key) ?? insert(standard(), for: key)
      yield &entries[place].value
    }
  }

  /// Adds a value for a key that has none yet, without looking for it.
  mutating func append(_ value: Value, for key: Key) { insert(value, for: key) }

  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  mutating func removeValue(forKey key: Key) -> Value? {
    guard let place = place(of: key) else { return nil }
    let value = entries[place].value
    remove(at: place)
    return value
  }

  private func place(of key: Key) -> Int? {
    index.place(of: key, in: entries.count) { entries[$0].key }
  }

  @discardableResult
  private mutating func insert(_ value: Value, for key: Key) -> Int {
    entries.append((key, value))
    index.noteLast(of: entries.count) { entries[$0].key }
    return entries.count - 1
  }

  private mutating func remove(at place: Int) {
    entries.remove(at: place)
    index.rebuild(entries.count) { entries[$0].key }
  }
}

extension OrderedMap: Sequence {
  func makeIterator() -> IndexingIterator<[(key: Key, value: Value)]> { entries.makeIterator() }
}

extension OrderedMap: Sendable where Key: Sendable, Value: Sendable {}

/// By interned name.
typealias SymbolMap<Value> = OrderedMap<Symbol, Value>
