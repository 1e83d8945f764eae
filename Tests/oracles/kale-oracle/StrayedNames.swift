import KaleAnalysis

/// Checks that positions in a transformed cell lead back to the user's text: every name that the
/// tree has must stand in the source at the place that its position leads to.
enum StrayedNames {
  /// Names of code that the transform writes itself.
  private static let added: Set<String> = ["get_ipython", IPythonTransform.timedFunction]

  /// The names that don't, each with its place in the transformed text.
  static func find(
    in tree: SyntaxTree, _ symbols: SymbolTable, _ transform: IPythonTransform, of source: String
  ) -> [String] {
    let text = Text(transform.python)
    let original = Text(source)
    var strayed: [String] = []
    var pending = [tree.root]
    while let node = pending.popLast() {
      tree.forEachChild(of: node) { pending.append($0) }
      guard tree.kind(node) == .name, let range = tree.range(node) else { continue }
      let name = symbols.name(tree[node, Field.Name.id]!)
      let length = range.end.column - range.start.column
      let isRight = original.bytes(transform.original(range.start), length)
        .elementsEqual(text.bytes(range.start, length))
      if !isRight, !added.contains(name) {
        strayed.append("\(name) at \(range.start.line):\(range.start.column)")
      }
    }
    return strayed
  }

  private struct Text {
    let bytes: [UInt8]
    let lines: LineStarts

    init(_ text: String) {
      bytes = Array(text.utf8)
      lines = LineStarts(bytes)
    }

    func bytes(_ start: SourcePosition, _ length: Int) -> ArraySlice<UInt8> {
      bytes[lines.offset(of: start)...].prefix(length)
    }
  }
}
