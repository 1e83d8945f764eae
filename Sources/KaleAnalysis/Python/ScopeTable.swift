/// CPython's symbol tables of a source, as module `symtable` shows them.
public struct ScopeTable: Sendable, Hashable {
  /// A scope: the module, a function, lambda or comprehension, a class, or an annotation scope.
  public struct Block: Sendable, Hashable {
    public enum Kind: Int32, Sendable {
      case module = 1
      case function, `class`, annotation, typeAlias, typeParameters, typeVariable
    }

    public let kind: Kind
    /// "top" for the module, "lambda", "listcomp", "genexpr" and so on for those without a name.
    public let name: String
    /// 1-based; 0 for the module.
    public let line: Int
    /// Index in `blocks`; nil for the module.
    public let parent: Int?
    /// Indices in `blocks`, in CPython's order.
    public internal(set) var children: [Int]
    /// In the order in which CPython met them.
    public let names: [Name]

    public subscript(name: String) -> Name? { names.first { $0.name == name } }
  }

  /// What a block does with a name.
  public struct Name: Sendable, Hashable {
    public enum Scope: Int32, Sendable {
      case unknown
      case local, globalExplicit, globalImplicit, free, cell
    }

    /// Private names of a class are mangled, as in `symtable`.
    public let name: String
    public let scope: Scope
    public let uses: Uses
  }

  public struct Uses: OptionSet, Sendable, Hashable {
    public let rawValue: Int32

    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    public static let referenced = Self(rawValue: 1)
    /// Bound by other than an import or a parameter.
    public static let assigned = Self(rawValue: 2)
    public static let parameter = Self(rawValue: 4)
    public static let imported = Self(rawValue: 8)
    public static let annotated = Self(rawValue: 16)
    public static let declaredGlobal = Self(rawValue: 32)
    public static let declaredNonlocal = Self(rawValue: 64)
  }

  /// A parent comes before its children; the module is the first.
  public let blocks: [Block]

  /// Decodes the words of `kale_symbols`.
  init(words: [Int32], names: [String]) {
    var blocks: [Block] = []
    var at = 1
    for index in 0..<Int(words[0]) {
      let parent = words[at + 3] == 0 ? nil : Int(words[at + 3]) - 1
      let end = at + 5 + 3 * Int(words[at + 4])
      let entries = stride(from: at + 5, to: end, by: 3).map { entry in
        Name(
          name: names[Int(words[entry]) - 1], scope: Name.Scope(rawValue: words[entry + 1])!,
          uses: Uses(rawValue: words[entry + 2]))
      }
      blocks.append(
        Block(
          kind: Block.Kind(rawValue: words[at])!, name: names[Int(words[at + 1]) - 1],
          line: Int(words[at + 2]), parent: parent, children: [], names: entries))
      if let parent { blocks[parent].children.append(index) }
      at = end
    }
    self.blocks = blocks
  }
}
