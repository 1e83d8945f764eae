extension KFPScriptEmitter {
  /// Linux starts no process with an argument of 128 KiB, and KFP passes a component's source as one
  /// argument, with some lines of its own.
  static let largestComponent = 120_000

  /// - Parameter components: the text of each component function, in the pipeline's order.
  func diagnostics(components: [String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let bundles = Dictionary(uniqueKeysWithValues: bundleFunctions().map { ($0.name, $0.text) })
    let sharedSize = [runtimeFunction(), backendsFunction(), preludeFunction()]
      .reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    for (component, text) in zip(naming.components, components) {
      let step = component.step
      let location = Diagnostic.Location(cell: step.cells.first?.index)
      let size = sharedFunctions(of: component).reduce(sharedSize + text.utf8.count) {
        $0 + (bundles[$1]?.utf8.count ?? 0)
      }
      if size > Self.largestComponent {
        diagnostics.append(
          Diagnostic(
            "step-too-large", .warning,
            "step \(step.name) has \(size / 1000) kB of code; Kubernetes can't start a step with more"
              + " than \(Self.largestComponent / 1000) kB",
            at: location,
            fix: component.step.bundles.isEmpty
              ? "move data out of the cells, into a file, or split the step"
              : "put the files that travel with the step into its image, or split it"))
      }
      for problem in KFPResources(step.configuration).problems {
        diagnostics.append(
          Diagnostic(
            "unsupported-resource", .warning, "step \(step.name): \(problem)", at: location))
      }
    }
    for parameter in pipeline.parameters where !parameter.defaultValue.isCarriedByKFP {
      diagnostics.append(
        Diagnostic(
          "unsupported-default", .error,
          "KFP can't carry the default of the parameter \(parameter.name):"
            + " \(PythonLiteral.value(parameter.defaultValue))",
          fix: "use no None inside lists and dictionaries, and no infinite number"))
    }
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

extension PipelineParameter.Value {
  /// JSON has no infinite numbers, and kfp refuses None inside another value.
  fileprivate var isCarriedByKFP: Bool {
    switch self {
    case .float(let number): number.isFinite
    case .list(let values): values.allSatisfy { $0 != .none && $0.isCarriedByKFP }
    case .dictionary(let entries):
      entries.allSatisfy { $0.value != .none && $0.value.isCarriedByKFP }
    case .integer, .string, .bool, .none: true
    }
  }
}
