// Statements.

extension Interpreter {
  /// Deeper trees than this are read without following what they do.
  static let depthLimit = 900

  func execute(_ body: NodeList) {
    for statement in body where run.state.isReachable { execute(statement!) }
  }

  func execute(_ node: SyntaxTree.Node) {
    run.depth += 1
    defer { run.depth -= 1 }
    guard run.depth < Self.depthLimit else { return readEverything(in: node) }
    switch tree.kind(node) {
    case .expr:
      let values = evaluate(tree[node, Field.Expr.value])
      if run.frames.count == 1 { run.displayed = values }
    case .assign: executeAssign(node)
    case .augAssign: executeAugAssign(node)
    case .annAssign: executeAnnAssign(node)
    case .if:
      let test = tree[node, Field.If.test]!
      evaluateTest(test)
      choose(
        foldedTruth(test), { execute(tree[node, Field.If.body]) },
        { execute(tree[node, Field.If.orelse]) })
    case .for, .asyncFor: executeFor(node)
    case .while: executeWhile(node)
    case .try, .tryStar: executeTry(node)
    case .with, .asyncWith: executeWith(tree[node, Field.With.items], node, from: 0)
    case .match: executeMatch(node)
    case .functionDef, .asyncFunctionDef: define(function: node)
    case .classDef: define(class: node)
    case .typeAlias: define(alias: node)
    case .import: executeImport(node)
    case .importFrom: executeImportFrom(node)
    case .delete:
      for target in tree[node, Field.Delete.targets] { delete(target: target!) }
    case .return:
      let values = evaluate(tree[node, Field.Return.value])
      jump(.return, returning: values)
    case .break: jump(.break)
    case .continue: jump(.continue)
    case .raise:
      evaluate(tree[node, Field.Raise.exc])
      evaluate(tree[node, Field.Raise.cause])
      raise()
    case .assert:
      let test = tree[node, Field.Assert.test]!
      evaluateTest(test)
      choose(
        foldedTruth(test), {},
        {
          evaluate(tree[node, Field.Assert.msg])
          mayRaise()
          run.state.isReachable = false
        })
    case .global, .nonlocal, .pass: break
    default: evaluate(node)
    }
  }

  // MARK: Assignment

  private func executeAssign(_ node: SyntaxTree.Node) {
    let value = tree[node, Field.Assign.value]!
    let targets = tree[node, Field.Assign.targets]
    if targets.count == 1, let pairs = pairedElements(targets[0]!, value) {
      let values = pairs.map { evaluate($0.value) }
      for (pair, values) in zip(pairs, values) {
        assign(values, kinds(of: pair.value, values), to: pair.target)
      }
      return
    }
    let values = evaluate(value)
    let kinds = kinds(of: value, values)
    for target in targets { assign(values, kinds, to: target!) }
  }

  /// Targets and values side by side, for `a, b = x, y`.
  private func pairedElements(_ target: SyntaxTree.Node, _ value: SyntaxTree.Node)
    -> [(target: SyntaxTree.Node, value: SyntaxTree.Node)]?
  {
    guard [.tuple, .list].contains(tree.kind(target)), [.tuple, .list].contains(tree.kind(value))
    else { return nil }
    let targets = tree[target, Field.Tuple.elts]
    let values = tree[value, Field.Tuple.elts]
    guard targets.count == values.count,
      !targets.contains(where: { tree.kind($0!) == .starred }),
      !values.contains(where: { tree.kind($0!) == .starred })
    else { return nil }
    return zip(targets, values).map { ($0!, $1!) }
  }

  /// How a name that is assigned `value` gets its value.
  func kinds(of value: SyntaxTree.Node, _ values: ValueSet) -> BindingKinds {
    switch tree.kind(value) {
    case .constant: .constant
    case .unaryOp: kinds(of: tree[value, Field.UnaryOp.operand]!, values)
    case .lambda: .function
    default: .value
    }
  }

  private func executeAugAssign(_ node: SyntaxTree.Node) {
    let target = tree[node, Field.AugAssign.target]!
    let value = tree[node, Field.AugAssign.value]!
    switch tree.kind(target) {
    case .name:
      let name = tree[target, Field.Name.id]!
      let old = read(name, at: target)
      let operand = evaluate(value)
      mayRaise()
      var result = inPlace(old, node, operand)
      result.texts = textsInPlace(Operator(rawValue: tree[node, Field.AugAssign.op]), old, operand)
      bind(name, to: result, .value, at: target)
    case .attribute:
      let holder = evaluate(tree[target, Field.Attribute.value])
      mayRaise()
      let old = loadAttribute(tree[target, Field.Attribute.attr]!, of: holder, at: target)
      let operand = evaluate(value)
      let values = inPlace(old, node, operand).union(operand).objects
      storeAttribute(tree[target, Field.Attribute.attr]!, of: holder, values, at: target)
    case .subscript:
      let holder = evaluate(tree[target, Field.Subscript.value])
      let key = evaluate(tree[target, Field.Subscript.slice])
      mayRaise()
      let old =
        loadDynamicItem(of: holder, at: target) ?? loadItem(of: holder, key: key, at: target)
      let operand = evaluate(value)
      let values = inPlace(old, node, operand).union(operand).objects
      storeItem(of: holder, key: key, values, at: target)
    default: evaluate(value)
    }
  }

