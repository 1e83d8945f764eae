extension KFPPipeline {
  /// Linux starts no process with an argument of 128 KiB, and KFP passes the container of a step as one.
  private static let largestContainer = 1 << 17
  /// The default of etcd's `--max-request-bytes`: the largest object that Kubernetes stores.
  private static let largestWorkflow = 3 << 19
  /// What a Workflow has for a step besides its container: names, types, the state of its pods. An estimate.
  private static let workflowOfAStep = 3_000
  /// What a container has besides the functions: the commands that install and start. An estimate.
  private static let commands = 1_000

  /// What is too large to run on a server.
  var sizes: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var sizes: [String: WorkflowSize] = [:]
    var workflow = 0
    for (component, function) in zip(naming.components, functions.components) {
      var size = WorkflowSize(function.source)
      for other in functions.additional(to: component) {
        if sizes[other.name] == nil { sizes[other.name] = WorkflowSize(other.source) }
        size += sizes[other.name]!
      }
      workflow += size.inWorkflow + Self.commands + Self.workflowOfAStep
      if size.inContainer + Self.commands >= Self.largestContainer {
        diagnostics.append(tooLarge(component.step, size))
      }
    }
    if workflow > Self.largestWorkflow {
      diagnostics.append(
        Diagnostic(
          "pipeline-too-large", .warning,
          "the pipeline takes about \(Self.megabytes(workflow)) MB on a server; Kubernetes stores"
            + " \(Self.megabytes(Self.largestWorkflow)) MB, where it isn't told otherwise",
          fix:
            "make fewer steps, or let the cluster's administrator raise etcd's --max-request-bytes"
        ))
    }
    return diagnostics
  }

  private func tooLarge(_ step: PipelineStep, _ size: WorkflowSize) -> Diagnostic {
    Diagnostic(
      "step-too-large", .warning,
      "step \(step.name) has \(size.inContainer / 1000) kB of code; Kubernetes can't start a step with"
        + " more than \((Self.largestContainer - Self.commands) / 1000) kB",
      at: Diagnostic.Location(cell: step.cells.first?.index),
      fix: step.bundles.isEmpty
        ? "move data out of the cells, into a file, or split the step"
        : "put the files that travel with the step into its image, or split it")
  }

  /// With one digit after the point.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
