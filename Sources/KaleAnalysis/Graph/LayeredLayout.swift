/// Places the nodes of an acyclic graph in layers, from the top to the bottom, and leads edges around them.
///
/// The method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system
/// structures", 1981): layers by the longest path, edges through several layers cut by points in each,
/// order within layers by barycenters. Horizontally each node is drawn to the mean of its neighbours, as
/// far as the distances in its layer let it: least squares under an order, solved exactly by pooling
/// adjacent violators.
struct LayeredLayout {
  struct Size: Hashable {
    var width: Double
    var height: Double
  }

  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// Distances between neighbours in a layer, between layers, and around all.
  struct Gaps {
    var nodes = 28.0
    var points = 14.0
    var layers = 44.0
    var margin = 16.0
  }

  /// The middle of each node.
  private(set) var centers: [Point] = []
  /// For each edge the points that it leads through, from the lower side of its first node to the upper
  /// side of its second.
  private(set) var paths: [[Point]] = []
  private(set) var size = Size(width: 0, height: 0)

  /// - Parameters:
  ///   - sizes: of the nodes; each stands behind all that have an edge to it.
  ///   - edges: pairs of nodes, the first with the smaller number.
  init(sizes: [Size], edges: [(from: Int, to: Int)], gaps: Gaps = Gaps()) {
    guard !sizes.isEmpty else { return }
    var network = LayerNetwork(sizes: sizes, edges: edges, gaps: gaps)
    network.order()
    network.align()
    let y = network.verticalCenters
    let left = network.left
    centers = sizes.indices.map { node in
      Point(x: network.x[node] - left + gaps.margin, y: y[network.layers[node]])
    }
    size = Size(
      width: network.right - left + 2 * gaps.margin,
      height: (y.last ?? 0) + (network.heights.last ?? 0) / 2 + gaps.margin)
    paths = edges.indices.map { edge in
      let chain = network.chains[edge]
      let from = chain.first!
      let to = chain.last!
      var points = [
        Point(
          x: centers[from].x + network.port(of: edge, at: from),
          y: centers[from].y + sizes[from].height / 2)
      ]
      for point in chain.dropFirst().dropLast() {
        let layer = network.layers[point]
        let x = network.x[point] - left + gaps.margin
        points.append(Point(x: x, y: y[layer] - network.heights[layer] / 2))
        points.append(Point(x: x, y: y[layer] + network.heights[layer] / 2))
      }
      points.append(
        Point(
          x: centers[to].x + network.port(of: edge, at: to),
          y: centers[to].y - sizes[to].height / 2))
      return points
    }
  }
}
