/// A graph in lines of text, as version control systems draw history: a line a node, edges as lanes.
///
///     ● load
///     ├─╮
///     ● │ train
///     │ ● test
///     ├─╯
///     ● report
struct LaneDrawing {
  private let isPlain: Bool
  /// The node that each lane leads to.
  private var lanes: [Int?] = []
  private(set) var lines: [String] = []

  /// - Parameter isPlain: whether to draw with ASCII only.
  init(_ graph: PipelineGraph, isPlain: Bool = false) {
    self.isPlain = isPlain
    let edges = graph.reducedEdges
    for (node, entry) in graph.nodes.enumerated() {
      let lane = join(node)
      add(lanes.indices.map { $0 == lane ? "●" : lanes[$0] == nil ? " " : "│" }, name: entry.name)
      split(lane, to: edges.filter { $0.from == node }.map(\.to))
      while let last = lanes.last, last == nil { lanes.removeLast() }
    }
  }

  /// Brings the lanes to a node together, or opens one.
  private mutating func join(_ node: Int) -> Int {
    let ends = lanes.indices.filter { lanes[$0] == node }
    guard let first = ends.first else { return open(node, from: 0) }
    if ends.count > 1 {
      connect(first, to: ends.dropFirst().map(\.self), marks: ("╯", "┴"))
      for lane in ends.dropFirst() { lanes[lane] = nil }
    }
    return first
  }

  private mutating func split(_ lane: Int, to next: [Int]) {
    lanes[lane] = next.first
    guard next.count > 1 else { return }
    var opened: [Int] = []
    let before = lanes
    for node in next.dropFirst() { opened.append(open(node, from: lane + 1)) }
    let after = lanes
    lanes = before + Array(repeating: nil, count: after.count - before.count)
    connect(lane, to: opened, marks: ("╮", "┬"))
    lanes = after
  }

  private mutating func open(_ node: Int, from start: Int) -> Int {
    if let free = lanes.indices.dropFirst(start).first(where: { lanes[$0] == nil }) {
      lanes[free] = node
      return free
    }
    lanes.append(node)
    return lanes.count - 1
  }

  /// A line from one lane to others on its right.
  private mutating func connect(
    _ first: Int, to others: [Int], marks: (last: String, inner: String)
  ) {
    let last = others.max()!
    add(
      lanes.indices.map { lane in
        if lane == first { return "├" }
        if lane == last { return marks.last }
        if others.contains(lane) { return marks.inner }
        let isCrossed = lane > first && lane < last
        return lanes[lane] == nil ? (isCrossed ? "─" : " ") : isCrossed ? "┼" : "│"
      }, between: first..<last)
  }

  private mutating func add(_ marks: [String], between: Range<Int> = 0..<0, name: String? = nil) {
    var line = ""
    for (lane, mark) in marks.enumerated() {
      line += mark + (between.contains(lane) ? "─" : " ")
    }
    while line.hasSuffix(" ") { line.removeLast() }
    if let name { line += " " + name }
    lines.append(isPlain ? String(line.map { Self.plain[$0] ?? $0 }) : line)
  }

  private static let plain: [Character: Character] = [
    "●": "*", "│": "|", "├": "|", "─": "-", "╮": ".", "┬": ".", "╯": "'", "┴": "'", "┼": "+",
  ]
}
