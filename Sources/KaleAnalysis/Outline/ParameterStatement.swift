/// A statement of a `parameters` cell as the assignments that it makes.
struct ParameterStatement {
  typealias Failure = LiteralReader.Failure

  private(set) var parameters: [PipelineParameter] = []

  private let tree: SyntaxTree
  private let symbols: SymbolTable
  private let literals: LiteralReader

  /// Throws for a statement that does more than to assign literals to names, or less.
  init(
    _ statement: SyntaxTree.Node, of tree: SyntaxTree, symbols: SymbolTable
  ) throws(Failure) {
    self.tree = tree
    self.symbols = symbols
    literals = LiteralReader(tree: tree)
    switch tree.kind(statement) {
    case .assign:
      guard let value = tree[statement, Field.Assign.value] else { return }
      for case let target? in tree[statement, Field.Assign.targets] {
        try assign(value, to: target)
      }
    case .annAssign: try readAnnotated(statement)
    case .pass: break
    case .expr where isText(tree[statement, Field.Expr.value]): break
    case .import, .importFrom:
      throw Failure(
        range: tree.range(statement), problem: "a cell of parameters can't import modules",
        fix: "move the import to a cell tagged imports")
    default:
      throw Failure(
        range: tree.range(statement),
        problem: "a cell of parameters can only assign values to names",
        fix: "move this to a step, or tag the cell skip")
    }
  }

  /// Binds the names in `target`, which may be a list of them when the value is one too.
  private mutating func assign(
    _ value: SyntaxTree.Node, to target: SyntaxTree.Node
  ) throws(Failure) {
    if tree.kind(target) == .name, let name = tree[target, Field.Name.id] {
      parameters.append(
        PipelineParameter(name: symbols.name(name), defaultValue: try typed(value)))
      return
    }
    guard let targets = elements(target) else {
      throw Failure(
        range: tree.range(target), problem: "only a plain name can be a parameter",
        fix: "assign to a name")
    }
    guard let values = elements(value), values.count == targets.count,
      !(targets + values).contains(where: { tree.kind($0) == .starred })
    else {
      throw Failure(
        range: tree.range(value), problem: "it is not clear which of the names gets which value",
        fix: "assign to each name by itself")
    }
    for (target, value) in zip(targets, values) { try assign(value, to: target) }
  }

  /// `x: float = 1` makes a parameter of type float, which `1` alone would not.
  private mutating func readAnnotated(_ statement: SyntaxTree.Node) throws(Failure) {
    guard let target = tree[statement, Field.AnnAssign.target],
      let annotation = tree[statement, Field.AnnAssign.annotation]
    else { return }
    guard let value = tree[statement, Field.AnnAssign.value] else {
      throw Failure(
        range: tree.range(statement), problem: "the parameter has no value",
        fix: "assign its default value")
    }
    try assign(value, to: target)
    guard case .integer(let number)? = parameters.last?.defaultValue,
      tree.kind(annotation) == .name, let type = tree[annotation, Field.Name.id],
      symbols.name(type) == "float"
    else { return }
    parameters[parameters.count - 1].defaultValue = .float(Double(number))
  }

  private func typed(_ node: SyntaxTree.Node) throws(Failure) -> PipelineParameter.Value {
    let value = try literals.value(node)
    if case .none = value {
      throw Failure(
        range: tree.range(node), problem: "None does not tell the type of the parameter",
        fix: "use a value of its type that stands for none, such as 0 or an empty string")
    }
    return value
  }

  /// The elements of a tuple or list display; nil for anything else.
  private func elements(_ node: SyntaxTree.Node) -> [SyntaxTree.Node]? {
    switch tree.kind(node) {
    case .tuple: tree[node, Field.Tuple.elts].compactMap(\.self)
    case .list: tree[node, Field.List.elts].compactMap(\.self)
    default: nil
    }
  }

  /// A string that stands alone is a comment.
  private func isText(_ node: SyntaxTree.Node?) -> Bool {
    guard let node, tree.kind(node) == .constant else { return false }
    return tree[node, Field.Constant.value].kind == .string
  }
}
