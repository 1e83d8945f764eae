/// What one statement does to names, told from its tokens alone.
struct HeuristicStatement {
  /// A name, with the place of the token.
  typealias Use = (name: String, range: SourceRange)

  /// In the order of the text.
  var reads: [Use] = []
  var binds: [Use] = []
  var deletes: [Use] = []
  /// Items or attributes of these are set, or a method that changes its object is called.
  var mutates: [(use: Use, reason: MutationReason)] = []
  var kind: BindingKinds = .value
  /// The import statements of bound names.
  var imports: [String: String] = [:]
  /// Names that `global` makes the module's own.
  var globals: Set<String> = []
  var starModule: String?
  /// What a `def` or `class` defines.
  var definition: Definition?
  /// What `except ... as` binds for the time of its block.
  var caught: Set<String> = []
  /// Whether the statements of its block may be passed over, or come again: `if`, `for`, but not `with`.
  var opensBlock = false

  struct Definition {
    var name: String
    var isClass: Bool
    var parameters: Set<String>
  }

  private static let blockWords: Set<String> = [
    "if", "elif", "else", "for", "while", "try", "except", "finally",
  ]

  /// Methods whose names say that they change the object they belong to.
  private static let mutators: Set<String> = [
    "add", "append", "clear", "discard", "extend", "fill", "fit", "insert", "partial_fit", "pop",
    "popitem", "remove", "reverse", "setdefault", "shuffle", "sort", "update",
  ]

  private static let augmented: Set<String> = [
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<=", "@=",
  ]

  /// Whether what annotations say is never asked for.
  private let passesAnnotations: Bool

  /// - Parameters:
  ///   - tokens: of one statement, not empty.
  ///   - passesAnnotations: in functions, and where `annotations` were imported from `__future__`.
  init(_ tokens: [HeuristicToken], passesAnnotations: Bool = false) {
    self.passesAnnotations = passesAnnotations
    let first = tokens[0]
    let word = first.kind == .name ? first.text : ""
    let base = first.depth
    let isAsync = word == "async" && tokens.count > 1
    opensBlock = Self.blockWords.contains(isAsync ? tokens[1].text : word)
    switch word {
    case "import": readImport(tokens[1...])
    case "from" where tokens.contains { $0.isName("import") }: readFromImport(tokens[1...])
    case "nonlocal": break
    case "global":
      globals = Set(tokens.dropFirst().filter { $0.kind == .name }.map(\.text))
    case "del":
      for token in tokens.dropFirst() where token.kind == .name && token.depth == base {
        deletes.append(Self.use(token))
      }
      readNames(tokens[1...].filter { token in !deletes.contains { $0.name == token.text } })
    case "def", "class": readDefinition(tokens)
    case "async" where tokens.dropFirst().first?.isName("def") ?? false:
      readDefinition(Array(tokens.dropFirst()))
    case "for",
      "async" where tokens.contains { $0.isName("in") }:
      let start = tokens.firstIndex { $0.isName("for") } ?? 0
      let end = tokens.firstIndex { $0.isName("in") && $0.depth == base } ?? tokens.count - 1
      readNames(tokens[(end + 1)...])
      if start + 1 <= end { bindTargets(tokens[(start + 1)..<end], base: base) }
    case "with", "async": readWithTargets(tokens[1...])
    case "except":
      readWithTargets(tokens[1...])
      caught = Set(binds.map(\.name))
      binds = []
    default: readAssignment(tokens, base: base)
    }
    for (index, token) in tokens.enumerated() where token.isMark(":=") && index > 0 {
      binds.append(Self.use(tokens[index - 1]))
    }
  }

  private static func use(_ token: HeuristicToken) -> Use { (token.text, token.range) }

  // MARK: - Imports

  private mutating func readImport(_ tokens: ArraySlice<HeuristicToken>) {
    kind = .import
    for part in tokens.split(whereSeparator: { $0.isMark(",") }) {
      guard let first = part.first, first.kind == .name else { continue }
      let module = part.prefix { !$0.isName("as") }.map(\.text).joined()
      let alias = part.drop { !$0.isName("as") }.dropFirst().first
      binds.append(Self.use(alias ?? first))
      imports[(alias ?? first).text] = "import \(module)" + (alias.map { " as \($0.text)" } ?? "")
    }
  }

