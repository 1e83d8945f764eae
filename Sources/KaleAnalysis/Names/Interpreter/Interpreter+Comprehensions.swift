// Comprehensions and generator expressions.

extension Interpreter {
  func evaluateComprehension(_ node: SyntaxTree.Node) -> ValueSet {
    let isDict = tree.kind(node) == .dictComp
    let generators =
      isDict ? tree[node, Field.DictComp.generators] : tree[node, Field.ListComp.generators]
    let first = evaluate(tree[generators[0]!, Field.Comprehension.iter])
    mayRaise()
    let kind: Heap.Container =
      switch tree.kind(node) {
      case .setComp: .set
      case .dictComp: .dictionary
      default: .list
      }
    let container = heap.object(at: site(node), .container(kind))
    inComprehension(node) {
      runGenerators(generators, first: first, from: 0) {
        if isDict {
          let keys = evaluate(tree[node, Field.DictComp.key])
          hash(keys, at: node)
          heap.store(keys, into: container)
          heap.store(evaluate(tree[node, Field.DictComp.value]), into: container)
        } else {
          let element = evaluate(tree[node, Field.ListComp.elt])
          if kind == .set { hash(element, at: node) }
          heap.store(element, into: container)
        }
      }
    }
    return ValueSet(container)
  }

  /// Runs `body` with the variables of the comprehension's scope.
  private func inComprehension(_ node: SyntaxTree.Node, _ body: () -> Void) {
    inScope(scopes.scope(of: node), privateClass: frame.privateClass, body)
  }

  private func runGenerators(
    _ generators: NodeList, first: ValueSet, from index: Int, _ body: () -> Void
  ) {
    guard index < generators.count else { return body() }
    let generator = generators[index]!
    var iterable = first
    if index > 0 {
      iterable = evaluate(tree[generator, Field.Comprehension.iter])
      mayRaise()
    }
    let elements = iterate(iterable, at: generator)
    loop(
      at: generator, mayEnd: true,
      makesATrip: isNonEmptyLiteral(tree[generator, Field.Comprehension.iter]!),
      head: { mayRaise() },
      body: {
        assign(elements, .value, to: tree[generator, Field.Comprehension.target]!)
        runConditions(tree[generator, Field.Comprehension.ifs], from: 0) {
          runGenerators(generators, first: .plain, from: index + 1, body)
        }
      }, orElse: {})
  }

  private func runConditions(_ conditions: NodeList, from index: Int, _ body: () -> Void) {
    guard index < conditions.count else { return body() }
    let test = conditions[index]!
    evaluateTest(test)
    choose(foldedTruth(test), { runConditions(conditions, from: index + 1, body) }, {})
  }

  // MARK: Generator expressions

  /// The first iterable is evaluated now, all else when the generator is consumed.
  func makeGenerator(_ node: SyntaxTree.Node) -> ValueSet {
    let generators = tree[node, Field.GeneratorExp.generators]
    let first = evaluate(tree[generators[0]!, Field.Comprehension.iter])
    mayRaise()
    let code = FunctionCode(
      unit: frame.unit, node: node, name: nil, isAsync: false, isGenerator: true)
    let function = heap.object(at: definitionSite(node), .function(code))
    linkCaptured(to: function, scope: scopes.scope(of: node))
    run.createdFunctions.insert(function)
    let generator = heap.object(
      at: site(node, role: 1), type: .untransferable("generator"),
      .deferred(
        DeferredCall(
          function: function, arguments: [first], keywords: SymbolMap(), isCoroutine: false)))
    heap.store(first, into: generator)
    return ValueSet(generator)
  }

  /// The body of a generator expression, in a frame of its own.
  func runGeneratorExpression(_ node: SyntaxTree.Node, first: ValueSet) -> ValueSet {
    var values = ValueSet.plain
    runGenerators(tree[node, Field.GeneratorExp.generators], first: first, from: 0) {
      values.formUnion(evaluate(tree[node, Field.GeneratorExp.elt]))
    }
    return values
  }
}
