/// The names that every analysis knows from its start, interned once: each `SymbolTable` begins with them.
public struct Vocabulary: Sendable {
  let symbols: SymbolTable.Contents
  /// The builtins, sorted, and the names that a kernel provides.
  let builtins: [Symbol]
  /// Whether a symbol is one of `builtins`, by its number.
  private let builtinFlags: [Bool]
  private let history: [Symbol]
  let names: WellKnownNames

  /// The language's own names, and no builtins.
  static let language = Vocabulary(builtins: [])

  /// - Parameter builtins: The names in module `builtins` of the linked Python, sorted.
  init(builtins: [String]) {
    var symbols = SymbolTable.Contents()
    self.builtins = (builtins + WellKnownNames.kernel).map { symbols.intern($0) }
    history = WellKnownNames.history.map { symbols.intern($0) }
    names = WellKnownNames { symbols.intern($0) }
    self.symbols = symbols
    var flags = Array(repeating: false, count: symbols.names.count)
    for name in self.builtins { flags[Int(name.id)] = true }
    builtinFlags = flags
  }

  /// Whether a kernel keeps what earlier cells have done under the name.
  func isHistory(_ name: Symbol) -> Bool { history.contains(name) }

  func isBuiltin(_ name: Symbol) -> Bool {
    Int(name.id) < builtinFlags.count && builtinFlags[Int(name.id)]
  }
}
