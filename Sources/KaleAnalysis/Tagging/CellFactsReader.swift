/// Analyzes the cells of a notebook one by one, each as a step of its own.
struct CellFactsReader {
  private(set) var cells: [CellFacts]
  private(set) var builtins: Set<String>
  /// Names that only imports bind.
  private(set) var importOnly: Set<String>

  /// - Parameter roles: those of the cells that are none of the steps.
  static func read(
    _ notebook: Notebook, _ roles: [Int: Outline.Role], _ files: SourceFiles,
    _ python: borrowing PythonInterpreter, _ options: AnalysisOptions
  ) throws -> CellFactsReader {
    var notebook = notebook
    let code = notebook.cells.filter { $0.kind == .code && TaggedCell($0, tags: []).hasCode }
    for cell in code {
      let tag: String? =
        switch roles[cell.index] {
        case .skip: nil
        case .imports: "imports"
        case .functions: "functions"
        case .parameters: "pipeline-parameters"
        default: "block:cell_\(cell.index)"
        }
      if let tag { notebook.cells[cell.index].tags.append(tag) }
    }
    let outline = OutlineBuilder.build(notebook).outline
    var analyzer = try NotebookAnalyzer(notebook, outline, files, python, options)
    let analysis = analyzer.analyze(python)
    let parsed = code.map(\.index).filter { roles[$0] != .skip }.compactMap { analysis.parsed[$0] }
    let paths = ModulePaths(parsed.map(\.tree), symbols: analyzer.symbols)
    let bound = analysis.effects.values.reduce(into: Set<String>()) { names, effects in
      names.formUnion(effects.names.filter { $0.value.mayBind }.keys)
    }
    var traits: [Int: CellTraits] = [:]
    var stays: Set<String> = []
    for cell in parsed {
      traits[cell.index] = CellTraitsReader.read(
        cell, source: notebook.cells[cell.index].source, paths, analyzer.symbols, bound: bound,
        stays: stays)
      stays.subtract(
        analysis.effects[cell.index]?.names.filter { $0.value.exits == .bound }.keys.map { $0 }
          ?? [])
      stays.formUnion(traits[cell.index]!.stays)
    }
    traits = CellTraits.closed(traits)
    let written = WrittenModules(analysis.effects.values)
    for cell in traits.keys {
      // Where the file is not, a step can't import it again.
      traits[cell]!.stays.formUnion(written.names(boundBy: analysis.effects[cell]))
    }
    let showing = HistoryDiagnoser(analysis, notebook).showing
    return CellFactsReader(
      cells: parsed.compactMap { cell in
        analysis.effects[cell.index].map {
          CellFacts(
            index: cell.index, traits: traits[cell.index]!, effects: $0,
            showsValue: showing.contains(cell.index))
        }
      },
      builtins: analysis.problem.builtins,
      importOnly: bound.filter(analysis.problem.isImportOnly))
  }
}
