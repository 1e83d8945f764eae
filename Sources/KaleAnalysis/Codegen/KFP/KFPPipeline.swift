/// A pipeline in KFP's terms: all that the script and the IR say of it, so that both say the same.
public struct KFPPipeline: Sendable {
  public let pipeline: Pipeline
  public let naming: KFPNaming
  /// The release of kfp that the steps install.
  public var version: KFPVersion
  /// The image of the steps that have none of their own.
  let baseImage: String
  let functions: KFPFunctions
  /// One for each of the pipeline's volumes.
  let claims: [KFPClaim]
  let snapshots: [KFPSnapshot]
  /// By the name of the component's task.
  private let settings: [String: [KFPSetting]]

  static let defaultImage = "python:3.11"

  public init(
    _ pipeline: Pipeline, version: KFPVersion = .tested, runtime: StepRuntime = .current
  ) {
    self.pipeline = pipeline
    self.version = version
    naming = KFPNaming(pipeline)
    baseImage = pipeline.settings.baseImage ?? Self.defaultImage
    functions = KFPFunctions(pipeline, naming: naming, runtime: runtime)
    claims = zip(pipeline.settings.volumes, naming.claims).map(KFPClaim.init)
    snapshots = KFPSnapshot.of(claims, naming: naming)
    settings = naming.components.reduce(into: [:]) { settings, component in
      let step = component.step
      settings[component.taskName] =
        (step.name == component.taskName ? [] : [.displayName(step.name)])
        + KFPSetting.of(step.configuration)
    }
  }

  /// The pipeline's name as the notebook has it, where KFP's is another.
  var displayName: String? {
    let name = pipeline.settings.name
    return name == naming.pipelineName ? nil : name
  }

  /// What pip installs before the step runs.
  func packages(of component: KFPComponent) -> StepPackages {
    var packages = component.step.packages
    let (shared, own) = pipeline.requirements(of: component.step)
    packages.requirements = shared + own
    return packages
  }

  func image(of component: KFPComponent) -> String {
    component.step.configuration.image ?? baseImage
  }

  /// The components that must have ended before one, in the order of its `after`.
  func predecessors(of component: KFPComponent) -> [KFPComponent] {
    component.step.after.compactMap { naming.component(of: $0) }
  }

  /// Where an input comes from: the component and the name of its output.
  func source(of input: KFPComponent.Input) -> (component: KFPComponent, output: String)? {
    guard let producer = naming.component(of: input.input.producer),
      let output = producer.output(of: input.input.name)
    else { return nil }
    return (producer, output)
  }

  /// What the component's task is set to, in the order of the script's calls.
  func settings(of component: KFPComponent) -> [KFPSetting] {
    settings[component.taskName] ?? []
  }

  /// Whether the pipeline needs what the kfp-kubernetes package adds to KFP.
  var usesKubernetes: Bool {
    !claims.isEmpty
      || settings.values.contains { $0.contains(where: \.isKubernetes) }
  }
}
