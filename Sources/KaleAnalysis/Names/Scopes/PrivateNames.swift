/// Private-name mangling: inside `class C`, `__x` is spelled `_C__x` (`_Py_Mangle` in CPython).
struct PrivateNames {
  let symbols: SymbolTable
  private var cache: [Pair: Symbol] = [:]

  private struct Pair: Hashable {
    let name: Symbol
    let owner: Symbol
  }

  init(symbols: SymbolTable) {
    self.symbols = symbols
  }

  /// The name as the compiler stores it, in code of class `owner` (nil outside classes).
  mutating func mangle(_ name: Symbol, in owner: Symbol?) -> Symbol {
    guard let owner else { return name }
    if let known = cache[Pair(name: name, owner: owner)] { return known }
    let mangled = Self.mangle(symbols.name(name), in: symbols.name(owner)).map(symbols.intern)
    cache[Pair(name: name, owner: owner)] = mangled ?? name
    return mangled ?? name
  }

  /// nil when the name is not private.
  static func mangle(_ name: String, in owner: String) -> String? {
    guard name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return nil }
    let stripped = owner.drop { $0 == "_" }
    return stripped.isEmpty ? nil : "_\(stripped)\(name)"
  }
}
