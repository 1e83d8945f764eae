/// Finds inputs, outputs and producers over the steps (section 6 of the design).
///
/// Each step starts with what it reads. Resolving a need makes another step a producer, and a producer
/// that only may have bound the name needs it too, to hand it on; this goes on until nothing is new.
struct DataFlowSolver {
  private let problem: DataFlowProblem
  private var flow: DataFlow
  private var pending: [(step: Int, name: String)] = []
  private var diagnoser: DataFlowDiagnoser
  private let wideners: Set<Int>

  static func solve(_ problem: DataFlowProblem) -> (flow: DataFlow, diagnostics: [Diagnostic]) {
    var solver = DataFlowSolver(problem: problem)
    solver.start()
    while let (step, name) = solver.pending.popLast() { solver.resolve(name, for: step) }
    solver.chooseCarriers()
    solver.collectOutputs()
    solver.diagnoser.checkOrder(solver.flow)
    solver.diagnoser.checkTransfers(solver.flow)
    return (solver.flow, solver.diagnoser.diagnostics)
  }

  private init(problem: DataFlowProblem) {
    self.problem = problem
    flow = DataFlow(steps: Array(repeating: .init(), count: problem.steps.count))
    diagnoser = DataFlowDiagnoser(problem: problem)
    wideners = Set(problem.effects.indices.filter { problem.effects[$0].isBeyondForesight })
  }

  /// What a step needs, by its own reads.
  private mutating func start() {
    for (index, effects) in problem.effects.enumerated() {
      for (name, effect) in effects.names.sorted(by: { $0.key < $1.key }) where effect.read != nil {
        pending.append((index, name))
        pending += callReads(effect, in: index).map { (index, $0) }
      }
      pending += preludeParameters.map { (index, $0) }
      if effects.has(.readsUnknown) {
        pending += everythingBound(before: index).map { (index, $0) }
      }
    }
    pending.reverse()
  }

  /// Parameters that the `imports` and `functions` cells read at their top level.
  private var preludeParameters: [String] {
    problem.prelude.names.filter { $0.value.read != nil && problem.parameters.contains($0.key) }
      .keys.sorted()
  }

  private func everythingBound(before step: Int) -> [String] {
    var names: Set<String> = []
    for ancestor in problem.graph.ancestors[step] {
      for (name, effect) in problem.effects[ancestor].names where effect.exits.contains(.bound) {
        names.insert(name)
      }
    }
    return names.sorted()
  }

  // MARK: Resolving

  /// Where a step gets a name from.
  enum Source {
    case producer(Int)
    case imports([String], by: Int)
    case prelude, parameter
    case deleted(by: Int)
    case ambiguous([Int])
    case none
  }

  private mutating func resolve(_ name: String, for step: Int) {
    let certainty = problem.effects[step].names[name]?.read ?? .maybe
    if let known = flow.steps[step].inputs[name] {
      flow.steps[step].inputs[name]!.certainty = max(known.certainty, certainty)
      return
    }
    let source = source(of: name, for: step)
    if let widener = stepThatMayWrite(name, behind: source, before: step) {
      flow.steps[step].inputs[name] = DataFlow.Input(producer: widener, certainty: certainty)
      pending.append((widener, name))
      if case .producer(let producer) = source {
        let inner = problem.effects[producer].names[name]?.callReads ?? []
        pending += inner.sorted().map { (step, $0) }
      }
      if case .none = source { diagnoser.reportUnresolved(name, for: step) }
      return
    }
    switch source {
    case .producer(let producer):
      flow.steps[step].inputs[name] = DataFlow.Input(producer: producer, certainty: certainty)
      handOn(name, from: producer, to: step)
    case .imports(let statements, let importer):
      flow.steps[step].importedNames[name] = DataFlow.Input(
        producer: importer, certainty: certainty)
      for statement in statements where !flow.steps[step].imports.contains(statement) {
        flow.steps[step].imports.append(statement)
      }
    case .parameter: flow.steps[step].parameters.insert(name)
    case .prelude: break
    case .deleted(let deleter): diagnoser.reportDeleted(name, for: step, by: deleter)
    case .ambiguous(let writers): diagnoser.reportAmbiguous(name, for: step, writers)
    case .none:
      let stars = starImports(before: step)
      for statement in stars where !flow.steps[step].imports.contains(statement) {
        flow.steps[step].imports.append(statement)
      }
      let isCovered =
        !stars.isEmpty || !problem.prelude.starImports.isEmpty
        || !problem.effects[step].starImports.isEmpty
      if !isCovered { diagnoser.reportUnresolved(name, for: step) }
    }
  }

  private func starImports(before step: Int) -> [String] {
    problem.graph.ancestors[step].sorted().flatMap { problem.effects[$0].starImports }
  }

