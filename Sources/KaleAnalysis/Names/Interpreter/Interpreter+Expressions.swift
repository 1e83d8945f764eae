// Expressions.

extension Interpreter {
  @discardableResult
  func evaluate(_ node: SyntaxTree.Node?) -> ValueSet {
    guard let node else { return .plain }
    steps += 1
    run.depth += 1
    defer { run.depth -= 1 }
    guard run.depth < Self.depthLimit else {
      readEverything(in: node)
      return ValueSet(heap.object(at: site(node), .opaque))
    }
    switch tree.kind(node) {
    case .name: return read(tree[node, Field.Name.id]!, at: node)
    case .constant:
      guard tree.constantKind(node) == .string else { return .plain }
      return ValueSet(texts: text(of: tree[node, Field.Constant.value]))
    case .call: return evaluateCall(node)
    case .attribute:
      let holder = evaluate(tree[node, Field.Attribute.value])
      mayRaise()
      return loadAttribute(tree[node, Field.Attribute.attr]!, of: holder, at: node)
    case .subscript:
      let holder = evaluate(tree[node, Field.Subscript.value])
      let slice = tree[node, Field.Subscript.slice]!
      let key = evaluate(slice)
      mayRaise()
      if let values = loadDynamicItem(of: holder, at: node) { return values }
      return loadItem(of: holder, key: key, at: node, isSlice: tree.kind(slice) == .slice)
    case .binOp: return evaluateBinOp(node)
    case .unaryOp:
      return evaluateUnaryOp(node)
    case .boolOp: return evaluateBoolOp(node)
    case .compare: return evaluateCompare(node)
    case .ifExp:
      let test = tree[node, Field.IfExp.test]!
      evaluateTest(test)
      var values = ValueSet.plain
      choose(
        foldedTruth(test), { values.formUnion(evaluate(tree[node, Field.IfExp.body])) },
        { values.formUnion(evaluate(tree[node, Field.IfExp.orelse])) })
      return values
    case .namedExpr:
      let values = evaluate(tree[node, Field.NamedExpr.value])
      let target = tree[node, Field.NamedExpr.target]!
      bind(
        tree[target, Field.Name.id]!, to: values,
        kinds(of: tree[node, Field.NamedExpr.value]!, values), at: target)
      return values
    case .list: return display(.list, tree[node, Field.List.elts], at: node)
    case .tuple: return display(.tuple, tree[node, Field.Tuple.elts], at: node)
    case .set: return display(.set, tree[node, Field.Set.elts], at: node)
    case .dict: return evaluateDict(node)
    case .lambda: return makeLambda(node)
    case .listComp, .setComp, .dictComp: return evaluateComprehension(node)
    case .generatorExp: return makeGenerator(node)
    case .joinedStr, .templateStr:
      let parts = tree[node, Field.JoinedStr.values].map { evaluate($0).texts }
      return tree.kind(node) == .joinedStr ? ValueSet(texts: joinedTexts(parts)) : .plain
    case .formattedValue, .interpolation:
      let value = evaluate(tree[node, Field.FormattedValue.value])
      evaluate(tree[node, Field.FormattedValue.formatSpec])
      mayRaise()
      show(value, in: node)
      return ValueSet(texts: formattedTexts(node, value))
    case .starred: return evaluate(tree[node, Field.Starred.value])
    case .await: return awaitValue(evaluate(tree[node, Field.Await.value]), at: node)
    case .yield:
      let values = evaluate(tree[node, Field.Yield.value])
      yielded(values)
      mayRaise()
      return ValueSet(heap.object(at: site(node), .opaque))
    case .yieldFrom:
      let iterable = evaluate(tree[node, Field.YieldFrom.value])
      mayRaise()
      yielded(iterate(iterable, at: node))
      return .plain
    case .slice:
      evaluate(tree[node, Field.Slice.lower])
      evaluate(tree[node, Field.Slice.upper])
      evaluate(tree[node, Field.Slice.step])
      return .plain
    default: return .plain
    }
  }