  private mutating func readFromImport(_ tokens: ArraySlice<HeuristicToken>) {
    kind = .import
    let module = tokens.prefix { !$0.isName("import") }.map(\.text).joined()
    let names = tokens.drop { !$0.isName("import") }.dropFirst()
      .filter { !$0.isMark("(") && !$0.isMark(")") }
    if names.first?.isMark("*") ?? false {
      starModule = module
      return
    }
    for part in names.split(whereSeparator: { $0.isMark(",") }) {
      guard let first = part.first, first.kind == .name else { continue }
      let alias = part.dropFirst(2).first
      binds.append(Self.use(alias ?? first))
      imports[(alias ?? first).text] =
        "from \(module) import \(first.text)" + (alias.map { " as \($0.text)" } ?? "")
    }
  }

  // MARK: - Definitions

  private mutating func readDefinition(_ tokens: [HeuristicToken]) {
    guard tokens.count > 1, tokens[1].kind == .name else { return }
    let isClass = tokens[0].text == "class"
    let base = tokens[0].depth
    let end = tokens.firstIndex { $0.isMark(":") && $0.depth == base } ?? tokens.count
    var head = tokens[2..<max(end, 2)]
    var parameters: Set<String> = []
    if !isClass {
      for (index, token) in head.enumerated() where token.kind == .name && token.depth == base + 1 {
        let before = head[head.startIndex + index - 1]
        if before.isMark("(") || before.isMark(",") || before.isMark("*") || before.isMark("**") {
          parameters.insert(token.text)
        }
      }
    }
    if passesAnnotations && !isClass { head = Self.withoutAnnotations(head, base: base) }
    kind = isClass ? .classDefinition : .function
    // What is left are defaults, annotations and bases.
    readNames(head.filter { !parameters.contains($0.text) })
    binds = [Self.use(tokens[1])]
    definition = Definition(name: tokens[1].text, isClass: isClass, parameters: parameters)
  }

  /// The head of a `def` without what stands behind `:` and `->`.
  private static func withoutAnnotations(_ head: ArraySlice<HeuristicToken>, base: Int)
    -> ArraySlice<HeuristicToken>
  {
    var isAnnotation = false
    return head.filter { token in
      if token.isMark("->") && token.depth == base { isAnnotation = true }
      if token.depth == base + 1 {
        if token.isMark(":") { isAnnotation = true }
        if token.isMark(",") || token.isMark("=") { isAnnotation = false }
      }
      return !isAnnotation
    }[...]
  }

  // MARK: - Assignments

