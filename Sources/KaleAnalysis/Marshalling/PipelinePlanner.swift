/// Makes the pipeline out of what is known of the notebook: the steps with their code, what each takes
/// and what it hands on.
struct PipelinePlanner {
  let notebook: Notebook
  let outline: Outline
  let analysis: NotebookAnalysis
  let flow: DataFlow
  var backends: [BackendModule] = []
  var packages = PackagePlan()

  /// The steps in the order of the outline, with the variables that travel between them.
  var steps: [PipelineStep] { outline.steps.indices.map { plan(step: $0) } }

  /// The cells that are not skipped, in notebook order: the notebook as Jupyter would run it.
  var cells: [CodeCell] {
    analysis.parsed.keys.sorted().filter { !notebook.cells[$0].source.isBlank }
      .map { code($0, .step) }
  }

  /// nil when the outline has no steps.
  func plan() -> Pipeline? {
    guard !outline.steps.isEmpty else { return nil }
    let prelude =
      outline.cells(.imports).map { code($0, .imports) }
      + outline.cells(.functions).map { code($0, .functions) }
    let steps = steps
    let connected = StateEdges.added(to: JoinedOutputs.marked(in: steps))
    var settings = outline.settings
    settings.baseImage = settings.baseImage ?? packages.image
    return Pipeline(
      settings: settings, notebookName: fileName, parameters: analysis.parameters,
      prelude: prelude, backends: backends, bundles: packages.bundles, steps: connected)
  }

  private var fileName: String {
    String(notebook.path.split(separator: "/").last ?? "notebook.ipynb")
  }

  /// Libraries whose values are shown as figures or tables.
  private static let showingModules: Set<String> = [
    "IPython", "altair", "bokeh", "matplotlib", "pandas", "plotly", "polars", "seaborn",
  ]

  private var importedModules: Set<String> {
    analysis.effects.values.reduce(into: []) { $0.formUnion($1.importedModules) }
  }

  private func code(_ index: Int, _ kind: CodeCell.Kind) -> CodeCell {
    CodeCell(
      index: index, source: notebook.cells[index].source, kind: kind,
      usesIPython: analysis.parsed[index]?.transform != nil,
      installs: packages.installs[index, default: []])
  }

  private func plan(step index: Int) -> PipelineStep {
    let step = outline.steps[index]
    let stepFlow = flow.steps[index]
    let producers = Set(stepFlow.inputs.values.map(\.producer))
    let after = outline.steps.indices.filter {
      producers.contains($0) || step.after.contains(outline.steps[$0].name)
    }
    let cells = (step.cells + analysis.metrics.hosted[index, default: []]).sorted()
    return PipelineStep(
      name: step.name,
      cells: cells.filter { !notebook.cells[$0].source.isBlank }.map { code($0, .step) },
      after: after.map { outline.steps[$0].name },
      parameters: analysis.parameters.map(\.name).filter(stepFlow.parameters.contains),
      imports: stepFlow.imports, importedNames: inputs(stepFlow.importedNames),
      inputs: inputs(stepFlow.inputs),
      outputs: stepFlow.outputs.sorted { $0.key < $1.key }.map { name, consumers in
        output(name, of: index, for: consumers)
      },
      metrics: analysis.metrics.names[index, default: []],
      classifications: analysis.metrics.classifications[index, default: []],
      mayShowMore: !importedModules.isDisjoint(with: Self.showingModules),
      packages: packages.packages.isEmpty ? StepPackages() : packages.packages[index],
      bundles: packages.bundlesOfSteps.isEmpty ? [] : packages.bundlesOfSteps[index],
      configuration: step.configuration)
  }

  private func inputs(_ inputs: [String: DataFlow.Input]) -> [StepInput] {
    inputs.sorted { $0.key < $1.key }.map { name, input in
      StepInput(
        name: name, producer: outline.steps[input.producer].name,
        isCertain: input.certainty == .definite)
    }
  }

  private func output(_ name: String, of step: Int, for consumers: Set<Int>) -> StepOutput {
    let effect = analysis.problem.effects[step].names[name]
    let reason: StepOutput.Reason =
      effect?.exits.contains(.bound) == true
      ? .bound : effect?.mutation != nil ? .mutated : .passedOn
    return StepOutput(
      name: name, consumers: consumers.sorted().map { outline.steps[$0].name }, reason: reason,
      artifactType: artifactType(of: name, from: step))
  }

  /// From what is known of the value where it was bound.
  private func artifactType(of name: String, from step: Int) -> StepOutput.ArtifactType {
    var step = step
    while analysis.problem.effects[step].names[name]?.exits.contains(.bound) != true,
      let producer = flow.steps[step].inputs[name]?.producer
    {
      step = producer
    }
    switch analysis.problem.effects[step].names[name]?.type {
    case .dataset: return .dataset
    case .model: return .model
    case .arithmetic, .untransferable, nil: return .artifact
    }
  }
}
