/// Guesses what cells do to names without parsing them: by tokens, indents and the shapes of statements.
///
/// What a careful engineer would write who has no parser at hand, and the baseline that the exact
/// analysis is compared with (`kale compare`). It knows functions and classes of earlier cells and what
/// names their bodies use; it knows nothing of values, so nothing of aliases, methods and callbacks.
struct HeuristicAnalyzer {
  /// Builtins that no cell has bound so far.
  private var builtins: Set<String>
  /// Names that the cells so far have bound.
  private var bound: Set<String> = []
  /// Of these, the ones that imports have bound.
  private var modules: Set<String> = []
  /// Annotations are not evaluated from here on.
  private var hasLazyAnnotations = false
  /// What the functions and classes met so far use and change of the notebook's names.
  private var definitions: [String: Body] = [:]

  private struct Body {
    var reads: Set<String> = []
    var binds: Set<String> = []
    var mutates: Set<String> = []
    /// What the body of a class reads while the class is made.
    var atOnce: Set<String> = []

    var summary: CallSummary {
      var summary = CallSummary()
      for name in reads { summary.reads[name] = .maybe }
      for name in binds { summary.binds[name] = .maybe }
      for name in mutates { summary.mutates[name] = .maybe }
      return summary
    }
  }

  /// - Parameter builtins: names that are there without being bound.
  init(builtins: Set<String>) {
    self.builtins = builtins
  }

  /// The effects of the next cell.
  mutating func analyze(_ source: String) -> CellEffects {
    var cell = HeuristicCell(builtins: builtins, modules: modules)
    let lines = HeuristicScanner.lines(of: source)
    var index = 0
    while index < lines.count {
      index = add(lines, from: index, to: &cell)
    }
    for (name, effect) in cell.effects.names where effect.exits.contains(.bound) {
      bound.insert(name)
    }
    builtins.subtract(bound)
    modules = cell.modules
    return cell.effects
  }

  /// Adds the statements of a line, and of the block that it opens if it defines something.
  ///
  /// - Returns: index of the line after.
  private mutating func add(_ lines: [HeuristicLine], from index: Int, to cell: inout HeuristicCell)
    -> Int
  {
    let line = lines[index]
    var next = index + 1
    cell.enter(indent: line.indent)
    for tokens in Self.statements(line.tokens) {
      var statement = HeuristicStatement(tokens, passesAnnotations: hasLazyAnnotations)
      if statement.imports["annotations"]?.hasPrefix("from __future__") ?? false {
        hasLazyAnnotations = true
      }
      switch line.kind {
      case .code: break
      case .timed: statement.binds = []
      case .command:
        let known = bound.union(cell.effects.names.filter { $0.value.exits.contains(.bound) }.keys)
        statement.reads.removeAll { !known.contains($0.name) }
        (statement.binds, statement.mutates) = ([], [])
      }
      var used = Body()
      if let definition = statement.definition {
        let first = next
        while next < lines.count, lines[next].indent > line.indent { next += 1 }
        used = body(Self.inlineBody(tokens), lines[first..<next], definition)
        definitions[definition.name] = used
        cell.effects.calls[definition.name] = used.summary
      }
      cell.add(statement, indent: line.indent)
      for read in statement.reads { call(read.name, in: &cell, at: read.range) }
      if let definition = statement.definition {
        cell.effects.callReads[definition.name] = used.reads
        for name in used.atOnce { cell.read(name, nil) }
      }
    }
    return next
  }

  /// What the use of a name that stands for code does besides.
  private func call(_ name: String, in cell: inout HeuristicCell, at range: SourceRange) {
    guard definitions[name] != nil else { return }
    var met: Set<String> = []
    var pending = [name]
    while let name = pending.popLast() {
      guard let body = definitions[name], met.insert(name).inserted else { continue }
      for other in body.reads {
        cell.read(other, range, atMost: .maybe)
        pending.append(other)
      }
      for other in body.mutates { cell.mutate(other, range, .callee) }
      for other in body.binds { cell.bind(other, range, atMost: .maybe) }
    }
  }

