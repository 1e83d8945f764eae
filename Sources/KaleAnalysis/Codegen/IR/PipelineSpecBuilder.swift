/// Builds the IR of a pipeline: what the SDK compiles the script to.
struct PipelineSpecBuilder {
  private let kfp: KFPPipeline
  private(set) var spec: PipelineSpec
  private(set) var platform: [KubernetesConfiguration] = []

  init(_ kfp: KFPPipeline) {
    self.kfp = kfp
    let settings = kfp.pipeline.settings
    spec = PipelineSpec(
      name: kfp.naming.pipelineName, displayName: kfp.displayName,
      description: settings.description.flatMap { $0.isEmpty ? nil : $0 },
      sdkVersion: "kfp-\(kfp.version)")
    spec.inputs = kfp.naming.parameters.map { parameter in
      ComponentSpec.Parameter(
        parameter.name, parameter.parameter.kfpType,
        defaultValue: parameter.parameter.isOptional ? nil : parameter.parameter.defaultValue,
        isOptional: true)
    }
    for claim in kfp.claims { addCreation(of: claim) }
    for (component, function) in zip(kfp.naming.components, kfp.functions.components) {
      addStep(component, function)
    }
    for snapshot in kfp.snapshots { addSnapshot(snapshot) }
  }

  // MARK: Steps

  private mutating func addStep(_ component: KFPComponent, _ function: KFPFunctions.Function) {
    var interface = ComponentSpec(task: component.taskName)
    interface.inputParameters = component.parameters.map {
      ComponentSpec.Parameter($0.name, $0.parameter.kfpType, isOptional: $0.parameter.isOptional)
    }
    interface.inputArtifacts = component.inputArtifacts.map {
      ComponentSpec.Artifact(name: $0.name, type: $0.type)
    }
    interface.outputArtifacts = component.outputArtifacts.map {
      ComponentSpec.Artifact(name: $0.name, type: $0.type)
    }

    var task = TaskSpec(name: component.taskName, component: interface.name)
    for parameter in component.parameters {
      task.take(parameter.name, from: .pipelineParameter(parameter.name))
    }
    for input in component.inputs {
      guard let source = kfp.source(of: input) else { continue }
      let origin = source.component.taskName
      task.take(input.name, from: .outputArtifact(task: origin, name: source.output))
    }
    for other in kfp.predecessors(of: component) { task.follow(other.taskName) }

    var container = ContainerSpec(
      label: interface.executorLabel, image: kfp.image(of: component))
    container.command = KFPSource.command(
      of: function, with: kfp.functions.additional(to: component),
      packages: kfp.packages(of: component), version: kfp.version)
    container.arguments = KFPSource.arguments(of: function)

    var configuration = KubernetesConfiguration(label: interface.executorLabel)
    for setting in kfp.settings(of: component) {
      Self.apply(setting, to: &task, &container, &configuration)
    }
    for claim in kfp.claims {
      configuration.mounts.append((name(of: claim), claim.volume.mountPoint))
      if let creation = claim.creation { task.follow(creation.taskName) }
    }
    add(task, interface, container)
    platform.append(configuration)
  }

  private static func apply(
    _ setting: KFPSetting, to task: inout TaskSpec, _ container: inout ContainerSpec,
    _ configuration: inout KubernetesConfiguration
  ) {
    switch setting {
    case .displayName(let name): task.displayName = name
    case .cpuRequest(let quantity): container.setCPU("cpuRequest", quantity)
    case .memoryRequest(let quantity): container.setMemory("memoryRequest", quantity)
    case .cpuLimit(let quantity): container.setCPU("cpuLimit", quantity)
    case .memoryLimit(let quantity): container.setMemory("memoryLimit", quantity)
    case .accelerator(let type, let count): container.setAccelerator(type: type, count: count)
    case .retries(let count): task.retries = count
    case .caching(let isEnabled): task.isCached = isEnabled
    case .environment(let name, let value): container.environment.append((name, value))
    case .secret(let secret): configuration.secrets.append(secret)
    case .timeout(let seconds): configuration.timeoutSeconds = seconds
    case .label(let key, let value): configuration.labels.append((key, value))
    case .annotation(let key, let value): configuration.annotations.append((key, value))
    }
  }

  // MARK: Volumes

  private func name(of claim: KFPClaim) -> TaskSpec.Source {
    claim.creation.map { .outputParameter(task: $0.taskName, name: KFPClaim.nameOutput) }
      ?? .constant(.string(claim.volume.name))
  }

  private mutating func addCreation(of claim: KFPClaim) {
    guard let creation = claim.creation else { return }
    var interface = ComponentSpec(task: creation.taskName)
    interface.inputParameters = CreatePVC.inputs
    interface.outputParameters = [ComponentSpec.Parameter(KFPClaim.nameOutput, .string)]
    var task = TaskSpec(name: creation.taskName, component: interface.name)
    task.displayName = creation.displayName
    task.isCached = false
    for (name, value) in creation.arguments { task.take(name, from: .constant(value)) }
    add(task, interface, ContainerSpec(label: interface.executorLabel, image: CreatePVC.image))
  }

  private mutating func addSnapshot(_ snapshot: KFPSnapshot) {
    var interface = ComponentSpec(task: snapshot.taskName)
    let timeout = KFPFunctions.snapshotTimeout
    interface.inputParameters = [
      ComponentSpec.Parameter("claim", .string), ComponentSpec.Parameter("snapshot", .string),
      ComponentSpec.Parameter(
        timeout.name, .integer, defaultValue: .integer(timeout.defaultValue), isOptional: true),
    ]
    var task = TaskSpec(name: snapshot.taskName, component: interface.name)
    task.displayName = snapshot.displayName
    task.isCached = false
    task.take("claim", from: name(of: snapshot.claim))
    task.take("snapshot", from: .constant(.string(snapshot.name)))
    for component in snapshot.after { task.follow(component.taskName) }
    var container = ContainerSpec(
      label: interface.executorLabel, image: KFPFunctions.snapshotImage)
    let function = KFPFunctions.Function(
      name: KFPFunctions.snapshot, source: KFPFunctions.snapshotSource)
    container.command = KFPSource.command(
      of: function, with: [], packages: StepPackages(KFPFunctions.snapshotPackages),
      version: kfp.version)
    container.arguments = KFPSource.arguments(of: function)
    add(task, interface, container)
  }

  private mutating func add(
    _ task: TaskSpec, _ interface: ComponentSpec, _ container: ContainerSpec
  ) {
    spec.tasks.append(task)
    spec.components.append(interface)
    spec.executors.append(container)
  }
}