  /// Charges every name below `node` as perhaps read, or perhaps bound, without following the code.
  func readEverything(in node: SyntaxTree.Node) {
    var pending = [node]
    while let node = pending.popLast() {
      if tree.kind(node) == .name, let name = tree[node, Field.Name.id] {
        if tree[node, Field.Name.ctx] == ExpressionContext.load.rawValue {
          maybe { _ = read(name, at: node) }
        } else {
          let unknown = ValueSet(heap.object(at: site(node), .opaque))
          maybe { bind(name, to: unknown, at: node) }
        }
      }
      tree.forEachChild(of: node) { pending.append($0) }
    }
  }

  // MARK: Operators

  private func evaluateBinOp(_ node: SyntaxTree.Node) -> ValueSet {
    // Chains such as a + b + c + ... lean to the left: go down them without recursion.
    var chain = [node]
    while let left = tree[chain[chain.count - 1], Field.BinOp.left], tree.kind(left) == .binOp {
      chain.append(left)
    }
    var values = evaluate(tree[chain[chain.count - 1], Field.BinOp.left])
    for link in chain.reversed() {
      let right = evaluate(tree[link, Field.BinOp.right])
      mayRaise()
      let symbol = Operator(rawValue: tree[link, Field.BinOp.op])!
      let texts = texts(of: symbol, values, right)
      // Of plain values, only strings have a use for an instance on the right: to show it.
      if symbol == .mod, values.isEmpty { showAll(right, at: link) }
      values = operate(symbol, values, right, at: link)
      values.texts = texts
    }
    return values
  }

  private func evaluateUnaryOp(_ node: SyntaxTree.Node) -> ValueSet {
    let symbol = Operator(rawValue: tree[node, Field.UnaryOp.op])!
    guard symbol != .not else {
      evaluateTest(tree[node, Field.UnaryOp.operand])
      return .plain
    }
    let operand = evaluate(tree[node, Field.UnaryOp.operand])
    mayRaise()
    guard hasInstance(operand) else { return fresh(from: operand, at: node) }
    let (result, isPartial) = callFirst(
      [names.methods(of: symbol).plain], of: operand, with: [], at: node)
    return isPartial ? result.union(fresh(from: operand, at: node)) : result
  }

  /// Puts a value into an f-string.
  private func show(_ values: ValueSet, in field: SyntaxTree.Node) {
    let conversion = tree[field, Field.FormattedValue.conversion]
    let methods =
      conversion < 0
      ? names.special.format
      : conversion == Int32(UInt8(ascii: "s")) ? names.special.string : names.special.representation
    if hasInstance(values) { callFirst(methods, of: values, at: field) }
    let elements = instances(in: values)
    guard elements.ids.contains(where: { !values.ids.contains($0) }) else { return }
    maybe { callFirst(names.special.representation, of: elements, at: field) }
  }

  /// Shows the values, or what they hold, in one of the ways in which strings are put together.
  func showAll(_ values: ValueSet, at node: SyntaxTree.Node) {
    let all = instances(in: values)
    guard !all.isEmpty else { return }
    maybe { callFirst(names.special.format, of: all, at: node) }
    maybe { callFirst(names.special.string, of: all, at: node) }
    maybe { callFirst(names.special.representation, of: all, at: node) }
  }

  /// A new object, or a plain value; containers keep their elements.
  func binaryResult(_ left: ValueSet, _ right: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    let operands = left.union(right)
    guard !operands.isEmpty else { return .plain }
    noteNamespaceRead(operands, at: node)
    return fresh(from: operands, at: node)
  }

