/// Finds the cells whose code may have made the values that a step receives.
///
/// To load a value, a step needs the modules of its classes, whether it imports them or not. These are
/// modules that the code which made the value has imported; so this follows each input to the cells that
/// bound or changed it, and from there to the variables that stand beside it, back through the steps.
struct ValueOrigins {
  let problem: DataFlowProblem
  let flow: DataFlow
  /// By index of the cell.
  let effects: [Int: CellEffects]
  let needs: [Int: CellNeeds]
  let symbols: SymbolTable
  /// For each step, the cells that bind or change a name, by name.
  private var writers: [[String: [Int]]] = []

  /// - Parameter cells: those of each step.
  init(analysis: NotebookAnalysis, flow: DataFlow, cells: [[Int]]) {
    problem = analysis.problem
    self.flow = flow
    effects = analysis.effects
    needs = analysis.needs
    symbols = analysis.symbols
    writers = cells.map { cells in
      var writers: [String: [Int]] = [:]
      for cell in cells {
        for (name, effect) in effects[cell]?.names ?? [:]
        where effect.mayBind || effect.mutation != nil {
          writers[name, default: []].append(cell)
        }
      }
      return writers
    }
  }

  private struct Variable: Hashable {
    var name: String
    var step: Int
  }

  /// The imports of other steps that may have had a part in the inputs of `step`.
  func imports(for step: Int) -> [CellNeeds.Import] {
    var imports: [CellNeeds.Import] = []
    var visited: Set<Variable> = []
    var pending = flow.steps[step].inputs.map { Variable(name: $0.key, step: $0.value.producer) }
    while let variable = pending.popLast() {
      guard visited.insert(variable).inserted else { continue }
      if let input = flow.steps[variable.step].inputs[variable.name] {
        pending.append(Variable(name: variable.name, step: input.producer))
      }
      guard let effect = problem.effects[variable.step].names[variable.name] else { continue }
      var others = effect.sharing.union(effect.callReads)
      for cell in writers[variable.step][variable.name] ?? [] {
        guard let needs = needs[cell], let effects = effects[cell] else { continue }
        if effects.dynamic.isEmpty {
          let behind = needs.imports(behind: symbols.intern(variable.name))
          imports += behind.imports
          others.formUnion(behind.names.map(symbols.name))
        } else {
          imports += needs.imports
          others.formUnion(effects.names.keys)
        }
      }
      pending += others.map { Variable(name: $0, step: variable.step) }
    }
    return imports
  }
}
