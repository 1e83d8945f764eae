/// The Python functions of a pipeline: the script shows them, the IR ships them.
///
/// KFP ships the source of a component's function, together with that of the functions that the component
/// names as additional. So all that a step needs is in functions.
struct KFPFunctions: Sendable {
  /// The source of a function, from `def` to the end of its body, without a line feed at the end.
  struct Function: Sendable {
    var name: String
    var source: String
  }

  /// What every step carries.
  let runtime: [Function]
  /// Each hands the files of a bundle to a step, by the name of the bundle.
  let bundles: [String: Function]
  let backends: Function?
  let prelude: Function?
  /// Gives the numbers in lists and dictionaries their types back, in pipelines with such parameters.
  let typed: Function?
  /// One for each component, in the pipeline's order.
  let components: [Function]

  init(_ pipeline: Pipeline, naming: KFPNaming, runtime: StepRuntime) {
    let writer = KFPFunctionWriter(pipeline: pipeline, naming: naming)
    self.runtime = writer.runtimeFunctions(runtime)
    bundles = pipeline.bundles.reduce(into: [:]) { functions, bundle in
      guard let name = naming.bundles[bundle.name] else { return }
      functions[bundle.name] = Function(
        name: name, source: writer.bundleFunction(bundle, name: name))
    }
    backends = writer.backendsFunction().map { Function(name: "kale_backends", source: $0) }
    prelude = writer.preludeFunction().map { Function(name: "kale_prelude", source: $0) }
    typed =
      pipeline.parameters.contains(where: \.isNested)
      ? Function(name: "kale_typed", source: Self.typedSource) : nil
    components = naming.components.map {
      Function(name: $0.function, source: writer.componentFunction($0))
    }
  }

  /// Those that are shipped with a component, in the order in which it names them.
  func additional(to component: KFPComponent) -> [Function] {
    let isTyped = component.parameters.contains(where: \.parameter.isNested)
    return runtime + component.step.bundles.compactMap { bundles[$0] }
      + [backends, prelude, isTyped ? typed : nil].compactMap(\.self)
  }

  static let snapshot = "volume_snapshot"
}

extension PipelineParameter {
  var isNested: Bool {
    switch defaultValue {
    case .list, .dictionary: true
    default: false
    }
  }
}
