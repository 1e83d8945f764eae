/// Finds what each step must come after, so that it gets what the notebook would have given it. Steps are
/// numbered in the order of the notebook.
struct StepEdges {
  /// By step, the steps before it that it needs.
  private(set) var after: [Set<Int>]

  private let effects: [StepEffects]
  private let steps: [[CellFacts]]
  private let importOnly: Set<String>

  /// - Parameters:
  ///   - steps: the cells of each.
  ///   - importOnly: names that only imports bind.
  ///   - more: what else each step is known to need.
  init(
    _ effects: [StepEffects], _ steps: [[CellFacts]], importOnly: Set<String>,
    and more: [(step: Int, after: Int)] = []
  ) {
    self.effects = effects
    self.steps = steps
    self.importOnly = importOnly
    after = Array(repeating: [], count: effects.count)
    for edge in more where edge.after < edge.step { after[edge.step].insert(edge.after) }
    addValues()
    addFiles()
    addState()
  }

  /// One step after the other.
  static func chain(_ count: Int) -> [[Int]] { (0..<count).map { $0 == 0 ? [] : [$0 - 1] } }

  /// Without what follows from the rest.
  var reduced: [[Int]] {
    var ancestors: [Set<Int>] = []
    return after.map { own in
      var all = own
      for step in own { all.formUnion(ancestors[step]) }
      ancestors.append(all)
      return own.filter { step in !own.contains { ancestors[$0].contains(step) } }.sorted()
    }
  }

  // MARK: Values

  /// The last writer above, and those that it hands on from.
  private mutating func addValues() {
    var pending: [(step: Int, name: String)] = []
    for (step, own) in effects.enumerated() {
      for (name, effect) in own.names where effect.read != nil || effect.mutation != nil {
        pending.append((step, name))
        pending += effect.callReads.map { (step, $0) }
      }
      if own.has(.readsUnknown) {
        for earlier in 0..<step { pending += effects[earlier].names.keys.map { (step, $0) } }
      }
    }
    var known: Set<Need> = []
    var sources: [[String: Int]] = Array(repeating: [:], count: effects.count)
    while let (step, name) = pending.popLast() {
      guard known.insert(Need(step: step, name: name)).inserted,
        let writer = (0..<step).last(where: { writes(name, $0) }),
        let effect = effects[writer].names[name]
      else { continue }
      after[step].insert(writer)
      sources[step][name] = writer
      if effect.keepsEntryValue { pending.append((writer, name)) }
      for inner in effect.callReads {
        pending.append((step, inner))
        if effects[writer].names[inner]?.keepsEntryValue != false {
          pending.append((writer, inner))
        }
      }
    }
    joinShared(sources)
  }

  /// Values that share an object and meet in a step must not come by ways that part: each would bring a
  /// copy of its own.
  private mutating func joinShared(_ sources: [[String: Int]]) {
    for sources in sources {
      for (name, writer) in sources {
        for other in effects[writer].names[name]?.sharing ?? [] {
          if let earlier = sources[other], earlier < writer { after[writer].insert(earlier) }
        }
      }
    }
  }

  private struct Need: Hashable {
    var step: Int
    var name: String
  }

  private func writes(_ name: String, _ step: Int) -> Bool {
    guard let effect = effects[step].names[name], effect.writes else { return false }
    return effect.exits != .untouched || !importOnly.contains(name)
  }

  // MARK: Files and programs

  private mutating func addFiles() {
    for (step, cells) in steps.enumerated() {
      for earlier in 0..<step where Self.mustFollow(cells, steps[earlier]) {
        after[step].insert(earlier)
      }
    }
  }

  private static func mustFollow(_ cells: [CellFacts], _ earlier: [CellFacts]) -> Bool {
    let (one, other) = (use(of: cells), use(of: earlier))
    let touching: OutsideUse = [.readsFiles, .writesFiles, .runsPrograms]
    if one.contains(.runsPrograms) && !other.isDisjoint(with: touching) { return true }
    if other.contains(.runsPrograms) && !one.isDisjoint(with: touching) { return true }
    return one.contains(.writesFiles) && !other.isDisjoint(with: touching)
      || other.contains(.writesFiles) && !one.isDisjoint(with: touching)
  }

  private static func use(of cells: [CellFacts]) -> OutsideUse {
    cells.reduce([]) { use, cell in
      var use = use.union(cell.traits.outside)
      if !cell.effects.files.reads.isEmpty { use.insert(.readsFiles) }
      if !cell.effects.files.writes.isEmpty { use.insert(.writesFiles) }
      if cell.does(.shell) { use.insert(.runsPrograms) }
      return use
    }
  }

  // MARK: State of the process

  /// The state of random generators goes from step to step in the order of the notebook; a working
  /// directory or an environment holds for all that follows.
  private mutating func addState() {
    var lastDraw: Int?
    for (step, cells) in steps.enumerated() {
      if cells.contains(where: { $0.traits.outside.contains(.random) || $0.does(.randomSeed) }) {
        if let lastDraw { follow(lastDraw, by: step) }
        lastDraw = step
      }
      if cells.contains(where: { $0.does(.directory) || $0.does(.environment) }) {
        for later in (step + 1)..<max(steps.count, step + 1) { after[later].insert(step) }
      }
    }
  }

  /// A step takes its state from the one that stands last of those that it takes anything from. So
  /// what stands between and comes before it must have the state too.
  private mutating func follow(_ source: Int, by step: Int) {
    after[step].insert(source)
    for between in (source + 1)..<step where isAncestor(between, of: step) {
      after[between].insert(source)
    }
  }

  private func isAncestor(_ step: Int, of other: Int) -> Bool {
    var pending = Array(after[other])
    var known: Set<Int> = []
    while let next = pending.popLast() {
      if next == step { return true }
      if known.insert(next).inserted { pending += after[next] }
    }
    return false
  }
}
