/// Finds the names that hold a result of scikit-learn's `confusion_matrix` or `roc_curve`.
struct ClassificationFinder {
  /// By cell, then by name: the metric that an assignment of the cell binds the name to, as the last one
  /// of the cell. Names that something else is assigned to have nil.
  private(set) var metrics: [Int: [String: ClassificationMetric?]] = [:]
  private let symbols: SymbolTable
  /// What imports bind, as dotted paths.
  private var imported: [Symbol: String] = [:]

  /// - Parameter sources: of the cells, by index.
  init(_ parsed: [Int: ParsedCell], sources: (Int) -> String, _ symbols: SymbolTable) {
    self.symbols = symbols
    for cell in parsed.values { collectImports(cell.tree) }
    guard imported.values.contains(where: { $0.hasPrefix("sklearn") }) else { return }
    for (index, cell) in parsed {
      let text = SourceText(cell.transform?.python ?? sources(index))
      for case let statement? in cell.tree[cell.tree.root, Field.Module.body]
      where cell.tree.kind(statement) == .assign {
        note(statement, of: cell, text)
      }
    }
  }

  private mutating func collectImports(_ tree: SyntaxTree) {
    var pending = [tree.root]
    while let node = pending.popLast() {
      tree.forEachChild(of: node) { pending.append($0) }
      switch tree.kind(node) {
      case .import:
        for case let alias? in tree[node, Field.Import.names] {
          guard let path = tree[alias, Field.Alias.name].map(symbols.name) else { continue }
          let root = String(path.prefix { $0 != "." })
          if let name = tree[alias, Field.Alias.asname] {
            imported[name] = path
          } else {
            imported[symbols.intern(root)] = root
          }
        }
      case .importFrom:
        guard let module = tree[node, Field.ImportFrom.module].map(symbols.name) else { continue }
        for case let alias? in tree[node, Field.ImportFrom.names] {
          guard let name = tree[alias, Field.Alias.name] else { continue }
          imported[tree[alias, Field.Alias.asname] ?? name] = "\(module).\(symbols.name(name))"
        }
      default: break
      }
    }
  }

  private mutating func note(_ statement: SyntaxTree.Node, of cell: ParsedCell, _ text: SourceText)
  {
    let tree = cell.tree
    let value = tree[statement, Field.Assign.value]
    let kind = value.flatMap { self.kind(of: $0, tree) }
    for case let target? in tree[statement, Field.Assign.targets] {
      let names = self.names(in: target, tree)
      var metric: ClassificationMetric?
      if let kind, let value, names.count == 1 || kind == .rocCurve && names.count == 3 {
        metric = ClassificationMetric(
          kind: kind, variables: names,
          labels: kind == .confusionMatrix ? labels(of: value, tree, text) : .init())
      }
      for name in names { metrics[cell.index, default: [:]][name] = .some(metric) }
    }
  }

  private func names(in target: SyntaxTree.Node, _ tree: SyntaxTree) -> [String] {
    switch tree.kind(target) {
    case .name: [tree[target, Field.Name.id].map(symbols.name)].compactMap(\.self)
    case .tuple: tree[target, Field.Tuple.elts].compactMap(\.self).flatMap { names(in: $0, tree) }
    case .list: tree[target, Field.List.elts].compactMap(\.self).flatMap { names(in: $0, tree) }
    default: []
    }
  }

  private func kind(of value: SyntaxTree.Node, _ tree: SyntaxTree) -> ClassificationMetric.Kind? {
    guard tree.kind(value) == .call,
      let path = tree[value, Field.Call.func].flatMap({ path($0, tree) })
    else { return nil }
    switch path {
    case "sklearn.metrics.confusion_matrix": return .confusionMatrix
    case "sklearn.metrics.roc_curve": return .rocCurve
    default: return nil
    }
  }

  private func path(_ node: SyntaxTree.Node, _ tree: SyntaxTree) -> String? {
    switch tree.kind(node) {
    case .name: tree[node, Field.Name.id].flatMap { imported[$0] }
    case .attribute:
      if let head = tree[node, Field.Attribute.value].flatMap({ path($0, tree) }),
        let name = tree[node, Field.Attribute.attr]
      {
        "\(head).\(symbols.name(name))"
      } else {
        nil
      }
    default: nil
    }
  }

  /// From `labels=`, else from the values that are compared, where they are plain enough to be looked at
  /// again.
  private func labels(of call: SyntaxTree.Node, _ tree: SyntaxTree, _ text: SourceText)
    -> ClassificationMetric.Labels
  {
    func source(_ node: SyntaxTree.Node?) -> String? {
      guard let node, isPlain(node, tree), let range = tree.range(node) else { return nil }
      return text.text(in: range)
    }
    var keywords: [String: SyntaxTree.Node] = [:]
    for case let keyword? in tree[call, Field.Call.keywords] {
      if let name = tree[keyword, Field.Keyword.arg] {
        keywords[symbols.name(name)] = tree[keyword, Field.Keyword.value]
      }
    }
    if let given = keywords["labels"] {
      return source(given).map { .init(expressions: [$0], areGiven: true) } ?? .init()
    }
    let arguments = tree[call, Field.Call.args].compactMap(\.self)
    let values = [
      keywords["y_true"] ?? arguments.first, keywords["y_pred"] ?? arguments.dropFirst().first,
    ].map(source)
    let known = values.compactMap(\.self)
    return known.count == 2 ? .init(expressions: known) : .init()
  }

  /// A name, an attribute or an item of one, a literal: nothing that does anything.
  private func isPlain(_ node: SyntaxTree.Node, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(node) {
    case .name, .constant: true
    case .attribute: tree[node, Field.Attribute.value].map { isPlain($0, tree) } ?? false
    case .subscript:
      (tree[node, Field.Subscript.value].map { isPlain($0, tree) } ?? false)
        && (tree[node, Field.Subscript.slice].map { tree.kind($0) == .constant } ?? false)
    case .list: tree[node, Field.List.elts].allSatisfy { $0.map { isPlain($0, tree) } ?? false }
    default: false
    }
  }
}

extension MetricsPlan {
  /// Takes what is no number out of the names: results that are reported as matrices and curves.
  ///
  /// - Parameter cells: of each step, without those that it hosts.
  mutating func separate(_ found: ClassificationFinder, cells: [[Int]]) {
    for (step, reported) in names {
      let writing = (cells[step] + hosted[step, default: []]).sorted()
      for name in reported {
        guard let cell = writing.last(where: { found.metrics[$0]?[name] != nil }),
          let metric = found.metrics[cell]?[name] ?? nil
        else { continue }
        names[step]?.removeAll { $0 == name }
        if !classifications[step, default: []].contains(metric) {
          classifications[step, default: []].append(metric)
        }
      }
    }
  }
}
