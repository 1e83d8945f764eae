/// What one step takes and hands on.
public struct StepReport: Sendable, Hashable {
  public struct Input: Sendable, Hashable {
    public var name: String
    public var producer: String
    public var certainty: Certainty
  }

  public struct Output: Sendable, Hashable {
    /// How the value gets to its consumers.
    public enum Transfer: String, Sendable {
      case marshal, `import`
    }

    public var name: String
    /// Sorted.
    public var consumers: [String]
    public var reason: StepOutput.Reason
    public var transfer: Transfer
  }

  public var name: String
  /// Indices of its cells, ascending.
  public var cells: [Int]
  /// The steps in its `prev:` tags, sorted.
  public var after: [String]
  /// The pipeline parameters that it takes, sorted.
  public var parameters: [String]
  /// Sorted by name.
  public var inputs: [Input]
  /// Sorted by name.
  public var outputs: [Output]
}

extension StepReport {
  static func all(of result: CompilationResult) -> [StepReport] {
    zip(result.outline?.steps ?? [], result.steps).map { step, plan in
      StepReport(
        name: step.name, cells: step.cells, after: step.after.sorted(),
        parameters: plan.parameters.sorted(),
        inputs: (plan.inputs + plan.importedNames).map(Input.init).sorted { $0.name < $1.name },
        outputs: (plan.outputs.map(Output.init) + imported(from: step.name, by: result.steps))
          .sorted { $0.name < $1.name })
    }
  }

  /// What later steps import again because the step has imported it.
  private static func imported(from step: String, by others: [PipelineStep]) -> [Output] {
    var consumers: [String: [String]] = [:]
    for other in others {
      for input in other.importedNames where input.producer == step {
        consumers[input.name, default: []].append(other.name)
      }
    }
    return consumers.map {
      Output(name: $0.key, consumers: $0.value.sorted(), reason: .bound, transfer: .import)
    }
  }
}

extension StepReport.Input {
  init(_ input: StepInput) {
    self.init(
      name: input.name, producer: input.producer, certainty: input.isCertain ? .definite : .maybe)
  }
}

extension StepReport.Output {
  init(_ output: StepOutput) {
    self.init(
      name: output.name, consumers: output.consumers.sorted(), reason: output.reason,
      transfer: .marshal)
  }
}
