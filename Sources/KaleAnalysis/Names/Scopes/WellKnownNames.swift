/// Names that have a meaning of their own, interned once.
struct WellKnownNames {
  let `init`, call, enter, exit, aenter, aexit, iter, iterate, next, getitem, setitem, delitem,
    initSubclass: Symbol
  let globals, locals, vars, exec, eval, open, superName, dir, getipython, runLineMagic: Symbol
  /// `__name__` and `__dict__`.
  let moduleName, dict: Symbol
  /// Attributes that are the dictionary of the notebook's namespace.
  let namespaceAttributes: [Symbol]
  /// The builtins that use an attribute by its name.
  let attributeAccesses: [Symbol: AttributeAccess]
  /// Stands in for the statement of a `%timeit`.
  let timedFunction: Symbol
  let map, filter, zip, enumerate, reversed: Symbol
  /// Builtins that hand out iterators which do their work when asked for elements.
  let lazyBuiltins: [Symbol]
  let staticmethod, classmethod, property: Symbol
  let inplace, out, dtype, object, defaultKeyword: Symbol
  /// Attributes of lists and dictionaries, and of what `collections` has of that kind.
  let containerMethods: Set<Symbol>
  let special: SpecialMethods
  /// Methods that a kernel may call to show a value.
  let displayMethods: [Symbol]
  /// The methods of each operator, by its number.
  private let operatorMethods: [OperatorMethods]

  struct OperatorMethods {
    /// Called on the left operand: `__add__`; on the right one, where that does not do: `__radd__`;
    /// in place: `__iadd__`.
    var plain, reflected, inPlace: Symbol
  }

  enum AttributeAccess {
    case load, store, delete, find
  }

  /// What a kernel provides beside the names in module `builtins`: its session's history, its own functions, what
  /// module `site` adds, and what every module has.
  static let kernel =
    history + [
      "get_ipython", "display", "__IPYTHON__",
      "copyright", "credits", "exit", "help", "license", "quit",
      "__name__", "__doc__", "__builtins__", "__builtin__", "__package__", "__loader__",
      "__spec__", "__session__", "__annotations__", "__debug__",
    ]

  /// What a kernel keeps of the cells that have run, beside a name for each of them (`_5`, `_i5`).
  static let history = [
    "_", "__", "___", "Out", "_oh", "In", "_ih", "_i", "_ii", "_iii", "_dh",
  ]

  init(intern: (String) -> Symbol) {
    `init` = intern("__init__")
    call = intern("__call__")
    enter = intern("__enter__")
    exit = intern("__exit__")
    aenter = intern("__aenter__")
    aexit = intern("__aexit__")
    iter = intern("__iter__")
    next = intern("__next__")
    getitem = intern("__getitem__")
    setitem = intern("__setitem__")
    delitem = intern("__delitem__")
    initSubclass = intern("__init_subclass__")
    globals = intern("globals")
    locals = intern("locals")
    vars = intern("vars")
    exec = intern("exec")
    eval = intern("eval")
    open = intern("open")
    superName = intern("super")
    dir = intern("dir")
    getipython = intern("get_ipython")
    runLineMagic = intern("run_line_magic")
    moduleName = intern("__name__")
    dict = intern("__dict__")
    namespaceAttributes = ["user_ns", "user_global_ns", "__globals__"].map(intern)
    attributeAccesses = [
      intern("getattr"): .load, intern("setattr"): .store,
      intern("delattr"): .delete, intern("hasattr"): .find,
    ]
    timedFunction = intern(IPythonTransform.timedFunction)
    staticmethod = intern("staticmethod")
    classmethod = intern("classmethod")
    property = intern("property")
    inplace = intern("inplace")
    out = intern("out")
    defaultKeyword = intern("default")
    dtype = intern("dtype")
    object = intern("object")
    map = intern("map")
    filter = intern("filter")
    zip = intern("zip")
    enumerate = intern("enumerate")
    reversed = intern("reversed")
    iterate = intern("iter")
    lazyBuiltins = [map, filter, zip, enumerate, reversed, iterate]
    containerMethods = Set(
      [
        "append", "appendleft", "clear", "copy", "count", "default_factory", "elements", "extend",
        "extendleft", "fromkeys", "get", "index", "insert", "items", "keys", "maps", "maxlen",
        "most_common", "move_to_end", "new_child", "parents", "pop", "popitem", "popleft",
        "remove", "reverse", "rotate", "setdefault", "sort", "subtract", "total", "update",
        "values",
      ].map(intern))
    special = SpecialMethods(intern: intern)
    displayMethods = [
      "__repr__", "_repr_html_", "_repr_markdown_", "_repr_latex_", "_repr_svg_", "_repr_png_",
      "_repr_mimebundle_", "_ipython_display_",
    ].map(intern)
    operatorMethods = (0...Operator.notIn.rawValue).map { number in
      let stem = Operator(rawValue: number).map(Self.stem) ?? ""
      return OperatorMethods(
        plain: intern("__\(stem)__"),
        reflected: intern("__\(Self.mirrored[stem] ?? "r" + stem)__"),
        inPlace: intern("__i\(stem)__"))
    }
  }

  func methods(of operator: Operator) -> OperatorMethods {
    operatorMethods[Int(`operator`.rawValue)]
  }

  /// Comparisons from the right.
  private static let mirrored = [
    "eq": "eq", "ne": "ne", "lt": "gt", "gt": "lt", "le": "ge", "ge": "le",
  ]

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
