// Code that runs apart from the code around it: bodies of functions, scripts, literals.

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
}
