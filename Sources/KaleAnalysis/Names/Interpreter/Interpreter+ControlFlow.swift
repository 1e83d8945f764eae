// Branches, loops, jumps and exceptions.

extension Interpreter {
  /// Where `break`, `continue` and `return` go.
  struct JumpTarget {
    enum Kind {
      case function, loop, finally
    }

    var kind: Kind
    /// Local variables that exist at the target.
    var height: Int
    /// The states in which each jump has arrived.
    var breaks = FlowState.unreachable
    var continues = FlowState.unreachable
    var returns = FlowState.unreachable
    var returned = ValueSet.plain
    /// The states at `raise` statements of the function.
    var raises = FlowState.unreachable
  }

  enum Jump {
    case `break`, `continue`, `return`
  }

  /// Goes on from `state`. Where it cannot be reached, what is left of the present one is kept, so that
  /// code behind `sys.exit()` still finds its variables.
  func proceed(from state: FlowState) {
    if state.isReachable {
      run.state = state
    } else {
      run.state.isReachable = false
    }
  }

  // MARK: Branches

  /// Runs each arm from the present state and joins what they leave.
  func branch(_ arms: (() -> Void)...) { branch(arms) }

  func branch(_ arms: [() -> Void]) {
    let start = run.state
    var result = FlowState.unreachable
    run.conditions += 1
    let conditions = run.conditions
    for arm in arms {
      run.state = start
      run.conditions = conditions
      arm()
      result.join(run.state)
    }
    run.conditions = conditions - 1
    proceed(from: result)
  }

  /// Runs code that may be passed over.
  func maybe(_ body: () -> Void) {
    withoutActuallyEscaping(body) { branch($0, {}) }
  }

  /// Runs the two arms of a test of which the outcome may be fixed in the source.
  func choose(_ truth: Bool?, _ whenTrue: () -> Void, _ whenFalse: () -> Void) {
    switch truth {
    case true: whenTrue()
    case false: whenFalse()
    default:
      withoutActuallyEscaping(whenTrue) { first in
        withoutActuallyEscaping(whenFalse) { second in branch(first, second) }
      }
    }
  }

  /// The value of a test that CPython's compiler folds; nil where it depends on the run.
  func foldedTruth(_ node: SyntaxTree.Node) -> Bool? {
    switch tree.kind(node) {
    case .constant:
      let value = tree[node, Field.Constant.value]
      switch value.kind {
      case .none, .false: return false
      case .true, .ellipsis: return true
      case .int, .float, .complex: return !["0", "0.0", "-0.0", "0j"].contains(value.text)
      case .string: return !value.bytes.isEmpty
      case .bytes: return nil
      }
    case .unaryOp where tree[node, Field.UnaryOp.op] == Operator.not.rawValue:
      return foldedTruth(tree[node, Field.UnaryOp.operand]!).map { !$0 }
    case .name where tree[node, Field.Name.id].map(symbols.name) == "__debug__": return true
    default: return nil
    }
  }

  // MARK: Exceptions

  /// The next operation can raise: its handlers may be reached from the present state.
  func mayRaise() {
    guard run.state.isReachable, !run.handlers.isEmpty else { return }
    let last = run.handlers.count - 1
    run.handlers[last].state.join(run.state, height: run.handlers[last].height)
  }

  /// An exception is raised here.
  func raise() {
    if let function = run.jumps.lastIndex(where: { $0.kind == .function }) {
      run.jumps[function].raises.join(run.state, height: run.jumps[function].height)
    }
    if run.handlers.isEmpty {
      run.raised.join(run.state, height: 0)
    } else {
      mayRaise()
    }
    run.state.isReachable = false
  }

  /// Runs `body` and returns the joined states from which an exception may have left it.
  func catching(_ body: () -> Void) -> FlowState {
    run.handlers.append(Handler(height: run.state.locals.count))
    body()
    return run.handlers.removeLast().state
  }

  // MARK: Jumps