  /// What the body of a function or a class takes from outside of it.
  private func body(
    _ inline: [HeuristicToken], _ lines: ArraySlice<HeuristicLine>,
    _ definition: HeuristicStatement.Definition
  ) -> Body {
    guard definition.isClass else {
      return body(
        Self.statements(inline) + lines.flatMap { Self.statements($0.tokens) }, definition)
    }
    var body = Body()
    var own: Set<String> = []
    var index = lines.startIndex
    func add(_ tokens: [HeuristicToken], indent: Int) {
      let statement = HeuristicStatement(tokens, passesAnnotations: hasLazyAnnotations)
      body.atOnce.formUnion(statement.reads.map(\.name).filter { !own.contains($0) })
      own.formUnion(statement.binds.map(\.name))
      guard let inner = statement.definition else { return }
      let first = index
      while index < lines.endIndex, lines[index].indent > indent { index += 1 }
      let method = self.body(Self.inlineBody(tokens), lines[first..<index], inner)
      body.reads.formUnion(method.reads)
      body.mutates.formUnion(method.mutates)
      body.binds.formUnion(method.binds)
      body.atOnce.formUnion(method.atOnce)
    }
    for tokens in Self.statements(inline) { add(tokens, indent: .max) }
    while index < lines.endIndex {
      let line = lines[index]
      index += 1
      for tokens in Self.statements(line.tokens) { add(tokens, indent: line.indent) }
    }
    body.atOnce.subtract(builtins)
    return body
  }

  private func body(
    _ statements: [[HeuristicToken]], _ definition: HeuristicStatement.Definition
  ) -> Body {
    var body = Body()
    var own = definition.parameters
    var globals: Set<String> = []
    var reads: Set<String> = []
    var changed: Set<String> = []
    let inlineBodies = statements.map(Self.definitionBody).filter { !$0.isEmpty }
    for tokens in statements + inlineBodies {
      let statement = HeuristicStatement(tokens, passesAnnotations: true)
      globals.formUnion(statement.globals)
      reads.formUnion(statement.reads.map(\.name))
      changed.formUnion(
        statement.mutates.filter { !modules.contains($0.use.name) || !$0.reason.isKnownMutator }
          .map(\.use.name))
      own.formUnion(statement.binds.map(\.name))
      own.formUnion(statement.caught)
      own.formUnion(statement.definition?.parameters ?? [])
    }
    body.binds = own.intersection(globals)
    own.subtract(globals)
    body.reads = reads.subtracting(own).subtracting(builtins)
    body.mutates = changed.subtracting(own)
    return body
  }

  /// Cuts a line at semicolons and behind the colon of `if`, `for` and the like.
  private static func statements(_ tokens: [HeuristicToken]) -> [[HeuristicToken]] {
    tokens.split(whereSeparator: { $0.isMark(";") }).flatMap { part -> [[HeuristicToken]] in
      var part = Array(part)
      var result: [[HeuristicToken]] = []
      while let first = part.first, first.kind == .name, blockWords.contains(first.text),
        let colon = part.firstIndex(where: { $0.isMark(":") && $0.depth == first.depth }),
        !part[..<colon].contains(where: { $0.isName("lambda") })
      {
        result.append(Array(part[..<colon]))
        part = Array(part[(colon + 1)...])
      }
      return part.isEmpty ? result : result + [part]
    }
  }

  private static let blockWords: Set<String> = [
    "if", "elif", "else", "for", "while", "try", "except", "finally", "with",
  ]

  /// What stands behind the colon of a `def` in a body; nothing of other statements.
  private static func definitionBody(_ tokens: [HeuristicToken]) -> [HeuristicToken] {
    HeuristicStatement(tokens).definition == nil ? [] : inlineBody(tokens)
  }

  /// What stands behind the colon of a `def`.
  private static func inlineBody(_ tokens: [HeuristicToken]) -> [HeuristicToken] {
    guard let first = tokens.first,
      let colon = tokens.firstIndex(where: { $0.isMark(":") && $0.depth == first.depth })
    else { return [] }
    return Array(tokens[(colon + 1)...])
  }
}

