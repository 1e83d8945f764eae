/// The steps and what each must wait for. Steps are numbered in the order of the outline.
struct StepGraph: Sendable {
  /// All steps that end before a step starts, by step.
  let ancestors: [Set<Int>]

  /// `after` lists, for each step, the steps named by its tags; it must have no cycle.
  init(after: [[Int]]) {
    var known: [Set<Int>?] = Array(repeating: nil, count: after.count)
    var pending = Array(after.indices)
    while let step = pending.last {
      if known[step] != nil {
        pending.removeLast()
        continue
      }
      let missing = after[step].filter { known[$0] == nil }
      if missing.isEmpty {
        known[step] = after[step].reduce(into: Set(after[step])) { $0.formUnion(known[$1]!) }
        pending.removeLast()
      } else {
        pending += missing
      }
    }
    ancestors = known.map { $0! }
  }

  func isAncestor(_ step: Int, of other: Int) -> Bool { ancestors[other].contains(step) }

  /// The steps of `candidates` that come before no other of them.
  func last(of candidates: [Int]) -> [Int] {
    candidates.filter { one in !candidates.contains { isAncestor(one, of: $0) } }
  }
}