  private mutating func readWithTargets(_ tokens: ArraySlice<HeuristicToken>) {
    var rest: [HeuristicToken] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      if tokens[index].isName("as"), index + 1 < tokens.endIndex, tokens[index + 1].kind == .name {
        binds.append(Self.use(tokens[index + 1]))
        index += 2
      } else {
        rest.append(tokens[index])
        index += 1
      }
    }
    readNames(rest)
  }

  private mutating func readAssignment(_ tokens: [HeuristicToken], base: Int) {
    if let index = tokens.firstIndex(where: { $0.kind == .mark && Self.augmented.contains($0.text) }
    ) {
      readNames(tokens)
      let target = tokens[..<index]
      if target.count == 1 {
        binds.append(Self.use(target[0]))
      } else if let name = target.first, name.kind == .name {
        mutates.append((Self.use(name), .inPlaceOperator))
      }
      return
    }
    // Behind `lambda` stand defaults.
    let end = tokens.firstIndex { $0.isName("lambda") && $0.depth == base } ?? tokens.endIndex
    var parts = tokens[..<end].split(omittingEmptySubsequences: false) {
      $0.isMark("=") && $0.depth == base
    }
    parts[parts.count - 1] = tokens[parts.last!.startIndex...]
    let value = parts.removeLast()
    guard !parts.isEmpty else {
      // `x: int` binds nothing.
      let isAnnotation = value.count > 2 && tokens[1].isMark(":") && tokens[0].kind == .name
      if isAnnotation && passesAnnotations { return }
      return readNames(isAnnotation ? value.dropFirst(2) : value)
    }
    readNames(value)
    for part in parts {
      let target = part.prefix { !($0.isMark(":") && $0.depth == base) }
      if !passesAnnotations { readNames(part[target.endIndex...]) }
      bindTargets(target, base: base)
    }
    if parts.count == 1, value.count == 1, value.first?.kind != .name { kind = .constant }
  }

  /// The names that an assignment to these tokens binds; where an item or an attribute is set, the object
  /// is changed.
  private mutating func bindTargets(_ tokens: ArraySlice<HeuristicToken>, base: Int) {
    if let first = tokens.first, first.isMark("["), let last = tokens.last, last.isMark("]"),
      tokens.count > 2
    {
      return bindTargets(tokens.dropFirst().dropLast(), base: base + 1)
    }
    for part in tokens.split(whereSeparator: {
      $0.isMark(",") || $0.isMark("(") || $0.isMark(")") || $0.isMark("*")
    }) {
      guard let first = part.first(where: { !$0.isMark("[") }), first.kind == .name,
        !PythonKeywords.all.contains(first.text)
      else { continue }
      let next = part.dropFirst(first == part.first ? 1 : 2).first
      if next?.isMark(".") ?? false {
        readNames(part)
        mutates.append((Self.use(first), .attributeStore))
      } else if next?.isMark("[") ?? false {
        readNames(part)
        mutates.append((Self.use(first), .itemStore))
      } else if first.depth == base || part.count <= 2 {
        binds.append(Self.use(first))
      } else {
        readNames(part)
      }
    }
  }

  // MARK: - Expressions

  /// Takes the names for reads that are none of keywords, attributes, names of keyword arguments,
  /// parameters of lambdas and variables of comprehensions.
  private mutating func readNames(_ tokens: some Sequence<HeuristicToken>) {
    let tokens = Array(tokens)
    let own = Self.lambdaParameters(tokens).union(Self.comprehensionVariables(tokens))
    for (index, token) in tokens.enumerated() where token.kind == .name {
      if PythonKeywords.all.contains(token.text) || own.contains(token.text) { continue }
      let before = index > 0 ? tokens[index - 1] : nil
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      if before?.isMark(".") ?? false || after?.isMark(":=") ?? false { continue }
      if after?.isMark("=") ?? false, token.depth > 0,
        before?.isMark("(") ?? false || before?.isMark(",") ?? false
      {
        continue
      }
      reads.append(Self.use(token))
      if let method = Self.mutator(after: index, tokens) {
        mutates.append((Self.use(token), .knownMutator(method)))
      }
    }
  }

  /// The method by which a statement such as `x.y.append(1)` changes `x`.
  private static func mutator(after index: Int, _ tokens: [HeuristicToken]) -> String? {
    var index = index + 1
    var name: String?
    while index + 1 < tokens.count, tokens[index].isMark("."), tokens[index + 1].kind == .name {
      name = tokens[index + 1].text
      index += 2
    }
    guard let name, index < tokens.count, tokens[index].isMark("(") else { return nil }
    if mutators.contains(name) { return name }
    let arguments = tokens[index...].prefix { $0.depth > tokens[index].depth || $0.isMark("(") }
    let isInPlace = zip(arguments, arguments.dropFirst(2)).contains { keyword, value in
      keyword.isName("inplace") && value.isName("True")
    }
    return isInPlace ? name : nil
  }

  private static func lambdaParameters(_ tokens: [HeuristicToken]) -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where token.isName("lambda") {
      let head = tokens[(index + 1)...].prefix { !($0.isMark(":") && $0.depth == token.depth) }
      for part in head.split(whereSeparator: { $0.isMark(",") }) {
        if let name = part.first(where: { $0.kind == .name }) { names.insert(name.text) }
      }
    }
    return names
  }

  private static func comprehensionVariables(_ tokens: [HeuristicToken]) -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where token.isName("for") {
      let targets = tokens[(index + 1)...].prefix { !$0.isName("in") }
      names.formUnion(targets.filter { $0.kind == .name }.map(\.text))
    }
    return names
  }
}
