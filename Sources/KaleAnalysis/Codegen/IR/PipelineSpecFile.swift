/// The IR of a pipeline as a file: the `PipelineSpec` and, where a step needs Kubernetes for more than its
/// container, the document for the platform.
public struct PipelineSpecFile: Sendable {
  private let kfp: KFPPipeline
  private let documents: [JSONText]

  public init(_ kfp: KFPPipeline) {
    self.kfp = kfp
    let builder = PipelineSpecBuilder(kfp)
    documents =
      [builder.spec.json] + [KubernetesConfiguration.document(builder.platform)].compactMap(\.self)
  }

  /// Block style, for people too; UTF-8.
  public var yaml: [UInt8] {
    var writer = YAMLWriter()
    for line in comment { writer.comment(line) }
    for (index, document) in documents.enumerated() {
      if index > 0 { writer.separator() }
      writer.write(document)
    }
    return writer.bytes
  }

  /// A line of JSON for each document, with `---` between them, which is YAML too; UTF-8.
  public var json: [UInt8] {
    Array(documents.map { $0.line + "\n" }.joined(separator: "---\n").utf8)
  }

  /// What people want to know before they read on.
  private var comment: [String] {
    let settings = kfp.pipeline.settings
    var lines = [
      "The Kubeflow pipeline \(settings.name), made by kale from \(kfp.pipeline.notebookName)."
    ]
    if let description = settings.description, !description.isEmpty {
      lines += description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if !kfp.naming.parameters.isEmpty {
      lines.append("Parameters:")
      lines += kfp.naming.parameters.map {
        "    \($0.name): \($0.parameter.annotation)"
          + " = \(JSONText($0.parameter.defaultValue).line)"
      }
    }
    lines.append("Steps:")
    for component in kfp.naming.components {
      let after = component.step.after
      lines.append(
        "    \(component.step.name)"
          + (after.isEmpty ? "" : " (after \(after.joined(separator: ", ")))"))
    }
    return lines
  }
}
