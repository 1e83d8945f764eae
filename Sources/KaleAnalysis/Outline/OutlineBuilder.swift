/// Makes the outline of a notebook: reads its tags and metadata, merges its cells into steps.
public enum OutlineBuilder {
  /// The outline with all that is to be said about it, sorted.
  public static func build(
    _ notebook: Notebook, overrides: SettingsOverrides = SettingsOverrides()
  ) -> (outline: Outline, diagnostics: [Diagnostic]) {
    // Each pass takes what the one before it has made of the tags.
    var tagReader = TagReader()
    let cells = tagReader.read(notebook)
    var merger = CellMerger()
    merger.merge(cells)
    var graph = StepGraphChecker()
    let edges = graph.edges(of: merger.steps)
    // The metadata hold defaults for the steps, so they come before the steps' own configuration.
    var settingsReader = SettingsReader()
    let settings = settingsReader.read(
      notebook, overrides: overrides, hasSteps: !merger.steps.isEmpty)
    var configurator = StepConfigurator(defaults: settingsReader.stepDefaults)
    let steps = zip(merger.steps, edges).map { draft, after in
      Step(
        name: draft.name, cells: draft.cells, after: after,
        configuration: configurator.configuration(of: draft))
    }

    let diagnostics =
      tagReader.diagnostics + merger.diagnostics + graph.diagnostics
      + settingsReader.diagnostics + configurator.diagnostics
    let outline = Outline(
      roles: merger.roles, steps: steps, settings: settings,
      injectedParameters: merger.injectedParameters,
      hasCollidingNames: tagReader.diagnostics.contains { $0.id == "step-name-collision" })
    return (outline, diagnostics.sorted(by: Diagnostic.isInReadingOrder))
  }
}
