import Testing

@testable import KaleAnalysis

@Suite struct GraphTextTests {
  private let graph = PipelineGraph.made(
    "load > train: df, y\nload > report\ntrain > report: a, b, c, d, e")

  @Test func mermaid() {
    #expect(
      GraphText.mermaid(graph) == """
        flowchart TD
          s0["load"]
          s1["train"]
          s2["report"]
          s0 -->|"df, y"| s1
          s0 -.-> s2
          s1 -->|"a, b, c and 2 more"| s2

        """)
  }

  @Test func dot() {
    #expect(
      GraphText.dot(graph, name: "a \"b\"\\") == #"""
        digraph "a \"b\"\\" {
          node [shape=box, style=rounded, fontname="sans-serif"]
          edge [fontname="sans-serif", fontsize=10]
          "load"
          "train"
          "report"
          "load" -> "train" [label="df, y"]
          "load" -> "report" [style=dashed]
          "train" -> "report" [label="a, b, c and 2 more"]
        }

        """#)
  }

  @Test func aCircleOfTagsIsShownWithoutItsLastEdge() {
    let steps = [("a", "b"), ("b", "a")].map { name, after in
      StepReport(name: name, cells: [], after: [after], parameters: [], inputs: [], outputs: [])
    }
    let graph = PipelineGraph(steps)
    #expect(graph.nodes.map(\.name) == ["a", "b"])
    #expect(graph.edges.map(\.from) == [0])
  }

  @Test func aDrawingHasEachStepAndEdge() {
    let svg = GraphDrawing(graph).file
    #expect(svg.hasPrefix("<?xml"))
    for part in [
      "data-step=\"train\"", "data-names=\"df y\"", "class=\"edge order\"", ">2 in, 5 out<",
    ] {
      #expect(svg.contains(part), "\(part)")
    }
  }
}
