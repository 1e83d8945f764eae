// Assignment targets and the patterns of `match`.

extension Interpreter {
  func assign(_ values: ValueSet, _ kinds: BindingKinds, to target: SyntaxTree.Node) {
    switch tree.kind(target) {
    case .name: bind(tree[target, Field.Name.id]!, to: values, kinds, at: target)
    case .attribute:
      let holder = evaluate(tree[target, Field.Attribute.value])
      mayRaise()
      storeAttribute(tree[target, Field.Attribute.attr]!, of: holder, values, at: target)
    case .subscript:
      let holder = evaluate(tree[target, Field.Subscript.value])
      let key = evaluate(tree[target, Field.Subscript.slice])
      mayRaise()
      storeItem(of: holder, key: key, values, at: target)
    case .starred:
      let list = heap.object(at: site(target), .container(.list))
      heap.store(values, into: list)
      assign(ValueSet(list), .value, to: tree[target, Field.Starred.value]!)
    case .tuple, .list:
      mayRaise()
      var elements = iterate(values, at: target)
      elements.texts = elements.texts.onlyOne
      for element in tree[target, Field.Tuple.elts] { assign(elements, .value, to: element!) }
    default: evaluate(target)
    }
  }

  /// Evaluates what a target needs, without storing: `obj.attr: T`.
  func evaluateTargetParts(_ target: SyntaxTree.Node) {
    switch tree.kind(target) {
    case .attribute: evaluate(tree[target, Field.Attribute.value])
    case .subscript:
      evaluate(tree[target, Field.Subscript.value])
      evaluate(tree[target, Field.Subscript.slice])
    default: break
    }
  }

  // MARK: match

  func executeMatch(_ node: SyntaxTree.Node) {
    let subject = evaluate(tree[node, Field.Match.subject])
    var result = FlowState.unreachable
    let conditions = run.conditions
    run.conditions += 1
    for matchCase in tree[node, Field.Match.cases] where run.state.isReachable {
      let pattern = tree[matchCase!, Field.MatchCase.pattern]!
      evaluateParts(of: pattern)
      mayRaise()
      // Names are bound when the whole pattern has matched, before the guard.
      let failed = isIrrefutable(pattern) ? FlowState.unreachable : run.state
      bindCaptures(of: pattern, subject)
      var passed = failed
      if let guardNode = tree[matchCase!, Field.MatchCase.guard] {
        evaluate(guardNode)
        if foldedTruth(guardNode) != true { passed.join(run.state) }
      }
      execute(tree[matchCase!, Field.MatchCase.body])
      result.join(run.state)
      proceed(from: passed)
    }
    result.join(run.state)
    proceed(from: result)
    run.conditions = conditions
  }

  private func isIrrefutable(_ pattern: SyntaxTree.Node) -> Bool {
    switch tree.kind(pattern) {
    case .matchAs: tree[pattern, Field.MatchAs.pattern].map(isIrrefutable) ?? true
    case .matchOr: tree[pattern, Field.MatchOr.patterns].contains { isIrrefutable($0!) }
    default: false
    }
  }

  /// Evaluates the values and classes that a pattern compares with. All but the first may be passed
  /// over.
  private func evaluateParts(of pattern: SyntaxTree.Node) {
    var isFirst = true
    var pending = [pattern]
    while let node = pending.popLast() {
      let evaluatePart = { (part: SyntaxTree.Node) in
        if isFirst { self.evaluate(part) } else { self.maybe { self.evaluate(part) } }
        isFirst = false
      }
      switch tree.kind(node) {
      case .matchValue: evaluatePart(tree[node, Field.MatchValue.value]!)
      case .matchClass:
        evaluatePart(tree[node, Field.MatchClass.cls]!)
        pending += tree[node, Field.MatchClass.kwdPatterns].reversed().map { $0! }
        pending += tree[node, Field.MatchClass.patterns].reversed().map { $0! }
      case .matchMapping:
        for key in tree[node, Field.MatchMapping.keys] { evaluatePart(key!) }
        pending += tree[node, Field.MatchMapping.patterns].reversed().map { $0! }
      default:
        var inner: [SyntaxTree.Node] = []
        tree.forEachChild(of: node) { inner.append($0) }
        pending += inner.reversed()
      }
    }
  }

  private func bindCaptures(of pattern: SyntaxTree.Node, _ subject: ValueSet) {
    var pending = [pattern]
    while let node = pending.popLast() {
      let values = node == pattern ? subject : subject.union(contents(of: subject))
      switch tree.kind(node) {
      case .matchAs:
        if let name = tree[node, Field.MatchAs.name] { bind(name, to: values, at: node) }
      case .matchStar:
        if let name = tree[node, Field.MatchStar.name] { bindRest(name, values, at: node) }
      case .matchMapping:
        if let name = tree[node, Field.MatchMapping.rest] { bindRest(name, values, at: node) }
      case .matchValue: continue
      default: break
      }
      var inner: [SyntaxTree.Node] = []
      tree.forEachChild(of: node) { inner.append($0) }
      pending += inner.reversed()
    }
  }

  private func bindRest(_ name: Symbol, _ values: ValueSet, at node: SyntaxTree.Node) {
    let list = heap.object(at: site(node), .container(.list))
    heap.store(values, into: list)
    bind(name, to: ValueSet(list), at: node)
  }
}
