/// Nodes and the points of long edges, in layers.
struct LayerNetwork {
  private let sizes: [LayeredLayout.Size]
  private let edges: [(from: Int, to: Int)]
  private let gaps: LayeredLayout.Gaps
  /// By number of the node or point: nodes first.
  private(set) var layers: [Int]
  /// The nodes and points of each layer from the left to the right.
  private var rows: [[Int]] = []
  private var above: [[Int]] = []
  private var below: [[Int]] = []
  /// For each edge its first node, the points between, and its second node.
  private(set) var chains: [[Int]] = []
  /// The middle of each node or point.
  private(set) var x: [Double] = []

  init(
    sizes: [LayeredLayout.Size], edges: [(from: Int, to: Int)], gaps: LayeredLayout.Gaps
  ) {
    self.sizes = sizes
    self.edges = edges
    self.gaps = gaps
    layers = Array(repeating: 0, count: sizes.count)
    for node in sizes.indices {
      for edge in edges where edge.to == node {
        layers[node] = max(layers[node], layers[edge.from] + 1)
      }
    }
    // A step that waits for nothing stands right above the first that waits for it.
    for node in sizes.indices.reversed() where !edges.contains(where: { $0.to == node }) {
      let next = edges.filter { $0.from == node }.map { layers[$0.to] }.min()
      if let next { layers[node] = next - 1 }
    }
    above = Array(repeating: [], count: sizes.count)
    below = above
    for edge in edges {
      var chain = [edge.from]
      var last = edge.from
      for layer in (layers[edge.from] + 1)..<max(layers[edge.to], layers[edge.from] + 1) {
        let point = layers.count
        layers.append(layer)
        above.append([last])
        below.append([])
        below[last].append(point)
        chain.append(point)
        last = point
      }
      below[last].append(edge.to)
      above[edge.to].append(last)
      chains.append(chain + [edge.to])
    }
    rows = Array(repeating: [], count: (layers.max() ?? 0) + 1)
    for item in Self.depthFirst(below, roots: sizes.indices.filter { above[$0].isEmpty }) {
      rows[layers[item]].append(item)
    }
  }

  private static func depthFirst(_ below: [[Int]], roots: [Int]) -> [Int] {
    var met = Array(repeating: false, count: below.count)
    var order: [Int] = []
    var pending = Array(roots.reversed())
    while let item = pending.popLast() {
      if met[item] { continue }
      met[item] = true
      order.append(item)
      pending += below[item].reversed()
    }
    return order
  }

  // MARK: - Order

  /// Sorts the layers so that few edges cross.
  mutating func order() {
    var best = rows
    var fewest = crossings
    for round in 0..<12 where fewest > 0 {
      let isDown = round % 2 == 0
      for layer in isDown ? Array(rows.indices.dropFirst()) : rows.indices.dropLast().reversed() {
        let neighbours = isDown ? above : below
        let places = places(in: isDown ? layer - 1 : layer + 1)
        let means = rows[layer].enumerated().map { place, item -> Double in
          let known = neighbours[item].compactMap { places[$0] }
          return known.isEmpty ? Double(place) : Double(known.reduce(0, +)) / Double(known.count)
        }
        rows[layer] = rows[layer].indices.sorted { (means[$0], $0) < (means[$1], $1) }
          .map { rows[layer][$0] }
      }
      let count = crossings
      if count < fewest {
        fewest = count
        best = rows
      }
    }
    rows = best
  }