  private mutating func source(of name: String, for step: Int) -> Source {
    let ancestors = problem.graph.ancestors[step].sorted()
    var writers = ancestors.filter { problem.write(of: name, by: $0) != nil }
    var last = problem.graph.last(of: writers)
    if last.count > 1 {
      // That a library changes what it is handed is a guess; a definite writer stands above it.
      let guesses = writers.filter { problem.write(of: name, by: $0)!.writesByGuessOnly }
      writers.removeAll(where: guesses.contains)
      last = problem.graph.last(of: writers)
      if last.count <= 1 { diagnoser.reportGuesses(name, for: step, guesses) }
    }
    guard last.count <= 1 else { return .ambiguous(last) }
    if let writer = last.first, let effect = problem.write(of: name, by: writer) {
      if effect.exits == .deleted { return .deleted(by: writer) }
      if effect.exits == .bound, effect.kinds == .import {
        return .imports(effect.imports, by: writer)
      }
      return .producer(writer)
    }
    if problem.prelude.names[name]?.exits.contains(.bound) == true { return .prelude }
    if problem.parameters.contains(name) { return .parameter }
    return .none
  }

  /// A step between the source of a name and the step that reads it whose code may do anything to any
  /// variable: what it leaves counts. Where several may come last there is none, and the source stands.
  private func stepThatMayWrite(_ name: String, behind source: Source, before step: Int) -> Int? {
    if wideners.isEmpty || preludeParameters.contains(name) { return nil }
    let wideners = wideners.intersection(problem.graph.ancestors[step])
    let later: Set<Int>
    switch source {
    case .producer(let producer):
      later = wideners.filter { problem.graph.isAncestor(producer, of: $0) }
    case .parameter, .none: later = wideners
    case .imports, .prelude, .deleted, .ambiguous: return nil
    }
    let last = problem.graph.last(of: later.sorted())
    return last.count == 1 ? last[0] : nil
  }

  /// A producer that may leave the name as it was needs it too; and what code in the value reads goes
  /// along with it.
  private mutating func handOn(_ name: String, from producer: Int, to consumer: Int) {
    let effect = problem.effects[producer].names[name] ?? StepNameEffect()
    if effect.keepsEntryValue { pending.append((producer, name)) }
    for inner in effect.callReads.sorted() {
      if !isReplaced(inner, in: consumer) { pending.append((consumer, inner)) }
      if !isReplaced(inner, in: producer) { pending.append((producer, inner)) }
    }
  }

  /// What the value of a name that the step reads needs when it is called or handed on.
  private func callReads(_ effect: StepNameEffect, in step: Int) -> [String] {
    effect.callReads.filter { !isReplaced($0, in: step) }.sorted()
  }

  /// Whether a step certainly binds or deletes a name. What it reads of it before that, it reads itself.
  private func isReplaced(_ name: String, in step: Int) -> Bool {
    problem.effects[step].names[name]?.keepsEntryValue == false
  }

  // MARK: Carriers

  /// Lets values that belong together come from one step, so that they are saved in one graph: a
  /// function with the names it reads, and values that share objects.
  ///
  /// A later producer of one of the two then carries the other too. That may part it from a third, so
  /// this goes on until nothing changes; producers only ever move to later steps, so it ends.
  private mutating func chooseCarriers() {
    let sharing = SharedNames(problem)
    var changed = true
    while changed {
      changed = false
      for step in flow.steps.indices where unite(inputsOf: step, sharing) { changed = true }
    }
  }

  /// Which names may have values that share objects.
  private struct SharedNames {
    private let problem: DataFlowProblem
    /// For each name the steps after which its value may share objects with others'.
    private var steps: [String: [Int]] = [:]

    init(_ problem: DataFlowProblem) {
      self.problem = problem
      for (step, effects) in problem.effects.enumerated() {
        for (name, effect) in effects.names where !effect.sharing.isEmpty {
          steps[name, default: []].append(step)
        }
      }
    }

    /// Whether the values of two names may share objects when `step` starts.
    func contains(_ one: String, _ other: String, before step: Int) -> Bool {
      isNoted(other, of: one, before: step) || isNoted(one, of: other, before: step)
    }

    private func isNoted(_ other: String, of name: String, before step: Int) -> Bool {
      (steps[name] ?? []).contains { ancestor in
        problem.graph.isAncestor(ancestor, of: step)
          && problem.effects[ancestor].names[name]!.sharing.contains(other)
      }
    }
  }

  private mutating func unite(inputsOf step: Int, _ sharing: SharedNames) -> Bool {
    var changed = false
    let names = flow.steps[step].inputs.keys.sorted()
    for name in names {
      for other in names where other != name {
        let producer = flow.steps[step].inputs[name]!.producer
        let carrier = flow.steps[step].inputs[other]!.producer
        guard problem.graph.isAncestor(producer, of: carrier),
          problem.write(of: name, by: carrier) == nil,
          sharing.contains(name, other, before: step)
            || problem.effects[carrier].names[other]?.callReads.contains(name) == true
        else { continue }
        carry(name, through: carrier)
        guard flow.steps[carrier].inputs[name] != nil else { continue }
        flow.steps[step].inputs[name]!.producer = carrier
        changed = true
      }
    }
    return changed
  }

  private mutating func carry(_ name: String, through step: Int) {
    guard flow.steps[step].inputs[name] == nil else { return }
    pending.append((step, name))
    while let (step, name) = pending.popLast() { resolve(name, for: step) }
  }

  private mutating func collectOutputs() {
    for (step, consumer) in flow.steps.enumerated() {
      for (name, input) in consumer.inputs {
        flow.steps[input.producer].outputs[name, default: []].insert(step)
      }
    }
  }
}
