import Testing

@testable import KaleAnalysis

@Suite struct LayeredLayoutTests {
  /// A pipeline of so many steps, each after one or two of the ones before it.
  private static func random(_ count: Int, seed: UInt64) -> [(from: Int, to: Int)] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (1..<count).flatMap { to in
      Set((0..<(1 + next(2))).map { _ in max(0, to - 1 - next(8)) }).sorted().map {
        (from: $0, to: to)
      }
    }
  }

  @Test(arguments: [1, 2, 10, 60, 200])
  func nodesDoNotOverlapAndEdgesLeadDown(count: Int) {
    for seed in 1...3 {
      let edges = Self.random(count, seed: UInt64(seed))
      let sizes = (0..<count).map {
        LayeredLayout.Size(width: 60 + Double($0 * 37 % 120), height: 40)
      }
      let layout = LayeredLayout(sizes: sizes, edges: edges)
      #expect(layout.centers.count == count)
      for one in 0..<count {
        let center = layout.centers[one]
        let half = sizes[one].width / 2
        #expect(center.x - half >= 0 && center.x + half <= layout.size.width)
        #expect(center.y - 20 >= 0 && center.y + 20 <= layout.size.height)
        for other in (one + 1)..<max(count, one + 1) where layout.centers[other].y == center.y {
          let distance = abs(layout.centers[other].x - center.x)
          #expect(distance >= half + sizes[other].width / 2 + 20, "\(one) and \(other)")
        }
      }
      for (edge, path) in zip(edges, layout.paths) {
        #expect(zip(path, path.dropFirst()).allSatisfy { $0.y < $1.y })
        #expect(path.first!.y == layout.centers[edge.from].y + 20)
        #expect(path.last!.y == layout.centers[edge.to].y - 20)
      }
    }
  }

  @Test func aChainIsStraightAndATreeIsEven() {
    let size = LayeredLayout.Size(width: 80, height: 40)
    let chain = LayeredLayout(
      sizes: Array(repeating: size, count: 4), edges: [(0, 1), (1, 2), (2, 3)])
    #expect(Set(chain.centers.map(\.x)).count == 1)
    let fan = LayeredLayout(
      sizes: Array(repeating: size, count: 5),
      edges: [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4)])
    #expect(abs(fan.centers[0].x - fan.centers[2].x) < 0.01)
    #expect(abs(fan.centers[4].x - fan.centers[2].x) < 0.01)
  }

  @Test func edgesThatNeedNotCrossDoNot() {
    let size = LayeredLayout.Size(width: 80, height: 40)
    // Two chains, given crosswise.
    let layout = LayeredLayout(
      sizes: Array(repeating: size, count: 6), edges: [(0, 3), (1, 2), (2, 5), (3, 4)])
    let isLeft = layout.centers[0].x < layout.centers[1].x
    #expect((layout.centers[3].x < layout.centers[2].x) == isLeft)
    #expect((layout.centers[4].x < layout.centers[5].x) == isLeft)
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(LayeredLayout(sizes: [], edges: []).centers.isEmpty)
  }
}