  private func places(in layer: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: rows[layer].enumerated().map { ($1, $0) })
  }

  /// Pairs of edges that cross between layers.
  private var crossings: Int {
    rows.indices.dropLast().reduce(0) { sum, layer in
      let places = places(in: layer + 1)
      let ends = rows[layer].flatMap { item in below[item].compactMap { places[$0] }.sorted() }
      // Inversions, counted by a Fenwick tree.
      var tree = Array(repeating: 0, count: rows[layer + 1].count + 1)
      var count = 0
      for (met, end) in ends.enumerated() {
        var index = end + 1
        var smaller = 0
        while index > 0 {
          smaller += tree[index]
          index -= index & -index
        }
        count += met - smaller
        index = end + 1
        while index < tree.count {
          tree[index] += 1
          index += index & -index
        }
      }
      return sum + count
    }
  }

  // MARK: - Places

  /// Finds the middle of each node and point.
  mutating func align() {
    x = Array(repeating: 0, count: layers.count)
    for row in rows {
      var left = 0.0
      for (place, item) in row.enumerated() {
        if place > 0 { left += distance(row[place - 1], item) }
        x[item] = left
      }
    }
    for round in 0..<24 {
      let isDown = round % 2 == 0
      for row in isDown ? rows : rows.reversed() {
        let wishes = row.map { item -> (x: Double, weight: Double) in
          let first = isDown ? above[item] : below[item]
          let neighbours = first.isEmpty ? (isDown ? below[item] : above[item]) : first
          guard !neighbours.isEmpty else { return (x[item], 0.1) }
          let mean = neighbours.reduce(0) { $0 + x[$1] } / Double(neighbours.count)
          // Long edges that are straight are easy to follow.
          return (mean, item < sizes.count ? 1 : 4)
        }
        place(row, wishes)
      }
    }
  }

  /// Puts the items of a row as near to where they wish to be as their distances let them.
  private mutating func place(_ row: [Int], _ wishes: [(x: Double, weight: Double)]) {
    // With the least distances taken off, what is left must only not decrease.
    var offset = 0.0
    var blocks: [(sum: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    for (place, item) in row.enumerated() {
      if place > 0 { offset += distance(row[place - 1], item) }
      offsets.append(offset)
      var block = (
        sum: (wishes[place].x - offset) * wishes[place].weight, weight: wishes[place].weight,
        count: 1
      )
      while let last = blocks.last, last.sum / last.weight > block.sum / block.weight {
        block = (last.sum + block.sum, last.weight + block.weight, last.count + block.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var place = 0
    for block in blocks {
      for _ in 0..<block.count {
        x[row[place]] = block.sum / block.weight + offsets[place]
        place += 1
      }
    }
  }

  private func width(_ item: Int) -> Double { item < sizes.count ? sizes[item].width : 0 }

  /// Between the middles of two neighbours.
  private func distance(_ one: Int, _ other: Int) -> Double {
    let gap = one < sizes.count && other < sizes.count ? gaps.nodes : gaps.points
    return (width(one) + width(other)) / 2 + gap
  }

  var left: Double { layers.indices.map { x[$0] - width($0) / 2 }.min() ?? 0 }

  var right: Double { layers.indices.map { x[$0] + width($0) / 2 }.max() ?? 0 }

  /// Of the layers.
  var heights: [Double] {
    rows.map { row in row.map { $0 < sizes.count ? sizes[$0].height : 0 }.max() ?? 0 }
  }

  /// The middles of the layers.
  var verticalCenters: [Double] {
    var y = gaps.margin
    return heights.map { height in
      defer { y += height + gaps.layers }
      return y + height / 2
    }
  }

  /// How far from a node's middle an edge begins or ends: side by side, in the order of where they lead.
  func port(of edge: Int, at node: Int) -> Double {
    let isStart = chains[edge].first == node
    let others = edges.indices.filter { (isStart ? edges[$0].from : edges[$0].to) == node }
    guard others.count > 1 else { return 0 }
    let sorted = others.sorted { one, other in
      let first = x[neighbour(of: one, isStart: isStart)]
      let second = x[neighbour(of: other, isStart: isStart)]
      return (first, one) < (second, other)
    }
    let room = width(node) * 0.7
    let step = min(12, room / Double(others.count - 1))
    return (Double(sorted.firstIndex(of: edge)!) - Double(others.count - 1) / 2) * step
  }

  private func neighbour(of edge: Int, isStart: Bool) -> Int {
    let chain = chains[edge]
    return isStart ? chain[1] : chain[chain.count - 2]
  }
}
