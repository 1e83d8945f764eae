@testable import KaleAnalysis

extension PipelineGraph {
  /// A graph from lines such as `load > train test: df, y`; without names the second waits only.
  static func made(_ text: String) -> PipelineGraph {
    var order: [String] = []
    var steps: [String: StepReport] = [:]
    func add(_ name: String) {
      guard steps[name] == nil else { return }
      order.append(name)
      steps[name] = StepReport(
        name: name, cells: [], after: [], parameters: [], inputs: [], outputs: [])
    }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":")
      let names = parts.dropFirst().joined().split(separator: ",").map {
        String($0.filter { $0 != " " })
      }
      let ends = parts[0].split(separator: ">").map { $0.split(separator: " ").map(String.init) }
      for from in ends[0] {
        add(from)
        for to in ends.dropFirst().joined() {
          add(to)
          steps[to]!.after.append(from)
          for name in names {
            steps[to]!.inputs.append(.init(name: name, producer: from, certainty: .definite))
            steps[from]!.outputs.append(
              .init(name: name, consumers: [to], reason: .bound, transfer: .marshal))
          }
        }
      }
    }
    return PipelineGraph(order.map { steps[$0]! })
  }
}
