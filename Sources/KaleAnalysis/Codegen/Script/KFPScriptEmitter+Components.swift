extension KFPScriptEmitter {
  /// One function a step, in the pipeline's order.
  func components() -> [String] {
    zip(naming.components, kfp.functions.components).map { component, function in
      let image = component.step.configuration.image.map(PythonLiteral.string) ?? "BASE_IMAGE"
      let additional = kfp.functions.additional(to: component).map(\.name)
      return """
        @dsl.component(
            base_image=\(image),
        \(packageArguments(of: component).map { "    \($0)," }.joined(separator: "\n"))
            additional_funcs=[\(additional.joined(separator: ", "))],
        )
        \(function.source)
        """
    }
  }

  /// The functions that are shipped with components, in the order in which components name them.
  func sharedFunctions() -> [KFPFunctions.Function] {
    let functions = kfp.functions
    let bundles = pipeline.bundles.compactMap { functions.bundles[$0.name] }
    return functions.runtime + bundles
      + [functions.backends, functions.prelude, functions.typed].compactMap(\.self)
  }

  /// The arguments of the component's decorator that tell pip what to install, and from where.
  private func packageArguments(of component: KFPComponent) -> [String] {
    let (shared, own) = pipeline.requirements(of: component.step)
    let ownList = PythonLiteral.list(own)
    let isLong = ownList.count > 60
    let lines =
      isLong
      ? "[\n" + own.map { "        \(PythonLiteral.string($0)),\n" }.joined() + "    ]" : ownList
    let packages = [own.isEmpty || !shared.isEmpty ? "PACKAGES" : nil, own.isEmpty ? nil : lines]
    var arguments = ["packages_to_install=" + packages.compactMap(\.self).joined(separator: " + ")]
    let places = component.step.packages
    if !places.indexURLs.isEmpty {
      // Without the second argument kfp would trust all of them.
      arguments += [
        "pip_index_urls=\(PythonLiteral.list(places.indexURLs))",
        "pip_trusted_hosts=\(PythonLiteral.list(places.trustedHosts))",
      ]
    }
    return arguments
  }

  static let snapshotComponent = """
    @dsl.component(
        base_image=\(PythonLiteral.string(KFPFunctions.snapshotImage)),
        packages_to_install=\(PythonLiteral.list(KFPFunctions.snapshotPackages)),
    )
    \(KFPFunctions.snapshotSource)
    """
}
