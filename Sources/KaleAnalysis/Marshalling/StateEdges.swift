/// Lets the ambient state of a process (random numbers, environment, working directory, settings) go from a step
/// to the next where no variable does.
///
/// The state travels inside every artifact. A step that takes none from one that it follows gets an
/// artifact of its own for it, under a name that no notebook binds; unless the state arrives by way of a
/// later step.
enum StateEdges {
  static func added(to steps: [PipelineStep]) -> [PipelineStep] {
    var steps = steps
    let graph = StepGraph(
      after: steps.map { step in
        step.after.compactMap { name in steps.firstIndex { $0.name == name } }
      })
    func index(_ name: String) -> Int { steps.firstIndex { $0.name == name }! }
    for consumer in steps.indices {
      let producers = Set(steps[consumer].inputs.map { index($0.producer) })
      for producer in steps[consumer].after {
        let arrives = producers.contains { provider in
          provider == index(producer) || graph.isAncestor(index(producer), of: provider)
        }
        if arrives { continue }
        let name = "kale_state_of_\(producer)"
        steps[consumer].inputs.append(
          StepInput(name: name, producer: producer, isCertain: false))
        let source = index(producer)
        if let output = steps[source].outputs.firstIndex(where: { $0.name == name }) {
          steps[source].outputs[output].consumers.append(steps[consumer].name)
        } else {
          steps[source].outputs.append(
            StepOutput(name: name, consumers: [steps[consumer].name], reason: .state))
        }
      }
    }
    return steps
  }
}
