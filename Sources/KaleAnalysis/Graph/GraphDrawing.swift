/// A pipeline's graph as SVG.
public struct GraphDrawing: Sendable {
  private let graph: PipelineGraph
  private let layout: LayeredLayout
  private let sizes: [LayeredLayout.Size]

  public init(_ graph: PipelineGraph) {
    self.graph = graph
    sizes = graph.nodes.map { node in
      let columns = max(node.name.displayWidth, Self.note(node).displayWidth * 5 / 6, 8)
      return LayeredLayout.Size(width: Double(columns) * Self.characterWidth + 28, height: 46)
    }
    layout = LayeredLayout(sizes: sizes, edges: graph.edges.map { ($0.from, $0.to) })
  }

  /// Of the monospaced face at 13 pixels, on the safe side.
  private static let characterWidth = 8.0

  /// A file of its own, for light and dark.
  public var file: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(element(style: Self.ownStyle, link: { _ in nil }))

    """
  }

  /// The `svg` element alone.
  ///
  /// - Parameters:
  ///   - style: rules to stand in it.
  ///   - link: where a step leads to; nil for nowhere.
  func element(style: String = "", link: (PipelineGraph.Node) -> String?) -> String {
    let width = number(layout.size.width)
    let height = number(layout.size.height)
    let count = graph.nodes.count
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="graph" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" style="min-width: \(number(layout.size.width * 0.65))px" role="group" \
      aria-label="The pipeline: \(count) step\(count == 1 ? "" : "s")">
      """
    ]
    if !style.isEmpty { lines.append("<style>\(style)</style>") }
    lines.append(
      """
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" \
      orient="auto-start-reverse"><path d="M0 0.5 L8 4 L0 7.5 z" class="arrow"/></marker></defs>
      """)
    for (index, edge) in graph.edges.enumerated() { lines.append(line(edge, layout.paths[index])) }
    for (index, node) in graph.nodes.enumerated() {
      lines.append(box(node, center: layout.centers[index], size: sizes[index], link: link(node)))
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  private func line(_ edge: PipelineGraph.Edge, _ points: [LayeredLayout.Point]) -> String {
    var path = "M\(number(points[0].x)) \(number(points[0].y))"
    for (start, end) in zip(points, points.dropFirst()) {
      if start.x == end.x {
        path += " L\(number(end.x)) \(number(end.y))"
      } else {
        let middle = number((start.y + end.y) / 2)
        path +=
          " C\(number(start.x)) \(middle) \(number(end.x)) \(middle) \(number(end.x)) \(number(end.y))"
      }
    }
    let from = graph.nodes[edge.from].name
    let to = graph.nodes[edge.to].name
    let what = edge.names.isEmpty ? "waits" : edge.names.joined(separator: ", ")
    return """
      <path class="edge\(edge.names.isEmpty ? " order" : "")" d="\(path)" marker-end="url(#arrow)" \
      data-from="\(escaped(from))" data-to="\(escaped(to))" \
      data-names="\(escaped(edge.names.joined(separator: " ")))">\
      <title>\(escaped("\(from) to \(to): \(what)"))</title></path>
      """
  }

  private func box(
    _ node: PipelineGraph.Node, center: LayeredLayout.Point, size: LayeredLayout.Size, link: String?
  ) -> String {
    let x = number(center.x - size.width / 2)
    let y = number(center.y - size.height / 2)
    let content = """
      <rect x="\(x)" y="\(y)" width="\(number(size.width))" height="\(number(size.height))" rx="7"/>\
      <text x="\(number(center.x))" y="\(number(center.y - 3))" class="name">\(escaped(node.name))</text>\
      <text x="\(number(center.x))" y="\(number(center.y + 14))" class="note">\(escaped(Self.note(node)))</text>
      """
    let group = "<g class=\"step\" data-step=\"\(escaped(node.name))\">\(content)</g>"
    guard let link else { return group }
    return "<a href=\"\(escaped(link))\" aria-label=\"Step \(escaped(node.name))\">\(group)</a>"
  }

  private static func note(_ node: PipelineGraph.Node) -> String {
    "\(node.inputs) in, \(node.outputs) out"
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  /// With one digit behind the point.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let rest = abs(tenths % 10)
    let whole = tenths / 10
    return rest == 0 ? "\(whole)" : "\(tenths < 0 && whole == 0 ? "-" : "")\(whole).\(rest)"
  }

  private static let ownStyle = """

    .graph { background: #ffffff; --line: #7a8699; --panel: #f5f6f8; --text: #1c2430; --dim: #566070; }
    @media (prefers-color-scheme: dark) {
      .graph { background: #14181f; --line: #7f8b9d; --panel: #1d232d; --text: #e6e9ee; --dim: #a3adbb; }
    }
    \(style)
    """

  /// Of the parts of a drawing; the colours are those of where it stands.
  static let style = """
    .edge { fill: none; stroke: var(--line); stroke-width: 1.5; }
    .order { stroke-dasharray: 5 4; }
    .arrow { fill: var(--line); }
    .step rect { fill: var(--panel); stroke: var(--line); stroke-width: 1.2; }
    .step text { text-anchor: middle; fill: var(--text); }
    .step .name { font: 600 13px ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    .step .note { font: 11px system-ui, sans-serif; fill: var(--dim); }
    """
}
