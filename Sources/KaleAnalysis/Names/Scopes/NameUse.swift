/// A place in a cell's text where a name stands for a variable of the notebook.
public struct NameUse: Sendable, Hashable {
  public var name: String
  /// In the user's text.
  public var start: SourcePosition
}

extension ParsedCell {
  /// Every such place, in the order of the text. Names of functions, classes and imports are left out
  /// where these are defined, as are those that stand in the text in another form.
  ///
  /// - Parameter source: the cell's text.
  func nameUses(in source: String, _ symbols: SymbolTable) -> [NameUse] {
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return ScopeBuilder.namespaceNames(in: tree, symbols: symbols).compactMap { node, symbol in
      guard let range = tree.range(node) else { return nil }
      let name = symbols.name(symbol)
      let start = original(range.start)
      // What a transform has put there stands nowhere in the text.
      guard lines.indices.contains(start.line - 1),
        lines[start.line - 1].dropFirst(start.column).starts(with: name.utf8)
      else { return nil }
      return NameUse(name: name, start: start)
    }.sorted { $0.start < $1.start }
  }
}
