// Frames: of code that runs apart from the code around it (bodies of functions, scripts, literals), and of
// scopes inside it (comprehensions, class bodies, type parameters).

extension Interpreter {
  /// Runs `body` in a frame of its own, with unbound variables where `scope` is a function's, until it
  /// ends or returns.
  ///
  /// That it always raises is not held against the code behind it: it may be other code by the time it
  /// runs.
  ///
  /// - Parameter call: What the effects are charged to, where not to their own places.
  /// - Returns: What `body` does, and what it returns early.
  func activate(
    unit: Int, scope: Int, as call: ActiveCall? = nil, _ body: () -> ValueSet
  ) -> ValueSet {
    let owner = units[unit].scopes.scopes[scope]
    let base = run.state.locals.count
    let count = owner.kind == .module ? 0 : owner.locals.count
    let (conditions, loopDepth, loopStates) = (run.conditions, run.loopDepth, run.loopStates)
    (run.loopDepth, run.loopStates) = (0, [:])
    if let call { run.calls.append(call) }
    run.state.locals.append(contentsOf: repeatElement(FlowState.Slot(), count: count))
    run.jumps.append(JumpTarget(kind: .function, height: base + count))
    enterFrame(
      Frame(
        unit: unit, scope: scope, base: base, enclosing: nil, privateClass: owner.privateClass))
    let result = body()
    let target = run.jumps.removeLast()
    run.state.join(target.returns)
    if !run.state.isReachable { proceed(from: target.raises) }
    leaveFrame()
    run.state.locals.removeLast(run.state.locals.count - base)
    if call != nil { run.calls.removeLast() }
    (run.conditions, run.loopDepth, run.loopStates) = (conditions, loopDepth, loopStates)
    return result.union(target.returned)
  }

  /// Runs `body` in an inner scope of the code that is being run, with the variables as `slot` says.
  ///
  /// - Returns: The variables as `body` leaves them, by their place in the scope.
  @discardableResult
  func inScope(
    _ scope: Int, slot: FlowState.Slot = FlowState.Slot(), privateClass: Symbol?, _ body: () -> Void
  ) -> [FlowState.Slot] {
    let base = run.state.locals.count
    let count = scopes.scopes[scope].locals.count
    run.state.locals.append(contentsOf: repeatElement(slot, count: count))
    enterFrame(
      Frame(
        unit: frame.unit, scope: scope, base: base, enclosing: run.frames.count - 1,
        privateClass: privateClass))
    body()
    leaveFrame()
    let variables = Array(run.state.locals[base..<(base + count)])
    run.state.locals.removeLast(run.state.locals.count - base)
    return variables
  }
}
