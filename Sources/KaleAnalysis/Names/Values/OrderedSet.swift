/// A set that remembers the order of insertion.
struct OrderedSet<Element: IndexKey> {
  private(set) var members: [Element] = []
  private var index = HashIndex<Element>()

  init() {}

  init(_ elements: some Sequence<Element>) {
    for element in elements { insert(element) }
  }

  var count: Int { members.count }
  var isEmpty: Bool { members.isEmpty }

  func contains(_ element: Element) -> Bool {
    index.place(of: element, in: members.count) { members[$0] } != nil
  }

  /// Whether `element` was new.
  @discardableResult
  mutating func insert(_ element: Element) -> Bool {
    if contains(element) { return false }
    members.append(element)
    index.noteLast(of: members.count) { members[$0] }
    return true
  }

  mutating func remove(_ element: Element) {
    guard let place = index.place(of: element, in: members.count, { members[$0] }) else { return }
    members.remove(at: place)
    index.rebuild(members.count) { members[$0] }
  }

  mutating func formUnion(_ other: some Sequence<Element>) {
    for element in other { insert(element) }
  }

  /// The members that `other` lacks.
  func subtracting(_ other: OrderedSet) -> OrderedSet {
    OrderedSet(members.lazy.filter { !other.contains($0) })
  }
}

extension OrderedSet: Sequence {
  func makeIterator() -> IndexingIterator<[Element]> { members.makeIterator() }
}

extension OrderedSet: Sendable where Element: Sendable {}

typealias ObjectSet = OrderedSet<ObjectID>
