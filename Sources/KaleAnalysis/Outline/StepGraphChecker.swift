/// Turns the `prev:` tags of the steps into edges between existing steps, without cycles.
struct StepGraphChecker {
  private(set) var diagnostics: [Diagnostic] = []

  /// For each step, in order, the names of the steps that it depends on, each once.
  ///
  /// An edge that names no step or closes a cycle is reported and left out, so that the analysis
  /// can go on.
  mutating func edges(of steps: [StepDraft]) -> [[String]] {
    var edges: [[Edge]] = []
    let numbers = Dictionary(uniqueKeysWithValues: zip(steps.map(\.name), steps.indices))
    for (number, step) in steps.enumerated() {
      var own: [Edge] = []
      for (name, cell) in step.previous {
        guard let target = numbers[name.normalized] else {
          reportUnknown(name, cell: cell, of: step, among: steps)
          continue
        }
        if target == number, cell != step.cells.first {
          reportOwnName(name, cell: cell)
        } else if !own.contains(where: { $0.target == target }) {
          own.append(Edge(target: target, cell: cell))
        }
      }
      edges.append(own)
    }
    removeCycles(&edges, steps: steps)
    return edges.map { $0.map { steps[$0.target].name } }
  }

  private struct Edge {
    var target: Int
    var cell: Int
  }

  /// Depth-first search with the path kept aside, because a notebook may have thousands of steps.
  private mutating func removeCycles(_ edges: inout [[Edge]], steps: [StepDraft]) {
    var isDone = Array(repeating: false, count: steps.count)
    for root in steps.indices where !isDone[root] {
      var path = [root]
      var next = [0]
      while let step = path.last {
        guard next[next.count - 1] < edges[step].count else {
          isDone[step] = true
          path.removeLast()
          next.removeLast()
          continue
        }
        let edge = edges[step][next[next.count - 1]]
        if let start = path.firstIndex(of: edge.target) {
          reportCycle(path[start...].map { steps[$0].name }, closedIn: edge.cell)
          edges[step].remove(at: next[next.count - 1])
          continue
        }
        next[next.count - 1] += 1
        if !isDone[edge.target] {
          path.append(edge.target)
          next.append(0)
        }
      }
    }
  }
}

extension StepGraphChecker {
  /// `names` in the order in which each step waits for the next.
  private mutating func reportCycle(_ names: [String], closedIn cell: Int) {
    let chain = (names + names.prefix(1)).joined(separator: " → ")
    let message =
      names.count == 1
      ? "the step `\(names[0])` depends on itself" : "the steps wait for each other: \(chain)"
    diagnostics.append(
      Diagnostic(
        "step-cycle", .error, message, at: Diagnostic.Location(cell: cell),
        fix: names.count == 1
          ? "remove the tag prev:\(names[0]) from cell \(cell)"
          : "remove one of the prev tags between these steps",
        edits: names.count == 1 ? [.remove("prev:\(names[0])", cell: cell)] : []))
  }

  private mutating func reportOwnName(_ name: StepName, cell: Int) {
    diagnostics.append(
      Diagnostic(
        "redundant-prev", .warning,
        "the cell belongs to the step `\(name.normalized)` itself: "
          + "the tag `prev:\(name.written)` is ignored", at: Diagnostic.Location(cell: cell),
        fix: "remove the tag", edits: [.remove("prev:\(name.written)", cell: cell)]))
  }

  private mutating func reportUnknown(
    _ name: StepName, cell: Int, of step: StepDraft, among steps: [StepDraft]
  ) {
    let others = steps.map(\.name).filter { $0 != step.name }
    var notes: [Diagnostic.Note] = []
    var fix = "name a step that exists, or remove the tag"
    var edits: [TagEdit] = []
    if let near = Spelling.nearest(to: name.normalized, in: others) {
      fix = "change the tag to prev:\(near)"
      edits = [.replace("prev:\(name.written)", with: "prev:\(near)", cell: cell)]
    } else if !others.isEmpty {
      let names = others.prefix(12).joined(separator: ", ")
      notes = [Diagnostic.Note("the other steps are: \(names)\(others.count > 12 ? ", …" : "")")]
    }
    diagnostics.append(
      Diagnostic(
        "unknown-step", .error,
        "the step `\(step.name)` depends on `\(name.written)`, but no cell has the tag "
          + "`block:\(name.written)`", at: Diagnostic.Location(cell: cell), notes: notes, fix: fix,
        edits: edits))
  }
}
