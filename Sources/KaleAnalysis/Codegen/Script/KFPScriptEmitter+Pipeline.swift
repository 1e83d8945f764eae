extension KFPScriptEmitter {
  func pipelineFunction() -> String {
    let settings = pipeline.settings
    var decorator = "@dsl.pipeline(name=\(PythonLiteral.string(settings.name))"
    if let description = settings.description, !description.isEmpty {
      decorator += ", description=\(PythonLiteral.string(description))"
    }
    var lines = [decorator + ")"]
    if naming.parameters.isEmpty {
      lines.append("def \(naming.function)():")
    } else {
      lines.append("def \(naming.function)(")
      lines += naming.parameters.map {
        "    \($0.name): \(annotation($0.parameter)) = "
          + PythonLiteral.value($0.parameter.defaultValue) + ","
      }
      lines.append("):")
    }
    let claims = claimExpressions()
    for (volume, claim) in zip(settings.volumes, claims) {
      lines += createClaim(volume, variable: claim.variable)
    }
    for (index, component) in naming.components.enumerated() {
      if index > 0 || settings.volumes.contains(where: { $0.kind != .claim }) { lines.append("") }
      lines += taskLines(component)
    }
    if !settings.volumes.isEmpty && !naming.components.isEmpty {
      lines += ["", "    for task in \(PythonNames.tuple(naming.components.map(\.task))):"]
      for (volume, claim) in zip(settings.volumes, claims) {
        lines.append(
          "        kubernetes.mount_pvc(task, pvc_name=\(claim.expression),"
            + " mount_path=\(PythonLiteral.string(volume.mountPoint)))")
      }
    }
    lines += snapshotLines(claims)
    if lines.last?.hasSuffix(":") == true { lines.append("    pass") }
    return lines.joined(separator: "\n")
  }

  // MARK: Tasks

  private func taskLines(_ component: KFPComponent) -> [String] {
    let task = component.task
    var arguments = component.parameters.map { "\($0.name)=\($0.name)" }
    arguments += component.inputs.compactMap { input in
      guard
        let producer = naming.components.first(where: { $0.step.name == input.input.producer }),
        let output = producer.output(of: input.input.name)
      else { return nil }
      return "\(input.name)=\(producer.task).outputs[\(PythonLiteral.string(output))]"
    }
    let call = "    \(task) = \(component.function)("
    let oneLine = call + arguments.joined(separator: ", ") + ")"
    var lines =
      oneLine.count <= 100
      ? [oneLine] : [call] + arguments.map { "        \($0)," } + ["    )"]
    let after = component.step.after.compactMap { name in
      naming.components.first { $0.step.name == name }?.task
    }
    if !after.isEmpty { lines.append("    \(task).after(\(after.joined(separator: ", ")))") }
    return lines + configurationLines(component.step.configuration, task: task)
  }

  private func configurationLines(_ configuration: StepConfiguration, task: String) -> [String] {
    var calls: [String] = []
    let resources = KFPResources(configuration)
    calls += resources.settings.map { "\(task).\($0.method)(\(PythonLiteral.string($0.value)))" }
    if let accelerator = resources.accelerator {
      calls.append(
        "\(task).set_accelerator_type(\(PythonLiteral.string(accelerator.type)))"
          + ".set_accelerator_limit(\(accelerator.count))")
    }
    if let retries = configuration.retries { calls.append("\(task).set_retry(\(retries))") }
    if let caching = configuration.caching {
      calls.append("\(task).set_caching_options(\(PythonLiteral.bool(caching)))")
    }
    for (name, value) in configuration.environment.sorted(by: { $0.key < $1.key }) {
      calls.append(
        "\(task).set_env_variable(\(PythonLiteral.string(name)), \(PythonLiteral.string(value)))")
    }
    for secret in configuration.secrets {
      calls.append(
        "kubernetes.use_secret_as_env(\(task), secret_name=\(PythonLiteral.string(secret.name)),"
          + " secret_key_to_env={\(PythonLiteral.string(secret.key)):"
          + " \(PythonLiteral.string(secret.variable))})")
    }
    if let timeout = configuration.timeoutSeconds {
      calls.append("kubernetes.set_timeout(\(task), \(timeout))")
    }
    for (key, value) in configuration.labels.sorted(by: { $0.key < $1.key }) {
      calls.append(
        "kubernetes.add_pod_label(\(task), \(PythonLiteral.string(key)),"
          + " \(PythonLiteral.string(value)))")
    }
    for (key, value) in configuration.annotations.sorted(by: { $0.key < $1.key }) {
      calls.append(
        "kubernetes.add_pod_annotation(\(task), \(PythonLiteral.string(key)),"
          + " \(PythonLiteral.string(value)))")
    }
    return calls.map { "    \($0)" }
  }

  // MARK: Volumes

  /// A volume's claim: the variable of the task that creates it, and the expression of its name.
  private struct Claim {
    var variable: String
    var expression: String
  }

  private func claimExpressions() -> [Claim] {
    var names = PythonNames(
      reserved: Set(naming.components.flatMap { [$0.task, $0.function] })
        .union(naming.parameters.map(\.name)).union(["kubernetes", "task"]))
    return pipeline.settings.volumes.map { volume in
      let variable = names.claim(
        PythonNames.identifier(volume.name, otherwise: "volume") + "_claim")
      return Claim(
        variable: variable,
        expression: volume.kind == .claim
          ? PythonLiteral.string(volume.name) : "\(variable).outputs[\"name\"]")
    }
  }

  /// Caching off: a cached hit would skip the creation although the claim may be gone.
  private func createClaim(_ volume: Volume, variable: String) -> [String] {
    let storageClass: String
    switch volume.kind {
    case .claim: return []
    case .newClaim:
      storageClass = volume.storageClass.map(PythonLiteral.string) ?? "STORAGE_CLASS"
    case .persistentVolume: storageClass = PythonLiteral.string(volume.storageClass ?? "")
    }
    var arguments = [
      "pvc_name_suffix=\(PythonLiteral.string("-" + volume.name))",
      "access_modes=\(PythonLiteral.list([volume.kubernetesAccessMode]))",
      "size=\(PythonLiteral.string(volume.size ?? Volume.defaultSize))",
      "storage_class_name=\(storageClass)",
    ]
    if volume.kind == .persistentVolume {
      arguments.append("volume_name=\(PythonLiteral.string(volume.name))")
    }
    if !volume.annotations.isEmpty {
      arguments.append("annotations=\(PythonLiteral.dictionary(volume.annotations))")
    }
    return ["    \(variable) = kubernetes.CreatePVC("] + arguments.map { "        \($0)," }
      + ["    )", "    \(variable).set_caching_options(False)"]
  }

  /// Snapshots come after the steps that no other step follows.
  private func snapshotLines(_ claims: [Claim]) -> [String] {
    let followed = Set(pipeline.steps.flatMap(\.after))
    let last = naming.components.filter { !followed.contains($0.step.name) }.map(\.task)
    return zip(pipeline.settings.volumes, claims).flatMap { volume, claim -> [String] in
      guard let snapshot = volume.snapshot else { return [] }
      let call =
        "volume_snapshot(claim=\(claim.expression), snapshot=\(PythonLiteral.string(snapshot)))"
      return [
        "", "    task = \(call)", "    task.after(\(last.joined(separator: ", ")))",
        "    task.set_caching_options(False)",
      ]
    }
  }
}

extension Volume {
  static let defaultSize = "1Gi"

  /// The access mode in Kubernetes' words; `ReadWriteOnce` when none is set.
  public var kubernetesAccessMode: String {
    switch accessMode?.lowercased() {
    case "rwm", "rwx": "ReadWriteMany"
    case "rom", "rox": "ReadOnlyMany"
    case nil, "", "rwo": "ReadWriteOnce"
    default: accessMode ?? "ReadWriteOnce"
    }
  }
}

extension PythonNames {
  /// A tuple display of names.
  static func tuple(_ names: [String]) -> String {
    names.count == 1 ? "(\(names[0]),)" : "(" + names.joined(separator: ", ") + ")"
  }
}
