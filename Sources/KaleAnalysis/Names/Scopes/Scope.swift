/// The scopes of one cell and what each name means in each of them: CPython's own rules
/// (`Python/symtable.c`), computed from the syntax tree.
package final class ScopeTree {
  /// What a name refers to in a scope.
  package enum Resolution: Sendable, Hashable {
    /// The notebook's namespace (or a builtin).
    case global(Symbol)
    /// A variable of this scope, by its index in `Scope.locals`.
    case local(Int)
    /// A variable of this class block; where it is unbound, the lookup goes on in the namespace.
    case classLocal(Int, Symbol)
    /// A variable of an enclosing function-like scope.
    case free(scope: Int, index: Int)
  }

  package let scopes: [Scope]
  /// The scope that a node opens, by the node's offset.
  private let opened: OrderedMap<Int32, Int>
  /// `from __future__ import annotations` stands in this cell.
  let hasFutureAnnotations: Bool

  init(scopes: [Scope], opened: OrderedMap<Int32, Int>, hasFutureAnnotations: Bool) {
    self.scopes = scopes
    self.opened = opened
    self.hasFutureAnnotations = hasFutureAnnotations
    markCaptured()
  }

  /// The scope that `node` (a function, class, lambda or comprehension) opens.
  func scope(of node: SyntaxTree.Node) -> Int { opened[node.offset]! }

  /// Which scope each node opens, as pairs of the node's offset and the scope.
  package var openings: [(offset: Int32, scope: Int)] { opened.map { ($0.key, $0.value) } }

  /// The meaning of `name`, mangled already, in `scope`.
  package func resolve(_ name: Symbol, in scope: Int) -> Resolution {
    let here = scopes[scope]
    if here.kind == .module { return .global(name) }
    if let flags = here.names[name] {
      if flags.contains(.declaredGlobal) { return .global(name) }
      if flags.contains(.bound) && !flags.contains(.declaredNonlocal) {
        let index = here.localIndex[name]!
        return here.kind == .classBlock ? .classLocal(index, name) : .local(index)
      }
    }
    if let block = classSeen(from: scope), let flags = scopes[block].names[name] {
      if flags.contains(.declaredGlobal) { return .global(name) }
      if flags.contains(.bound) && !flags.contains(.declaredNonlocal) {
        return .free(scope: block, index: scopes[block].localIndex[name]!)
      }
    }
    var outer = here.parent
    while outer > 0 {
      let candidate = scopes[outer]
      if let cell = candidate.classCell, cell.name == name {
        return .free(scope: outer, index: cell.index)
      }
      if candidate.kind != .classBlock, let flags = candidate.names[name] {
        if flags.contains(.declaredGlobal) { return .global(name) }
        if flags.contains(.bound) && !flags.contains(.declaredNonlocal) {
          return .free(scope: outer, index: candidate.localIndex[name]!)
        }
      }
      outer = candidate.parent
    }
    return .global(name)
  }

  /// The names of the namespace that the code binds somewhere.
  var boundGlobals: Set<Symbol> {
    var names = Set(scopes[0].locals)
    for scope in scopes {
      for (name, flags) in scope.names where flags.isSuperset(of: [.declaredGlobal, .bound]) {
        names.insert(name)
      }
    }
    return names
  }

  /// The class block around an annotation scope, whose names go before those of other scopes between.
  private func classSeen(from scope: Int) -> Int? {
    guard scopes[scope].kind == .annotation else { return nil }
    var outer = scopes[scope].parent
    while scopes[outer].kind == .annotation { outer = scopes[outer].parent }
    return scopes[outer].kind == .classBlock ? outer : nil
  }

  /// Whether `scope` is `outer` or nested in it.
  func isInside(_ scope: Int, _ outer: Int) -> Bool {
    var scope = scope
    while scope > outer { scope = scopes[scope].parent }
    return scope == outer
  }

  /// Notes in each scope which of its variables an inner scope refers to.
  private func markCaptured() {
    for (index, scope) in scopes.enumerated() where scope.parent > 0 {
      for name in scope.names.keys {
        if case .free(let owner, let variable) = resolve(name, in: index) {
          scopes[owner].captured.insert(variable)
        }
      }
    }
  }
}

/// One scope: a block of code with its own variables.
package final class Scope {
  package enum Kind: Sendable {
    case module, function, lambda, classBlock, comprehension
    /// Holds the type parameters of a generic function, class or alias, or the value of an alias. It sees
    /// the names of a class block around it.
    case annotation

    var isFunctionLike: Bool { self != .module && self != .classBlock }
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package static let bound = Flags(rawValue: 1)
    package static let declaredGlobal = Flags(rawValue: 2)
    package static let declaredNonlocal = Flags(rawValue: 4)
    package static let used = Flags(rawValue: 8)
    package static let parameter = Flags(rawValue: 16)

    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  package let kind: Kind
  /// Index of the enclosing scope; 0, the module, for the module itself.
  package let parent: Int
  /// Name of the innermost enclosing class, for private-name mangling.
  var privateClass: Symbol?
  /// The only names that are mangled; nil for all private ones.
  var mangledNames: Set<Symbol>?
  /// A `yield` stands directly in this function.
  var isGenerator = false
  private(set) var names = SymbolMap<Flags>()
  /// The scope's own variables, in the order in which they were met.
  var locals: [Symbol] = []
  /// Where each of them stands there; empty for a module, whose variables have no places.
  var localIndex = SymbolMap<Int>()
  /// The variable of a class block that holds the class, for `super` and `__class__` in its methods.
  package private(set) var classCell: (name: Symbol, index: Int)?
  /// Indices of the variables that inner scopes refer to.
  var captured: Set<Int> = []

  init(kind: Kind, parent: Int, privateClass: Symbol?) {
    self.kind = kind
    self.parent = parent
    self.privateClass = privateClass
  }

  /// The names of the scope, in the order in which they were met, and what it does with each.
  package var uses: [(name: Symbol, flags: Flags)] { names.map { ($0.key, $0.value) } }

  func addClassCell(_ name: Symbol) {
    classCell = (name, locals.count)
    locals.append(name)
  }

  func note(_ name: Symbol, _ flags: Flags) {
    func isFirstBinding(_ known: inout Flags) -> Bool {
      let isFirst = flags.contains(.bound) && !known.contains(.bound)
      known.formUnion(flags)
      return isFirst
    }
    guard isFirstBinding(&names[name, default: []]) else { return }
    if kind != .module { localIndex[name] = locals.count }
    locals.append(name)
  }
}
