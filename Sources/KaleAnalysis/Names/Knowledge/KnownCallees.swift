/// What the tables say of the callees that a notebook uses, each looked up once.
struct KnownCallees {
  final class Callee {
    /// As messages show it.
    let name: String
    /// Its dotted path; the name of a method.
    let path: String
    /// It calls and keeps nothing of the notebook's code but what `call` says.
    let isComplete: Bool
    let role: Role
    let call: CallKnowledge?
    let outside: OutsideKnowledge?

    /// The functions that the interpreter follows by itself.
    enum Role {
      case other
      /// `functools.partial`, `functools.partialmethod`.
      case partial
      /// `collections.namedtuple`.
      case namedTuple
      /// What gives the frame of the running code.
      case frame
      /// `sympy.var`, which binds the names that it is called with in its caller's module.
      case bindsSymbols
      /// `sympy.init_session`, which runs code there.
      case bindsUnknown
      /// A builtin by way of its module, with its name.
      case builtin(String)
    }

    init(
      name: String, path: String, isComplete: Bool = false, call: CallKnowledge?,
      outside: OutsideKnowledge?
    ) {
      self.name = name
      self.path = path
      self.isComplete = isComplete
      role = Callee.role(of: path)
      self.call = call
      self.outside = outside
    }

    private static func role(of path: String) -> Role {
      switch path {
      case "functools.partial", "functools.partialmethod": .partial
      case "collections.namedtuple": .namedTuple
      case "sys._getframe", "inspect.currentframe": .frame
      case "sympy.var", "sympy.core.symbol.var": .bindsSymbols
      case "sympy.init_session", "sympy.interactive.init_session": .bindsUnknown
      case _ where path.hasPrefix("builtins."):
        .builtin(String(path.dropFirst("builtins.".count)))
      default: .other
      }
    }
  }

  /// Index of a callee.
  typealias ID = Int32

  let knowledge: Knowledge
  private var callees: [Callee] = []
  private var paths: [String: ID] = [:]
  private var objects = OrderedMap<ObjectID, ID>()
  private var methods = SymbolMap<ID>()
  private var datasetMethods = SymbolMap<ID>()
  private var builtins = SymbolMap<ID>()

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  subscript(id: ID) -> Callee { callees[Int(id)] }

  /// A function by its dotted path.
  mutating func function(_ path: String) -> ID {
    if let known = paths[path] { return known }
    let id = add(
      Callee(
        name: path, path: path, isComplete: knowledge.isComplete(path),
        call: knowledge.function(path), outside: knowledge.outside(function: path)))
    paths[path] = id
    return id
  }

  /// As `function(_:)`, of the object that stands for it.
  mutating func function(_ object: ObjectID, _ path: String) -> ID {
    if let known = objects[object] { return known }
    let id = function(path)
    objects[object] = id
    return id
  }

  mutating func builtin(_ name: Symbol, _ symbols: SymbolTable) -> ID {
    if let known = builtins[name] { return known }
    let text = symbols.name(name)
    let path = "builtins.\(text)"
    let id = add(
      Callee(
        name: text, path: path, call: knowledge.function(path),
        outside: knowledge.outside(function: path)))
    builtins[name] = id
    return id
  }

  /// A method by its name; of its receiver no more is known than whether it is a table or an array.
  mutating func method(
    _ name: Symbol, _ symbols: SymbolTable, ofDataset isDataset: Bool = false
  ) -> ID {
    if let known = isDataset ? datasetMethods[name] : methods[name] { return known }
    let text = symbols.name(name)
    let id = add(
      Callee(
        name: text, path: text, call: knowledge.method(text, ofDataset: isDataset),
        outside: knowledge.outside(method: text)))
    if isDataset { datasetMethods[name] = id } else { methods[name] = id }
    return id
  }

  private mutating func add(_ callee: Callee) -> ID {
    callees.append(callee)
    return ID(callees.count - 1)
  }
}
