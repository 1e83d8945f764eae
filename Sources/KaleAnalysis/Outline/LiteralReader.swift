/// Reads the values that a pipeline parameter can have off their syntax.
struct LiteralReader {
  /// What is no such value, and where.
  struct Failure: Error {
    var range: SourceRange?
    var problem: String
    var fix: String
  }

  typealias Value = PipelineParameter.Value

  let tree: SyntaxTree

  /// The value of an expression: a literal, a number with its sign, or strings added up.
  func value(_ node: SyntaxTree.Node) throws(Failure) -> Value {
    switch tree.kind(node) {
    case .constant: return try constant(node, sign: "")
    case .unaryOp: return try signed(node)
    case .binOp: return try concatenation(node)
    case .list:
      var elements: [Value] = []
      for case let element? in tree[node, Field.List.elts] { elements.append(try value(element)) }
      return .list(elements)
    case .dict: return try dictionary(node)
    case .joinedStr, .templateStr:
      throw failure(
        node, "the value is put together when the cell runs",
        fix: "write the text out, or put it together in a step")
    case .tuple:
      throw failure(node, "Kubeflow has no type for a tuple", fix: "write a list: [ ]")
    case .set:
      throw failure(node, "Kubeflow has no type for a set", fix: "write a list: [ ]")
    default: throw computed(node)
    }
  }

  /// `sign` stands before a number.
  private func constant(_ node: SyntaxTree.Node, sign: String) throws(Failure) -> Value {
    let constant = tree[node, Field.Constant.value]
    let text = sign + constant.text
    switch constant.kind {
    case .int:
      if let value = Int(text) { return .integer(value) }
      throw failure(
        node, "the number does not fit into 64 bits", fix: "make it a string, or a float")
    case .float:
      if let value = Double(text), value.isFinite { return .float(value) }
      throw failure(node, "the number is not finite", fix: "write a finite number")
    case .string: return .string(constant.text)
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .none: return .none
    case .bytes:
      throw failure(node, "Kubeflow has no type for bytes", fix: "write a string")
    case .complex:
      throw failure(
        node, "Kubeflow has no type for a complex number", fix: "write two parameters of type float"
      )
    case .ellipsis: throw computed(node)
    }
  }

  /// A number with signs before it.
  private func signed(_ node: SyntaxTree.Node) throws(Failure) -> Value {
    var operand = node
    var isNegative = false
    while tree.kind(operand) == .unaryOp, let inner = tree[operand, Field.UnaryOp.operand] {
      switch Operator(rawValue: tree[operand, Field.UnaryOp.op]) {
      case .uSub: isNegative.toggle()
      case .uAdd: break
      default: throw computed(node)
      }
      operand = inner
    }
    guard tree.kind(operand) == .constant,
      [.int, .float, .complex].contains(tree[operand, Field.Constant.value].kind)
    else { throw computed(node) }
    return try constant(operand, sign: isNegative ? "-" : "")
  }

  /// Strings with `+` between them; a sum may have thousands of terms, so its left side is not recursed
  /// into.
  private func concatenation(_ node: SyntaxTree.Node) throws(Failure) -> Value {
    var terms: [String] = []
    var rest = node
    while tree.kind(rest) == .binOp,
      Operator(rawValue: tree[rest, Field.BinOp.op]) == .add,
      let left = tree[rest, Field.BinOp.left], let right = tree[rest, Field.BinOp.right]
    {
      guard case .string(let term) = try value(right) else { throw computed(node) }
      terms.append(term)
      rest = left
    }
    guard tree.kind(rest) != .binOp, case .string(let first) = try value(rest) else {
      throw computed(node)
    }
    return .string(first + terms.reversed().joined())
  }

  private func dictionary(_ node: SyntaxTree.Node) throws(Failure) -> Value {
    var entries: [Value.Entry] = []
    for (key, item) in zip(tree[node, Field.Dict.keys], tree[node, Field.Dict.values]) {
      guard let item else { continue }
      guard let key, tree.kind(key) == .constant,
        case .string(let name) = try value(key)
      else {
        throw failure(
          key ?? item, "the keys of a dictionary must be strings here",
          fix: "write each key as a string")
      }
      entries.removeAll { $0.key == name }
      entries.append(Value.Entry(key: name, value: try value(item)))
    }
    return .dictionary(entries)
  }

  private func computed(_ node: SyntaxTree.Node) -> Failure {
    failure(
      node, "the value is computed, and the pipeline needs it before anything runs",
      fix: "write the value itself: a number, a string, True, False, a list or a dictionary")
  }

  private func failure(_ node: SyntaxTree.Node, _ problem: String, fix: String) -> Failure {
    Failure(range: tree.range(node), problem: problem, fix: fix)
  }
}
