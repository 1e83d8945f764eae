/// Which special methods builtins and operators call on the instances that they get.
struct SpecialMethods {
  /// One lookup: the first of the methods that the class has is called.
  struct Use {
    var methods: [Symbol]
    /// On each element of what is handed over, rather than on that itself.
    var isOfElements = false
  }

  let hash, equality, truth, string, representation, format, contains, iteration: [Symbol]
  /// Methods by which values are compared; with some decorators one stands for all.
  let orderings: [Symbol]
  /// Methods that a library may call on what it keeps, compares or shows.
  let common: [Symbol]
  private let uses: [Symbol: [Use]]

  /// Words are the methods of one lookup, in order; with a star in front, on the elements.
  private static let table: [(builtins: String, uses: [String])] = [
    ("len", ["__len__"]), ("repr ascii", ["__repr__", "*__repr__"]),
    ("print str", ["__str__ __repr__", "*__repr__"]),
    ("format", ["__format__ __str__ __repr__", "*__repr__"]),
    ("bool", ["__bool__ __len__"]), ("any all", ["*__bool__ __len__"]), ("abs", ["__abs__"]),
    ("round", ["__round__"]), ("divmod", ["__divmod__"]), ("pow", ["__pow__"]),
    ("int", ["__int__ __index__ __trunc__"]), ("float", ["__float__ __index__"]),
    ("complex", ["__complex__ __float__ __index__"]), ("bytes", ["__bytes__"]),
    ("hex oct bin chr range slice", ["__index__"]), ("hash", ["__hash__", "*__hash__"]),
    ("dir", ["__dir__"]), ("next", ["__next__"]), ("open", ["__fspath__"]),
    ("list tuple", ["*__len__"]), ("sorted min max", ["*__lt__", "*__gt__"]),
    ("sum", ["*__add__", "*__radd__"]), ("set frozenset dict", ["*__hash__", "*__eq__"]),
    ("getattr hasattr", ["__getattribute__ __getattr__"]), ("setattr", ["__setattr__"]),
    ("delattr", ["__delattr__"]),
    ("id type callable isinstance issubclass super object vars compile input zip enumerate", []),
    ("map filter iter reversed bytearray", []),
  ]

  init(intern: (String) -> Symbol) {
    func names(_ text: String) -> [Symbol] {
      text.split(separator: " ").map { intern(String($0)) }
    }
    hash = names("__hash__")
    equality = names("__eq__")
    truth = names("__bool__ __len__")
    string = names("__str__ __repr__")
    representation = names("__repr__")
    format = names("__format__ __str__ __repr__")
    contains = names("__contains__ __iter__ __getitem__")
    iteration = names("__iter__ __getitem__")
    orderings = names("__lt__ __gt__ __le__ __ge__")
    common =
      names("__repr__ __str__ __format__ __len__ __iter__ __next__ __bool__ __hash__ __eq__")
      + orderings
    var uses: [Symbol: [Use]] = [:]
    for (builtins, words) in Self.table {
      for name in names(builtins) {
        uses[name] = words.map { word in
          let isOfElements = word.hasPrefix("*")
          return Use(
            methods: names(isOfElements ? String(word.dropFirst()) : word),
            isOfElements: isOfElements)
        }
      }
    }
    self.uses = uses
  }

  /// What a builtin calls; nil for one of which that is not known.
  func uses(of builtin: Symbol) -> [Use]? { uses[builtin] }
}
