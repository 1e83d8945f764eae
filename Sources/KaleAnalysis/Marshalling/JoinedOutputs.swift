/// Marks the outputs that meet others where branches join.
///
/// Two branches that both hand on an object which they have only read send it twice. The step that gets
/// both must find that they are one, as in the notebook; so these outputs refer to the artifact that the
/// object came with. It costs the step a comparison of what it received, and is not done elsewhere.
enum JoinedOutputs {
  static func marked(in steps: [PipelineStep]) -> [PipelineStep] {
    let joins = Set(
      steps.filter { Set($0.inputs.map(\.producer)).count > 1 }.map(\.name))
    return steps.map { step in
      guard !step.inputs.isEmpty else { return step }
      var step = step
      for index in step.outputs.indices {
        step.outputs[index].isJoined = step.outputs[index].consumers.contains(where: joins.contains)
      }
      return step
    }
  }
}
