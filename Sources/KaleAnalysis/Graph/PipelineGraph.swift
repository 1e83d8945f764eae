/// The steps of a pipeline as nodes, in an order in which they can run, and what they wait for as edges.
public struct PipelineGraph: Sendable {
  public struct Node: Sendable, Hashable {
    public var name: String
    /// Number of variables that it takes, and that it hands on.
    public var inputs: Int
    public var outputs: Int
  }

  public struct Edge: Sendable, Hashable {
    /// Index of the node that comes first, and of the one that waits.
    public var from: Int
    public var to: Int
    /// Variables that travel along it, sorted; none where a tag alone asks to wait.
    public var names: [String]
  }

  public private(set) var nodes: [Node] = []
  /// One for each two nodes at most, sorted by their ends.
  public private(set) var edges: [Edge] = []
}

extension PipelineGraph {
  public init(_ steps: [StepReport]) {
    let known = Set(steps.map(\.name))
    let waits = Dictionary(
      steps.map { step in
        (step.name, Set(step.after + step.inputs.map(\.producer)).intersection(known))
      }, uniquingKeysWith: { first, _ in first })
    var ordered: [StepReport] = []
    var placed: Set<String> = []
    var rest = steps
    while !rest.isEmpty {
      // Where tags make a circle, there is no such order; any will do to show it.
      let index = rest.firstIndex { placed.isSuperset(of: waits[$0.name]!) } ?? 0
      let step = rest.remove(at: index)
      placed.insert(step.name)
      ordered.append(step)
    }
    let numbers = Dictionary(
      ordered.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    nodes = ordered.map {
      Node(name: $0.name, inputs: $0.inputs.count, outputs: $0.outputs.count)
    }
    for (to, step) in ordered.enumerated() {
      var names = Dictionary(grouping: step.inputs, by: \.producer).mapValues {
        $0.map(\.name).sorted()
      }
      for name in step.after where names[name] == nil { names[name] = [] }
      for (producer, names) in names {
        // A circle can't be drawn downwards.
        guard let from = numbers[producer], from < to else { continue }
        edges.append(Edge(from: from, to: to, names: names))
      }
    }
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The edges without those that a path of others stands for.
  public var reducedEdges: [Edge] {
    var ancestors: [Set<Int>] = []
    for node in nodes.indices {
      let before = edges.filter { $0.to == node }.map(\.from)
      ancestors.append(before.reduce(into: Set(before)) { $0.formUnion(ancestors[$1]) })
    }
    return edges.filter { edge in
      !edges.contains {
        $0.to == edge.to && $0.from != edge.from && ancestors[$0.from].contains(edge.from)
      }
    }
  }
}