  /// What an in-place operator does to the object on its left: yields the objects that stay, and what
  /// may take their place.
  private func inPlace(
    _ old: ValueSet, _ node: SyntaxTree.Node, _ operand: ValueSet
  ) -> ValueSet {
    let symbol = Operator(rawValue: tree[node, Field.AugAssign.op])!
    if let result = operateInPlace(symbol, old, operand, at: node) { return result }
    noteNamespaceEscape(old, at: node)
    noteItemChange(of: old, key: .plain, at: node)
    mutate(old, .inPlaceOperator, at: node)
    mutateViews(of: old, .inPlaceOperator, at: node)
    for id in old.ids { heap.store(contents(of: operand), into: id) }
    let isTuple = old.ids.contains {
      if case .container(.tuple) = heap[$0].shape { true } else { false }
    }
    guard isTuple || old.isEmpty else { return old }
    return old.union(binaryResult(old, operand, at: node))
  }

  private func executeAnnAssign(_ node: SyntaxTree.Node) {
    let target = tree[node, Field.AnnAssign.target]!
    if let value = tree[node, Field.AnnAssign.value] {
      let values = evaluate(value)
      assign(values, kinds(of: value, values), to: target)
    } else if tree.kind(target) != .name {
      evaluateTargetParts(target)
    }
    let scope = scopes.scopes[frame.scope]
    if !annotationsAreLazy, scope.kind == .module || scope.kind == .classBlock {
      evaluate(tree[node, Field.AnnAssign.annotation])
    }
  }

  // MARK: Loops

  private func executeFor(_ node: SyntaxTree.Node) {
    let iterable = evaluate(tree[node, Field.For.iter])
    mayRaise()
    let elements = iterate(iterable, at: node)
    let target = tree[node, Field.For.target]!
    loop(
      at: node, mayEnd: true, makesATrip: isNonEmptyLiteral(tree[node, Field.For.iter]!),
      head: { mayRaise() },
      body: {
        assign(elements, .value, to: target)
        execute(tree[node, Field.For.body])
      },
      orElse: { execute(tree[node, Field.For.orelse]) })
  }

  private func executeWhile(_ node: SyntaxTree.Node) {
    let test = tree[node, Field.While.test]!
    let truth = foldedTruth(test)
    if truth == false { return execute(tree[node, Field.While.orelse]) }
    loop(
      at: node, mayEnd: truth == nil, head: { evaluateTest(test) },
      body: { execute(tree[node, Field.While.body]) },
      orElse: { execute(tree[node, Field.While.orelse]) })
  }

  // MARK: try, with

  private func executeTry(_ node: SyntaxTree.Node) {
    let finalbody = tree[node, Field.Try.finalbody]
    if finalbody.isEmpty {
      executeTryExcept(node)
    } else {
      finally({ executeTryExcept(node) }, { execute(finalbody) })
    }
  }

  private func executeTryExcept(_ node: SyntaxTree.Node) {
    let handlers = tree[node, Field.Try.handlers]
    guard !handlers.isEmpty else {
      execute(tree[node, Field.Try.body])
      return execute(tree[node, Field.Try.orelse])
    }
    run.conditions += 1
    let conditions = run.conditions
    let caught = catching { execute(tree[node, Field.Try.body]) }
    run.conditions = conditions
    execute(tree[node, Field.Try.orelse])
    var result = run.state
    proceed(from: caught)
    for handler in handlers where run.state.isReachable {
      let type = tree[handler!, Field.ExceptHandler.type]
      evaluate(type)
      mayRaise()
      let unmatched = run.state
      executeHandler(handler!)
      result.join(run.state)
      run.state = unmatched
      if type == nil { run.state.isReachable = false }
    }
    run.conditions = conditions - 1
    proceed(from: result)
  }

  private func executeHandler(_ handler: SyntaxTree.Node) {
    let body = tree[handler, Field.ExceptHandler.body]
    guard let name = tree[handler, Field.ExceptHandler.name] else { return execute(body) }
    let exception = heap.object(at: site(handler), .opaque)
    bind(name, to: ValueSet(exception), at: handler)
    finally({ execute(body) }, { unbind(name, at: handler) })
  }

