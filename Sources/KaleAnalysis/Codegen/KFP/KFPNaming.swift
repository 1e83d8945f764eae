/// The names that a pipeline and its steps get in KFP.
///
/// KFP takes ASCII letters, digits and `_` beginning with a letter for parameters and artifacts, calls
/// components by keyword, and derives a task's name from the component's function name, whose outer
/// underscores it ignores. All inputs and outputs of a component share one Python signature.
public struct KFPNaming: Sendable {
  /// The pipeline's name in KFP: small letters, digits and `-`.
  let pipelineName: String
  /// Name of the pipeline's function.
  public let function: String
  /// The pipeline's parameters under their KFP names, in the pipeline's order.
  public let parameters: [KFPComponent.Parameter]
  /// In the order of the pipeline's steps.
  public let components: [KFPComponent]
  /// The functions that hand out the pipeline's bundles of files, by the name of the bundle.
  let bundles: [String: String]
  /// One for each volume; nil for those whose claim exists.
  let claims: [Claim?]
  /// The tasks that take snapshots, for the volumes that have one.
  let snapshotTasks: [String]

  /// What the task that makes a claim is called.
  struct Claim: Sendable {
    /// The variable that holds it in the pipeline's function.
    var variable: String
    var taskName: String
  }

  /// Index in `components` by the name of the step.
  private let indices: [String: Int]

  /// Names that the script's own code uses at module level and inside its functions.
  private static let moduleNames: Set<String> = [
    "BASE_IMAGE", "PACKAGES", "STORAGE_CLASS", "argparse", "compiler", "dsl", "json",
    "kale_backends", "kale_prelude", "kale_runtime", "kale_runtime_source", "kale_typed", "kfp",
    "kubernetes", "main", "pathlib", "task", "volume_snapshot",
  ]

  /// Names that mean something in KFP's signatures, or in the body of a component or of the pipeline's
  /// function.
  private static let signatureNames: Set<String> = [
    "Output", "STORAGE_CLASS", "kale_backends", "kale_prelude", "kale_runtime",
    "kale_runtime_source", "kale_typed", "kubernetes", "self", "step", "task", "volume_snapshot",
  ]

  public init(_ pipeline: Pipeline) {
    pipelineName = KFPTaskNames.resourceName(pipeline.settings.name)
    var signature = PythonNames(reserved: Self.signatureNames)
    parameters = pipeline.parameters.map {
      KFPComponent.Parameter(
        parameter: $0,
        name: signature.claim(PythonNames.identifier($0.name, otherwise: "parameter")))
    }
    let parameterNames = Set(parameters.map(\.name))

    var functions = PythonNames(
      reserved: Self.moduleNames.union(PythonNames.builtins).union(parameterNames))
    let functionNames = pipeline.steps.map { step in
      functions.claim(PythonNames.isOnlyUnderscores(step.name) ? "step" : step.name, suffix: "_")
    }
    function = functions.claim(
      PythonNames.identifier(pipeline.settings.name, otherwise: "pipeline"), suffix: "_pipeline")

    bundles = pipeline.bundles.reduce(into: [:]) { names, bundle in
      names[bundle.name] = functions.claim(
        "kale_files_" + PythonNames.identifier(bundle.name, otherwise: "bundle"))
    }
    var tasks = PythonNames(
      reserved: parameterNames.union(functionNames).union(bundles.values)
        .union(Self.moduleNames))
    let taskNames = pipeline.steps.map { tasks.claim($0.name + "_task") }

    let types = Dictionary(
      pipeline.steps.flatMap { step in
        step.outputs.map { (Artifact(producer: step.name, variable: $0.name), $0.artifactType) }
      }, uniquingKeysWith: { first, _ in first })
    // KFP names tasks in the order in which the pipeline's function calls them.
    var kfpTasks = KFPTaskNames()
    let volumes = pipeline.settings.volumes
    let claimTasks = volumes.map { $0.kind == .claim ? nil : kfpTasks.claim("createpvc") }
    let stepTasks = functionNames.map { kfpTasks.claim($0) }
    snapshotTasks = volumes.filter { $0.snapshot != nil }.map { _ in
      kfpTasks.claim(KFPFunctions.snapshot)
    }
    var variables = PythonNames(
      reserved: parameterNames.union(functionNames).union(taskNames).union(Self.moduleNames))
    claims = zip(volumes, claimTasks).map { volume, task in
      guard let task else { return nil }
      let name = PythonNames.identifier(volume.name, otherwise: "volume") + "_claim"
      return Claim(variable: variables.claim(name), taskName: task)
    }
    indices = Dictionary(
      pipeline.steps.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    components = pipeline.steps.indices.map { [parameters, bundles] index in
      let step = pipeline.steps[index]
      var signature = PythonNames(reserved: Self.signatureNames.union(bundles.values))
      let taken = parameters.filter { step.parameters.contains($0.parameter.name) }
      for parameter in taken { _ = signature.claim(parameter.name) }
      let inputs = step.inputs.map { input in
        KFPComponent.Input(
          input: input,
          name: signature.claim(PythonNames.identifier(input.name, otherwise: "variable")),
          type: types[Artifact(producer: input.producer, variable: input.name)] ?? .artifact)
      }
      let outputs = step.outputs.map { output in
        KFPComponent.Output(
          output: output,
          name: signature.claim(
            PythonNames.identifier(output.name, otherwise: "variable"), suffix: "_out"))
      }
      let metrics = step.metrics.isEmpty ? nil : signature.claim("metrics")
      let classifications = step.classifications.map {
        KFPComponent.Classification(metric: $0, name: signature.claim($0.kind.rawValue))
      }
      return KFPComponent(
        step: step, function: functionNames[index], task: taskNames[index],
        taskName: stepTasks[index], parameters: taken, inputs: inputs, outputs: outputs,
        metrics: metrics, classifications: classifications,
        page: step.mayShowMore ? signature.claim("page") : nil)
    }
  }

  /// The component that a step has become.
  func component(of step: String) -> KFPComponent? { indices[step].map { components[$0] } }

  private struct Artifact: Hashable {
    var producer: String
    var variable: String
  }
}
