/// Names that have a meaning of their own, interned once.
struct WellKnownNames {
  let `init`, call, enter, exit, iter, next, getitem, setitem, delitem, initSubclass: Symbol
  let globals, locals, vars, exec, eval, open, superName, dir, getipython, runLineMagic: Symbol
  /// `__name__` and `__dict__`.
  let moduleName, dict: Symbol
  /// Attributes that are the dictionary of the notebook's namespace.
  let namespaceAttributes: [Symbol]
  /// The builtins that use an attribute by its name.
  let attributeAccesses: [Symbol: AttributeAccess]
  /// Stands in for the statement of a `%timeit`.
  let timedFunction: Symbol
  let staticmethod, classmethod, property: Symbol
  let inplace, out: Symbol
  /// Methods that a builtin may call on what it gets.
  let specialMethods: [Symbol]
  /// Methods that a kernel may call to show a value.
  let displayMethods: [Symbol]
  /// The method of each operator, by its number.
  private let operatorMethods: [Symbol]

  enum AttributeAccess {
    case load, store, delete, find
  }

  /// What a kernel provides beside Python's builtins.
  static let kernel = [
    "In", "Out", "_", "__", "___", "_i", "_ii", "_iii", "_ih", "_oh", "_dh", "get_ipython",
    "display",
    "exit", "quit", "__name__", "__doc__", "__builtins__", "__builtin__", "__package__",
    "__loader__",
    "__spec__", "__session__", "__annotations__", "__debug__",
  ]

  init(symbols: SymbolTable) {
    `init` = symbols.intern("__init__")
    call = symbols.intern("__call__")
    enter = symbols.intern("__enter__")
    exit = symbols.intern("__exit__")
    iter = symbols.intern("__iter__")
    next = symbols.intern("__next__")
    getitem = symbols.intern("__getitem__")
    setitem = symbols.intern("__setitem__")
    delitem = symbols.intern("__delitem__")
    initSubclass = symbols.intern("__init_subclass__")
    globals = symbols.intern("globals")
    locals = symbols.intern("locals")
    vars = symbols.intern("vars")
    exec = symbols.intern("exec")
    eval = symbols.intern("eval")
    open = symbols.intern("open")
    superName = symbols.intern("super")
    dir = symbols.intern("dir")
    getipython = symbols.intern("get_ipython")
    runLineMagic = symbols.intern("run_line_magic")
    moduleName = symbols.intern("__name__")
    dict = symbols.intern("__dict__")
    namespaceAttributes = ["user_ns", "user_global_ns", "__globals__"].map(symbols.intern)
    attributeAccesses = [
      symbols.intern("getattr"): .load, symbols.intern("setattr"): .store,
      symbols.intern("delattr"): .delete, symbols.intern("hasattr"): .find,
    ]
    timedFunction = symbols.intern(IPythonTransform.timedFunction)
    staticmethod = symbols.intern("staticmethod")
    classmethod = symbols.intern("classmethod")
    property = symbols.intern("property")
    inplace = symbols.intern("inplace")
    out = symbols.intern("out")
    specialMethods = [
      "__repr__", "__str__", "__format__", "__len__", "__iter__", "__next__", "__bool__",
    ].map(symbols.intern)
    displayMethods = [
      "__repr__", "_repr_html_", "_repr_markdown_", "_repr_latex_", "_repr_svg_", "_repr_png_",
      "_repr_mimebundle_", "_ipython_display_",
    ].map(symbols.intern)
    operatorMethods = (0...Operator.notIn.rawValue).map { number in
      symbols.intern("__\(Operator(rawValue: number).map(Self.stem) ?? "")__")
    }
  }

  /// The method that a binary operator calls on its left operand, e.g. `__add__`.
  func method(of operator: Operator) -> Symbol { operatorMethods[Int(`operator`.rawValue)] }

  private static func stem(_ operator: Operator) -> String {
    switch `operator` {
    case .add: "add"
    case .sub: "sub"
    case .mult: "mul"
    case .matMult: "matmul"
    case .div: "truediv"
    case .mod: "mod"
    case .pow: "pow"
    case .lShift: "lshift"
    case .rShift: "rshift"
    case .bitOr: "or"
    case .bitXor: "xor"
    case .bitAnd: "and"
    case .floorDiv: "floordiv"
    case .invert: "invert"
    case .not: "bool"
    case .uAdd: "pos"
    case .uSub: "neg"
    case .and, .or: "bool"
    case .eq, .is: "eq"
    case .notEq, .isNot: "ne"
    case .lt: "lt"
    case .ltE: "le"
    case .gt: "gt"
    case .gtE: "ge"
    case .in, .notIn: "contains"
    }
  }
}
