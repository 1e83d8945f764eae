/// An interned Python identifier. Equal symbols of one `SymbolTable` are equal names.
public struct Symbol: Sendable, Hashable, Comparable {
  public let id: Int32

  public init(id: Int32) {
    self.id = id
  }

  public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
}

/// The identifiers of one analysis, numbered from 0 in the order in which they were met.
public final class SymbolTable {
  public private(set) var names: [String] = []
  private var ids: [String: Int32] = [:]

  public init() {}

  /// The symbol of `name`, new or known. `name` must be NFKC-normalised, as CPython's parser gives it.
  public func intern(_ name: String) -> Symbol {
    if let id = ids[name] { return Symbol(id: id) }
    let id = Int32(names.count)
    names.append(name)
    ids[name] = id
    return Symbol(id: id)
  }

  public func name(_ symbol: Symbol) -> String { names[Int(symbol.id)] }
}
