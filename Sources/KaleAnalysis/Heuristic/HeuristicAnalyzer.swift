/// Guesses what cells do to names without parsing them: by tokens, indents and the shapes of statements.
///
/// What a careful engineer would write who has no parser at hand, and the baseline that the exact
/// analysis is compared with (`kale compare`). It knows functions and classes of earlier cells and what
/// names their bodies use; it knows nothing of values, so nothing of aliases, methods and callbacks.
struct HeuristicAnalyzer {
  private let builtins: Set<String>
  /// What the functions and classes met so far use and change of the notebook's names.
  private var definitions: [String: Body] = [:]

  private struct Body {
    var reads: Set<String> = []
    var binds: Set<String> = []
    var mutates: Set<String> = []

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
    var cell = HeuristicCell(builtins: builtins)
    let lines = HeuristicScanner.lines(of: source)
    var index = 0
    while index < lines.count {
      index = add(lines, from: index, to: &cell)
    }
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
    var isCertain = line.indent == 0
    for tokens in Self.statements(line.tokens) {
      let statement = HeuristicStatement(tokens)
      defer { isCertain = isCertain && !statement.opensBlock }
      var used = Body()
      if let definition = statement.definition {
        var body: [[HeuristicToken]] = [Self.inlineBody(tokens)].filter { !$0.isEmpty }
        while next < lines.count, lines[next].indent > line.indent {
          body += Self.statements(lines[next].tokens)
          next += 1
        }
        used = self.body(body, definition)
        definitions[definition.name] = used
        cell.effects.calls[definition.name] = used.summary
      }
      cell.add(statement, isCertain: isCertain)
      for read in statement.reads { call(read.name, in: &cell, at: read.range) }
      if let definition = statement.definition {
        cell.effects.callReads[definition.name] = used.reads
        if definition.isClass {
          // The body of a class runs at once.
          for name in used.reads { cell.read(name, nil, isCertain: false) }
        }
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
        cell.read(other, range, isCertain: false)
        pending.append(other)
      }
      for other in body.mutates { cell.mutate(other, range, .callee) }
      for other in body.binds { cell.bind(other, range, isCertain: false) }
    }
  }

  /// What the body of a function or a class takes from outside of it.
  private func body(_ statements: [[HeuristicToken]], _ definition: HeuristicStatement.Definition)
    -> Body
  {
    var body = Body()
    var own = definition.parameters
    var globals: Set<String> = []
    var reads: Set<String> = []
    var changed: Set<String> = []
    let inlineBodies = statements.map(Self.definitionBody).filter { !$0.isEmpty }
    for tokens in statements + inlineBodies {
      let statement = HeuristicStatement(tokens)
      globals.formUnion(statement.globals)
      reads.formUnion(statement.reads.map(\.name))
      changed.formUnion(statement.mutates.map(\.use.name))
      own.formUnion(statement.binds.map(\.name))
      own.formUnion(statement.definition?.parameters ?? [])
    }
    body.binds = definition.isClass ? [] : own.intersection(globals)
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
  var effects = CellEffects()

  init(builtins: Set<String>) {
    self.builtins = builtins
  }

  mutating func add(_ statement: HeuristicStatement, isCertain: Bool) {
    for read in statement.reads { self.read(read.name, read.range, isCertain: isCertain) }
    for (use, reason) in statement.mutates { mutate(use.name, use.range, reason) }
    for use in statement.deletes {
      read(use.name, use.range, isCertain: isCertain)
      exit(use.name, .deleted, use.range, isCertain: isCertain)
    }
    for use in statement.binds {
      bind(
        use.name, use.range, isCertain: isCertain, kind: statement.kind,
        statement: statement.imports[use.name])
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

  mutating func read(_ name: String, _ range: SourceRange?, isCertain: Bool) {
    let isOwn = effects.names[name].map { !$0.exits.contains(.untouched) } ?? false
    if isOwn || builtins.contains(name) && effects.names[name] == nil { return }
    let isMaybe = !isCertain || effects.names[name]?.exits.contains(.bound) ?? false
    let certainty: Certainty = isMaybe ? .maybe : .definite
    effects.names[name, default: NameEffect()].read = max(
      effects.names[name]?.read ?? .maybe, certainty)
    if effects.names[name]?.readRange == nil { effects.names[name]?.readRange = range }
  }

  mutating func mutate(_ name: String, _ range: SourceRange, _ reason: MutationReason) {
    let isOwn = effects.names[name].map { !$0.exits.contains(.untouched) } ?? false
    guard !isOwn, !builtins.contains(name), effects.names[name]?.mutation == nil else { return }
    effects.names[name, default: NameEffect()].mutation = NameEffect.Mutation(
      certainty: .maybe, reason: reason, range: range)
  }

  mutating func bind(
    _ name: String, _ range: SourceRange, isCertain: Bool, kind: BindingKinds = .value,
    statement: String? = nil
  ) {
    exit(name, .bound, range, isCertain: isCertain)
    var effect = effects.names[name]!
    effect.kinds = isCertain ? kind : effect.kinds.union(kind)
    if isCertain || statement == nil { effect.imports = [] }
    effect.imports += [statement].compactMap(\.self)
    effects.names[name] = effect
  }

  private mutating func exit(
    _ name: String, _ state: ExitStates, _ range: SourceRange, isCertain: Bool
  ) {
    let before = effects.names[name]?.exits ?? .untouched
    effects.names[name, default: NameEffect()].exits = isCertain ? state : before.union(state)
    if effects.names[name]?.bindRange == nil { effects.names[name]?.bindRange = range }
  }
}
