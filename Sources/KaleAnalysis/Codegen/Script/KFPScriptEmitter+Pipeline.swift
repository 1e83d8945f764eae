extension KFPScriptEmitter {
  func pipelineFunction() -> String {
    let settings = pipeline.settings
    var decorator = "@dsl.pipeline(name=\(PythonLiteral.string(settings.name))"
    if let description = settings.description, !description.isEmpty {
      decorator += ", description=\(PythonLiteral.string(description))"
    }
    if let displayName = kfp.displayName {
      decorator += ", display_name=\(PythonLiteral.string(displayName))"
    }
    var lines = [decorator + ")"]
    if naming.parameters.isEmpty {
      lines.append("def \(naming.function)():")
    } else {
      lines.append("def \(naming.function)(")
      lines += naming.parameters.map {
        "    \($0.name): \($0.parameter.annotation) = "
          + PythonLiteral.value($0.parameter.defaultValue) + ","
      }
      lines.append("):")
    }
    for claim in kfp.claims { lines += creationLines(claim) }
    for (index, component) in naming.components.enumerated() {
      if index > 0 || kfp.claims.contains(where: { $0.creation != nil }) { lines.append("") }
      lines += taskLines(component)
    }
    if !kfp.claims.isEmpty && !naming.components.isEmpty {
      lines += ["", "    for task in \(PythonNames.tuple(naming.components.map(\.task))):"]
      for claim in kfp.claims {
        lines.append(
          "        kubernetes.mount_pvc(task, pvc_name=\(nameExpression(claim)),"
            + " mount_path=\(PythonLiteral.string(claim.volume.mountPoint)))")
      }
    }
    for snapshot in kfp.snapshots { lines += snapshotLines(snapshot) }
    if lines.last?.hasSuffix(":") == true { lines.append("    pass") }
    return lines.joined(separator: "\n")
  }

  // MARK: Tasks

  private func taskLines(_ component: KFPComponent) -> [String] {
    let task = component.task
    var arguments = component.parameters.map { "\($0.name)=\($0.name)" }
    arguments += component.inputs.compactMap { input in
      guard let source = kfp.source(of: input) else { return nil }
      return
        "\(input.name)=\(source.component.task).outputs[\(PythonLiteral.string(source.output))]"
    }
    let call = "    \(task) = \(component.function)("
    let oneLine = call + arguments.joined(separator: ", ") + ")"
    var lines =
      oneLine.count <= 100
      ? [oneLine] : [call] + arguments.map { "        \($0)," } + ["    )"]
    let after = kfp.predecessors(of: component).map(\.task)
    if !after.isEmpty { lines.append("    \(task).after(\(after.joined(separator: ", ")))") }
    return lines + kfp.settings(of: component).map { "    " + statement(for: $0, task: task) }
  }

  /// The call that sets a task.
  private func statement(for setting: KFPSetting, task: String) -> String {
    func method(_ name: String, _ text: String) -> String {
      "\(task).\(name)(\(PythonLiteral.string(text)))"
    }
    switch setting {
    case .displayName(let name): return method("set_display_name", name)
    case .cpuRequest(let quantity): return method("set_cpu_request", quantity)
    case .memoryRequest(let quantity): return method("set_memory_request", quantity)
    case .cpuLimit(let quantity): return method("set_cpu_limit", quantity)
    case .memoryLimit(let quantity): return method("set_memory_limit", quantity)
    case .accelerator(let type, let count):
      return method("set_accelerator_type", type) + ".set_accelerator_limit(\(count))"
    case .retries(let count): return "\(task).set_retry(\(count))"
    case .caching(let isEnabled):
      return "\(task).set_caching_options(\(PythonLiteral.bool(isEnabled)))"
    case .environment(let name, let value):
      return
        "\(task).set_env_variable(\(PythonLiteral.string(name)), \(PythonLiteral.string(value)))"
    case .secret(let secret):
      return
        "kubernetes.use_secret_as_env(\(task), secret_name=\(PythonLiteral.string(secret.name)),"
        + " secret_key_to_env={\(PythonLiteral.string(secret.key)):"
        + " \(PythonLiteral.string(secret.variable))})"
    case .timeout(let seconds): return "kubernetes.set_timeout(\(task), \(seconds))"
    case .label(let key, let value):
      return
        "kubernetes.add_pod_label(\(task), \(PythonLiteral.string(key)),"
        + " \(PythonLiteral.string(value)))"
    case .annotation(let key, let value):
      return
        "kubernetes.add_pod_annotation(\(task), \(PythonLiteral.string(key)),"
        + " \(PythonLiteral.string(value)))"
    }
  }

  // MARK: Volumes

  /// The expression of a claim's name.
  private func nameExpression(_ claim: KFPClaim) -> String {
    claim.creation.map { "\($0.variable).outputs[\(PythonLiteral.string(KFPClaim.nameOutput))]" }
      ?? PythonLiteral.string(claim.volume.name)
  }

  /// Caching off: a cached hit would skip the creation although the claim may be gone.
  private func creationLines(_ claim: KFPClaim) -> [String] {
    guard let creation = claim.creation else { return [] }
    let arguments = creation.arguments.map { name, value in
      let isDefaultClass =
        name == KFPClaim.storageClassArgument && claim.volume.needsDefaultStorageClass
      return "        \(name)=\(isDefaultClass ? "STORAGE_CLASS" : PythonLiteral.value(value)),"
    }
    return ["    \(creation.variable) = kubernetes.CreatePVC("] + arguments
      + [
        "    )",
        "    " + statement(for: .displayName(creation.displayName), task: creation.variable),
        "    " + statement(for: .caching(false), task: creation.variable),
      ]
  }

  private func snapshotLines(_ snapshot: KFPSnapshot) -> [String] {
    let name = PythonLiteral.string(snapshot.name)
    return [
      "",
      "    task = \(KFPFunctions.snapshot)(claim=\(nameExpression(snapshot.claim)), snapshot=\(name))",
      "    task.after(\(snapshot.after.map(\.task).joined(separator: ", ")))",
      "    " + statement(for: .displayName(snapshot.displayName), task: "task"),
      "    " + statement(for: .caching(false), task: "task"),
    ]
  }
}

extension PythonNames {
  /// A tuple display of names.
  static func tuple(_ names: [String]) -> String {
    names.count == 1 ? "(\(names[0]),)" : "(" + names.joined(separator: ", ") + ")"
  }
}
