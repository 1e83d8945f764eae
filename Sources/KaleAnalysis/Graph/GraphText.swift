/// A pipeline's graph in the languages of other tools.
public enum GraphText {
  /// A flowchart for Mermaid, which GitHub and JupyterLab draw.
  public static func mermaid(_ graph: PipelineGraph) -> String {
    var lines = ["flowchart TD"]
    for (number, node) in graph.nodes.enumerated() {
      lines.append("  s\(number)[\"\(mermaidText(node.name))\"]")
    }
    for edge in graph.edges {
      let label = label(edge.names).map { "|\"\(mermaidText($0))\"|" } ?? ""
      lines.append("  s\(edge.from) \(edge.names.isEmpty ? "-.->" : "-->")\(label) s\(edge.to)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A digraph for Graphviz.
  public static func dot(_ graph: PipelineGraph, name: String) -> String {
    var lines = [
      "digraph \(quoted(name)) {", "  node [shape=box, style=rounded, fontname=\"sans-serif\"]",
      "  edge [fontname=\"sans-serif\", fontsize=10]",
    ]
    for node in graph.nodes { lines.append("  \(quoted(node.name))") }
    for edge in graph.edges {
      let attribute = label(edge.names).map { "label=\(quoted($0))" } ?? "style=dashed"
      lines.append(
        "  \(quoted(graph.nodes[edge.from].name)) -> \(quoted(graph.nodes[edge.to].name)) [\(attribute)]"
      )
    }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }

  /// The first few names, so that an edge can carry them.
  static func label(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.count > 4 ? Array(names.prefix(3)) : names
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result + "\""
  }

  /// Mermaid takes `#NUMBER;` for a character.
  private static func mermaidText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        scalar.value > 127 || scalar.properties.isAlphabetic
        || "0123456789_-, .".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }
}
