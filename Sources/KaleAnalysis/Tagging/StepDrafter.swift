/// Finds steps in the cells of a notebook, and changes them as it turns out to be necessary.
struct StepDrafter {
  private let notebook: Notebook
  private let headings: SectionHeadings
  /// Roles of cells that belong to no step.
  private let roles: [Int: Outline.Role]
  /// The cells of each step, ascending, and the steps in the order of the notebook.
  private var steps: [[CellFacts]]
  /// Cells that set up what all steps below need.
  private let sessions: [CellFacts]
  private let importOnly: Set<String>

  var count: Int { steps.count }

  /// The step of a cell; of one that several steps share, the first.
  func step(of cell: Int) -> Int? {
    if let step = steps.firstIndex(where: { $0.contains { $0.index == cell } }) { return step }
    return sessions.contains { $0.index == cell } ? owners(of: cell).first : nil
  }

  mutating func merge(_ range: ClosedRange<Int>) {
    steps.replaceSubrange(range, with: [Array(steps[range].joined())])
  }

  /// - Parameter more: edges beside those that the data flow shows.
  func plan(_ more: [(step: Int, after: Int)]) -> StepPlan {
    let cells = steps.indices.map(allCells)
    let effects = cells.map { StepEffects($0.map { ($0.index, $0.effects) }) }
    return plan(after: StepEdges(effects, cells, importOnly: importOnly, and: more).reduced)
  }

  /// With one step after the other.
  var chained: StepPlan { plan(after: StepEdges.chain(steps.count)) }

  /// With the cells that it shares with others, in the order of the notebook.
  private func allCells(of step: Int) -> [CellFacts] {
    (steps[step] + sessions.filter { owners(of: $0.index).contains(step) })
      .sorted { $0.index < $1.index }
  }

  /// What is set up holds for all cells below.
  private func owners(of session: Int) -> [Int] {
    let below = steps.indices.filter { steps[$0].last!.index > session }
    return below.isEmpty ? [steps.count - 1] : below
  }

  private func plan(after: [[Int]]) -> StepPlan {
    let names = names
    var roles = roles
    for (step, cells) in steps.enumerated() {
      for cell in cells { roles[cell.index] = .steps([names[step]]) }
    }
    for cell in sessions { roles[cell.index] = .steps(owners(of: cell.index).map { names[$0] }) }
    return StepPlan(roles: roles, names: names, after: after)
  }

  // MARK: Names

  private var names: [String] {
    var namer = StepNamer()
    return steps.indices.map { step in
      let first = steps[step][0].index
      let before = step == 0 ? -1 : steps[step - 1].last!.index
      return namer.name(
        heading: heading(between: before, and: first), variables: wanted(of: step),
        number: step + 1)
    }
  }

  /// The title of the notebook names no step if there is anything else, and neither does the heading of
  /// a section that has only cells of no step, such as parameters.
  private func heading(between first: Int, and last: Int) -> String? {
    var all = headings.all.filter { first < $0.cell && $0.cell < last }
    if first < 0, all.count > 1 { all.removeFirst() }
    guard let highest = all.min(by: { $0.level < $1.level }) else { return nil }
    let other = roles.keys.filter { $0 < last }.max() ?? -1
    let own = all.first { $0.cell > other && $0.level <= highest.level }
    return (own ?? highest).text
  }

  /// The variables that a step makes, those first that most later cells read.
  private func wanted(of step: Int) -> [String] {
    var made: [String: Int] = [:]
    for cell in steps[step] {
      for (name, effect) in cell.effects.names
      where effect.mayBind && !effect.kinds.contains(.import) && name.first != "_" {
        made[name] = 0
      }
    }
    for cell in steps[(step + 1)...].joined() {
      for name in cell.reads where made[name] != nil { made[name]! += 1 }
    }
    return made.keys.sorted { (-made[$0]!, $0) < (-made[$1]!, $1) }
  }
}

extension StepDrafter {
  /// - Parameter notebook: without tags of ours, but for `skip` and those of parameters.
  static func draft(
    _ notebook: Notebook, files: SourceFiles, options: AnalysisOptions
  ) throws -> StepDrafter {
    try PythonRuntime.shared.run { python in
      let given = givenRoles(notebook)
      let headings = SectionHeadings(notebook)
      // As it stands first, every cell by itself.
      var facts = try CellFactsReader.read(notebook, given, files, python, options)
      let chooser = PreludeChooser(
        facts.cells, given: given, parameterSections: headings.cellsForParameters(in: notebook),
        builtins: facts.builtins)
      var roles = given.merging(chooser.roles) { given, _ in given }
      var work = facts.cells.filter { roles[$0.index] == nil }
      if work.isEmpty {
        // A notebook that only defines things: defining them is its work.
        roles = roles.filter {
          $0.value == .skip || $0.value == .parameters && given[$0.key] != nil
        }
        work = facts.cells.filter { roles[$0.index] == nil }
      } else {
        // Then as a pipeline runs it.
        facts = try CellFactsReader.read(notebook, roles, files, python, options)
        work = facts.cells.filter { roles[$0.index] == nil }
      }
      let isSession = { (cell: CellFacts) in
        let kinds = cell.traits.statements
        return kinds.contains(.session) && kinds.isSubset(of: [.imports, .session, .quietSession])
      }
      let sessions = work.filter(isSession)
      let others = work.filter { !isSession($0) }
      if others.isEmpty {
        return StepDrafter(
          notebook: notebook, headings: headings, roles: roles, steps: [work], sessions: [],
          importOnly: facts.importOnly)
      }
      let cuts = StepCutter(others, CellTies(others), headings).cuts()
      let ends = cuts.dropFirst() + [others.count]
      return StepDrafter(
        notebook: notebook, headings: headings, roles: roles,
        steps: zip(cuts, ends).map { Array(others[$0..<$1]) }, sessions: sessions,
        importOnly: facts.importOnly)
    }
  }

  private static func givenRoles(_ notebook: Notebook) -> [Int: Outline.Role] {
    OutlineBuilder.build(notebook).outline.roles.reduce(into: [:]) { roles, cell in
      if cell.role == .skip || cell.role == .parameters { roles[cell.cell] = cell.role }
    }
  }
}

extension SectionHeadings {
  /// The code cells right below a heading that speaks of parameters.
  func cellsForParameters(in notebook: Notebook) -> Set<Int> {
    var cells: Set<Int> = []
    var isFor = false
    for cell in notebook.cells {
      if cell.kind != .code {
        if let heading = all.last(where: { $0.cell == cell.index }) {
          isFor = heading.text.lowercased()
            .contains(/parameter|config|settings|constants|options/)
        }
      } else if isFor {
        cells.insert(cell.index)
      }
    }
    return cells
  }
}
