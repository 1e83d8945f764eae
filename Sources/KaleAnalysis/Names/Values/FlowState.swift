/// What is known of every variable at one point of a cell.
struct FlowState: Equatable {
  /// The variables of the notebook's namespace that the cell has met, by slot; missing ones are
  /// untouched.
  var globals: [Slot] = []
  /// The variables of the active frames.
  var locals: [Slot] = []
  var isReachable = true

  static let unreachable: FlowState = {
    var state = FlowState()
    state.isReachable = false
    return state
  }()

  /// One variable.
  struct Slot: Equatable {
    /// What the cell may have done to it so far.
    var exits: ExitStates = .untouched
    /// It was looked up in the namespace on every path to this point.
    var isCertainlyRead = false
    var kinds: BindingKinds = []
    /// What it may hold, where the cell has bound it.
    var values = ValueSet.plain

    mutating func join(_ other: Slot) {
      exits.formUnion(other.exits)
      isCertainlyRead = isCertainlyRead && other.isCertainlyRead
      kinds.formUnion(other.kinds)
      values.formUnion(other.values)
    }
  }

  /// Makes this the state where control flow from `self` and from `other` meets.
  mutating func join(_ other: FlowState) {
    guard other.isReachable else { return }
    guard isReachable else {
      self = other
      return
    }
    Self.join(&globals, other.globals)
    if locals.count > other.locals.count { locals.removeLast(locals.count - other.locals.count) }
    if Self.isSame(locals, other.locals) { return }
    for index in locals.indices { locals[index].join(other.locals[index]) }
  }

  /// As `join`, from a deeper frame: only `height` local variables are still there.
  mutating func join(_ other: FlowState, height: Int) {
    guard other.isReachable else { return }
    guard isReachable else {
      self = other
      locals.removeLast(locals.count - height)
      return
    }
    Self.join(&globals, other.globals)
    if Self.isSame(locals, other.locals) { return }
    for index in 0..<height { locals[index].join(other.locals[index]) }
  }

  /// Whether the two are one array: an arm that changes nothing leaves the one that it began with.
  private static func isSame(_ mine: [Slot], _ theirs: [Slot]) -> Bool {
    mine.withUnsafeBufferPointer { mine in
      theirs.withUnsafeBufferPointer {
        mine.baseAddress == $0.baseAddress && mine.count == $0.count
      }
    }
  }

  private static func join(_ mine: inout [Slot], _ theirs: [Slot]) {
    if isSame(mine, theirs) { return }
    let untouched = Slot()
    for index in mine.indices {
      mine[index].join(index < theirs.count ? theirs[index] : untouched)
    }
    if theirs.count > mine.count {
      for slot in theirs[mine.count...] {
        var joined = slot
        joined.join(untouched)
        mine.append(joined)
      }
    }
  }
}
