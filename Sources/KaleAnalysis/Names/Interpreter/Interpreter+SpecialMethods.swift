// Special methods of the notebook's classes, which operators, statements and builtins call.

extension Interpreter {
  /// Whether one of the values is an instance of a class of the notebook.
  func hasInstance(_ values: ValueSet) -> Bool {
    hasClasses
      && values.ids.contains { if case .instance = heap[$0].shape { true } else { false } }
  }

  /// Calls a special method where a class of the notebook defines it.
  @discardableResult
  func callMethod(
    _ name: Symbol, of values: ValueSet, with others: [ValueSet]? = nil, at node: SyntaxTree.Node
  ) -> ValueSet {
    callFirst([name], of: values, with: others, at: node).result
  }

  /// Calls, on each of the values that is an instance, the first of the methods that its class has.
  ///
  /// - Parameter others: the arguments beside the instance; nil where they are not known.
  /// - Returns: what the calls return, and whether some value has none of the methods.
  @discardableResult
  func callFirst(
    _ methods: [Symbol], of values: ValueSet, with others: [ValueSet]? = nil,
    at node: SyntaxTree.Node
  ) -> (result: ValueSet, isPartial: Bool) {
    guard hasClasses else { return (.plain, true) }
    var found: [(id: ObjectID, methods: ValueSet)] = []
    for id in values.ids {
      guard case .instance(let type) = heap[id].shape else { continue }
      for name in methods {
        let members = member(name, of: type)
        guard !members.isEmpty else { continue }
        found.append((id, members))
        break
      }
    }
    guard !found.isEmpty else { return (.plain, true) }
    var arguments = CallArguments()
    if let others {
      arguments.positional = others
    } else {
      arguments.spread = ValueSet(heap.object(at: site(node, role: 7), .opaque))
    }
    var result = ValueSet.plain
    let arms: [() -> Void] = found.map { id, methods in
      { result.formUnion(self.call(methods, arguments.prepending(ValueSet(id)), at: node)) }
    }
    let isPartial = found.count < values.ids.count
    if arms.count == 1 && !isPartial { arms[0]() } else { branch(arms + (isPartial ? [{}] : [])) }
    return (result, isPartial)
  }

  /// Evaluates an expression and asks whether its value is true.
  @discardableResult
  func evaluateTest(_ node: SyntaxTree.Node?) -> ValueSet {
    let values = evaluate(node)
    if let node { test(values, at: node) }
    return values
  }

  func test(_ values: ValueSet, at node: SyntaxTree.Node) {
    if hasInstance(values) { callFirst(names.special.truth, of: values, with: [], at: node) }
  }

  /// Makes a key or a member of a set of the values.
  func hash(_ values: ValueSet, at node: SyntaxTree.Node) {
    guard hasInstance(values) else { return }
    callFirst(names.special.hash, of: values, with: [], at: node)
    maybe { callFirst(names.special.equality, of: values, at: node) }
  }

  /// What a binary operator yields.
  func operate(
    _ symbol: Operator, _ left: ValueSet, _ right: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet {
    guard hasInstance(left) || hasInstance(right) else {
      return binaryResult(left, right, at: node)
    }
    let methods = names.methods(of: symbol)
    var (result, isPlain) = callFirst([methods.plain], of: left, with: [right], at: node)
    let reflect = {
      let (values, isPartial) = self.callFirst(
        [methods.reflected], of: right, with: [left], at: node)
      result.formUnion(values)
      isPlain = isPlain && isPartial
    }
    // The method of the left one may decline.
    if left.isEmpty { reflect() } else { maybe(reflect) }
    if isPlain || result.isEmpty { result.formUnion(binaryResult(left, right, at: node)) }
    return result
  }

  /// What an in-place operator yields where methods of the notebook decide that; else nil.
  func operateInPlace(
    _ symbol: Operator, _ left: ValueSet, _ right: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet? {
    guard hasInstance(left) || left.isEmpty && hasInstance(right) else { return nil }
    guard !left.isEmpty else { return operate(symbol, left, right, at: node) }
    let methods = names.methods(of: symbol)
    let (result, isPartial) = callFirst(
      [methods.inPlace, methods.plain], of: left, with: [right], at: node)
    return isPartial ? nil : result
  }

  func compare(
    _ symbol: Operator, _ left: ValueSet, _ right: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet {
    guard hasInstance(left) || hasInstance(right) else { return .plain }
    switch symbol {
    case .is, .isNot: return .plain
    case .in, .notIn:
      callFirst(names.special.contains, of: right, with: [left], at: node)
      maybe { hash(left, at: node) }
      return .plain
    case .eq, .notEq:
      let method = names.methods(of: symbol).plain
      let (result, isPartial) = callFirst(
        [method] + names.special.equality, of: left, with: [right], at: node)
      guard isPartial || hasInstance(right) else { return result }
      var reflected = ValueSet.plain
      maybe {
        reflected =
          callFirst(
            [method] + names.special.equality, of: right, with: [left], at: node
          ).result
      }
      return result.union(reflected)
    default:
      let methods = names.methods(of: symbol)
      let (result, isPartial) = callFirst([methods.plain], of: left, with: [right], at: node)
      guard isPartial || hasInstance(right) else { return result }
      // Reflected, or by a decorator that makes all comparisons of one.
      maybe {
        for method in [methods.reflected] + names.special.orderings {
          callMethod(method, of: left.union(right), at: node)
        }
      }
      return result
    }
  }

  /// Runs what a builtin calls of the instances that it gets.
  func runSpecialMethods(
    _ builtin: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) {
    let values = arguments.positional.reduce(arguments.spread) { $0.union($1) }
    guard hasClasses, !values.isEmpty else { return }
    guard let uses = names.special.uses(of: builtin) else {
      return runCommonMethods(of: values.union(arguments.all), at: node)
    }
    for use in uses {
      if !use.isOfElements {
        if hasInstance(values) { callFirst(use.methods, of: values, at: node) }
        continue
      }
      let elements = instances(in: values)
      if !elements.isEmpty { maybe { callFirst(use.methods, of: elements, at: node) } }
    }
  }

  /// Runs, as perhaps called, what code may call that keeps, compares or shows values.
  func runCommonMethods(of values: ValueSet, at node: SyntaxTree.Node) {
    let values = instances(in: values, depth: 1)
    guard !values.isEmpty else { return }
    for method in names.special.common { maybe { callMethod(method, of: values, at: node) } }
  }
}
