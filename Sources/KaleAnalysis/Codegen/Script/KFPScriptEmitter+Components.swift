extension KFPScriptEmitter {
  /// One function a step, in the pipeline's order.
  func components() -> [String] {
    naming.components.map(componentFunction)
  }

  private func componentFunction(_ component: KFPComponent) -> String {
    let step = component.step
    let image = step.configuration.image.map(PythonLiteral.string) ?? "BASE_IMAGE"
    var lines = [
      "@dsl.component(",
      "    base_image=\(image),",
    ]
    lines += packageArguments(of: step).map { "    \($0)," }
    lines += [
      "    additional_funcs=[\(sharedFunctions(of: component).joined(separator: ", "))],",
      ")",
    ]
    let signature = signature(of: component)
    if signature.isEmpty {
      lines.append("def \(component.function)():")
    } else {
      lines.append("def \(component.function)(")
      lines += signature.map { "    \($0)," }
      lines.append("):")
    }
    lines.append(
      "    step = kale_runtime().Step(\(PythonLiteral.string(step.name)),"
        + " notebook=\(PythonLiteral.string(pipeline.notebookName)))")
    lines += step.bundles.compactMap { naming.bundles[$0] }.map { "    \($0)(step)" }
    if !pipeline.backends.isEmpty { lines.append("    kale_backends(step)") }
    if hasPrelude { lines.append("    kale_prelude(step)") }
    for parameter in component.parameters {
      let value =
        parameter.parameter.isNested
        ? "kale_typed(\(parameter.name), \(PythonLiteral.value(parameter.parameter.defaultValue)))"
        : parameter.name
      lines.append(
        "    step.parameter(\(PythonLiteral.string(parameter.parameter.name)), \(value))")
    }
    lines += step.imports.map { "    step.re_import(\(PythonLiteral.string($0)))" }
    for input in component.inputs {
      lines.append(
        "    step.input(\(PythonLiteral.string(input.input.name)), \(input.name).path,"
          + " producer=\(PythonLiteral.string(input.input.producer))"
          + (input.input.isCertain ? "" : ", certain=False") + ")")
    }
    for output in component.outputs {
      lines.append(
        "    step.output(\(PythonLiteral.string(output.output.name)), \(output.name).path,"
          + " consumers=\(PythonLiteral.list(output.output.consumers)),"
          + " metadata=\(output.name).metadata"
          + (output.output.isJoined ? ", joined=True" : "") + ")")
    }
    if let page = component.page { lines.append("    step.page(\(page).path)") }
    for name in step.metrics {
      guard let metrics = component.metrics else { break }
      lines.append("    step.metric(\(PythonLiteral.string(name)), \(metrics).log_metric)")
    }
    for cell in step.cells {
      lines.append("")
      lines += cellCall(cell)
    }
    lines += ["", "    step.run()"]
    return lines.joined(separator: "\n")
  }

  /// The arguments of the component's decorator that tell pip what to install, and from where.
  private func packageArguments(of step: PipelineStep) -> [String] {
    let (shared, own) = pipeline.requirements(of: step)
    let ownList = PythonLiteral.list(own)
    let isLong = ownList.count > 60
    let lines =
      isLong
      ? "[\n" + own.map { "        \(PythonLiteral.string($0)),\n" }.joined() + "    ]" : ownList
    let packages = [own.isEmpty || !shared.isEmpty ? "PACKAGES" : nil, own.isEmpty ? nil : lines]
    var arguments = ["packages_to_install=" + packages.compactMap(\.self).joined(separator: " + ")]
    if !step.packages.indexURLs.isEmpty {
      // Without the second argument kfp would trust all of them.
      arguments += [
        "pip_index_urls=\(PythonLiteral.list(step.packages.indexURLs))",
        "pip_trusted_hosts=\(PythonLiteral.list(step.packages.trustedHosts))",
      ]
    }
    return arguments
  }

  /// The functions that are shipped with a component, by name.
  func sharedFunctions(of component: KFPComponent) -> [String] {
    var shared = ["kale_runtime"]
    shared += component.step.bundles.compactMap { naming.bundles[$0] }
    if !pipeline.backends.isEmpty { shared.append("kale_backends") }
    if hasPrelude { shared.append("kale_prelude") }
    if component.parameters.contains(where: \.parameter.isNested) { shared.append("kale_typed") }
    return shared
  }

  private func signature(of component: KFPComponent) -> [String] {
    var parameters = component.parameters.map {
      "\($0.name): \(annotation($0.parameter))"
        + ($0.parameter.defaultValue == .none ? " = None" : "")
    }
    parameters += component.inputs.map { "\($0.name): Input[\($0.type.rawValue)]" }
    parameters += component.outputs.map {
      "\($0.name): Output[\($0.output.artifactType.rawValue)]"
    }
    if let metrics = component.metrics { parameters.append("\(metrics): Output[Metrics]") }
    if let page = component.page { parameters.append("\(page): Output[HTML]") }
    return parameters
  }

  /// The Python type of a pipeline parameter, which KFP turns into its own.
  func annotation(_ parameter: PipelineParameter) -> String {
    switch parameter.defaultValue {
    case .integer: "int"
    case .float: "float"
    case .string: "str"
    case .bool: "bool"
    case .list: "List"
    case .dictionary: "Dict"
    case .none: "Optional[str]"
    }
  }

  /// What the parameter's annotation needs of `typing`.
  func annotationImport(_ parameter: PipelineParameter) -> String? {
    switch parameter.defaultValue {
    case .list: "List"
    case .dictionary: "Dict"
    case .none: "Optional"
    default: nil
    }
  }

  /// KFP carries a list or a dictionary as JSON-like data in which all numbers are floats.
  static let typedFunction = """
    def kale_typed(value, default):
        \"""A list or dictionary parameter with ints and floats as in its default.

        KFP makes no difference between 2 and 2.0 inside them.
        \"""
        if value == default:
            return default

        def types(item):
            if isinstance(item, (list, dict)):
                items = item.values() if isinstance(item, dict) else item
                return set().union(*map(types, items))
            return {type(item)}

        def restore(item):
            if isinstance(item, dict):
                return {key: restore(element) for key, element in item.items()}
            if isinstance(item, list):
                return [restore(element) for element in item]
            if type(item) is int and int not in expected and float in expected:
                return float(item)
            if type(item) is float and item.is_integer() and float not in expected:
                return int(item)
            return item

        expected = types(default)
        return restore(value)
    """

  /// Creates a VolumeSnapshot, for which KFP has no operation of its own.
  static let snapshotComponent = #"""
    @dsl.component(base_image="python:3.11", packages_to_install=["kubernetes>=28"])
    def volume_snapshot(claim: str, snapshot: str, timeout_seconds: int = 600):
        """Takes a snapshot of a volume and waits until it is ready.

        The pipeline's service account must be allowed to create and get
        volumesnapshots in the API group snapshot.storage.k8s.io.
        """
        import time
        from kubernetes import client, config

        config.load_incluster_config()
        with open("/var/run/secrets/kubernetes.io/serviceaccount/namespace") as file:
            namespace = file.read().strip()
        api = client.CustomObjectsApi()
        kind = ("snapshot.storage.k8s.io", "v1", namespace, "volumesnapshots")
        try:
            api.create_namespaced_custom_object(*kind, {
                "apiVersion": "snapshot.storage.k8s.io/v1",
                "kind": "VolumeSnapshot",
                "metadata": {"name": snapshot},
                "spec": {"source": {"persistentVolumeClaimName": claim}},
            })
        except client.ApiException as error:
            if error.status != 409:  # 409: it exists, this is a second attempt
                raise
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            status = api.get_namespaced_custom_object(*kind, snapshot).get("status") or {}
            if status.get("readyToUse"):
                print(f"Snapshot {snapshot} of {claim} is ready")
                return
            message = (status.get("error") or {}).get("message")
            if message:
                print(f"Snapshot {snapshot} is not ready: {message}")
            time.sleep(2)
        raise TimeoutError(f"Snapshot {snapshot} is not ready after {timeout_seconds} s")
    """#
}
