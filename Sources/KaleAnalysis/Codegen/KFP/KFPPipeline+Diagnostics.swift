extension KFPPipeline {
  private static let longestName = 128

  /// What KFP can't carry, or would change.
  public var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if naming.pipelineName.utf8.count > Self.longestName {
      diagnostics.append(
        Diagnostic(
          "invalid-pipeline-name", .error,
          "the pipeline's name has \(naming.pipelineName.utf8.count) characters; KFP takes"
            + " \(Self.longestName)", fix: "set a shorter `pipeline_name`"))
    }
    for component in naming.components {
      let location = Diagnostic.Location(cell: component.step.cells.first?.index)
      for problem in KFPResources(component.step.configuration).problems {
        diagnostics.append(
          Diagnostic(
            "unsupported-resource", .warning, "step \(component.step.name): \(problem)",
            at: location))
      }
    }
    for parameter in pipeline.parameters where !parameter.defaultValue.isCarriedByKFP {
      diagnostics.append(
        Diagnostic(
          "unsupported-default", .error,
          "KFP can't carry the default of the parameter \(parameter.name):"
            + " \(PythonLiteral.value(parameter.defaultValue))",
          fix: "use no None inside lists and dictionaries, and no number that is infinite or beyond"
            + " 2**53"))
    }
    diagnostics += sizes + placeholders
    for volume in pipeline.settings.volumes where volume.needsDefaultStorageClass {
      diagnostics.append(
        Diagnostic(
          "storage-class", .warning,
          "the new volume \(volume.name) has no storage class; \"\(Volume.defaultStorageClass)\" is"
            + " assumed",
          fix: "set storage_class_name of the volume in the notebook's metadata"))
    }
    return diagnostics
  }
}

extension KFPPipeline {
  /// Texts in which KFP would put something else for `{{$...}}`, or the SDK for `{{channel:...}}`.
  private var placeholders: [Diagnostic] {
    func diagnostic(_ place: String, _ text: String, cell: Int? = nil) -> Diagnostic {
      Diagnostic(
        "kfp-placeholder", .error,
        "KFP would replace a part of \(place): \(PythonLiteral.string(text))",
        at: Diagnostic.Location(cell: cell),
        fix: "write it without `{{$` and `{{channel:`; the cells may have them")
    }
    var diagnostics: [Diagnostic] = []
    for parameter in pipeline.parameters {
      for text in parameter.defaultValue.texts where KFPPlaceholder.isIn(text) {
        diagnostics.append(diagnostic("the default of the parameter \(parameter.name)", text))
      }
    }
    if KFPPlaceholder.isIn(baseImage) {
      diagnostics.append(diagnostic("the name of the image", baseImage))
    }
    for step in pipeline.steps {
      if let image = step.configuration.image, KFPPlaceholder.isIn(image) {
        diagnostics.append(
          diagnostic("the image of step \(step.name)", image, cell: step.cells.first?.index))
      }
    }
    for volume in pipeline.settings.volumes {
      for text in volume.annotations.values.sorted() where KFPPlaceholder.isIn(text) {
        diagnostics.append(diagnostic("an annotation of the volume \(volume.name)", text))
      }
    }
    return diagnostics
  }
}

extension PipelineParameter.Value {
  /// JSON has no infinite numbers and KFP reads whole ones as doubles, and kfp refuses None inside
  /// another value.
  fileprivate var isCarriedByKFP: Bool {
    switch self {
    case .float(let number): number.isFinite
    case .integer(let integer): integer.magnitude <= 1 << 53
    case .list(let values): values.allSatisfy { $0 != .none && $0.isCarriedByKFP }
    case .dictionary(let entries):
      entries.allSatisfy { $0.value != .none && $0.value.isCarriedByKFP }
    case .string, .bool, .none: true
    }
  }

  /// All strings in it, keys too.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .dictionary(let entries): entries.flatMap { [$0.key] + $0.value.texts }
    case .integer, .float, .bool, .none: []
    }
  }
}