  private func fresh(from operands: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    guard !operands.isEmpty else { return .plain }
    var shape = Heap.Shape.opaque
    var type: ValueType?
    var elements = ValueSet.plain
    for id in operands.ids {
      if type == nil, heap[id].type == .dataset { type = .dataset }
      switch heap[id].shape {
      case .container(let container):
        shape = .container(container)
        elements.formUnion(heap[id].contents)
      case .instance: elements.insert(id)
      default: break
      }
    }
    if case .opaque = shape, elements.isEmpty { type = type ?? .arithmetic }
    let result = heap.object(at: site(node), type: type, shape)
    heap.store(elements, into: result)
    return ValueSet(result)
  }

  private func evaluateBoolOp(_ node: SyntaxTree.Node) -> ValueSet {
    let operands = tree[node, Field.BoolOp.values]
    let isAnd = tree[node, Field.BoolOp.op] == Operator.and.rawValue
    var values = evaluate(operands[0])
    var last = values
    var ends = FlowState.unreachable
    let conditions = run.conditions
    for (previous, operand) in zip(operands, operands.dropFirst()) {
      let truth = foldedTruth(previous!)
      if truth == !isAnd { break }
      if truth == nil { test(last, at: previous!) }
      if truth == nil {
        ends.join(run.state)
        run.conditions += 1
      }
      last = evaluate(operand)
      values.formUnion(last)
    }
    run.conditions = conditions
    run.state.join(ends)
    return values
  }

  private func evaluateCompare(_ node: SyntaxTree.Node) -> ValueSet {
    var left = evaluate(tree[node, Field.Compare.left])
    let operators = tree[node, Field.Compare.ops]
    let conditions = run.conditions
    var ends = FlowState.unreachable
    var result = ValueSet.plain
    for (index, comparator) in tree[node, Field.Compare.comparators].enumerated() {
      if index > 0 {
        ends.join(run.state)
        run.conditions += 1
      }
      let right = evaluate(comparator)
      mayRaise()
      if let symbol = Operator(rawValue: operators[index]) {
        result.formUnion(compare(symbol, left, right, at: node))
        if symbol == .in || symbol == .notIn {
          let key = index == 0 ? tree[node, Field.Compare.left] : nil
          findInNamespace(key, of: right, at: node)
        }
        if ![.is, .isNot, .in, .notIn].contains(symbol) {
          result.formUnion(arrays(in: left, right, at: node))
        }
      }
      left = right
    }
    run.conditions = conditions
    run.state.join(ends)
    return result
  }

  /// A comparison of arrays is an array.
  private func arrays(in left: ValueSet, _ right: ValueSet, at node: SyntaxTree.Node) -> ValueSet {
    let isArray =
      left.ids.contains(where: heap.isOpaque) || right.ids.contains(where: heap.isOpaque)
    return isArray ? ValueSet(heap.object(at: site(node), type: .dataset, .opaque)) : .plain
  }

  // MARK: Displays

  private func display(_ kind: Heap.Container, _ elements: NodeList, at node: SyntaxTree.Node)
    -> ValueSet
  {
    var values = ValueSet.plain
    for element in elements {
      if tree.kind(element!) == .starred {
        let iterable = evaluate(element)
        mayRaise()
        values.formUnion(iterate(iterable, at: element!))
      } else {
        values.formUnion(evaluate(element))
      }
    }
    if kind == .tuple && values == .plain { return .plain }
    if kind == .set { hash(values, at: node) }
    let container = heap.object(at: site(node), .container(kind))
    heap.store(values, into: container)
    return ValueSet(container)
  }

  private func evaluateDict(_ node: SyntaxTree.Node) -> ValueSet {
    var values = ValueSet.plain
    for (key, value) in zip(tree[node, Field.Dict.keys], tree[node, Field.Dict.values]) {
      if let key {
        let keys = evaluate(key)
        values.formUnion(keys.objects)
        values.formUnion(evaluate(value))
        hash(keys, at: node)
      } else {
        let mapping = evaluate(value)
        noteNamespaceRead(mapping, at: value!)
        mayRaise()
        values.formUnion(contents(of: mapping))
      }
    }
    let container = heap.object(at: site(node), .container(.dictionary))
    heap.store(values, into: container)
    return ValueSet(container)
  }
}