  func jump(_ jump: Jump, returning values: ValueSet = .plain) {
    guard run.state.isReachable else { return }
    if run.conditions > 0 { run.conditions += 1 }
    let target = run.jumps.lastIndex { target in
      switch target.kind {
      case .finally: true
      case .loop: jump != .return
      case .function: true
      }
    }
    if let target {
      let height = run.jumps[target].height
      switch jump {
      case .break: run.jumps[target].breaks.join(run.state, height: height)
      case .continue: run.jumps[target].continues.join(run.state, height: height)
      case .return:
        run.jumps[target].returns.join(run.state, height: height)
        run.jumps[target].returned.formUnion(values)
      }
      run.state.isReachable = false
    } else if jump == .return {
      // `return` outside a function: the cell would not compile.
      run.state.isReachable = false
    }
  }

  /// Runs a loop to its fixed point. `head` runs before each trip and leaves the state in which the
  /// loop may end; `body` is one trip.
  ///
  /// A loop over a literal that is not empty `makesATrip`: what that reads is read. What it binds is bound
  /// on some paths only all the same, as CPython folds no loop.
  ///
  /// While a loop around this one goes to its own fixed point, each visit begins from where the last one
  /// ended, as the entries only grow: else nested loops took time exponential in their depth.
  func loop(
    at node: SyntaxTree.Node, mayEnd: Bool, makesATrip: Bool = false, head: () -> Void,
    body: () -> Void, orElse: () -> Void
  ) {
    let conditions = run.conditions
    var breaks = FlowState.unreachable
    var tripped = FlowState.unreachable
    head()
    var top = run.state
    if let last = run.loopStates[node], top.isReachable { top.join(last) }
    run.loopDepth += 1
    while top.isReachable {
      run.state = top
      run.jumps.append(JumpTarget(kind: .loop, height: top.locals.count))
      run.conditions = conditions + (mayEnd && !makesATrip ? 1 : 0)
      body()
      let target = run.jumps.removeLast()
      breaks.join(target.breaks)
      run.state.join(target.continues)
      run.conditions = conditions + 1
      if run.state.isReachable { head() }
      run.conditions = conditions
      tripped.join(run.state)
      var next = top
      next.join(run.state)
      if next == top { break }
      top = next
    }
    run.loopDepth -= 1
    if run.loopDepth == 0 { run.loopStates = [:] } else { run.loopStates[node] = top }
    proceed(from: mayEnd ? top : .unreachable)
    if makesATrip {
      let known = tripped.globals.prefix(run.state.globals.count)
      for (index, slot) in known.enumerated() where slot.isCertainlyRead {
        run.state.globals[index].isCertainlyRead = true
      }
    }
    if run.state.isReachable { orElse() }
    run.state.join(breaks)
  }

  /// Whether an iterable yields something whatever happens: `range(3)`, `[a, b]`.
  func isNonEmptyLiteral(_ node: SyntaxTree.Node) -> Bool {
    switch tree.kind(node) {
    case .list, .tuple, .set:
      return tree[node, Field.List.elts].contains { tree.kind($0!) != .starred }
    case .call:
      let function = tree[node, Field.Call.func]!
      guard dottedPath(function) == "builtins.range" else { return false }
      let arguments = tree[node, Field.Call.args]
      guard arguments.count == 1, tree.kind(arguments[0]!) == .constant else { return false }
      let stop = tree[arguments[0]!, Field.Constant.value]
      return stop.kind == .int && stop.text != "0"
    default: return false
    }
  }

  /// Runs `body`, then `finalbody` on every way out of it.
  func finally(_ body: () -> Void, _ finalbody: () -> Void) {
    let height = run.state.locals.count
    run.jumps.append(JumpTarget(kind: .finally, height: height))
    let exceptional = catching(body)
    let target = run.jumps.removeLast()
    finalbody()
    let normal = run.state

    // The states of these visits are others than those of the first one.
    let loopStates = run.loopStates
    defer { run.loopStates = loopStates }
    run.conditions += 1
    for (pending, kind) in [
      (target.breaks, Jump.break), (target.continues, .continue), (target.returns, .return),
    ] where pending.isReachable {
      run.state = pending
      run.loopStates = [:]
      finalbody()
      jump(kind, returning: target.returned)
    }
    if exceptional.isReachable {
      run.state = exceptional
      run.loopStates = [:]
      finalbody()
      let ways = [normal, target.breaks, target.continues, target.returns]
      // Where there is no other way out, an exception was raised.
      if ways.contains(where: \.isReachable) { mayRaise() } else { raise() }
    }
    run.conditions -= 1
    run.state = normal
  }
}
