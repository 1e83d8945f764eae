/// Cuts what a summarized call makes down to a few objects, which each call then makes anew.
///
/// The first `limit` objects, counted from what the call returns, stay apart; one object stands for all
/// others, so that what calls make does not grow with calls in calls.
struct SummaryMaker {
  private let heap: Heap
  /// Stands for all objects past the limit.
  private let remainder: ObjectID
  private var kept: [ObjectID] = []
  private var rest: [ObjectID] = []
  private var seen = ObjectSet()
  private var isKept = ObjectSet()

  static let limit = 6

  init(_ heap: Heap, remainder: ObjectID) {
    self.heap = heap
    self.remainder = remainder
  }

  mutating func cut(_ summary: Summary) {
    var pending = [summary.result]
    pending += summary.uses.map(\.values)
    pending += summary.stores.map(\.values)
    collect(pending)
    summary.result = mapped(summary.result)
    for index in summary.uses.indices {
      summary.uses[index].values = mapped(summary.uses[index].values)
    }
    for index in summary.stores.indices {
      summary.stores[index].values = mapped(summary.stores[index].values)
    }
    for id in kept { summary.made[id] = part(id) }
    if !rest.isEmpty { summary.made[remainder] = remainderPart() }
  }

  private mutating func collect(_ roots: [ValueSet]) {
    var queue = roots.flatMap(\.ids)
    var next = 0
    while next < queue.count {
      let id = owner(queue[next])
      next += 1
      guard isMade(id), seen.insert(id) else { continue }
      if kept.count < Self.limit {
        kept.append(id)
        isKept.insert(id)
      } else {
        rest.append(id)
      }
      heap.forEachHeld(by: id) { queue.append($0) }
    }
  }

  /// The object in whose inside `id` is, or itself.
  private func owner(_ id: ObjectID) -> ObjectID {
    if case .interior(let owner) = heap[id].shape { owner } else { id }
  }

  /// Whether each call makes one of its own.
  private func isMade(_ id: ObjectID) -> Bool {
    guard heap[id].role == .template else { return false }
    switch heap[id].shape {
    case .opaque, .container, .instance, .deferred, .partial: return true
    case .interior, .boundMethod, .function, .classObject, .library, .builtin, .variable:
      return false
    }
  }

  private func mapped(_ values: ValueSet) -> ValueSet {
    guard values.ids.contains(where: { heap[$0].role == .template }) else { return values }
    var result = ValueSet(texts: values.texts)
    for id in values.ids {
      let owner = owner(id)
      result.insert(isMade(owner) && !isKept.contains(owner) ? remainder : id)
    }
    return result
  }

  private func part(_ id: ObjectID) -> Summary.Part {
    var part = Summary.Part(
      contents: mapped(heap[id].contents.objects), aliases: mapped(ValueSet(heap[id].aliases)))
    for (name, values) in heap[id].attributes { part.attributes[name] = mapped(values) }
    return part
  }

  private func remainderPart() -> Summary.Part {
    var held = ValueSet.plain
    for id in rest {
      let part = part(id)
      held.formUnion(part.contents)
      held.formUnion(part.aliases)
      for (_, values) in part.attributes { held.formUnion(values.objects) }
    }
    return Summary.Part(aliases: held)
  }
}
