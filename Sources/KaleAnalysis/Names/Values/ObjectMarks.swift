/// A set of objects for one walk through the heap: a bit for each of them.
struct ObjectMarks {
  private var words: [UInt64]

  /// - Parameter count: the objects that there are. None may be made as long as the set is in use.
  init(_ count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// Whether `id` was new.
  mutating func insert(_ id: ObjectID) -> Bool {
    let bit: UInt64 = 1 << UInt64(id & 63)
    if words[Int(id >> 6)] & bit != 0 { return false }
    words[Int(id >> 6)] |= bit
    return true
  }
}