  private func executeWith(_ items: NodeList, _ node: SyntaxTree.Node, from index: Int) {
    guard index < items.count else { return execute(tree[node, Field.With.body]) }
    let item = items[index]!
    let expression = tree[item, Field.Withitem.contextExpr]!
    let manager = evaluate(expression)
    mayRaise()
    let isAsync = tree.kind(node) == .asyncWith
    let entered = enter(manager, isAsync: isAsync, at: item)
    let body = {
      if let target = self.tree[item, Field.Withitem.optionalVars] {
        self.assign(entered, .value, to: target)
      }
      self.executeWith(items, node, from: index + 1)
    }
    let exit = isAsync ? names.aexit : names.exit
    let swallows = maySwallow(manager, expression, exit)
    let block = {
      guard swallows else { return body() }
      self.run.conditions += 1
      let caught = self.catching(body)
      self.run.conditions -= 1
      self.run.state.join(caught)
    }
    if hasCode(manager, exit) {
      finally(block) { self.leave(manager, exit, at: item) }
    } else {
      block()
    }
    if swallows { mayRaise() }
  }

  /// The value that `as` binds.
  private func enter(_ manager: ValueSet, isAsync: Bool, at node: SyntaxTree.Node) -> ValueSet {
    var result = ValueSet.plain
    for id in manager.ids {
      switch heap[id].shape {
      case .instance:
        let method = isAsync ? names.aenter : names.enter
        let entered = callMethod(method, of: ValueSet(id), at: node)
        result.formUnion(isAsync ? awaitValue(entered, at: node) : entered)
      // Of a generator function that `contextlib.contextmanager` has decorated.
      case .deferred(let call):
        mutate(ValueSet(id), .knownMutator("with"), at: node)
        maybe { result.formUnion(runDeferred(call, at: node)) }
      default: result.insert(id)
      }
    }
    return result
  }

  /// Whether leaving the block runs code of the notebook.
  private func hasCode(_ manager: ValueSet, _ exit: Symbol) -> Bool {
    manager.ids.contains { id in
      switch heap[id].shape {
      case .instance(let type): !member(exit, of: type).isEmpty
      case .deferred: true
      default: false
      }
    }
  }

  private func leave(_ manager: ValueSet, _ exit: Symbol, at node: SyntaxTree.Node) {
    let left = callMethod(exit, of: manager, at: node)
    if exit == names.aexit { _ = awaitValue(left, at: node) }
    for id in manager.ids {
      // What stands behind the `yield`; what stands before it is read and bound by now.
      if case .deferred(let call) = heap[id].shape { maybe { _ = runDeferred(call, at: node) } }
    }
  }

  /// Whether leaving the block may stop an exception.
  private func maySwallow(
    _ manager: ValueSet, _ expression: SyntaxTree.Node, _ exit: Symbol
  ) -> Bool {
    if case .call = tree.kind(expression),
      let path = dottedPath(tree[expression, Field.Call.func]!)
    {
      let function = callees.function(path)
      if callees[function].call?.passesExceptions == true { return false }
    }
    guard !manager.isEmpty else { return true }
    return manager.ids.contains { id in
      if heap[id].type == .untransferable("open file") { return false }
      guard case .instance(let type) = heap[id].shape else { return true }
      let methods = member(exit, of: type)
      return methods.isEmpty || methods.ids.contains { mayReturnTrue($0) }
    }
  }

  private func mayReturnTrue(_ method: ObjectID) -> Bool {
    guard case .function(let code) = heap[method].shape else { return true }
    let tree = units[code.unit].tree
    guard [.functionDef, .asyncFunctionDef].contains(tree.kind(code.node)) else { return true }
    var pending = Array(tree[code.node, Field.FunctionDef.body])
    while let next = pending.popLast() {
      guard let node = next else { continue }
      switch tree.kind(node) {
      case .return:
        guard let value = tree[node, Field.Return.value] else { continue }
        guard tree.kind(value) == .constant else { return true }
        let kind = tree[value, Field.Constant.value].kind
        if kind != .none && kind != .false { return true }
      case .functionDef, .asyncFunctionDef, .lambda, .classDef: continue
      default: tree.forEachChild(of: node) { pending.append($0) }
      }
    }
    return false
  }

  // MARK: del

  private func delete(target: SyntaxTree.Node) {
    switch tree.kind(target) {
    case .name: delete(tree[target, Field.Name.id]!, at: target)
    case .attribute:
      let holder = evaluate(tree[target, Field.Attribute.value])
      mayRaise()
      if let id = holder.single, isMainModule(id) {
        let name = ownName(tree[target, Field.Attribute.attr]!)
        _ = readGlobal(name, at: target)
        return unbindGlobal(name, at: target)
      }
      mutate(holder, .attributeStore, at: target)
    case .subscript:
      let holder = evaluate(tree[target, Field.Subscript.value])
      let key = evaluate(tree[target, Field.Subscript.slice])
      mayRaise()
      deleteDynamicItem(of: holder, at: target)
      noteItemChange(of: holder, key: key, at: target)
      callMethod(names.delitem, of: holder, at: target)
      mutate(holder, .itemStore, at: target)
    case .tuple, .list:
      for element in tree[target, Field.Tuple.elts] { delete(target: element!) }
    default: evaluate(target)
    }
  }
}