/// Collects the effects of one cell.
private struct HeuristicCell {
  let builtins: Set<String>
  var modules: Set<String>
  var effects = CellEffects()
  /// The blocks of `if`, `for` and the like around the present line, with the names bound in each so far.
  private var blocks: [(indent: Int, names: Set<String>)] = []

  init(builtins: Set<String>, modules: Set<String>) {
    self.builtins = builtins
    self.modules = modules
  }

  /// Ends the blocks that a line of this indent does not belong to.
  mutating func enter(indent: Int) {
    while let last = blocks.last, last.indent >= indent { blocks.removeLast() }
  }

  mutating func add(_ statement: HeuristicStatement, indent: Int) {
    for read in statement.reads { self.read(read.name, read.range) }
    for (use, reason) in statement.mutates { mutate(use.name, use.range, reason) }
    for use in statement.deletes {
      read(use.name, use.range)
      exit(use.name, .deleted, use.range, atMost: .definite)
    }
    if statement.opensBlock { blocks.append((indent, statement.caught)) }
    for use in statement.binds {
      bind(use.name, use.range, kind: statement.kind, statement: statement.imports[use.name])
    }
    if let module = statement.starModule {
      effects.starImports.append("from \(module) import *")
      effects.importedModules.insert(String(module.prefix { $0 != "." }))
    }
    for text in statement.imports.values {
      let module = text.split(separator: " ")[1]
      effects.importedModules.insert(String(module.prefix { $0 != "." }))
    }
  }

  private func isOwn(_ name: String) -> Bool {
    blocks.contains { $0.names.contains(name) }
      || effects.names[name].map { !$0.exits.contains(.untouched) } ?? false
  }

  mutating func read(_ name: String, _ range: SourceRange?, atMost limit: Certainty = .definite) {
    if isOwn(name) || builtins.contains(name) && effects.names[name] == nil { return }
    let isMaybe = !blocks.isEmpty || effects.names[name]?.exits.contains(.bound) ?? false
    let certainty: Certainty = isMaybe ? .maybe : limit
    effects.names[name, default: NameEffect()].read = max(
      effects.names[name]?.read ?? .maybe, certainty)
    if effects.names[name]?.readRange == nil { effects.names[name]?.readRange = range }
  }

  mutating func mutate(_ name: String, _ range: SourceRange, _ reason: MutationReason) {
    guard !isOwn(name), !builtins.contains(name), effects.names[name]?.mutation == nil else {
      return
    }
    // `os.remove`, `np.sort`.
    if reason.isKnownMutator && modules.contains(name) { return }
    effects.names[name, default: NameEffect()].mutation = NameEffect.Mutation(
      certainty: .maybe, reason: reason, range: range)
  }

  mutating func bind(
    _ name: String, _ range: SourceRange, atMost limit: Certainty = .definite,
    kind: BindingKinds = .value, statement: String? = nil
  ) {
    let isCertain = blocks.isEmpty && limit == .definite
    exit(name, .bound, range, atMost: limit)
    if !blocks.isEmpty && limit == .definite { blocks[blocks.count - 1].names.insert(name) }
    if kind == .import { modules.insert(name) } else { modules.remove(name) }
    var effect = effects.names[name]!
    effect.kinds = isCertain ? kind : effect.kinds.union(kind)
    if isCertain || statement == nil { effect.imports = [] }
    effect.imports += [statement].compactMap(\.self)
    effects.names[name] = effect
  }

  private mutating func exit(
    _ name: String, _ state: ExitStates, _ range: SourceRange, atMost limit: Certainty
  ) {
    let isCertain = blocks.isEmpty && limit == .definite
    let before = effects.names[name]?.exits ?? .untouched
    effects.names[name, default: NameEffect()].exits = isCertain ? state : before.union(state)
    if effects.names[name]?.bindRange == nil { effects.names[name]?.bindRange = range }
  }
}

extension MutationReason {
  fileprivate var isKnownMutator: Bool {
    if case .knownMutator = self { true } else { false }
  }
}
