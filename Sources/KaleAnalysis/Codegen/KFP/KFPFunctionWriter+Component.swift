extension KFPFunctionWriter {
  /// The function that runs a step.
  func componentFunction(_ component: KFPComponent) -> String {
    let step = component.step
    var lines: [String] = []
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
    lines += component.classifications.map(classificationCall)
    for cell in step.cells {
      lines.append("")
      lines += cellCall(cell)
    }
    lines += ["", "    step.run()"]
    return lines.joined(separator: "\n")
  }

  private func classificationCall(_ classification: KFPComponent.Classification) -> String {
    let metric = classification.metric
    let name = classification.name
    switch metric.kind {
    case .confusionMatrix:
      let labels =
        metric.labels.expressions.isEmpty
        ? "" : ", \(PythonLiteral.list(metric.labels.expressions))"
      return "    step.confusion_matrix(\(PythonLiteral.string(metric.variables[0])),"
        + " \(name).log_confusion_matrix\(labels)"
        + (metric.labels.areGiven ? ", given=True)" : ")")
    case .rocCurve:
      return "    step.roc_curve(\(PythonLiteral.list(metric.variables)), \(name).log_roc_curve)"
    }
  }

  private func signature(of component: KFPComponent) -> [String] {
    let parameters = component.parameters.map {
      "\($0.name): \($0.parameter.annotation)" + ($0.parameter.isOptional ? " = None" : "")
    }
    return parameters + component.inputArtifacts.map { "\($0.name): Input[\($0.type)]" }
      + component.outputArtifacts.map { "\($0.name): Output[\($0.type)]" }
  }
}
